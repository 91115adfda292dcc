import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { factsOf, JoinLink } from '../../parts/workshops/facts.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { DayLink } from '../workshops/day-links.tsx'
import { HarvestButton } from '../workshops/harvest-button.tsx'
import { Task } from './task.tsx'

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
          {!harvests && table !== undefined && <p>{say('workshop.leads.from')}</p>}
          <JoinLink workshop={workshop} />
        </>
      }
    >
      <HarvestButton workshop={workshop} />
      {table === undefined ? (
        <DayLink workshop={workshop} page="remote" word="remote.title" />
      ) : (
        <DayLink workshop={workshop} page="room" word="following.title" />
      )}
    </Task>
  )
}
