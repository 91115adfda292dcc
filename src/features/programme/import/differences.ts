import { EXPIRING, type Expiring } from '../../../kernel/personal-data/expiry.ts'
import type { Contact } from '../programme/contact.ts'
import type { Axis, CalendarRules, Direction, Phase, ProgrammeContent } from '../programme/domain.ts'
import type { NudgeRule } from '../programme/nudge-rule.ts'
import type { DeclaredTheme } from '../programme/theme.ts'
import type { DifferenceFields, MethodDifference } from './domain.ts'
import { lessonDifferences } from './lesson-differences.ts'
import { thresholdDifferences } from './threshold-differences.ts'
import { wordDifferences } from './word-differences.ts'

type Of = DifferenceFields['of']

/** Compared properties, by their name in a sentence. */
type Facets = Readonly<Record<string, string>>
type Named = { readonly id: string }

const quoted = (text: string) => `"${text}"`

function changes(
  head: string,
  before: Facets,
  after: Facets,
  about: Pick<DifferenceFields, 'of' | 'id'>,
): MethodDifference[] {
  return Object.entries(after)
    .filter(([facet, to]) => before[facet] !== to)
    .map(([facet, to]) => {
      const from = before[facet] ?? ''
      return {
        sentence: `${head}${facet} changes from ${quoted(from)} to ${quoted(to)}.`,
        said: { ...about, act: 'changed', facet, from, to },
      }
    })
}

/** Changes of a list whose entries have ids. */
function ofList<T extends Named>(
  of: Of,
  kind: string,
  before: readonly T[],
  after: readonly T[],
  facets: (entry: T) => Facets,
  shown: (entry: T) => string,
): (MethodDifference & { readonly id: string })[] {
  const former = new Map(before.map(entry => [entry.id, entry]))
  const later = new Set(after.map(({ id }) => id))
  const gone = before
    .filter(({ id }) => !later.has(id))
    .map(entry => ({
      id: entry.id,
      removed: true as const,
      sentence: `${kind} ${quoted(entry.id)} is removed.`,
      said: { of, act: 'removed' as const, id: entry.id, from: shown(entry) },
    }))
  const kept = after.flatMap((entry): (MethodDifference & Named)[] => {
    const { id } = entry
    const known = former.get(id)
    if (!known) {
      const said = { of, act: 'added' as const, id, to: shown(entry) }
      return [{ id, sentence: `${kind} ${quoted(id)} is added: ${shown(entry)}.`, said }]
    }
    return changes(`${kind} ${quoted(id)}: `, facets(known), facets(entry), { of, id }).map(each => ({
      ...each,
      id,
    }))
  })
  return [...gone, ...kept]
}

/** Changes of order among common entries. */
function ofOrder(
  of: Of,
  what: string,
  before: readonly Named[],
  after: readonly Named[],
): MethodDifference[] {
  const [one, other] = [before, after].map(list => list.map(({ id }) => id)) as [string[], string[]]
  const common = (ids: string[], others: string[]) => ids.filter(id => others.includes(id)).join(', ')
  const order = common(other, one)
  if (common(one, other) === order) return []
  return [
    { sentence: `${what} stand in another order: ${order}.`, said: { of, act: 'moved' as const, to: order } },
  ]
}

