import { Button } from '@fluentui/react-components'
import { systemClock } from '../../../kernel/clock.ts'
import type { WorkshopView } from '../../contract/workshops.ts'
import { actName } from '../words/act-name.ts'
import { useDesk } from './desk.tsx'
import { Panel } from './panel.tsx'
import { ShortList } from './short-list.tsx'
import { WorkshopAnswer } from './workshop-answer.tsx'
import { CalendarLink, hoursAndPlace, JoinLink } from './workshop-facts.tsx'
import { nearestFirst } from './workshop-order.ts'

const AHEAD = ['announced', 'full', 'closed', 'underway']
const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

/** A page torn off a calendar: the day large, the month under it. Spoken as one date. */
function DateBlock({ ms }: { ms: number }) {
  const { speech } = useDesk()
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE[speech.language], { timeZone: speech.zone, ...options }).format(ms)
  return (
    <div className="date">
      <span className="unseen">{speech.shortDay(ms)}</span>
      <span className="date-day" aria-hidden="true">
        {part({ day: 'numeric' })}
      </span>
      <span className="date-month" aria-hidden="true">
        {part({ month: 'short' })}
      </span>
    </div>
  )
}

/** What somebody who comes finds and says before they do. */
function Prepare({ workshop }: { workshop: WorkshopView }) {
  const { speech, acting, open } = useDesk()
  const { mine, stage, title } = workshop
  if (!acting || !mine || mine === 'no' || !AHEAD.includes(stage)) return null
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-label={actName(speech, 'visit.title', title)}
      onClick={() => open({ kind: 'visit', workshop })}
    >
      {speech.say('visit.title')}
    </Button>
  )
}

function Workshop({ workshop }: { workshop: WorkshopView }) {
  const { speech } = useDesk()
  return (
    <div className="workshop">
      <DateBlock ms={workshop.startsAt} />
      <div className="workshop-text">
        <h3>{workshop.title}</h3>
        <p className="quiet">{hoursAndPlace(workshop, speech)}</p>
        {workshop.table && <p>{speech.say('visit.table', { table: workshop.table })}</p>}
        <div className="links">
          <JoinLink workshop={workshop} />
          <CalendarLink workshop={workshop} />
        </div>
        <div className="acts">
          <WorkshopAnswer workshop={workshop} />
          <Prepare workshop={workshop} />
        </div>
      </div>
    </div>
  )
}

/** « Mes ateliers »: those I answered, the others wait at the head of the page. All of them for who never answers. */
export function Workshops() {
  const { speech, values, acting } = useDesk()
  const listed = values.workshops?.filter(({ mine }) => mine !== undefined || !acting)
  const items = listed && nearestFirst(listed, systemClock.now())
  const empty = values.workshops?.length
    ? speech.say('tab.workshops.unanswered')
    : speech.say('empty.workshops')
  return (
    <Panel title={speech.say(acting ? 'tab.workshops' : 'tab.workshops.all')}>
      <ShortList
        items={items}
        source="workshops"
        limit={3}
        empty={<p className="quiet">{empty}</p>}
        draw={workshop => <Workshop workshop={workshop} />}
      />
    </Panel>
  )
}
