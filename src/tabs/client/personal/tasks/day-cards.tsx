import { Button } from '@fluentui/react-components'
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team'
import { systemClock } from '../../../../kernel/time/clock.ts'
import { dateIn } from '../../../../kernel/time/time-zone.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { actName } from '../../parts/words/button-name.ts'
import { factsOf, JoinLink } from '../../parts/workshops/facts.tsx'
import { isOff } from '../../parts/workshops/status.ts'
import { linkAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { HarvestButton } from '../workshops/harvest-button.tsx'
import { Task } from './task.tsx'

type LinkProps = {
  readonly workshop: WorkshopView
  readonly page: 'room' | 'remote'
  readonly word: 'following.title' | 'remote.title'
}

/** To a page of the workshop of today. */
function DayLink({ workshop: { id, title, startsAt }, page, word }: LinkProps) {
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

/** The day of a seat of mine, as long as the workshop lasts. */
export function useIsMyDay(workshop: WorkshopView): boolean {
  const { programme, acting } = usePersonalTab()
  const { mine, came, startsAt, endsAt } = workshop
  const today = dateIn(startsAt, programme.zone) === programme.today && endsAt > systemClock.now()
  return acting && today && !isOff(workshop) && (mine === 'yes' || came === true)
}

/** « Dans la salle », on the day. */
export function RoomLink({ workshop }: { workshop: WorkshopView }) {
  if (!useIsMyDay(workshop)) return null
  return <DayLink workshop={workshop} page="room" word="following.title" />
}

/** The day of who facilitates: their table's harvest, or the remote of who leads the room. */
export function LeadTask({ workshop }: { workshop: WorkshopView }) {
  const { translator } = usePersonalTab()
  const { say } = translator
  const { id, title, facilitates, harvests } = workshop
  const table = facilitates?.table
  return (
    <Task
      icon={<PeopleTeam20Regular aria-hidden />}
      id={`day-${id}`}
      title={table === undefined ? say('workshop.leads') : say('workshop.leads.table', { table })}
      // When and where: how many seats are left is not theirs to see to.
      facts={[title, ...factsOf(workshop, translator).slice(0, 1)]}
      about={
        <>
          {!harvests && <p>{say('workshop.leads.from')}</p>}
          <JoinLink workshop={workshop} />
        </>
      }
    >
      <HarvestButton workshop={workshop} />
      {table === undefined && <DayLink workshop={workshop} page="remote" word="remote.title" />}
      <DayLink workshop={workshop} page="room" word="following.title" />
    </Task>
  )
}
