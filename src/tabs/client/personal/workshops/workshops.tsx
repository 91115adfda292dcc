import { Button } from '@fluentui/react-components'
import { type ReactNode, useRef, useState } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type { AskedView } from '../../../contract/feedback.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { CalendarLink, hoursAndPlace, JoinLink, TableLine } from '../../parts/workshops/facts.tsx'
import { hasBegun } from '../../parts/workshops/status.ts'
import { linkAddress } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { Fold } from '../navigation/fold.tsx'
import { ShortList } from '../navigation/short-list.tsx'
import { DayLink, useLeadsToday } from './day-links.tsx'
import { HarvestButton } from './harvest-button.tsx'
import { awaitedIn, nearestFirst } from './order.ts'
import { WorkshopAnswer } from './registration.tsx'

const AHEAD = ['announced', 'full', 'closed', 'underway']
const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

/** A page torn off a calendar: the day large, the month under it. Spoken as one date. */
function DateBlock({ ms }: { ms: number }) {
  const { translator } = usePersonalTab()
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE[translator.language], { timeZone: translator.zone, ...options }).format(ms)
  return (
    <div className="date">
      <span className="unseen">{translator.shortDay(ms)}</span>
      <span className="date-day" aria-hidden="true">
        {part({ day: 'numeric' })}
      </span>
      <span className="date-month" aria-hidden="true">
        {part({ month: 'short' })}
      </span>
    </div>
  )
}

type OfWorkshop = { readonly workshop: WorkshopView }

/** « Lire le bilan »: leads to its page. */
function SummaryLink({ workshop: { id, title, startsAt } }: OfWorkshop) {
  const { translator } = usePersonalTab()
  return (
    <a
      href={linkAddress(`summary:${id}`)}
      aria-label={actName(translator, 'harvest.summary.read', title, startsAt)}
    >
      {translator.say('harvest.summary.read')}
    </a>
  )
}

/** From when one can register. */
function Opening({ workshop: { opensAt, over } }: OfWorkshop) {
  const { say, shortDay, time } = usePersonalTab().translator
  if (opensAt === undefined || over) return null
  const moment = say('workshop.moment', { day: shortDay(opensAt), time: time(opensAt) })
  return <p className="quiet">{say('workshop.opens', { moment })}</p>
}

/** What somebody who comes finds and says before they do. */
function Prepare({ workshop }: OfWorkshop) {
  const { translator, acting, open } = usePersonalTab()
  const { mine, stage } = workshop
  if (!acting || !mine || mine === 'no' || !AHEAD.includes(stage)) return null
  return (
    <Button
      size="small"
      appearance="subtle"
      className="plain"
      aria-label={actName(translator, 'visit.title', workshop.title, workshop.startsAt)}
      onClick={() => open({ kind: 'visit', workshop })}
    >
      {translator.say('visit.title')}
    </Button>
  )
}

/** What somebody who was there says of it, while that is asked. */
function Feedback({ of }: { of: string }) {
  const { translator, values, open } = usePersonalTab()
  const asked = values.feedback?.find(({ id }) => id === of)
  if (!asked) return null
  return (
    <span id={`asked-${of}`} tabIndex={-1} className="state">
      {asked.given ? (
        <StateBadge tone="good">{translator.say('tab.feedback.given')}</StateBadge>
      ) : (
        <Button
          size="small"
          aria-label={actName(translator, 'feedback.give', asked.title, asked.startsAt)}
          onClick={() => open({ kind: 'feedback', asked })}
        >
          {translator.say('feedback.give')}
        </Button>
      )}
    </span>
  )
}

type RowProps = Pick<WorkshopView, 'id' | 'startsAt' | 'title'> & { readonly children: ReactNode }

function Row({ id, startsAt, title, children }: RowProps) {
  return (
    <div className="workshop">
      <DateBlock ms={startsAt} />
      <div className="workshop-text">
        <h3 id={`workshop-${id}`} tabIndex={-1}>
          {title}
        </h3>
        {children}
      </div>
    </div>
  )
}

/** Whoever facilitates may not have answered yet: that is asked at the head of the page. */
const isAsked = ({ facilitates, mine, over }: WorkshopView) => facilitates && !mine && !over

/** « 5 journées », the first of them, and from when one can register. */
function AwaitedRow({ workshop, days }: OfWorkshop & { readonly days: number }) {
  const { translator } = usePersonalTab()
  const { id, startsAt, title, seriesTitle } = workshop
  const facts = [translator.say('series.days', { count: days }), hoursAndPlace(workshop, translator)]
  return (
    <Row id={id} startsAt={startsAt} title={seriesTitle ?? title}>
      <p className="quiet">{facts.slice(days > 1 ? 0 : 1).join('\u00A0· ')}</p>
      <Opening workshop={workshop} />
      <div className="acts">
        <WorkshopAnswer workshop={workshop} whole={days > 1} />
      </div>
    </Row>
  )
}

