import type { AuditView } from '../../../contract/audit.ts'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import {
  actKey,
  amountText,
  codeOf,
  fileText,
  isNamed,
  placeOf,
  ROLE_WORDS,
  reasonKey,
} from './entry-texts.ts'

/** Acts whose thing names a Direction. */
const DIRECTION_ACTS = [
  'people.hand-over',
  'people.name-deputy',
  'people.remove-deputy',
  'figures.export',
  'channels.bind',
]

/** What it was done to, by its title, with the way there; of a Direction its name, of a file which; and how much of it. */
function About({ entry }: { entry: AuditView }) {
  const { translator, programme } = useSession()
  const { about, act, thing } = entry
  const parts = thing.split(':')
  const named = DIRECTION_ACTS.includes(act)
    ? programme.directions.find(({ id }) => parts.includes(id))
    : undefined
  const href = placeOf(entry)
  const said = about
    ? about.title || translator.say('journal.see.hidden')
    : (named?.name ?? fileText(entry, translator))
  const amount = amountText(entry, translator)
  if (!said && !amount) return null
  return (
    <span className="journal-thing">
      {href ? <a href={href}>{said}</a> : said}
      {said && amount ? ' · ' : ''}
      {amount}
    </span>
  )
}

/** What was done, or what somebody tried and why it was refused. */
export function Act({ entry }: { entry: AuditView }) {
  const { say } = useSession().translator
  const key = actKey(entry)
  const words = key ? say(key) : say('journal.try')
  if (entry.refused === undefined)
    return (
      <span className="journal-done">
        <span>{isNamed(entry) || !key ? words : `${words} · ${entry.act}`}</span>
        <About entry={entry} />
      </span>
    )
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
  const { say } = useSession().translator
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
