import type { AuditView } from '../../../contract/audit.ts'
import { StateBadge } from '../../page/badge.tsx'
import { useGround } from '../../page/ground.tsx'
import { capitalised } from '../../words/capital.ts'
import { actKey, codeOf, isNamed, ROLE_WORDS, reasonKey } from './entry-words.ts'

/** What was done, or what somebody tried and why it was refused. */
export function Act({ entry }: { entry: AuditView }) {
  const { say } = useGround().speech
  const key = actKey(entry)
  const words = key ? say(key) : say('journal.try')
  if (entry.refused === undefined) return isNamed(entry) || !key ? words : `${words} · ${entry.act}`
  return (
    <span className="journal-refused">
      <span>
        {words} <StateBadge tone="warning">{say('journal.refused')}</StateBadge>
      </span>
      <span className="quiet">{say(reasonKey(entry.refused))}</span>
    </span>
  )
}

/** A role, and enough of the pseudonym to follow one person through the list. */
export function Who({ entry: { role, who } }: { entry: AuditView }) {
  const { say } = useGround().speech
  return (
    <>
      {capitalised(say(ROLE_WORDS[role]))}
      {who && (
        <>
          {' '}
          <span className="quiet" title={say('journal.code', { code: codeOf(who) })}>
            {codeOf(who)}
          </span>
        </>
      )}
    </>
  )
}
