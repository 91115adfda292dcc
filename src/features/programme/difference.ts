import type { Axis, CalendarRules, Direction, Phase, ProgrammeContent } from './domain.ts'
import type { NudgeRule } from './nudge-rule.ts'
import { wordDifferences } from './word-difference.ts'

/** One thing that two method files say differently. */
export type Difference = {
  /** For whoever writes the file: a whole sentence. */
  readonly sentence: string
  /** The axis or the Direction that it is about. */
  readonly about?: { readonly under: 'axis' | 'direction'; readonly id: string }
  readonly removed?: true
}

/** What is compared of something, by how a sentence names it. */
type Facets = Readonly<Record<string, string>>
type Named = { readonly id: string }

export const quoted = (text: string) => `"${text}"`

function changes(of: string, before: Facets, after: Facets): string[] {
  return Object.entries(after)
    .filter(([facet, value]) => before[facet] !== value)
    .map(([facet, value]) => `${of}${facet} changes from ${quoted(before[facet] ?? '')} to ${quoted(value)}.`)
}

/** What became of the entries of a list, which are known by their ids. */
function ofList<T extends Named>(
  kind: string,
  before: readonly T[],
  after: readonly T[],
  facets: (entry: T) => Facets,
  shown: (entry: T) => string,
): (Difference & { readonly id: string })[] {
  const former = new Map(before.map(entry => [entry.id, entry]))
  const later = new Set(after.map(({ id }) => id))
  const gone = before
    .filter(({ id }) => !later.has(id))
    .map(entry => ({
      id: entry.id,
      removed: true as const,
      sentence: `${kind} ${quoted(entry.id)} is removed.`,
    }))
  const kept = after.flatMap(entry => {
    const { id } = entry
    const known = former.get(id)
    if (!known) return [{ id, sentence: `${kind} ${quoted(id)} is added: ${shown(entry)}.` }]
    return changes(`${kind} ${quoted(id)}: `, facets(known), facets(entry)).map(sentence => ({
      id,
      sentence,
    }))
  })
  return [...gone, ...kept]
}

/** The order of those that both have. */
function ofOrder(what: string, before: readonly Named[], after: readonly Named[]): Difference[] {
  const [one, other] = [before, after].map(list => list.map(({ id }) => id)) as [string[], string[]]
  const common = (ids: string[], others: string[]) => ids.filter(id => others.includes(id)).join(', ')
  const order = common(other, one)
  return common(one, other) === order ? [] : [{ sentence: `${what} stand in another order: ${order}.` }]
}

function axisFacets({ title, promise, icon, slot, colours }: Axis): Facets {
  return {
    'title in French': title.fr,
    'title in English': title.en,
    'promise in French': promise.fr,
    'promise in English': promise.en,
    icon,
    slot: String(slot),
    'ink on light': colours.light.ink,
    'tint on light': colours.light.tint,
    'ink on dark': colours.dark.ink,
    'tint on dark': colours.dark.tint,
  }
}

function phaseFacets({ title, icon, from, until }: Phase): Facets {
  return {
    'title in French': title.fr,
    'title in English': title.en,
    icon,
    'first day': from,
    'last day': until,
  }
}

function directionFacets({ name, headcount }: Direction): Facets {
  return { name, headcount: String(headcount) }
}

function calendarFacets({ zone, days, hours, country, region }: CalendarRules): Facets {
  return {
    'time zone': zone,
    'working week': days.join(', '),
    'working time': `${hours.from} to ${hours.until}`,
    'country of the public holidays': country,
    'region of the public holidays': region ?? 'none',
  }
}

function ruleFacets({ kind, at, days, patience, every, off }: NudgeRule): Facets {
  const text = (measure: number | undefined) => (measure === undefined ? 'none' : String(measure))
  return {
    kind,
    time: at,
    'days ahead': text(days),
    'days of patience': text(patience),
    'days between two': text(every),
    state: off ? 'off' : 'on',
  }
}

function ofClosures(before: CalendarRules, after: CalendarRules): Difference[] {
  const spans = ({ closures }: CalendarRules) =>
    closures.map(({ from, until }) => `from ${from} until ${until}`)
  const [former, later] = [spans(before), spans(after)]
  const gone = former.filter(span => !later.includes(span)).map(span => `The closure ${span} is removed.`)
  const added = later.filter(span => !former.includes(span)).map(span => `A closure ${span} is added.`)
  return [...gone, ...added].map(sentence => ({ sentence }))
}

function wholeFacets({
  id,
  version,
  name,
  organisation,
  language,
  messages,
  retention,
}: ProgrammeContent): Facets {
  return {
    id,
    version,
    name,
    organisation,
    'first language': language,
    'limit of messages unasked in a week': String(messages.perWeek),
    'number of weeks for which figures are kept': String(retention.figureWeeks),
  }
}

const titles = ({ title }: Axis | Phase) => `${quoted(title.fr)}, ${quoted(title.en)}`

/** What changes from one method file to the other, in the order of the file. */
export function differencesOf(before: ProgrammeContent, after: ProgrammeContent): Difference[] {
  const about =
    (under: 'axis' | 'direction') =>
    ({ id, ...difference }: Difference & Named): Difference => ({ ...difference, about: { under, id } })
  const axes = ofList('Axis', before.axes, after.axes, axisFacets, titles)
  const phases = ofList('Phase', before.phases, after.phases, phaseFacets, titles)
  const directions = ofList(
    'Direction',
    before.directions,
    after.directions,
    directionFacets,
    ({ name, headcount }) => `${quoted(name)}, ${headcount} agents`,
  )
  const rules = ofList(
    'Nudge rule',
    before.nudges,
    after.nudges,
    ruleFacets,
    ({ kind, at }) => `${kind} at ${quoted(at)}`,
  )
  return [
    ...changes('The programme’s ', wholeFacets(before), wholeFacets(after)).map(sentence => ({ sentence })),
    ...changes('The ', calendarFacets(before.calendar), calendarFacets(after.calendar)).map(sentence => ({
      sentence,
    })),
    ...ofClosures(before.calendar, after.calendar),
    ...axes.map(about('axis')),
    ...ofOrder('The axes', before.axes, after.axes),
    ...phases.map(({ id: _, ...difference }) => difference),
    ...rules.map(({ id: _, ...difference }) => difference),
    ...ofOrder('The nudge rules', before.nudges, after.nudges),
    ...directions.map(about('direction')),
    ...ofOrder('The Directions', before.directions, after.directions),
    ...wordDifferences(before.words, after.words),
  ]
}
