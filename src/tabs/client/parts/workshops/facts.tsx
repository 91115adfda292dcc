import { systemClock } from '../../../../kernel/time/clock.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'
import { capitalised } from '../words/capital.ts'
import type { Translator } from '../words/translator.ts'

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : ''
}

/** « Toulouse », « En ligne, sur teams.microsoft.com », or both; '' where it has neither. */
export function placeOf({ place, link }: Pick<WorkshopView, 'place' | 'link'>, { say }: Translator): string {
  const online = link ? say('workshop.online', { host: hostOf(link) }) : ''
  return [place ?? '', online].filter(Boolean).join('\u00A0· ')
}

/** « 14 h à 17 h, Toulouse », « 14 h à 17 h · En ligne, sur teams.microsoft.com », or both. */
export function hoursAndPlace(
  { startsAt, endsAt, place, link }: WorkshopView,
  translator: Translator,
): string {
  const { say, time } = translator
  const hours = say('tab.hours', { from: time(startsAt), to: time(endsAt) })
  const here = place ? say('tab.at', { when: hours, place }) : hours
  return link ? `${here}\u00A0· ${say('workshop.online', { host: hostOf(link) })}` : here
}

/** « Jeudi 3 juin, 14 h à 17 h, Toulouse · 12 places » */
export function factsOf(workshop: WorkshopView, translator: Translator): readonly string[] {
  const facts = capitalised(
    `${translator.shortDay(workshop.startsAt)}, ${hoursAndPlace(workshop, translator)}`,
  )
  if (workshop.mine || workshop.seatsLeft === 0) return [facts]
  return [facts, translator.say('workshop.seats', { count: workshop.seatsLeft })]
}

/** « Vous animez la table 4 », or the table I sit at. */
export function TableLine({ workshop }: { workshop: WorkshopView }) {
  const { say } = useSession().translator
  const { facilitates, harvests, table, over } = workshop
  if (!facilitates || (over && !harvests)) return table ? <p>{say('visit.table', { table })}</p> : null
  const mine = facilitates.table
  return (
    <>
      <p>{mine ? say('workshop.leads.table', { table: mine }) : say('workshop.leads')}</p>
      {!over && <p className="quiet">{say('workshop.leads.from')}</p>}
    </>
  )
}

/** A seat of mine, for my own calendar: the file opens outside the tab, where Teams lets it. */
export function CalendarLink({
  workshop: { mine, over, calendar, title, startsAt },
}: {
  workshop: WorkshopView
}) {
  const { translator } = useSession()
  // Over http in demo mode alone.
  if (mine !== 'yes' || over || !/^https?:/.test(calendar)) return null
  return (
    <a
      href={calendar}
      target="_blank"
      rel="noopener"
      aria-label={actName(translator, 'workshop.calendar', title, startsAt)}
    >
      {translator.say('workshop.calendar')}
    </a>
  )
}

/** The way into an online workshop, until it ends. */
export function JoinLink({ workshop }: { workshop: WorkshopView }) {
  const { translator } = useSession()
  const { link, startsAt, endsAt, title } = workshop
  if (!link?.startsWith('https://') || endsAt <= systemClock.now()) return null
  return (
    <a
      href={link}
      target="_blank"
      rel="noreferrer"
      aria-label={actName(translator, 'workshop.open', title, startsAt)}
    >
      {translator.say('workshop.open')}
    </a>
  )
}
