// A programme's life, drawn at random, and what its review must say, counted one by one: nothing of it is the product's.
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import { ballotStore } from '../../../src/features/ballots/ballot/store.ts'
import { initiativeStore } from '../../../src/features/initiatives/initiative/store.ts'
import { announcedNow } from '../../../src/features/workshops/workshop/domain.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { ideaRows } from './idea-stores.ts'

/** Two axes of the programme, one that it has no longer, and none. */
const axis = fc.constantFrom('transitions', 'equipe', 'gone', undefined)
/** Directions of 60, 9 and 200 people, and one that is gone. */
const direction = fc.constantFrom('d0', 'd1', 'd2', 'gone', undefined)
/** Hours before now: three years of them. */
const ago = fc.integer({ min: 0, max: 3 * 365 * 24 })
const STATES = [
  'received',
  'studied',
  'answered',
  'retained',
  'initiative',
  'merged',
  'withdrawn',
  'aside',
] as const

const idea = fc
  .record({
    axis,
    direction,
    unnamed: fc.boolean(),
    state: fc.constantFrom(...STATES),
    hidden: fc.nat(5).map(one => one === 0),
    supports: fc.nat(40),
    ago,
    /** Answered once more, and under study again. */
    again: fc.boolean(),
    /** Hours until the first answer or decision. */
    after: fc.nat(60 * 24),
  })
  .map(one => ({ ...one, after: Math.min(one.after, one.ago) }))
const step = fc.record({
  on: fc.constantFrom('idea', 'summary', 'ballot'),
  at: fc.nat(7),
  direction,
  state: fc.constantFrom('proposed', 'promised', 'kept', 'told', 'dropped'),
  ago,
})
const workshop = fc.record({
  axis: fc.constantFrom('transitions', 'equipe', 'gone', ''),
  state: fc.constantFrom('draft', 'announced', 'cancelled', 'postponed'),
  summary: fc.boolean(),
})
const ballot = fc.record({
  opens: fc.constantFrom('draft', 'open', 'scheduled', 'cancelled'),
  axes: fc.array(axis, { minLength: 2, maxLength: 3 }),
})
const commitment = fc.record({
  axis: fc.constantFrom('transitions', 'equipe', 'gone'),
  shown: fc.constantFrom('everyone', 'direction:d0', null),
  kept: fc.boolean(),
  ago,
})

export const life = fc.record({
  ideas: fc.array(idea, { maxLength: 30, size: 'max' }),
  steps: fc.array(step, { maxLength: 10, size: 'max' }),
  workshops: fc.array(workshop, { maxLength: 6, size: 'max' }),
  ballots: fc.array(ballot, { maxLength: 4, size: 'max' }),
  commitments: fc.array(commitment, { maxLength: 8, size: 'max' }),
  boxes: fc.nat(3),
})
export type Life = typeof life extends fc.Arbitrary<infer T> ? T : never
type Idea = Life['ideas'][number]
export const EMPTY: Life = { ideas: [], steps: [], workshops: [], ballots: [], commitments: [], boxes: 0 }

const SPARE = { author: 'p', text: 'Des vélos', directions: 0, comments: 0 }

async function writeIdea(tx: Tx, now: number, at: number, given: Idea): Promise<void> {
  const id = `i${at}`
  const { axis, direction, state, supports, unnamed } = given
  const sent = now - given.ago * HOUR
  await ideaRows(tx).add({
    ...SPARE,
    id,
    state,
    supports,
    at: sent,
    ...(axis !== undefined && { axis }),
    ...(direction !== undefined && { direction }),
    ...(unnamed && { unnamed }),
  })
  const hiding = given.hidden ? { hidden_at: now, hidden_by: 'o', hidden_reason: 'Hors sujet' } : {}
  const answered = state === 'answered' || (state === 'studied' && given.again)
  const first = sent + given.after * HOUR
  // The row holds the last of them.
  const last = first + (given.again ? DAY : 0)
  const answer = answered ? { answer: 'Oui', answered_at: last, answered_by: 'm' } : { decided_at: last }
  await open(tx)
    .updateTable('idea')
    .set({ ...hiding, ...answer })
    .where('id', '=', id)
    .execute()
  const kind = answered ? 'answered' : state === 'aside' ? 'aside' : 'retained'
  const said = followed(given) ? [first, ...(given.again ? [last] : [])] : []
  const events = [{ kind: 'received' as const, at: sent }, ...said.map(each => ({ kind, at: each }) as const)]
  for (const [number, event] of events.entries()) {
    const row = { thing: 'idea' as const, thing_id: id, number: number + 1, person_id: null, detail: null }
    await open(tx)
      .insertInto('event')
      .values({ ...row, ...event })
      .execute()
  }
  if (state !== 'initiative') return
  const texts = { title: 'Une initiative', problem: '', story: '', inspiring: '', outcome: '' }
  await initiativeStore(tx).add({ id, ...texts, phase: 'explore', resources: [], members: 0, at: first })
}

