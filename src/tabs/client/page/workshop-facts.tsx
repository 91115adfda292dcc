import { systemClock } from '../../../kernel/clock.ts'
import type { WorkshopView } from '../../contract/workshops.ts'
import { actName } from '../words/act-name.ts'
import { capitalised } from '../words/capital.ts'
import type { Speech } from '../words/speech.ts'
import { useDesk } from './desk.tsx'

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : ''
}

/** « 14 h à 17 h, Toulouse », « 14 h à 17 h · En ligne, sur teams.microsoft.com », or both. */
export function hoursAndPlace({ startsAt, endsAt, place, link }: WorkshopView, speech: Speech): string {
  const { say, time } = speech
  const hours = say('tab.hours', { from: time(startsAt), to: time(endsAt) })
  const here = place ? say('tab.at', { when: hours, place }) : hours
  return link ? `${here} · ${say('workshop.online', { host: hostOf(link) })}` : here
}

/** « Jeudi 3 juin, 14 h à 17 h, Toulouse · 12 places » */
export function factsOf(workshop: WorkshopView, speech: Speech): string {
  const facts = capitalised(`${speech.shortDay(workshop.startsAt)}, ${hoursAndPlace(workshop, speech)}`)
  if (workshop.mine || workshop.seatsLeft === 0) return facts
  const seats = speech.say('workshop.seats', { count: workshop.seatsLeft })
  return `${facts} · ${seats.replace(' ', '\u00A0')}`
}

/** A seat of mine, for my own calendar: the file opens outside the tab, where Teams lets it. */
export function CalendarLink({
  workshop: { mine, over, calendar, title, startsAt },
}: {
  workshop: WorkshopView
}) {
  const { speech } = useDesk()
  // Over http in demo mode alone.
  if (mine !== 'yes' || over || !/^https?:/.test(calendar)) return null
  return (
    <a
      href={calendar}
      target="_blank"
      rel="noopener"
      aria-label={actName(speech, 'workshop.calendar', title, startsAt)}
    >
      {speech.say('workshop.calendar')}
    </a>
  )
}

/** The way into an online workshop, until it ends. */
export function JoinLink({ workshop }: { workshop: WorkshopView }) {
  const { speech } = useDesk()
  const { link, startsAt, endsAt, title } = workshop
  if (!link?.startsWith('https://') || endsAt <= systemClock.now()) return null
  return (
    <a
      href={link}
      target="_blank"
      rel="noreferrer"
      aria-label={actName(speech, 'workshop.open', title, startsAt)}
    >
      {speech.say('workshop.open')}
    </a>
  )
}
