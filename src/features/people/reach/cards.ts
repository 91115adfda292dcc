import type { ButtonsPart, FooterPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import type { ReachByDirection, ReachCounts } from './domain.ts'

type Direction = { readonly id: string; readonly name: string; readonly headcount: number }

type Line = {
  readonly name: string | SafeText
  readonly count: string
  /** Why not everybody; '' when there is nothing to say. */
  readonly detail: string
}

export type ReachCard = CardOf<
  'people/reach/list',
  { readonly total: string; readonly lines: readonly Line[] } & TitlePart & FooterPart & ButtonsPart
>

/** Directions per card: keeps it below the 28 kB limit of Teams. */
const PAGE = 30

function countOf({ say }: Words, { people, reachable }: ReachCounts): string {
  if (people === 0) return say('reach.nobody')
  return say('reach.count', { reachable: exact('reach', reachable), people: exact('reach', people) })
}

/** `headcount`: the programme's, shown where it differs. */
function detailOf({ say }: Words, counts: ReachCounts, headcount?: number): string {
  const parts = [
    ['reach.blocked', counts.blocked],
    ['reach.not-installed', counts['not-installed']],
    ['reach.no-account', counts.expected],
  ] as const
  const said = parts.flatMap(([key, count]) => (count > 0 ? say(key, { count: exact('reach', count) }) : []))
  const differs = headcount !== undefined && headcount !== counts.people
  return [...said, ...(differs ? [say('reach.headcount', { count: headcount })] : [])].join(' · ')
}

/** Reach by Direction, from the `from`th on; people without one come last. */
export function reachCard(
  words: Words,
  directions: readonly Direction[],
  reach: ReachByDirection,
  from: number,
): ReachCard {
  const { say } = words
  const lineOf = (name: Line['name'], counts: ReachCounts, headcount?: number): Line => ({
    name,
    count: countOf(words, counts),
    detail: detailOf(words, counts, headcount),
  })
  const named = directions.map(({ name, headcount }, at) =>
    lineOf(safe(name), reach.directions[at]?.counts ?? reach.elsewhere, headcount),
  )
  const more = named.length > from + PAGE
  const unnamed =
    more || reach.elsewhere.people === 0 ? [] : [lineOf(say('reach.elsewhere'), reach.elsewhere)]
  const next = { title: say('reach.more'), verb: 'people.reach', data: { from: from + PAGE } }
  const pilots = { title: say('pilots.title'), verb: 'people.pilots', data: {} }
  const back = { title: say('reach.back'), verb: 'channels.announce', data: {} }
  return {
    template: 'people/reach/list',
    data: {
      title: say('reach.title'),
      total: countOf(words, reach.total),
      lines: [...named.slice(from, from + PAGE), ...unnamed],
      footer: say('reach.counted'),
      buttons: [...(more ? [next] : []), pilots, back],
    },
  }
}