async function writeStep(tx: Tx, now: number, at: number, given: Life['steps'][number]): Promise<void> {
  const { on, direction = null, state } = given
  const kept = state === 'kept' || state === 'told'
  const nobody = { asker: null, holder: null, asked: null, named: 0, word: null, turn: 1 }
  await open(tx)
    .insertInto('next_step')
    .values({
      ...nobody,
      id: `s${at}`,
      subject_kind: on,
      subject_id: `${on[0] === 's' ? 'w' : on[0]}${given.at}`,
      text: 'Poser les arceaux',
      due: '2027-05-01',
      first_due: '2027-05-01',
      direction,
      state: state === 'told' ? 'kept' : state,
      created_at: now - given.ago * HOUR,
      ended_at: kept ? now : null,
      late_at: null,
      recalled_at: null,
      told_at: state === 'told' ? now : null,
    })
    .execute()
}

async function writeWorkshop(
  tx: Tx,
  now: number,
  at: number,
  given: Life['workshops'][number],
): Promise<void> {
  const plain = { title: 'Accueillir mieux', description: '', place: 'Salle 1', link: '', capacity: 20 }
  const times = { startsAt: now - 2 * DAY, endsAt: now - DAY }
  const whole = announcedNow({ ...plain, ...times, axis: given.axis }, { id: `w${at}`, organiser: 'o', now })
  await workshopStore(tx).add({ ...whole, state: given.state })
  if (given.summary)
    await ideaRows(tx).addSummary({ workshop: `w${at}`, next: 'On avance', by: 'o', at: now, turn: 1 })
}

const OPENS = { draft: undefined, open: -2 * DAY, scheduled: DAY, cancelled: 5 * DAY } as const

async function writeBallot(tx: Tx, now: number, at: number, given: Life['ballots'][number]): Promise<void> {
  const opens = OPENS[given.opens]
  const rules = { kind: 'single', most: 1, perOption: 1, quorum: 0, results: 'live', secret: false } as const
  await ballotStore(tx).add({
    ...rules,
    id: `b${at}`,
    question: 'Laquelle d’abord\u202F?',
    organiser: 'o',
    audience: { kind: 'everybody' },
    createdAt: now - 3 * DAY,
    opensAt: opens === undefined ? undefined : now + opens,
    closesAt: given.opens === 'cancelled' ? now - DAY : now + 3 * DAY,
    votes: 0,
    options: given.axes.map((axis, place) => ({
      id: `o${at}-${place}`,
      title: 'Une',
      votes: 0,
      voters: 0,
      ...(axis !== undefined && { axis }),
    })),
  })
}

async function writeCommitment(
  tx: Tx,
  now: number,
  at: number,
  given: Life['commitments'][number],
): Promise<void> {
  const { axis, shown, kept } = given
  await open(tx)
    .insertInto('commitment')
    .values({
      id: `c${at}`,
      person_id: 'p',
      direction: 'd0',
      axis,
      text: 'répondre aux usagers',
      horizon: '2027-06-01',
      visibility: shown === null ? 'me' : shown === 'everyone' ? 'everyone' : 'direction',
      state: kept ? 'kept' : 'taken',
      idea_id: null,
      created_at: now - given.ago * HOUR,
      ended_at: null,
      notes: 0,
      last_note_id: null,
      inspired_by: null,
      shown_to: shown,
      former_state: null,
      former_ended_at: null,
      reworded_at: null,
      idea_told: null,
    })
    .execute()
}

/** Writes all of it as rows. */
export async function write(tx: Tx, now: number, given: Life): Promise<void> {
  for (const [at, each] of given.ideas.entries()) await writeIdea(tx, now, at, each)
  for (const [at, each] of given.workshops.entries()) await writeWorkshop(tx, now, at, each)
  for (const [at, each] of given.ballots.entries()) await writeBallot(tx, now, at, each)
  for (const [at, each] of given.steps.entries()) await writeStep(tx, now, at, each)
  for (const [at, each] of given.commitments.entries()) await writeCommitment(tx, now, at, each)
  for (let at = 0; at < given.boxes; at++)
    await ideaRows(tx).addBox({
      id: `x${at}`,
      question: 'Quoi\u202F?',
      kind: 'ideas',
      organiser: 'o',
      at: now,
    })
}

