import { Button } from '@fluentui/react-components'
import { systemClock } from '../../../../kernel/time/clock.ts'
import { dateIn } from '../../../../kernel/time/time-zone.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { actName } from '../../parts/words/button-name.ts'
import { isOff } from '../../parts/workshops/status.ts'
import { linkAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'

type LinkProps = {
  readonly workshop: WorkshopView
  readonly page: 'room' | 'remote'
  readonly word: 'following.title' | 'remote.title'
}

/** To a page of the workshop of today. */
export function DayLink({ workshop: { id, title, startsAt }, page, word }: LinkProps) {
  const { translator } = usePersonalTab()
  return (
    <Button
      as="a"
      size="small"
      href={linkAddress(`${page}:${id}`)}
      aria-label={actName(translator, word, title, startsAt)}
    >
      {translator.say(word)}
    </Button>
  )
}

/** It is the day of the workshop, which is not over. */
function useIsToday(workshop: WorkshopView): boolean {
  const { programme, acting } = usePersonalTab()
  const { startsAt, endsAt } = workshop
  const today = dateIn(startsAt, programme.zone) === programme.today && endsAt > systemClock.now()
  return acting && today && !isOff(workshop)
}

/** The day of a seat of mine, as long as the workshop lasts. */
export function useIsMyDay(workshop: WorkshopView): boolean {
  const { mine, came } = workshop
  return useIsToday(workshop) && (mine === 'yes' || came === true)
}

/** « Dans la salle », on the day. */
export function RoomLink({ workshop }: { workshop: WorkshopView }) {
  if (!useIsMyDay(workshop)) return null
  return <DayLink workshop={workshop} page="room" word="following.title" />
}

/** Whose card of today has the remote: the room itself stands under « Mes ateliers ». */
export function useLeadsToday(workshop: WorkshopView): boolean {
  const { facilitates } = workshop
  return useIsToday(workshop) && facilitates !== undefined && facilitates.table === undefined
}
