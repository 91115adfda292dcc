import fc from 'fast-check'
import { nudgeWrongs } from '../../../src/features/programme/method/nudge-checks.ts'
import type { CalendarRules, ProgrammeContent } from '../../../src/features/programme/programme/domain.ts'
import {
  MEASURES,
  NUDGE_KINDS,
  type NudgeRule,
} from '../../../src/features/programme/programme/nudge-rule.ts'
import { OWED_BY } from '../../../src/features/programme/programme/threshold.ts'
import { LANGUAGES } from '../../../src/kernel/text/language.ts'
import { cleanLine } from '../../../src/kernel/text/text.ts'
import { WEEK } from '../../../src/kernel/time/week.ts'
import { programme } from './programme.ts'

const id = fc.stringMatching(/^[a-z][a-z0-9-]{1,39}$/)
/** What YAML might take for something else than text, more often than chance would have it. */
const awkward = fc.constantFrom(
  'yes',
  'null',
  '1.0',
  '2027-01-01',
  '09:00',
  '- a',
  'a: b',
  '# x',
  '"',
  '« é »',
  '💡',
)
const text = (max: number) =>
  fc
    .oneof(awkward, fc.string({ minLength: 1, maxLength: max, unit: 'binary' }))
    .map(each => cleanLine(cleanLine(each).slice(0, max)))
    .filter(each => each.length > 0 && each.length <= max)
const inBoth = (max: number) => fc.record({ fr: text(max), en: text(max) })
const icon = fc.stringMatching(/^[A-Z][A-Za-z0-9]{1,20}$/)
const colours = fc.constantFrom(...programme.axes.map(axis => axis.colours))

const guessed = fc.record({
  fr: fc.array(text(40), { maxLength: 3 }),
  en: fc.array(text(40), { maxLength: 3 }),
})
const anAxis = fc.record(
  { id, title: inBoth(60), promise: inBoth(140), icon, colours, words: guessed },
  { requiredKeys: ['id', 'title', 'promise', 'icon', 'colours'] },
)

const axes = fc
  .tuple(
    fc.shuffledSubarray([1, 2, 3, 4, 5] as const, { minLength: 1 }),
    fc.uniqueArray(anAxis, {
      minLength: 5,
      maxLength: 5,
      selector: axis => axis.id,
    }),
  )
  .map(([slots, all]) => slots.flatMap((slot, at) => all.slice(at, at + 1).map(axis => ({ ...axis, slot }))))

const days = (at: number, count: number) => new Date(Date.UTC(2026, 0, at + count)).toISOString().slice(0, 10)

const phases = fc
  .uniqueArray(fc.record({ id, title: inBoth(40), icon }), {
    minLength: 1,
    maxLength: 6,
    selector: phase => phase.id,
  })
  .map(all => all.map((phase, at) => ({ ...phase, from: days(at * 40, 0), until: days(at * 40, 39) })))

const directions = fc.uniqueArray(
  fc.record({ id, name: text(80), headcount: fc.integer({ min: 1, max: 1_000_000 }) }),
  { minLength: 1, maxLength: 8, selector: direction => direction.id },
)

const calendar = fc.record(
  {
    zone: fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'UTC'),
    days: fc.subarray([...WEEK], { minLength: 1 }),
    hours: fc.constantFrom({ from: '09:00', until: '17:30' }, { from: '07:15', until: '23:59' }),
    country: fc.constantFrom('FR', 'BE', 'NO'),
    region: fc.constantFrom('57', 'RE', '01', '1E5'),
    closures: fc.array(
      fc.nat(700).map(at => ({ from: days(at, 0), until: days(at, 5) })),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['zone', 'days', 'hours', 'country', 'closures'] },
)

const said = fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9.-]{0,40}$/), text(100), { maxKeys: 5 })

const nudges = fc.uniqueArray(
  fc
    .tuple(
      id,
      fc.constantFrom(...NUDGE_KINDS),
      fc.constantFrom('0 7 * * *', '30 6 * * 1', '30 9 * * 1-5', '5 18 1,15 * *'),
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
    )
    .map(([name, kind, at, measure, off]) => ({
      id: name,
      kind,
      at,
      ...Object.fromEntries(Object.keys(MEASURES[kind]).map(known => [known, measure])),
      ...(off && { off }),
    })),
  { maxLength: 6, selector: rule => rule.id },
)

/** Of any rules, those that `check` lets through. */
const inTime = (calendar: CalendarRules) => (kept: readonly NudgeRule[], rule: NudgeRule) =>
  nudgeWrongs([...kept, rule], calendar).length === 0 ? [...kept, rule] : kept

/** More supports, from fewer Directions, each time: any may be reached first. */
const thresholds = fc
  .array(fc.record({ days: fc.integer({ min: 1, max: 365 }), by: fc.constantFrom(...OWED_BY) }), {
    maxLength: 5,
  })
  .map(list =>
    list.map((each, at) => ({ supports: 10 * (at + 1), directions: list.length + 1 - at, ...each })),
  )

const months = fc.integer({ min: 6, max: 120 })

/** Any programme that the schema takes, its words those of no catalogue. */
export const anyProgramme: fc.Arbitrary<ProgrammeContent> = fc
  .record({
    id,
    version: fc.stringMatching(/^[\w.-]{1,20}$/),
    name: text(60),
    organisation: text(80),
    language: fc.constantFrom(...LANGUAGES),
    calendar,
    axes,
    phases,
    directions,
    nudges,
    thresholds,
    messages: fc.record({ perWeek: fc.integer({ min: 1, max: 5 }) }),
    retention: fc.record({
      figureWeeks: fc.integer({ min: 4, max: 52 }),
      ...{ ideaNames: months, commitments: months, seats: months },
      ...{ presence: months, votes: months, messages: months, posts: months },
    }),
    privacy: fc.record(
      { controller: text(160), contact: text(160), url: fc.constant('https://exemple.fr/donnees') },
      { requiredKeys: [] },
    ),
    contacts: fc.array(
      fc.record({ label: inBoth(80), phone: fc.constantFrom('3114', '05 61 00 00 00'), address: text(160) }),
      {
        maxLength: 3,
      },
    ),
    words: fc.record({ fr: said, en: said }),
    lessons: fc.array(fc.record({ text: text(500), about: fc.constantFrom('axis', 'phase', undefined) }), {
      maxLength: 4,
    }),
    themes: fc.uniqueArray(fc.record({ id, title: text(60) }), { maxLength: 4, selector: theme => theme.id }),
  })
  // Without fast-check's objects of no prototype.
  .map(content => JSON.parse(JSON.stringify(content)))
  .map(content => ({
    ...content,
    lessons: content.lessons.map(({ text, about }: { text: string; about?: 'axis' | 'phase' }) => ({
      text,
      ...(about === 'axis' && { axis: content.axes[0]?.id }),
      ...(about === 'phase' && { phase: content.phases[0]?.id }),
    })),
    // Words that no stemmer makes one.
    themes: content.themes.map((theme: { id: string; title: string }, at: number) => ({
      ...theme,
      axis: content.axes[0]?.id,
      words: [`mot${at}`, `vélo${at} rouge`],
    })),
    thresholds: content.thresholds.filter(({ directions = 0 }) => directions <= content.directions.length),
  }))
  .map(content => ({ ...content, nudges: content.nudges.reduce(inTime(content.calendar), []) }))