function axisFacets({ title, promise, icon, slot, colours, words }: Axis): Facets {
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
    'words in French': words?.fr.join(', ') ?? '',
    'words in English': words?.en.join(', ') ?? '',
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

function themeFacets({ axis, title, words }: DeclaredTheme): Facets {
  return { axis, title, words: words.join(', ') }
}

function ofClosures(before: CalendarRules, after: CalendarRules): MethodDifference[] {
  const spans = ({ closures }: CalendarRules) =>
    closures.map(({ from, until }) => `from ${from} until ${until}`)
  const [former, later] = [spans(before), spans(after)]
  const said = (act: 'added' | 'removed', id: string) => ({ of: 'closure' as const, act, id })
  const gone = former
    .filter(span => !later.includes(span))
    .map(span => ({ sentence: `The closure ${span} is removed.`, said: said('removed', span) }))
  const added = later
    .filter(span => !former.includes(span))
    .map(span => ({ sentence: `A closure ${span} is added.`, said: said('added', span) }))
  return [...gone, ...added]
}

const MONTHS_OF: Readonly<Record<Expiring, string>> = {
  ideaNames: 'months for which ideas say whose they are',
  commitments: 'months for which commitments are kept',
  seats: 'months for which answers to workshops are kept',
  presence: 'months for which it is kept who came',
  votes: 'months for which open votes say whose they are',
  messages: 'months for which messages are kept',
  posts: 'months for which cards can be edited',
}

function contactText({ label, phone, address }: Contact): string {
  return [label.fr, label.en, phone, address].filter(part => part !== undefined).join(', ')
}

function wholeFacets({
  id,
  version,
  name,
  organisation,
  language,
  messages,
  retention,
  privacy,
  contacts,
}: ProgrammeContent): Facets {
  return {
    id,
    version,
    name,
    organisation,
    'first language': language,
    'limit of messages unasked in a week': String(messages.perWeek),
    'number of weeks for which figures are kept': String(retention.figureWeeks),
    ...Object.fromEntries(EXPIRING.map(kind => [MONTHS_OF[kind], String(retention[kind])])),
    'who answers for the data': privacy.controller ?? 'none',
    'contact of the data protection officer': privacy.contact ?? 'none',
    'page of the full notice': privacy.url ?? 'none',
    'contacts in distress': contacts.map(contactText).join('; ') || 'none',
  }
}

const titles = ({ title }: Axis | Phase) => `${quoted(title.fr)}, ${quoted(title.en)}`

/** Differences of two method files, in the order of the file. */
export function differencesOf(before: ProgrammeContent, after: ProgrammeContent): MethodDifference[] {
  const about =
    (under: 'axis' | 'direction') =>
    ({ id, ...difference }: MethodDifference & Named): MethodDifference => ({
      ...difference,
      about: { under, id },
    })
  const axes = ofList('axis', 'Axis', before.axes, after.axes, axisFacets, titles)
  const phases = ofList('phase', 'Phase', before.phases, after.phases, phaseFacets, titles)
  const directions = ofList(
    'direction',
    'Direction',
    before.directions,
    after.directions,
    directionFacets,
    ({ name, headcount }) => `${quoted(name)}, ${headcount} agents`,
  )
  const rules = ofList(
    'nudge',
    'Nudge rule',
    before.nudges,
    after.nudges,
    ruleFacets,
    ({ kind, at }) => `${kind} at ${quoted(at)}`,
  )
  const themes = ofList('theme', 'Theme', before.themes, after.themes, themeFacets, ({ title }) =>
    quoted(title),
  )
  return [
    ...changes('The programme’s ', wholeFacets(before), wholeFacets(after), { of: 'programme' }),
    ...changes('The ', calendarFacets(before.calendar), calendarFacets(after.calendar), { of: 'calendar' }),
    ...ofClosures(before.calendar, after.calendar),
    ...lessonDifferences(before.lessons, after.lessons),
    ...axes.map(about('axis')),
    ...ofOrder('axis', 'The axes', before.axes, after.axes),
    ...phases.map(({ id: _, ...difference }) => difference),
    ...rules.map(({ id: _, ...difference }) => difference),
    ...ofOrder('nudge', 'The nudge rules', before.nudges, after.nudges),
    ...thresholdDifferences(before.thresholds, after.thresholds),
    ...themes.map(({ id: _, ...difference }) => difference),
    ...ofOrder('theme', 'The themes', before.themes, after.themes),
    ...directions.map(about('direction')),
    ...ofOrder('direction', 'The Directions', before.directions, after.directions),
    ...wordDifferences(before.words, after.words),
  ]
}
