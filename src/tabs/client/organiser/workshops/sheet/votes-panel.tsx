import { useSession } from '../../../parts/page/context.tsx'
import { StateBadge } from '../../../parts/panels/badge.tsx'
import { Panel } from '../../../parts/panels/panel.tsx'
import { sectionAddress } from '../../parts/address.ts'
import type { FacePanelProps } from './face-panels.ts'

/** « Votes »: those of the room and of its tables, each with its page. */
export default function VotesPanel({ checklist }: FacePanelProps) {
  const { say } = useSession().translator
  if (!checklist) return null
  const { votes } = checklist
  return (
    <Panel title={say('held.votes')}>
      {votes.length === 0 && <p className="quiet">{say('held.votes.none')}</p>}
      {votes.length > 0 && (
        <ul className="rows">
          {votes.map(({ id, question, open }) => (
            <li key={id} className="roll-row">
              <a href={sectionAddress('ballots', id)}>{question}</a>
              <StateBadge tone={open ? 'brand' : 'neutral'}>
                {say(open ? 'held.votes.open' : 'held.votes.closed')}
              </StateBadge>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
