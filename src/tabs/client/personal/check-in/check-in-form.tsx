import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { CheckInView } from '../../../contract/attendance.ts'
import type { Failure } from '../../data/api/failure.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { failureText } from '../../parts/words/failure-text.ts'
import { linkAddress } from '../navigation/addresses.ts'

/** Which workshop it is: its name, day, hours and place. */
function About({ workshop: { title, startsAt, endsAt, place } }: Pick<CheckInView, 'workshop'>) {
  const { translator } = useSession()
  const hours = translator.say('tab.hours', { from: translator.time(startsAt), to: translator.time(endsAt) })
  const when = `${translator.shortDay(startsAt)}, ${hours}`
  return (
    <div>
      <p className="words">{title}</p>
      <p className="quiet">{capitalised(place ? translator.say('tab.at', { when, place }) : when)}</p>
    </div>
  )
}

/** Where they sit: large, to be read while walking. */
function Table({ number }: { number: number }) {
  const { translator } = useSession()
  return (
    <p className="card table-mine">
      <span className="unseen">{translator.say('visit.table', { table: number })}</span>
      <strong aria-hidden="true">{number}</strong>
      <span aria-hidden="true">{translator.say('tables.mine')}</span>
    </p>
  )
}

/** Somebody is in, or has no seat. */
function Outcome({ entry, comeIn }: { entry: CheckInView; comeIn: () => Promise<void> }) {
  const { translator } = useSession()
  const act = useAct()
  const { say } = translator
  if (entry.state === 'in') {
    const time = translator.time(entry.cameAt ?? 0)
    return (
      <>
        <Notice tone="good">{say(entry.again ? 'attendance.since' : 'attendance.at', { time })}</Notice>
        {entry.table !== undefined && <Table number={entry.table} />}
        <About workshop={entry.workshop} />
      </>
    )
  }
  return (
    <>
      <Notice tone="warning">
        {say(entry.state === 'seat' ? 'attendance.seat-left' : 'attendance.no-seat')}
      </Notice>
      <About workshop={entry.workshop} />
      <ActFailure act={act} />
      {entry.state === 'seat' && (
        <ActButton act={act} appearance="primary" onPress={() => void act.run(comeIn, say('checkin.done'))}>
          {say('attendance.come-in')}
        </ActButton>
      )}
    </>
  )
}

type Props = {
  readonly entry: CheckInView | undefined
  /** Why nothing came of the code. */
  readonly failure: Failure | undefined
  readonly again: () => Promise<void>
  readonly comeIn: () => Promise<void>
  readonly leave: () => void
}

/** What came of a code that was scanned. */
export function CheckInForm({ entry, failure, again, comeIn, leave }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const title = useRef<HTMLHeadingElement>(null)
  const state = entry?.state ?? 'none'
  // Announced at once, since nobody pressed anything.
  useEffect(() => {
    if (state) title.current?.focus()
  }, [state])
  const titles = {
    in: 'checkin.done',
    seat: 'attendance.unregistered',
    full: 'attendance.unregistered',
  } as const
  return (
    <main className="page checkin">
      <h1 ref={title} tabIndex={-1}>
        {say(entry ? titles[entry.state] : 'attendance.question')}
      </h1>
      {entry && <Outcome entry={entry} comeIn={comeIn} />}
      {failure && <Notice tone="warning">{failureText(failure, translator, 'act')}</Notice>}
      <div className="acts">
        {failure && failure.kind !== 'refusal' && (
          <Button appearance="primary" onClick={() => void again()}>
            {say('error.retry')}
          </Button>
        )}
        {entry?.state === 'in' && (
          <Button as="a" appearance="primary" href={linkAddress(`room:${entry.workshop.id}`)}>
            {say('following.title')}
          </Button>
        )}
        <Button onClick={leave}>{say('attendance.leave')}</Button>
      </div>
      <p className="quiet">{say('attendance.rules')}</p>
    </main>
  )
}
