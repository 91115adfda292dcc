import type { DirectionWorkshopView } from '../../../contract/workshops/workshops.ts'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { shortDate } from '../../parts/words/days.ts'
import { useDirectionTab } from '../reading/context.tsx'
import { FigureCard } from './figure-card.tsx'

function Seats({ workshop }: { workshop: DirectionWorkshopView }) {
  const { translator } = useSession()
  const { startsAt, seatsLeft, seatsOfDirection } = workshop
  const full = translator.say('workshop.seats', { count: 0 })
  const free = { value: String(seatsLeft), unit: translator.say('direction.next.free', { count: seatsLeft }) }
  return (
    <FigureCard
      label={translator.say('direction.next', { date: shortDate(startsAt, translator) })}
      {...(seatsLeft === 0 ? { value: full } : free)}
      note={capitalised(translator.say('direction.seats', { count: seatsOfDirection }))}
    />
  )
}

/** The workshop that comes first, and the seats it still has. */
export function NextWorkshopCard() {
  const { translator } = useSession()
  const next = useDirectionTab().values.workshops?.find(({ over }) => !over)
  if (next) return <Seats workshop={next} />
  return (
    <FigureCard
      label={translator.say('direction.next.none')}
      value={translator.say('direction.next.nothing')}
      note={translator.say('direction.next.soon')}
    />
  )
}
