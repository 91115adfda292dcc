import type { PeopleCountsView } from '../../../contract/people/roles.ts'
import type { Call } from '../../data/api/call.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { useWhole } from '../parts/use-reading.ts'
import { amountText, heldText } from './texts.ts'

/** For observers: counts without names. */
export function Counts({ call }: { call: Call }) {
  const { translator } = useSession()
  const { say } = translator
  const { value, failure, loadedAt, refresh } = useWhole<PeopleCountsView>(
    call,
    '/people/counts',
    ['people'],
    'unread.people',
  )
  if (failure) return <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />
  if (!value) return <SkeletonRows />
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
            <dt>{heldText(translator, role)}</dt>
            <dd>{amountText(translator, count)}</dd>
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
