import type { MethodChangeView } from '../../../contract/programme/method.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import { fullDay } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { changedThresholdText } from './threshold-texts.ts'

const OF = {
  programme: 'method.of.programme',
  calendar: 'method.of.calendar',
  closure: 'method.of.closure',
  axis: 'method.of.axis',
  phase: 'method.of.phase',
  nudge: 'method.of.nudge',
  threshold: 'method.of.threshold',
  direction: 'method.of.direction',
  lesson: 'method.of.lesson',
  theme: 'method.of.theme',
  text: 'method.of.text',
} as const

/** What changes of a thing, by the name that features/programme/import/differences.ts gives it. */
const FACETS = {
  id: 'method.facet.id',
  version: 'method.facet.version',
  name: 'method.facet.name',
  organisation: 'method.facet.organisation',
  'first language': 'method.facet.language',
  'limit of messages unasked in a week': 'method.facet.perWeek',
  'number of weeks for which figures are kept': 'method.facet.figureWeeks',
  'months for which ideas say whose they are': 'method.facet.ideaNames',
  'months for which commitments are kept': 'method.facet.commitments',
  'months for which answers to workshops are kept': 'method.facet.seats',
  'months for which it is kept who came': 'method.facet.presence',
  'months for which open votes say whose they are': 'method.facet.votes',
  'months for which messages are kept': 'method.facet.messages',
  'months for which cards can be edited': 'method.facet.posts',
  'who answers for the data': 'method.facet.controller',
  'contact of the data protection officer': 'method.facet.contact',
  'page of the full notice': 'method.facet.url',
  'contacts in distress': 'method.facet.contacts',
  'time zone': 'method.facet.zone',
  'working week': 'method.facet.days',
  'working time': 'method.facet.hours',
  'country of the public holidays': 'method.facet.country',
  'region of the public holidays': 'method.facet.region',
  axis: 'method.facet.axis',
  title: 'method.facet.title',
  words: 'method.facet.words',
  'title in French': 'method.facet.title.fr',
  'title in English': 'method.facet.title.en',
  'promise in French': 'method.facet.promise.fr',
  'promise in English': 'method.facet.promise.en',
  icon: 'method.facet.icon',
  slot: 'method.facet.slot',
  'ink on light': 'method.facet.ink.light',
  'tint on light': 'method.facet.tint.light',
  'ink on dark': 'method.facet.ink.dark',
  'tint on dark': 'method.facet.tint.dark',
  'words in French': 'method.facet.words.fr',
  'words in English': 'method.facet.words.en',
  'first day': 'method.facet.from',
  'last day': 'method.facet.until',
  headcount: 'method.facet.headcount',
  kind: 'method.facet.kind',
  time: 'method.facet.at',
  'days ahead': 'method.facet.ahead',
  'days of patience': 'method.facet.patience',
  'days between two': 'method.facet.every',
  state: 'method.facet.state',
  fr: 'method.facet.fr',
  en: 'method.facet.en',
} as const

const STANDS = {
  people: 'method.stands.people',
  leads: 'method.stands.leads',
  expected: 'method.stands.expected',
  channels: 'method.stands.channels',
  teams: 'method.stands.teams',
  trials: 'method.stands.trials',
  workshops: 'method.stands.workshops',
  ideas: 'method.stands.ideas',
  choices: 'method.stands.choices',
  commitments: 'method.stands.commitments',
} as const

const has = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key)

const DAYS = /^from (\S+) until (\S+)$/
const HOURS = /^(\S+) to (\S+)$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** « jeudi 22 avril 2027 » of a day as the file writes it; all else as it is. */
function dayOrText(translator: Translator, text: string): string {
  return DAY.test(text) ? fullDay(text, translator) : text
}

/** Two ends, which the difference joins in English; hours stay as the file writes them. */
function endsText(translator: Translator, text: string): string {
  const { say } = translator
  const [, from, until] = DAYS.exec(text) ?? []
  if (from && until)
    return say('method.span', { from: dayOrText(translator, from), until: dayOrText(translator, until) })
  const [, begin, end] = HOURS.exec(text) ?? []
  return begin && end ? say('method.from', { from: begin, until: end }) : text
}

type Titled = readonly { readonly id: string; readonly title: string }[]
type Named = Pick<ProgrammeView, 'directions'> & { readonly axes: Titled; readonly phases: Titled }

/** « Direction des lycées », « Phase Explorer »: by the name that the programme running knows it by, or else as the file does. */
export function subjectText(
  translator: Translator,
  { directions, axes, phases }: Named,
  { of, id }: MethodChangeView,
): string {
  const { say } = translator
  if (id === undefined) return say(OF[of])
  const direction = of === 'direction' && directions.find(each => each.id === id)
  if (direction) return direction.name
  if (of === 'threshold') return changedThresholdText(translator, id)
  const titled = of === 'axis' ? axes : of === 'phase' ? phases : []
  const known = titled.find(each => each.id === id)
  return say('method.subject', { of: say(OF[of]), id: known ? known.title : endsText(translator, id) })
}

/** « effectif : 88 → 90 » */
export function changeText(
  translator: Translator,
  { of, act, facet = '', from = '', to = '' }: MethodChangeView,
): string {
  const { say } = translator
  const what = has(FACETS, facet) ? say(FACETS[facet]) : facet
  if (of === 'threshold') return say(act === 'added' ? 'method.threshold.added' : 'method.threshold.removed')
  if (act === 'moved') return say('method.moved', { order: to })
  if (act === 'removed')
    return from === '' ? say('method.removed') : say('method.removed.what', { what: from })
  if (act === 'added') return to === '' ? say('method.added') : say('method.added.what', { what: to })
  const ends = (text: string) =>
    (facet === 'working time' ? endsText(translator, text) : dayOrText(translator, text)) || '–'
  return say('method.changed', { what, from: ends(from), to: ends(to) })
}

/** Kinds of things that exist under it, never how many. */
export function standsText({ say }: Translator, { stands }: MethodChangeView): string {
  return stands.map(kind => (has(STANDS, kind) ? say(STANDS[kind]) : kind)).join(', ')
}
