import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { format } from '../../src/i18n/format.ts'
import { fr } from '../../src/i18n/fr/index.ts'
import { withTrial } from '../../src/tabs/client/data/actions/trials.ts'
import {
  dayFaults,
  draftOf,
  isPlan,
  newDraft,
  type PlanDraft,
  sentOf,
} from '../../src/tabs/client/gallery/planning/plan-draft.ts'
import { pointsOf, spanOf, startAndNow } from '../../src/tabs/client/gallery/trial/points.ts'
import {
  firstActOf,
  hypothesisText,
  placeText,
  saidText,
  valueText,
} from '../../src/tabs/client/gallery/trial/texts.ts'
import { decisionText } from '../../src/tabs/client/parts/comments/event-texts.ts'
import type { Translator } from '../../src/tabs/client/parts/words/translator.ts'
import type { TrialMeasureView, TrialView } from '../../src/tabs/contract/initiatives/trials.ts'
import { planInput } from '../../src/tabs/contract/initiatives/trials.ts'

const TODAY = '2027-05-17'
const FRENCH = {
  language: 'fr',
  zone: 'Europe/Paris',
  say: (key: keyof typeof fr, params = {}) => format(fr[key], params, 'fr'),
} as unknown as Translator

const NUMBER: TrialMeasureView = {
  id: 'm1',
  kind: 'number',
  text: 'Jours d’attente',
  better: 'down',
  unit: 'jours',
  readings: [
    { day: '2027-05-12', value: 14 },
    { day: '2027-05-03', value: 18 },
    { day: '2027-05-03', value: 21, start: true },
  ],
}

const TRIAL = {
  id: 't1',
  initiative: 'i1',
  number: 1,
  state: 'running',
  hypothesis: { ifWe: 'posons trois bancs.', expected: 'on attend assis…' },
  change: '',
  directions: ['lycees'],
  site: '',
  from: '2027-05-03',
  until: '2027-06-14',
  rhythm: 'weekly',
  measures: [NUMBER],
  testers: 0,
  names: [],
  trying: false,
  mine: false,
  mayType: false,
  mayDecide: false,
  notes: [],
} as unknown as TrialView

const DRAFT: PlanDraft = {
  ...newDraft({ past: [], mayPlan: true }, TODAY, 'lycees'),
  ifWe: 'posons trois bancs',
  expected: 'on attend assis',
  measures: [],
}

