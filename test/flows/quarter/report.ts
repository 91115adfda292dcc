import { DAY } from '../../../src/kernel/time/clock.ts'
import { SUBJECT } from './answers.ts'
import type { Ledger } from './ledger.ts'
import type { Breach } from './oracle.ts'

export type Played = {
  readonly ledger: Ledger
  readonly breaches: readonly Breach[]
  readonly people: number
  readonly pilots: number
  readonly days: number
  readonly seconds: number
  readonly posts: number
  /** Cards of what moved that were not sent: nothing of them was so any more. */
  readonly dropped: number
}

function rowsOf({ told, deeds }: Ledger): string[] {
  const topics = [...Map.groupBy(told, ({ topic }) => topic)].toSorted(([, a], [, b]) => b.length - a.length)
  const done = Map.groupBy(deeds, ({ person }) => person)
  return topics.map(([topic, of]) => {
    const people = new Set(of.map(({ person }) => person)).size
    const acted = of.filter(({ person, thing, at }) =>
      (done.get(person) ?? []).some(
        deed =>
          deed.kind === 'done' &&
          deed.topic === SUBJECT[topic] &&
          deed.thing === thing &&
          deed.at >= at &&
          deed.at <= at + 3 * DAY,
      ),
    ).length
    const cells = [String(of.length), String(people), SUBJECT[topic] === undefined ? '' : String(acted)]
    return `  ${topic.padEnd(22)} ${cells.map(cell => cell.padStart(8)).join(' ')}`
  })
}

/** Cards of what moved: how many, how many told several things, how many one person had in seven days. */
function returnsOf({ told }: Ledger, dropped: number): string {
  const cards = told.filter(({ moved, round }) => moved !== undefined && round === 1)
  const merged = cards.filter(({ moved = [] }) => moved.length > 1).length
  const most = [...Map.groupBy(cards, ({ person }) => person).values()].map(of =>
    Math.max(...of.map(({ at }) => of.filter(other => other.at >= at && other.at < at + 7 * DAY).length)),
  )
  const share = cards.length === 0 ? 0 : Math.round((100 * merged) / cards.length)
  const said = `${cards.length} cards of what moved, ${merged} of them (${share} %) of several things`
  return `${said}; at most ${Math.max(0, ...most)} to one person in seven days; ${dropped} not sent, for want of anything`
}

/** The quarter in a page. */
export function reportOf({
  ledger,
  breaches,
  people,
  pilots,
  days,
  seconds,
  posts,
  dropped,
}: Played): string {
  const rules = [...Map.groupBy(breaches, ({ rule }) => rule)].map(([rule, of]) => `  ${rule}: ${of.length}`)
  const weeks = ledger.told.length / people / (days / 7)
  return [
    `${people} people, ${pilots} of them pilots, ${days} days, played in ${Math.round(seconds)} s`,
    `${ledger.told.length} messages unasked (${posts} posts in all), ${weeks.toFixed(2)} a person and week`,
    returnsOf(ledger, dropped),
    '',
    `  ${'topic'.padEnd(22)} ${['sent', 'people', 'acted'].map(cell => cell.padStart(8)).join(' ')}`,
    ...rowsOf(ledger),
    '',
    breaches.length === 0
      ? 'No promise broken: budget, hours, holidays, pauses, days off, the act, silence, once.'
      : `${breaches.length} promises broken:`,
    ...rules,
    ...breaches
      .slice(0, 10)
      .map(
        ({ rule, told }) =>
          `  ${rule}: ${new Date(told.at).toISOString()} ${told.topic} ${told.thing} to ${told.person}`,
      ),
    '',
  ].join('\n')
}
