import type { PeopleCountsView } from '../../../contract/people/roles.ts'
import type { Call } from '../../data/api/call.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useGround } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { Bones } from '../../parts/start/skeleton.tsx'
import { useWhole } from '../parts/use-reading.ts'
import { amountText, heldText } from './texts.ts'

/** What an observer reads: how many, and nobody's name. */
export function Counts({ call }: { call: Call }) {
  const { speech } = useGround()
  const { say } = speech
  const { value, failure, loadedAt, refresh } = useWhole<PeopleCountsView>(
    call,
    '/people/counts',
    ['people'],
    'unread.people',
  )
  if (failure) return <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />
  if (!value) return <Bones />
  const { holders, directions, lacking, people, reachable } = value
  return (
    <Panel title={say('staff.counts')}>
      <dl className="facts">
        <div>
          <dt>{say('staff.count.people')}</dt>
          <dd>{say('count.rounded', { count: people })}</dd>
        </div>
        <div>
          <dt>{say('staff.count.reachable')}</dt>
          <dd>{say('count.rounded', { count: reachable })}</dd>
        </div>
        {holders.map(({ role, count }) => (
          <div key={role}>
            <dt>{heldText(speech, role)}</dt>
            <dd>{amountText(speech, count)}</dd>
          </div>
        ))}
        <div>
          <dt>{say('staff.count.lacking')}</dt>
          <dd>{say('staff.of', { part: lacking, whole: directions })}</dd>
        </div>
      </dl>
      <p className="quiet">{say('staff.counts.rules')}</p>
    </Panel>
  )
}