describe('what is shown of a trial', () => {
  it('is where it began and where it is, whatever the order in which they come', () => {
    const { start, now } = startAndNow(pointsOf(NUMBER, FRENCH))
    deepEqual([start?.text, now?.text], ['21\u00A0jours', '14\u00A0jours'])
    deepEqual(startAndNow(pointsOf({ ...NUMBER, readings: [] }, FRENCH)), {})
  })

  it('is one sentence, without the points that its parts were typed with', () => {
    equal(hypothesisText(TRIAL, FRENCH), 'Si nous posons trois bancs, alors on attend assis.')
  })

  it('says no more of an answer at either end than that it lies there', () => {
    equal(saidText(3.5, FRENCH), '3,5 sur 5')
    equal(saidText(1.5, FRENCH), '1,5 sur 5 ou moins')
    equal(saidText(4.5, FRENCH), '4,5 sur 5 ou plus')
  })

  it('writes a unit as the language does', () => {
    equal(valueText(1200, 'min', FRENCH), '1\u202F200\u00A0min')
    equal(valueText(30, '%', FRENCH), '30\u202F%')
    equal(valueText(30, '%', { ...FRENCH, language: 'en' }), '30%')
    equal(valueText(2.5, '', FRENCH), '2,5')
  })

  it('names a few Directions and counts the others', () => {
    const directions = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id, name: id.toUpperCase() }))
    const place = (count: number) =>
      placeText(
        { directions: directions.slice(0, count).map(({ id }) => id), site: 'l’accueil' },
        { directions },
        FRENCH,
      )
    equal(place(2), 'A, B, l’accueil')
    equal(place(4), 'A, B, C, D, l’accueil')
    equal(place(5), 'A, B, C, 2 autres Directions, l’accueil')
  })

  it('is drawn on a scale that holds every value, and zero', () => {
    const day = fc.date({ min: new Date('2027-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    // Three decimals at most.
    const value = fc.maxSafeInteger().map(thousandths => thousandths / 1_000)
    fc.assert(
      fc.property(fc.array(fc.tuple(day, value), { minLength: 1, maxLength: 30 }), readings => {
        const points = readings.map(([at, value]) => ({
          day: at.toISOString().slice(0, 10),
          value,
          text: '',
          start: false,
        }))
        const { low, high } = spanOf(points, 'number')
        ok(low <= 0 && high >= 0 && high > low)
        for (const { value } of points) ok(value >= low && value <= high, `${value} in ${low}…${high}`)
      }),
    )
  })
})

describe('what a trial asks of somebody first', () => {
  it('is the decision once it is due, then an answer, then to try it', () => {
    const asked = { round: 'r1', until: '2027-05-20', answered: false }
    equal(firstActOf(TRIAL), 'try')
    equal(firstActOf({ ...TRIAL, trying: true }), undefined)
    equal(firstActOf({ ...TRIAL, trying: true, asked }), 'answer')
    equal(firstActOf({ ...TRIAL, trying: true, asked: { ...asked, answered: true } }), undefined)
    equal(firstActOf({ ...TRIAL, state: 'due', mayDecide: true, trying: true, asked }), 'decide')
    equal(firstActOf(undefined), undefined)
  })
})

describe('a plan that is typed', () => {
  it('is complete with a hypothesis, a place and days in order', () => {
    ok(isPlan(DRAFT, TODAY, false))
    ok(!isPlan({ ...DRAFT, ifWe: ' ' }, TODAY, false))
    ok(!isPlan({ ...DRAFT, directions: [] }, TODAY, false))
    ok(isPlan({ ...DRAFT, directions: [], site: 'l’accueil' }, TODAY, false))
    ok(!isPlan({ ...DRAFT, expected: 'x'.repeat(201) }, TODAY, false))
  })

  it('says which day is wrong, and why', () => {
    const faults = (from: string, until: string, begun = false) =>
      dayFaults({ ...DRAFT, from, until }, TODAY, begun)
    deepEqual(faults('2027-05-16', '2027-06-01'), { from: 'refusal.trial-from-past' })
    deepEqual(faults(TODAY, TODAY), { until: 'refusal.trial-until-early' })
    deepEqual(faults(TODAY, '2028-05-18'), { until: 'refusal.trial-long' })
    deepEqual(faults(TODAY, '2028-05-17'), {})
    deepEqual(faults(TODAY, ''), { until: 'trial.tab.fault.day' })
    deepEqual(faults('2027-05-01', '2027-05-16', true), { until: 'refusal.trial-until-past' })
  })

  it('is what the server takes, and keeps the measures that are there', () => {
    const plan = sentOf(draftOf(TRIAL))
    deepEqual(planInput.parse(plan), plan)
    equal(plan.measures[0]?.id, 'm1')
  })

  it('begins with the one before it, whose measures it counts anew', () => {
    const draft = newDraft({ past: [TRIAL], mayPlan: true }, TODAY, 'mobilites')
    deepEqual([draft.ifWe, draft.directions, draft.from], ['posons trois bancs.', ['lycees'], '2027-05-24'])
    equal(draft.measures[0]?.id, undefined)
    equal(draft.measures[0]?.text, 'Jours d’attente')
  })

  it('begins with the one that inspired it, where it was never tried', () => {
    const carried = {
      from: { initiative: 'i2', title: 'Ailleurs' },
      plan: { ifWe: 'parlons', expected: 'on s’entend', rhythm: 'end' as const, measures: [] },
    }
    const draft = newDraft({ past: [], mayPlan: true, carried }, TODAY, 'mobilites')
    deepEqual([draft.ifWe, draft.rhythm, draft.directions], ['parlons', 'end', ['mobilites']])
    equal(draft.measures.length, 1)
  })
})

describe('an answer about a trial', () => {
  it('takes the place of what was shown, at present or before', () => {
    const later = { ...TRIAL, trying: true }
    const current = { current: TRIAL, past: [], mayPlan: false }
    equal(withTrial(current, later).current?.trying, true)
    const past = { past: [TRIAL], mayPlan: true }
    deepEqual(withTrial(past, later), { past: [later], mayPlan: true })
    deepEqual(withTrial({ past: [], mayPlan: true }, TRIAL), { current: TRIAL, past: [], mayPlan: false })
  })
})

describe('what was decided on a trial, in the history of its initiative', () => {
  it('stands in words, and says nothing of what this page has no word for', () => {
    deepEqual(
      ['generalise', 'adjust', 'stop', 'later', 'constructor'].map(each => decisionText(each, FRENCH)),
      ['Généralisé', 'À ajuster', 'Arrêté', undefined, undefined],
    )
  })
})
