import { Button } from '@fluentui/react-components'
import type { DirectionWorkshopView } from '../../../contract/workshops/workshops.ts'
import { FoldedList } from '../../parts/lists/folded-list.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { shortDate } from '../../parts/words/days.ts'
import { hoursAndPlace } from '../../parts/workshops/facts.tsx'
import { workshopProposal } from '../../parts/workshops/post-proposal.ts'
import { useDirectionTab } from '../reading/context.tsx'
import { seatsText } from './seats-text.ts'

/** When the Direction's channels last had a post about it (ms), for whoever may know. */
function usePostedAt({ id }: DirectionWorkshopView): number | undefined {
  const { posts = [] } = useDirectionTab().values
  return posts.find(({ thing, of }) => thing === 'workshop' && of === id)?.at
}

function Posted({ workshop }: { workshop: DirectionWorkshopView }) {
  const { say, shortDay, time } = useSession().translator
  const at = usePostedAt(workshop)
  if (at === undefined) return null
  return <p className="quiet">{say('nudge.published', { date: shortDay(at), time: time(at) })}</p>
}

/** « Publier »: whoever heads the Direction passes on to its channels what still has seats; a second time too, if they mean it. */
function Publish({ workshop }: { workshop: DirectionWorkshopView }) {
  const { translator, me } = useSession()
  const { direction, post } = useDirectionTab()
  const word = usePostedAt(workshop) === undefined ? 'nudge.post.send' : 'cockpit.again'
  const heads = me.role === 'manager' && me.leads.some(({ id }) => id === direction.id)
  if (!heads || workshop.stage !== 'announced') return null
  return (
    <div className="acts">
      <Button
        size="small"
        aria-label={actName(translator, word, workshop.title, workshop.startsAt)}
        onClick={() => post(workshopProposal(direction.id, workshop, translator))}
      >
        {translator.say(word)}
      </Button>
    </div>
  )
}

function Workshop({ workshop }: { workshop: DirectionWorkshopView }) {
  const { translator } = useSession()
  const { startsAt, title } = workshop
  return (
    <div className="coming">
      <p className="coming-date">{shortDate(startsAt, translator)}</p>
      <div>
        <h3>{title}</h3>
        <p className="quiet">{hoursAndPlace(workshop, translator)}</p>
        <p className="quiet">{seatsText(workshop, translator)}</p>
        <Posted workshop={workshop} />
        <Publish workshop={workshop} />
      </div>
    </div>
  )
}

/** « À venir »: the workshops, their seats, and those that people of this Direction took. */
export function UpcomingWorkshops() {
  const { translator } = useSession()
  const { values, cut, readOn } = useDirectionTab()
  return (
    <Panel title={translator.say('direction.coming')}>
      <FoldedList
        items={values.workshops?.filter(({ over }) => !over)}
        part="unread.workshops"
        limit={3}
        read={cut.workshops ? () => readOn(['workshops']) : undefined}
        empty={<p className="quiet">{translator.say('empty.workshops')}</p>}
        draw={workshop => <Workshop workshop={workshop} />}
      />
    </Panel>
  )
}