const shown = ({ state, hidden }: Idea) => !hidden && state !== 'withdrawn' && state !== 'merged'
const retained = ({ state }: Idea) => state === 'retained' || state === 'initiative'
const followed = (one: Idea) =>
  retained(one) || one.state === 'answered' || one.state === 'aside' || (one.state === 'studied' && one.again)
const known = (axis = '') => (axis === 'transitions' || axis === 'equipe' ? axis : '')
/** Nine people: without a name its ideas are nowhere. */
const placed = (one: Idea) => (one.unnamed && one.direction === 'd1' ? undefined : one.direction)
const count = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length

/** As a person would: sorted, the one in the middle, or between the two. */
function middle(days: readonly number[]): number | undefined {
  const sorted = [...days].sort((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return low === undefined || high === undefined ? undefined : Math.floor((low + high) / 2)
}

/** Steps that all may read, with the axis of what they follow from. */
function standing({ ideas, workshops, ballots, steps }: Life) {
  const axisOf = (step: Life['steps'][number]): string | undefined => {
    const one = ideas[step.at]
    if (step.on === 'idea') return one && shown(one) && retained(one) ? known(one.axis) : undefined
    if (step.on === 'ballot')
      return ballots[step.at]?.opens === 'open' ? ballotAxis(ballots[step.at]) : undefined
    return workshops[step.at]?.state === 'announced' ? known(workshops[step.at]?.axis) : undefined
  }
  return steps
    .filter(({ state }) => state === 'promised' || state === 'kept' || state === 'told')
    .flatMap(step => {
      const axis = axisOf(step)
      return axis === undefined ? [] : [{ ...step, axis }]
    })
}

function ballotAxis(ballot: Life['ballots'][number] | undefined): string {
  const [first, ...others] = ballot?.axes ?? []
  return first !== undefined && others.every(each => each === first) ? known(first) : ''
}

/** What the review must say under one axis. */
export function axisBy(given: Life, axis: string) {
  const ideas = given.ideas.filter(one => shown(one) && known(one.axis) === axis)
  const workshops = given.workshops.filter(one => one.state === 'announced' && known(one.axis) === axis)
  const steps = standing(given).filter(one => one.axis === axis)
  const shared = given.commitments.filter(one => one.shown === 'everyone' && known(one.axis) === axis)
  return {
    axis,
    asked: {
      workshops: workshops.length,
      boxes: axis === '' ? given.boxes : 0,
      ballots: count(given.ballots, one => one.opens === 'open' && ballotAxis(one) === axis),
    },
    proposed: { ideas: ideas.length, supports: ideas.reduce((sum, one) => sum + one.supports, 0) },
    answered: {
      answered: count(ideas, one => followed(one) && !retained(one)),
      retained: count(ideas, retained),
      waiting: count(ideas, one => !followed(one)),
    },
    begun: {
      initiatives: count(ideas, one => one.state === 'initiative'),
      promised: steps.length,
      commitments: shared.length,
    },
    learnt: {
      summaries: count(workshops, one => one.summary),
      stepsKept: count(steps, one => one.state === 'told'),
      commitmentsKept: count(shared, one => one.kept),
    },
  }
}

/** « 41 idées sur 52 »: of one Direction, or of all. */
export function followedBy(given: Life, direction?: string) {
  const ideas = given.ideas.filter(
    one => shown(one) && (direction === undefined || placed(one) === direction),
  )
  const next = ideas.filter(followed)
  const medianDays = middle(next.map(one => Math.floor(one.after / 24)))
  return { ideas: ideas.length, withNext: next.length, ...(medianDays !== undefined && { medianDays }) }
}

/** What it must say of one Direction. */
export function directionBy(given: Life, direction: string) {
  const { medianDays: _, ...counts } = followedBy(given, direction)
  return {
    ...counts,
    initiatives: count(
      given.ideas,
      one => shown(one) && one.state === 'initiative' && placed(one) === direction,
    ),
    stepsKept: count(standing(given), one => one.state === 'told' && one.direction === direction),
  }
}

/** How many happened in a month: `in` says it of a moment. */
export function monthBy(given: Life, now: number, within: (ms: number) => boolean) {
  const ideas = given.ideas.filter(shown)
  const sent = (one: { readonly ago: number }) => now - one.ago * HOUR
  const first = (one: Idea) => sent(one) + one.after * HOUR
  return {
    proposed: count(ideas, one => within(sent(one))),
    answered: count(ideas, one => followed(one) && within(first(one))),
    begun:
      count(ideas, one => one.state === 'initiative' && within(first(one))) +
      count(standing(given), one => within(sent(one))) +
      count(given.commitments, one => one.shown === 'everyone' && within(sent(one))),
  }
}
