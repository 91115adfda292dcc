import type { DirectionWorkshopView } from '../../../contract/workshops/workshops.ts'
import { useGround } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { shortDate } from '../../parts/words/days.ts'
import { useCounter } from '../reading/context.tsx'
import { FigureCard } from './figure-card.tsx'

function Seats({ workshop }: { workshop: DirectionWorkshopView }) {
  const { speech } = useGround()
  const { startsAt, seatsLeft, seatsOfDirection } = workshop
  const full = speech.say('workshop.seats', { count: 0 })
  const free = { value: String(seatsLeft), unit: speech.say('direction.next.free', { count: seatsLeft }) }
  return (
    <FigureCard
      label={speech.say('direction.next', { date: shortDate(startsAt, speech) })}
      {...(seatsLeft === 0 ? { value: full } : free)}
      note={capitalised(speech.say('direction.seats', { count: seatsOfDirection }))}
    />
  )
}

/** The workshop that comes first, and the seats it still has. */
export function NextWorkshopCard() {
  const { speech } = useGround()
  const next = useCounter().values.workshops?.find(({ over }) => !over)
  if (next) return <Seats workshop={next} />
  return (
    <FigureCard
      label={speech.say('direction.next.none')}
      value={speech.say('direction.next.nothing')}
      note={speech.say('direction.next.soon')}
    />
  )
}
