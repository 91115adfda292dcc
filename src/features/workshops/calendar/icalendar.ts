import { createEvent, createEvents, type EventAttributes } from 'ics'
import { cleanLine, fold } from '../../../kernel/text/text.ts'
import type { Workshop } from '../workshop/domain.ts'

/** What a calendar file needs besides the workshop. */
type CalendarSetting = {
  /** Host of the public URL: makes the UID globally unique. */
  readonly host: string
  /** Name of the organisation. The file is served without a token, so it names no person. */
  readonly organisation: string
  /** Title of the axis; '' when the programme does not know it. */
  readonly category: string
}

const PRODUCT = '-//Faire Administration//Workshops//FR'
// METHOD:PUBLISH demands an organiser (RFC 5546, 3.2.1), and an organiser demands an address (RFC 5545, 3.8.4.3).
// None is known, and one under `.invalid` can be nobody's (RFC 6761).
const NOBODY = 'noreply@workshops.invalid'
const LINE_OCTETS = 75

/** A parameter cannot hold a quotation mark, and clients differ over `\` and `^` in it. */
const parameter = (text: string) => cleanLine(text.replaceAll('"', '’').replace(/[\\^]/g, ' '))
/** The library joins categories with commas without escaping them. */
const category = (text: string) => cleanLine(text).replace(/[\\;,]/g, '\\$&')

type Event = EventAttributes & { readonly timestamp: number }

/** A workshop in a person's own calendar. `kept`: an unconfirmed offer. */
export type CalendarEntry = { readonly workshop: Workshop; readonly kept: boolean }

function statusOf({ workshop: { state }, kept }: CalendarEntry): NonNullable<EventAttributes['status']> {
  // A postponed workshop frees its day: it is confirmed again with a new date.
  if (state !== 'announced') return 'CANCELLED'
  return kept ? 'TENTATIVE' : 'CONFIRMED'
}

function eventOf(entry: CalendarEntry, { host, organisation, category: axis }: CalendarSetting): Event {
  const { id, title, description, startsAt, endsAt, place, link, revision, changedAt } = entry.workshop
  return {
    productId: PRODUCT,
    method: 'PUBLISH',
    uid: `${id}@${host}`,
    sequence: revision,
    timestamp: changedAt,
    status: statusOf(entry),
    // UTC: correct in every zone and across daylight saving, whatever rules the client knows.
    start: startsAt,
    end: endsAt,
    title: cleanLine(title),
    description: [description, link].map(cleanLine).filter(Boolean).join('\n'),
    location: cleanLine(place || link),
    ...(link !== '' && { url: link }),
    ...(axis !== '' && { categories: [category(axis)] }),
    organizer: { name: parameter(organisation), email: NOBODY },
  }
}

/** Folds lines at 75 octets (RFC 5545, 3.1), where the library counts characters; no character is split. */
function refold(file: string): string {
  return file.replaceAll('\r\n\t', '').split('\r\n').map(foldLine).join('\r\n')
}

function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

/** The library refuses addresses that browsers accept; such a link is still in the description. */
function taken(event: Event): Event {
  const { url, ...rest } = event
  return url !== undefined && createEvent(event).error ? rest : event
}

function fileOf(events: readonly Event[], name?: string): string {
  const calendar = { productId: PRODUCT, method: 'PUBLISH', ...(name !== undefined && { calName: name }) }
  const { error, value } = createEvents(events.map(taken), calendar)
  if (error || !value) throw error ?? new Error('no calendar file was made')
  return refold(value)
}

/**
 * The workshop as an iCalendar file (RFC 5545): the same UID, and a higher SEQUENCE after each move or cancellation.
 */
export function calendarFile(workshop: Workshop, setting: CalendarSetting): string {
  return fileOf([eventOf({ workshop, kept: false }, setting)])
}

type FeedSetting = Pick<CalendarSetting, 'host' | 'organisation'> & {
  /** Name of the calendar. */
  readonly name: string
  readonly category: (axis: string) => string
}

/** All seats of one person as a calendar subscription. */
export function calendarFeed(
  entries: readonly CalendarEntry[],
  { name, category, ...setting }: FeedSetting,
): string {
  const events = entries.map(each => eventOf(each, { ...setting, category: category(each.workshop.axis) }))
  return fileOf(events, name)
}

/** `atelier-accueillir-mieux.ics`: ASCII, so that every browser saves it under this name. */
export function calendarName({ title }: Pick<Workshop, 'title'>): string {
  const words = fold(title).match(/[a-z0-9]+/g) ?? []
  return `${['atelier', ...words].join('-').slice(0, 60).replace(/-$/, '')}.ics`
}
