import { useState } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type { Call } from '../../data/api/call.ts'
import { TODAY_READERS, TODAY_TOPICS, type TodaySources } from '../../data/sources/today.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { takePreloadedStore } from '../../data/store/preloaded.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { UnreadNotice, unreadsOf } from '../../parts/notices/unread-notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { useSnapshot } from '../../parts/start/session.ts'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { fullDay, momentDay } from '../../parts/words/days.ts'
import { sectionAddress } from '../parts/address.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { SECTIONS } from '../tab/sections.ts'
import { AlertRow } from './alert-row.tsx'
import { alertsIn } from './alerts.ts'
import { Setup } from './setup.tsx'
import { stepsOf } from './setup-steps.ts'
import { workshopsRunning } from './week-alerts.ts'

/** Alerts, the most urgent first; above them the setup steps, while one is left and no workshop runs. */
export function Today({ call }: { call: Call }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { closedAt } = programme
  const [store] = useState(() => takePreloadedStore<TodaySources>(call, 'today', TODAY_READERS))
  const snapshot = useSnapshot(store)
  const { values, failures } = snapshot
  useFreshness(store, TODAY_TOPICS)
  const unreads = unreadsOf(snapshot, store.sources, store.refresh)
  const read = Object.keys(values).length + Object.keys(failures).length >= Object.keys(TODAY_READERS).length
  const hands = alertsIn(values, translator, systemClock.now()).filter(({ section }) =>
    SECTIONS.some(({ name }) => name === section),
  )
  const steps = stepsOf(values, programme)
  const setting = closedAt === undefined && steps.some(({ state }) => state === 'open')
  // What is to be set up comes before what may be begun, and after what people wait for in a room.
  const below = setting && hands.length > 0
  const runs = workshopsRunning(values, translator).length > 0
  const setup = read && setting && <Setup steps={steps} calm={runs} />
  const begin = closedAt === undefined && (
    <LinkButton href={sectionAddress('today', 'new')}>{say('today.new')}</LinkButton>
  )
  const alerts =
    hands.length === 0 ? (
      <p>{say(unreads.failures.length > 0 ? 'today.unread' : 'today.empty')}</p>
    ) : (
      <ul className="hands">
        {hands.map((hand, at) => (
          <AlertRow key={hand.id} hand={hand} first={at === 0 && (runs || !setting)} />
        ))}
      </ul>
    )
  return (
    <>
      <SectionHead
        title={say('section.today')}
        about={<p>{capitalised(fullDay(programme.today, translator))}</p>}
        acts={!below && begin}
      />
      {closedAt !== undefined && (
        <Notice tone="neutral">
          {say('closeout.since', { date: momentDay(closedAt, programme.today, translator) })}
        </Notice>
      )}
      <UnreadNotice unreads={unreads} />
      {!read && <SkeletonRows kind="bone-hand" count={4} />}
      {!runs && setup}
      {read && below && (
        <Panel title={say('today.title')} action={begin}>
          {alerts}
        </Panel>
      )}
      {runs && setup}
      {read && !setting && (
        <section className="card panel" aria-label={say('today.title')}>
          {alerts}
        </section>
      )}
    </>
  )
}
