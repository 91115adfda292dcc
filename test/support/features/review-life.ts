// A programme's life, drawn at random, and written as rows.
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
export type DrawnIdea = Life['ideas'][number]
export const EMPTY: Life = { ideas: [], steps: [], workshops: [], ballots: [], commitments: [], boxes: 0 }

export const retained = ({ state }: DrawnIdea) => state === 'retained' || state === 'initiative'
/** Answered or decided, other than to be studied. */
export const followed = (one: DrawnIdea) =>
  retained(one) || one.state === 'answered' || one.state === 'aside' || (one.state === 'studied' && one.again)

const SPARE = { author: 'p', text: 'Des vélos', directions: 0, comments: 0 }

async function writeIdea(tx: Tx, now: number, at: number, given: DrawnIdea): Promise<void> {
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
