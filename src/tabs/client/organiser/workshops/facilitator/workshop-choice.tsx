import { useId, useRef } from 'react'
import { systemClock } from '../../../../../kernel/time/clock.ts'
import { dateIn } from '../../../../../kernel/time/time-zone.ts'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import { ReadOn } from '../../../parts/lists/read-on.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { sectionAddress } from '../../parts/address.ts'
import { seatsOf, whenAndWhere } from '../workshop/facts.ts'

function Group({ title, workshops }: { title: string; workshops: readonly KeptDayView[] }) {
  const { translator } = useSession()
  const id = useId()
  if (workshops.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="workshop-choice">
        {workshops.map(workshop => (
          <li key={workshop.id} className="card">
            <a className="workshop-choose" href={sectionAddress('workshops', workshop.id)}>
              <strong>{workshop.title}</strong>
              <span className="quiet">{capitalised(whenAndWhere(workshop, translator))}</span>
              <span className="quiet">{capitalised(seatsOf(workshop, translator))}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = {
  readonly workshops: readonly KeptDayView[]
  /** Over for longer. */
  readonly past: readonly KeptDayView[]
  /** Reads a page more, when there is one. */
  readonly read: (() => Promise<void>) | undefined
}

/** The workshops of today, then those of the days that follow, then what ended a day ago at most, then what did before. */
export function WorkshopChoice({ workshops, past, read }: Props) {
  const { translator } = useSession()
  const list = useRef<HTMLDivElement>(null)
  const now = systemClock.now()
  const today = dateIn(now, translator.zone)
  const on = (when: (day: string) => boolean) =>
    workshops.filter(({ startsAt }) => when(dateIn(startsAt, translator.zone)))
  if (workshops.length + past.length === 0) return <p>{translator.say('empty.workshops')}</p>
  return (
    <div className="workshop-groups" ref={list} tabIndex={-1}>
      <Group title={translator.say('organiser.today')} workshops={on(day => day === today)} />
      <Group title={translator.say('organiser.next')} workshops={on(day => day > today)} />
      <Group title={translator.say('organiser.before')} workshops={on(day => day < today)} />
      <Group title={translator.say('organiser.past')} workshops={past} />
      <ReadOn read={read} list={list} count={workshops.length + past.length} />
    </div>
  )
}