function Workshop({ workshop }: { workshop: WorkshopView }) {
  const { translator } = usePersonalTab()
  const leads = useLeadsToday(workshop)
  return (
    <Row {...workshop}>
      <p className="quiet">{hoursAndPlace(workshop, translator)}</p>
      <Opening workshop={workshop} />
      <TableLine workshop={workshop} />
      <div className="links">
        <JoinLink workshop={workshop} />
        {!leads && <CalendarLink workshop={workshop} />}
        {workshop.summary && <SummaryLink workshop={workshop} />}
      </div>
      <div className="acts">
        {leads && <DayLink workshop={workshop} page="room" word="following.title" />}
        <HarvestButton workshop={workshop} />
        {!isAsked(workshop) && <WorkshopAnswer workshop={workshop} />}
        <Prepare workshop={workshop} />
        <Feedback of={workshop.id} />
      </div>
    </Row>
  )
}

/** Those that are further down the list than was read: I am asked all the same. */
function Visited({ asked }: { asked: readonly AskedView[] }) {
  return (
    <ul className="rows">
      {asked.map(each => (
        <li key={each.id}>
          <Row {...each}>
            <div className="acts">
              <Feedback of={each.id} />
            </div>
          </Row>
        </li>
      ))}
    </ul>
  )
}

/** Declined and not attended; an expired offer is listed as long as another seat may come free. */
const isLeft = ({ mine, facilitates, came, offeredUntil, over }: WorkshopView) =>
  mine === 'no' && !facilitates && !came && (over || !offeredUntil)

/** To come, and not declined. */
const isAhead = ({ mine, facilitates, over }: WorkshopView) =>
  !over && (mine !== 'no' || facilitates !== undefined)

/**
 * « Mes ateliers »: those I answered, facilitate or came to, and those that nobody can answer yet; the others wait at the
 * head of the page. All of them for who never answers.
 */
export function Workshops() {
  const { translator, values, cut, acting } = usePersonalTab()
  // One declined during this visit keeps its place, with an undo.
  const kept = useRef(new Set<string>())
  const [away, setAway] = useState(false)
  const all = values.workshops?.filter(
    ({ mine, facilitates, came }) => mine || facilitates || came || !acting,
  )
  const gone = all?.filter(one => acting && isLeft(one) && !kept.current.has(one.id)) ?? []
  const left = gone.filter(({ over }) => !over)
  const listed = all?.filter(one => !gone.includes(one) || (away && !one.over))
  for (const one of all ?? []) if (!isLeft(one)) kept.current.add(one.id)
  const awaited = new Map(
    acting ? awaitedIn(values.workshops ?? []).map(each => [each.workshop.id, each.days]) : [],
  )
  const early = values.workshops?.filter(({ id }) => awaited.has(id)) ?? []
  const items = listed && nearestFirst([...listed, ...early], systemClock.now())
  const visited = values.feedback?.filter(({ id }) => !listed?.some(one => one.id === id)) ?? []
  // The list begins with those to come: where it goes on with more of them, their number is not known.
  const last = values.workshops?.at(-1)
  const known = items !== undefined && !(cut.workshops && last && !hasBegun(last))
  const coming = known ? translator.say('tab.fold.coming', { count: items.filter(isAhead).length }) : ''
  const empty = values.workshops?.length
    ? translator.say('tab.workshops.unanswered')
    : translator.say('empty.workshops')
  return (
    <Fold
      name="workshops"
      id="my-workshops"
      title={translator.say(acting ? 'tab.workshops' : 'section.workshops')}
      state={coming}
      part="unread.workshops"
      beside={items !== undefined && items.length > 0}
    >
      <ShortList
        items={items}
        source="workshops"
        part="unread.workshops"
        limit={3}
        empty={visited.length + left.length === 0 && <p className="quiet">{empty}</p>}
        draw={workshop => {
          const days = awaited.get(workshop.id)
          return days === undefined ? (
            <Workshop workshop={workshop} />
          ) : (
            <AwaitedRow workshop={workshop} days={days} />
          )
        }}
      />
      {left.length > 0 && (
        <Button appearance="transparent" className="more" aria-expanded={away} onClick={() => setAway(!away)}>
          {away
            ? translator.say('tab.less')
            : translator.say('tab.workshops.declined', { count: left.length })}
        </Button>
      )}
      {visited.length > 0 && <Visited asked={visited} />}
    </Fold>
  )
}
