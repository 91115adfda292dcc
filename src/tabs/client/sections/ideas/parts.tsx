import { sectionAddress } from '../../organiser/address.ts'
import { useGround } from '../../page/ground.tsx'
import { addressOf, OPEN_PARTS, PARTS, type Query } from './query.ts'

const WORDS = {
  waiting: 'queue.part.waiting',
  reported: 'queue.part.reported',
  studied: 'queue.part.studied',
  decided: 'queue.part.decided',
  hidden: 'queue.part.hidden',
  all: 'queue.part.all',
} as const

/** Links between the lists, the narrowing kept. */
export function Parts({ query, reading }: { query: Query; reading: boolean }) {
  const { say } = useGround().speech
  const parts = reading ? PARTS.filter(part => OPEN_PARTS.includes(part)) : PARTS
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
            </a>
          </li>
        ))}
        {!reading && (
          <li>
            <a href={sectionAddress('ideas', 'comments')}>{say('remarks.title')}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
