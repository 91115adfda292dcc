import { Select } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import { directionActs } from '../../data/actions/direction.ts'
import { storyActs } from '../../data/actions/stories.ts'
import type { Call } from '../../data/api/call.ts'
import type { DirectionSources } from '../../data/sources/direction.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { createStore, type Store } from '../../data/store/store.ts'
import { type DirectionTab, DirectionTabContext } from '../../direction/reading/context.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { staleOf, Unread, UnreadContext, unreadsOf } from '../../parts/notices/unread-notice.tsx'
import { useSnapshot } from '../../parts/start/session.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { PageHead } from '../navigation/page-head.tsx'
import { AxisBars } from './axis-bars.tsx'
import { DeputyPanel } from './deputy-panel.tsx'
import { SilentAxis } from './silent-axis.tsx'
import { type PilotSources, pilotReaders } from './sources.ts'
import { ThisWeek } from './this-week.tsx'

type StoryStore = Parameters<typeof storyActs>[0]

type BodyProps = {
  readonly direction: { readonly id: string; readonly name: string }
  readonly store: Store<PilotSources>
}

/** Sources shown in the side column without a panel of their own. */
const BESIDE = ['unread.figures', 'unread.week'] as const

function Bones() {
  return (
    <div className="cockpit" aria-hidden="true">
      <div className="card bone-week" />
      <div className="card bone-axes" />
    </div>
  )
}

function Body({ direction, store }: BodyProps) {
  const snapshot = useSnapshot(store)
  const { values, cut } = snapshot
  useFreshness(store)
  // It reads and does what the Direction's page does, and holds more besides.
  const counted = store as unknown as Store<DirectionSources>
  const acts = useMemo(() => directionActs(counted), [counted])
  const stories = useMemo(() => storyActs(store as unknown as StoryStore), [store])
  const unreads = unreadsOf(snapshot, store.sources, store.refresh)
  const stale = staleOf(unreads)
  const settled = snapshot.loadedAt !== undefined || unreads.failures.length > 0
  const counter: DirectionTab = {
    direction,
    values,
    cut,
    readOn: counted.readOn,
    acts,
    join: () => undefined,
    post: () => undefined,
  }
  return (
    <DirectionTabContext value={counter}>
      <UnreadContext value={unreads}>
        {stale && <StaleNotice {...stale} />}
        {!settled && <Bones />}
        {settled && (
          <div className="cockpit">
            <ThisWeek
              direction={direction.id}
              values={values}
              more={cut.waiting === true}
              stories={stories}
            />
            <div className="side">
              <Unread parts={BESIDE} shown={values.week !== undefined} />
              {values.week?.silent && (
                <SilentAxis
                  axis={values.week.silent}
                  direction={direction.id}
                  mute={values.week.mute !== undefined}
                  published={values.week.published}
                />
              )}
              <div className="card folds">
                {values.figures?.enough && <AxisBars ideas={values.figures.ideas} />}
                <DeputyPanel direction={direction.id} relay={values.relay} messages={values.messages} />
              </div>
            </div>
          </div>
        )}
      </UnreadContext>
    </DirectionTabContext>
  )
}

/** « Pilote, Direction des lycées »: what the Direction needs this week, its ideas by axis, and the relay. */
export function PilotPage({ call }: { call: Call }) {
  const { translator, me, programme } = usePersonalTab()
  const [chosen, choose] = useState(me.leads[0]?.id)
  const direction = me.leads.find(({ id }) => id === chosen) ?? me.leads[0]
  const id = direction?.id
  const store = useMemo(() => (id ? createStore(call, pilotReaders(id)) : undefined), [call, id])
  useEffect(() => {
    if (me.leads.length > 0) choose(before => before ?? me.leads[0]?.id)
  }, [me.leads])
  const { say } = translator
  const led = me.role === 'pilot' && direction
  const title = led
    ? say(me.deputy ? 'cockpit.deputy' : 'cockpit.pilot', { direction: direction.name })
    : say('cockpit.title')
  const monday = translator.shortDay(mondayOf(programme.today))
  return (
    <>
      <PageHead title={title} about={say('cockpit.week', { day: monday })}>
        {me.role === 'pilot' && me.leads.length > 1 && (
          <Select
            aria-label={say('cockpit.direction')}
            value={id ?? ''}
            onChange={(_, data) => choose(data.value)}
          >
            {me.leads.map(({ id: one, name }) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </PageHead>
      {led && store ? (
        <Body key={direction.id} direction={direction} store={store} />
      ) : (
        <p>{say('cockpit.none')}</p>
      )}
    </>
  )
}

const DAY = 86_400_000

/** Noon (ms, UTC) of the Monday of that day's week. */
function mondayOf(day: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`)
  return noon - ((new Date(noon).getUTCDay() + 6) % 7) * DAY
}
