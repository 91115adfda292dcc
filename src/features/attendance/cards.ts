import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { plain } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText } from '../../kernel/text/card.ts'
import type { Programme } from '../programme/index.ts'
import { sheetOf } from '../workshops/index.ts'
import { lettersIn } from './check-in-letters.ts'
import type { CheckInResult } from './domain.ts'

type AttendanceCardContext = { readonly words: Words; readonly programme: Pick<Programme, 'axis'> }

export type EntryCard = CardOf<
  'attendance/entry',
  HeaderPart & TitlePart & FactsPart & ButtonsPart & FooterPart
>
export type LettersCard = CardOf<
  'attendance/form',
  HeaderPart & TitlePart & FooterPart & { readonly letters: PlainText | '' }
>

function buttonsOf(
  { words: { say } }: AttendanceCardContext,
  entry: CheckInResult,
  letters: string,
  now: number,
): ButtonsPart['buttons'] {
  const { id, startsAt } = entry.workshop
  const mine = { title: say('workshop.seeMine'), verb: 'workshops.mine', data: { workshop: id } }
  if ('seatLeft' in entry) {
    const comeIn = {
      title: say('attendance.come-in'),
      verb: 'attendance.come-in',
      data: { letters: lettersIn(letters) },
    }
    return entry.seatLeft ? [comeIn, mine] : [mine]
  }
  const gather = { title: say('workshop.idea'), verb: 'ideas.gather-form', data: { workshop: id } }
  return now >= startsAt ? [gather, mine] : [mine]
}

/** Result of the six letters; a walk-in takes a seat with the same letters. `now`: milliseconds. */
export function entryCard(
  context: AttendanceCardContext,
  entry: CheckInResult,
  letters: string,
  now: number,
): EntryCard {
  const { icon, kind, title, facts: about } = sheetOf(context, entry.workshop)
  const table = 'table' in entry ? entry.table : undefined
  const own = { icon: 'PeopleTeam', text: context.words.say('visit.table', { table: table ?? 0 }) }
  const facts = table === undefined ? about : [own, ...about]
  const buttons = buttonsOf(context, entry, letters, now)
  const footer = context.words.say('attendance.rules')
  return { template: 'attendance/entry', data: { icon, kind, title, facts, buttons, footer } }
}

/** The result in words, short enough for a notification. */
export function outcomeOf(
  { words }: AttendanceCardContext,
  entry: CheckInResult,
): { tone: 'good' | 'warning'; title: string; text: string } {
  const { say, time } = words
  if ('seatLeft' in entry) {
    const text = say(entry.seatLeft ? 'attendance.seat-left' : 'attendance.no-seat')
    return { tone: 'warning', title: say('attendance.unregistered'), text }
  }
  const at = { time: time(entry.checkIn.at) }
  const text = say(entry.again ? 'attendance.since' : 'attendance.at', at)
  return { tone: 'good', title: say('checkin.done'), text }
}

/** Asks for the six letters. `letters`: what was typed before. */
export function lettersCard({ say }: Words, letters = ''): LettersCard {
  const data = {
    icon: 'PersonAvailable',
    kind: say('attendance.kind'),
    title: say('attendance.question'),
    letters: plain(letters),
    footer: say('attendance.rules'),
  }
  return { template: 'attendance/form', data }
}
