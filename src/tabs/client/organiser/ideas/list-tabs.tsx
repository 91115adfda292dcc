import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { addressOf, OPEN_PARTS, PARTS, type RegisterQuery } from './query.ts'
import { useRegisterCount } from './use-register-count.ts'

const WORDS = {
  waiting: 'queue.part.waiting',
  reported: 'queue.part.reported',
  studied: 'queue.part.studied',
  decided: 'queue.part.decided',
  hidden: 'queue.part.hidden',
  all: 'queue.part.all',
} as const

/** Seldom asked for: reached from what was reported, where they are decided on. */
const MODERATION = ['reported', 'hidden'] as const
/** Those that ask for something. */
const COUNTED = { waiting: true, reported: true, studied: true } as const

/** Links between the lists, the narrowing kept. */
export function ListTabs({ query, reading }: { query: RegisterQuery; reading: boolean }) {
  const { say, language } = useSession().translator
  const { count } = useRegisterCount()
  const countOf = (part: keyof typeof WORDS) => {
    const many = part in COUNTED ? count?.[part as keyof typeof COUNTED] : undefined
    return many ? `\u00A0(${many.toLocaleString(language)})` : ''
  }
  const moderating = MODERATION.some(part => part === query.part)
  const offered = moderating ? PARTS : PARTS.filter(part => part !== 'hidden')
  const parts = reading ? PARTS.filter(part => OPEN_PARTS.includes(part)) : offered
  return (
    <nav aria-label={say('queue.parts')}>
      <ul className="queue-parts">
        {parts.map(part => (
          <li key={part}>
            <a
              href={addressOf({ ...query, part })}
              {...(part === query.part ? { 'aria-current': 'true' as const } : {})}
            >
              {say(WORDS[part])}
              {countOf(part)}
            </a>
          </li>
        ))}
        {!reading && moderating && (
          <li>
            <a href={sectionAddress('ideas', 'comments')}>{say('remarks.title')}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
