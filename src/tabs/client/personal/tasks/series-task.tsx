import { Button } from '@fluentui/react-components'
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { useEffect, useId, useRef, useState } from 'react'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { capitalised } from '../../parts/words/capital.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { factsOf, placeOf } from '../../parts/workshops/facts.tsx'
import { isHeld } from '../../parts/workshops/status.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { WorkshopAnswer } from '../workshops/registration.tsx'
import { Task } from './task.tsx'

type DayProps = {
  readonly day: WorkshopView
  /** Where it is, beside its date; '' where all days are in one place. */
  readonly place: string
  readonly begun: () => void
}

/** What came of a day, in words; nothing while it is asked about. */
function stateOf({ mine, rank = 1 }: WorkshopView, { say }: Translator): string | undefined {
  if (mine === 'yes') return say('tab.workshop.joined')
  if (mine === 'waiting') return say('tab.workshop.waiting', { rank })
  return mine === 'no' ? say('tab.workshop.declined') : undefined
}

/** A date to register for in one press, then its result. */
function DayButton({ day, place, begun }: DayProps) {
  const { translator, acts } = usePersonalTab()
  const act = useAct()
  const state = useRef<HTMLSpanElement>(null)
  const pressed = useRef(false)
  const { id, mine, stage, startsAt } = day
  const { say } = translator
  const date = capitalised(translator.shortDay(startsAt))
  const beside = place && `\u00A0· ${place}`
  const said = stateOf(day, translator)
  useEffect(() => {
    if (said && pressed.current) state.current?.focus()
    pressed.current = false
  }, [said])
  const full = stage === 'full' || act.failure?.kind === 'refusal'
  const take = () => {
    pressed.current = true
    begun()
    const send = () => acts.answer(id, { answer: 'yes', ...(full && { orWait: true }) })
    return act.run(send, view => say('tab.series.day', { date, state: stateOf(view, translator) ?? '' }))
  }
  if (said)
    return (
      <span ref={state} tabIndex={-1} className="state">
        <StateBadge tone={mine === 'no' ? 'neutral' : 'good'}>
          {say('tab.series.day', { date, state: said })}
        </StateBadge>
      </span>
    )
  return (
    <>
      <ActButton
        act={act}
        size="small"
        aria-label={`${actName(translator, full ? 'workshop.wait' : 'workshop.join', day.title, startsAt)}${beside}`}
        onPress={() => void take()}
      >
        {full ? say('tab.series.wait', { date: `${date}${beside}` }) : `${date}${beside}`}
      </ActButton>
      <ActFailure act={act} />
    </>
  )
}

/** Each date with its hours, place and seats, and all that can be answered. */
function Dates({ days, begun }: { days: readonly WorkshopView[]; begun: (id: string) => void }) {
  const { translator } = usePersonalTab()
  return (
    <ul className="rows near">
      {days.map(day => (
        <li key={day.id}>
          <FactLine of={factsOf(day, translator)} />
          <div className="acts">
            <WorkshopAnswer workshop={day} begun={() => begun(day.id)} />
          </div>
        </li>
      ))}
    </ul>
  )
}

type Props = { readonly days: readonly WorkshopView[]; readonly begun: (id: string) => void }

/** A series is one row: its dates, each taken in one press, and behind one more all that can be said of each. */
export function SeriesTask({ days, begun }: Props) {
  const { translator, values, cut } = usePersonalTab()
  const [open, setOpen] = useState(false)
  const list = useId()
  const { say } = translator
  const [first] = days
  const title = first?.seriesTitle ?? first?.title ?? ''
  const places = days.map(day => placeOf(day, translator))
  const common = new Set(places).size === 1 ? places[0] : ''
  const count = (values.workshops ?? []).filter(day => day.series === first?.series && isHeld(day)).length
  return (
    <Task
      icon={<CalendarLtr20Regular aria-hidden />}
      title={title}
      facts={[...(cut.workshops ? [] : [say('tab.series.days', { count })]), ...(common ? [common] : [])]}
      about={
        <>
          {open && first?.description && <p>{first.description}</p>}
          {!open && <p className="quiet">{say('tab.series.join')}</p>}
        </>
      }
    >
      {!open &&
        days.map((day, at) => (
          <DayButton
            key={day.id}
            day={day}
            place={common ? '' : (places[at] ?? '')}
            begun={() => begun(day.id)}
          />
        ))}
      <Button
        size="small"
        appearance="subtle"
        className="plain"
        aria-expanded={open}
        aria-controls={list}
        aria-label={actName(translator, open ? 'tab.less' : 'tab.series.dates', title)}
        onClick={() => setOpen(!open)}
      >
        {say(open ? 'tab.less' : 'tab.series.dates')}
      </Button>
      <div id={list}>{open && <Dates days={days} begun={begun} />}</div>
    </Task>
  )
}
