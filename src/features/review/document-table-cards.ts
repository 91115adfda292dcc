import { element, type Html } from '../../files/html.ts'
import type { Words } from '../../i18n/words.ts'
import { momentOf } from '../../kernel/time/time-zone.ts'
import type { ReviewMonth } from './domain.ts'
import type { PublishedAxis, PublishedBallot, PublishedDirection } from './publication.ts'

type Column = { readonly name: string; readonly number?: true }

/** A bar that repeats the number beside it: nothing for a screen reader to say twice. */
export function bar(
  parts: readonly { readonly value: number; readonly fill: string }[],
  whole: number,
): Html {
  let at = 0
  const rects = parts.map(({ value, fill }) => {
    const width = whole > 0 ? (1_000 * value) / whole : 0
    const x = at
    at += width
    return width > 0
      ? element('rect', { class: fill, x: x.toFixed(1), y: 0, width: width.toFixed(1), height: 10 })
      : undefined
  })
  const frame = {
    viewBox: '0 0 1000 10',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
    focusable: 'false',
  }
  return element('svg', frame, rects)
}

/** A number, and its bar under it where the column has one. */
function amount(text: string, value: number, most: number): Html {
  return element('td', { class: 'number' }, text, bar([{ value, fill: 'full' }], most))
}

function head(columns: readonly Column[]): Html {
  const cells = columns.map(({ name, number }) =>
    element('th', { scope: 'col', class: number && 'number' }, name),
  )
  return element('thead', {}, element('tr', {}, cells))
}

type Table = {
  readonly caption: Html
  readonly className?: string
  readonly columns: readonly Column[]
  /** Each with its header first. */
  readonly rows: readonly Html[]
}

function table({ caption, className, columns, rows }: Table): Html {
  return element('table', { class: className }, caption, head(columns), element('tbody', {}, rows))
}

const rowHead = (text: string) => element('th', { scope: 'row' }, text)
const most = (values: readonly number[]) => Math.max(0, ...values)

/** The axis's name, or that there is none. */
export function axisName({ say, language }: Words, axis: PublishedAxis['axis']): string {
  return axis ? axis.title[language] : say('review.axis.none')
}

/** Ideas of each axis beside how many of them were answered and carried. */
export function axesTable(words: Words, axes: readonly PublishedAxis[]): Html {
  const { say, number } = words
  const lines = axes.map(({ axis, figures: { proposed, answered, begun } }) => ({
    name: axisName(words, axis),
    slot: axis && `slot-${axis.slot}`,
    ideas: proposed.ideas,
    replied: answered.answered + answered.retained,
    initiatives: begun.initiatives,
  }))
  const top = most(lines.map(({ ideas }) => ideas))
  return table({
    caption: element('caption', {}, say('publication.axes.caption')),
    className: 'narrow',
    columns: [
      { name: say('publication.axis') },
      { name: say('publication.ideas'), number: true },
      { name: say('review.withNext'), number: true },
      { name: say('publication.brief.initiatives'), number: true },
    ],
    rows: lines.map(({ name, slot, ideas, replied, initiatives }) =>
      element(
        'tr',
        { class: slot },
        rowHead(name),
        amount(number(ideas), ideas, top),
        amount(number(replied), replied, top),
        element('td', { class: 'number' }, number(initiatives)),
      ),
    ),
  })
}

/** « juin 2027 », of `2027-06` or of a day of it. */
export function monthName({ month, zone }: Words, named: string): string {
  const first = momentOf(`${named.slice(0, 7)}-01`, '12:00', zone)
  return first === undefined ? named : month(first)
}

export function monthsTable(words: Words, months: readonly ReviewMonth[]): Html {
  const { say, number } = words
  const top = most(months.flatMap(({ proposed, answered, begun }) => [proposed, answered, begun]))
  const columns = [
    { name: say('publication.month') },
    { name: say('review.proposed'), number: true },
    { name: say('review.answered'), number: true },
    { name: say('review.begun'), number: true },
  ] as const
  return table({
    caption: element('caption', {}, say('publication.months.caption')),
    className: 'narrow',
    columns,
    rows: months.map(({ month, proposed, answered, begun }) =>
      element(
        'tr',
        {},
        rowHead(monthName(words, month)),
        [proposed, answered, begun].map(count => amount(number(count), count, top)),
      ),
    ),
  })
}

/** People as estimates; of a small Direction that nothing is said. */
export function directionsTable(words: Words, directions: readonly PublishedDirection[]): Html {
  const { say, number } = words
  const tookBy = ({ small, took }: PublishedDirection) =>
    small || took === undefined ? say('publication.unpublished') : say('count.held', { count: took })
  return table({
    caption: element('caption', {}, say('publication.directions.caption')),
    className: 'narrow',
    columns: [
      { name: say('publication.direction') },
      { name: say('publication.brief.headcount'), number: true },
      { name: say('publication.direction.took'), number: true },
    ],
    rows: directions.map(direction =>
      element(
        'tr',
        {},
        rowHead(direction.name),
        element('td', { class: 'number' }, number(direction.headcount)),
        element('td', { class: 'number' }, tookBy(direction)),
      ),
    ),
  })
}

type Option = NonNullable<PublishedBallot['result']>['options'][number]

function optionName(words: Words, { title, axis }: Option): string {
  if (title !== undefined) return title
  if (!axis) return words.say('publication.ballot.idea')
  return words.say('publication.ballot.axis', { axis: axis.title[words.language] })
}

function ballotRules({ say, day, number }: Words, ballot: PublishedBallot): string {
  const { kind, secret, closedAt, quorum, result } = ballot
  return [
    say('publication.ballot.closed', { date: day(closedAt) }),
    ...(secret ? [say('publication.ballot.secret')] : []),
    say(`publication.ballot.${kind}`),
    result ? say('publication.ballot.voters', { count: result.voters }) : say('publication.ballot.withheld'),
    ...(result && result.voters < quorum
      ? [say('publication.ballot.quorum', { quorum: number(quorum) })]
      : []),
  ].join(' ')
}

/** One ballot: how one voted, and each option with its votes, in the organiser's order. */
export function ballotPart(words: Words, ballot: PublishedBallot): Html {
  const { say, number } = words
  const { question, kind, result } = ballot
  const rules = element('p', { class: 'about' }, ballotRules(words, ballot))
  const title = element('h3', {}, question)
  if (!result) return element('section', { class: 'ballot' }, title, rules)
  const top = most(result.options.map(({ votes }) => votes))
  const votes = kind === 'dots' ? say('publication.ballot.points') : say('publication.ballot.votes')
  const options = table({
    caption: element('caption', { class: 'spoken' }, question),
    columns: [{ name: say('publication.ballot.option') }, { name: votes, number: true }],
    rows: result.options.map(option =>
      element('tr', {}, rowHead(optionName(words, option)), amount(number(option.votes), option.votes, top)),
    ),
  })
  return element('section', { class: 'ballot' }, title, rules, options)
}

/** « 30 novembre 2026 » of a day. */
export function dayName({ day, zone }: Words, named: string): string {
  const noon = momentOf(named, '12:00', zone)
  return noon === undefined ? named : day(noon)
}
