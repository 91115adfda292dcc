import { Select } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import { directionActs } from '../../data/actions/direction.ts'
import type { Call } from '../../data/api/call.ts'
import type { DirectionSources } from '../../data/sources/direction.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { type Board, createBoard } from '../../data/store/store.ts'
import { type Counter, CounterContext } from '../../direction/reading/context.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { staleOf, Unread, UnreadContext, unreadsOf } from '../../parts/notices/unread-notice.tsx'
import { useSnapshot } from '../../parts/start/session.ts'
import { useDesk } from '../navigation/context.tsx'
import { PlaceHead } from '../navigation/page-head.tsx'
import { AxisBars } from './axis-bars.tsx'
import { Relay } from './deputy-panel.tsx'
import { Silent } from './silent-axis.tsx'
import { type CockpitSources, cockpitReaders } from './sources.ts'
import { ThisWeek } from './this-week.tsx'

type BodyProps = {
  readonly direction: { readonly id: string; readonly name: string }
  readonly board: Board<CockpitSources>
}

/** What the column beside the week shows and has no panel of its own for. */
const BESIDE = ['unread.figures', 'unread.week'] as const

function Bones() {
  return (
    <div className="cockpit" aria-hidden="true">
      <div className="card bone-week" />
      <div className="card bone-axes" />
    </div>
  )
}

function Body({ direction, board }: BodyProps) {
  const snapshot = useSnapshot(board)
  const { values, cut } = snapshot
  useFreshness(board)
  // It reads and does what the Direction's page does, and holds more besides.
  const counted = board as unknown as Board<DirectionSources>
  const acts = useMemo(() => directionActs(counted), [counted])
  const unreads = unreadsOf(snapshot, board.sources, board.refresh)
  const stale = staleOf(unreads)
  const settled = snapshot.loadedAt !== undefined || unreads.failures.length > 0
  const counter: Counter = { direction, values, cut, readOn: counted.readOn, acts, join: () => undefined }
  return (
    <CounterContext value={counter}>
      <UnreadContext value={unreads}>
        {stale && <StaleNotice {...stale} />}
        {!settled && <Bones />}
        {settled && (
          <div className="cockpit">
            <ThisWeek direction={direction.id} values={values} more={cut.waiting === true} />
            <div className="side">
              <Unread parts={BESIDE} shown={values.week !== undefined} />
              {values.figures?.enough && <AxisBars ideas={values.figures.ideas} />}
              {values.week?.silent && (
                <Silent
                  axis={values.week.silent}
                  direction={direction.id}
                  mute={values.week.mute !== undefined}
                />
              )}
              <Relay direction={direction.id} relay={values.relay} messages={values.messages} />
            </div>
          </div>
        )}
      </UnreadContext>
    </CounterContext>
  )
}

/** « Pilote, Direction des lycées »: what the Direction needs this week, its ideas by axis, and the relay. */
export function Cockpit({ call }: { call: Call }) {
  const { speech, me, programme } = useDesk()
  const [chosen, choose] = useState(me.leads[0]?.id)
  const direction = me.leads.find(({ id }) => id === chosen) ?? me.leads[0]
  const id = direction?.id
  const board = useMemo(() => (id ? createBoard(call, cockpitReaders(id)) : undefined), [call, id])
  useEffect(() => {
    if (me.leads.length > 0) choose(before => before ?? me.leads[0]?.id)
  }, [me.leads])
  const { say } = speech
  const led = me.role === 'pilot' && direction
  const title = led
    ? say(me.deputy ? 'cockpit.deputy' : 'cockpit.pilot', { direction: direction.name })
    : say('cockpit.title')
  const monday = speech.shortDay(mondayOf(programme.today))
  return (
    <>
      <PlaceHead title={title} about={say('cockpit.week', { day: monday })}>
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
      </PlaceHead>
      {led && board ? (
        <Body key={direction.id} direction={direction} board={board} />
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
