import { Field, Input } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import type { RollView, TickedView } from '../../../../contract/attendance.ts'
import type { Call } from '../../../data/api/call.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { ReadOn } from '../../../parts/lists/read-on.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { FactLine } from '../../../parts/panels/fact-line.tsx'
import { actName } from '../../../parts/words/button-name.ts'
import { failureText } from '../../../parts/words/failure-text.ts'
import type { AttendanceRoll } from './use-attendance.ts'

const HOW = {
  screen: 'day.how.screen',
  print: 'day.how.print',
  code: 'day.how.code',
  hand: 'day.how.hand',
  'walk-in': 'day.how.walk-in',
} as const

/** « Place proposée · Direction des lycées »; « Direction des lycées · arrivée à 9 h 12, code à l’écran » */
function About({ person }: { person: RollView }) {
  const { translator, programme } = useSession()
  const { say, time } = translator
  const direction = programme.directions.find(({ id }) => id === person.direction)?.name
  const came =
    person.cameAt !== undefined && person.how !== undefined
      ? say('day.came', { time: time(person.cameAt), how: say(HOW[person.how]) })
      : undefined
  const beyond = person.beyond ? say('day.beyond.one') : undefined
  return <FactLine of={[person.offered && say('day.offered'), direction, came, beyond]} />
}

type RowProps = {
  readonly person: RollView
  /** Absent while nobody can be ticked. */
  readonly tick: ((person: RollView, present: boolean) => Promise<void>) | undefined
}

function Row({ person, tick }: RowProps) {
  const { translator, acting } = useSession()
  const act = useAct()
  const [ahead, setAhead] = useState<boolean>()
  const here = ahead ?? person.cameAt !== undefined
  const name = person.name || translator.say('day.nameless')
  const key = here ? 'day.untick' : 'day.tick'
  const press = async (run: NonNullable<typeof tick>) => {
    setAhead(!here)
    const done = translator.say(here ? 'day.unticked' : 'day.ticked', { name })
    await act.run(() => run(person, !here), done, true)
    setAhead(undefined)
  }
  return (
    <li tabIndex={-1} className="roll-row">
      <div>
        <p className="words">{name}</p>
        <About person={person} />
        <ActFailure act={act} />
      </div>
      {acting && tick && (
        <ActButton
          act={act}
          appearance={here ? 'subtle' : 'secondary'}
          aria-label={actName(translator, key, name)}
          onPress={() => void press(tick)}
        >
          {translator.say(key)}
        </ActButton>
      )}
    </li>
  )
}

type Props = {
  readonly call: Call
  readonly workshop: string
  readonly roll: AttendanceRoll
  /** Whether somebody may be ticked now. */
  readonly ticks: boolean
  /** When ticking becomes possible (ms); absent where it never will. */
  readonly opensAt: number | undefined
  /** After somebody was ticked: the counts are read again. */
  readonly changed: () => Promise<void>
}

/** Who has a seat or came, by name, to be ticked by hand. */
export function AttendanceList({ call, workshop, roll, ticks, opensAt, changed }: Props) {
  const { translator } = useSession()
  const { say, shortDay, time } = translator
  const title = useId()
  const list = useRef<HTMLUListElement>(null)
  const { people, failure, name, read } = roll
  const tick = async ({ id }: RollView, present: boolean) => {
    const path = `/attendance/${encodeURIComponent(workshop)}/people/${encodeURIComponent(id)}`
    await call<TickedView>('PUT', path, { present })
    await Promise.all([roll.refresh(), changed()])
  }
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title}>{say('day.roll')}</h2>
      </div>
      <Field label={say('day.find')} className="roll-find">
        <Input value={name} maxLength={100} onChange={(_, data) => roll.find(data.value)} />
      </Field>
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      {people?.length === 0 && <p className="quiet">{say(name ? 'day.found.none' : 'day.roll.empty')}</p>}
      {opensAt !== undefined && (
        <p className="quiet">{say('day.acts.early', { date: shortDay(opensAt), time: time(opensAt) })}</p>
      )}
      {people && people.length > 0 && (
        <ul className="rows roll" ref={list} tabIndex={-1} aria-labelledby={title}>
          {people.map(person => (
            <Row key={person.id} person={person} tick={ticks ? tick : undefined} />
          ))}
        </ul>
      )}
      <ReadOn read={read} list={list} count={people?.length ?? 0} />
    </section>
  )
}
