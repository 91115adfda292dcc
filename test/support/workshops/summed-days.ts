import fc from 'fast-check'
import { type Database, open } from '../../../src/db/index.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'

/** What became of an idea that was said at a workshop. `joined`: merged into the one before it. */
type SaidIdea = {
  readonly axis: string | null
  readonly table: string | null
  readonly fate: 'stands' | 'hidden' | 'withdrawn' | 'joined'
  readonly state: 'received' | 'studied' | 'answered' | 'retained' | 'aside' | 'initiative'
  readonly supports: number
}
type HeldVote = { readonly table: string | null; readonly open: boolean; readonly totals: readonly number[] }
type KeptStep = {
  readonly state: 'proposed' | 'promised' | 'kept' | 'dropped'
  readonly late: boolean
  readonly lab: boolean
}

/** A day as it went: who came of forty people, who had a seat, what was said, voted and promised. */
export type SummedDay = {
  readonly came: readonly number[]
  readonly seated: readonly number[]
  readonly ideas: readonly SaidIdea[]
  readonly votes: readonly HeldVote[]
  readonly steps: readonly KeptStep[]
}

const AXES = ['transitions', 'territoires', 'usager', 'employeur', 'equipe', null]
const TABLES = ['1', '2', '10', 'Les lycées', null]
const STATES = ['received', 'studied', 'answered', 'retained', 'aside', 'initiative'] as const
const FATES = ['stands', 'stands', 'stands', 'hidden', 'withdrawn', 'joined'] as const
export const CROWD = 40

const somePeople = fc.uniqueArray(fc.nat(CROWD - 1), { maxLength: CROWD })
const idea = fc.record({
  axis: fc.constantFrom(...AXES),
  table: fc.constantFrom(...TABLES),
  fate: fc.constantFrom(...FATES),
  state: fc.constantFrom(...STATES),
  supports: fc.nat(9),
})
const vote = fc.record({
  table: fc.constantFrom(...TABLES),
  open: fc.boolean(),
  totals: fc.array(fc.nat(30), { minLength: 2, maxLength: 4 }),
})
const step = fc.record({
  state: fc.constantFrom('proposed', 'promised', 'kept', 'dropped'),
  late: fc.boolean(),
  lab: fc.boolean(),
})

/** `days` days that went as chance would have it: the same for the same `seed`. */
export function daysOf(seed: number, days: number): readonly SummedDay[] {
  const day = fc.record({
    came: somePeople,
    seated: somePeople,
    ideas: fc.array(idea, { maxLength: 30 }),
    votes: fc.array(vote, { maxLength: 8 }),
    steps: fc.array(step, { maxLength: 6 }),
  })
  return fc.sample(day, { seed, numRuns: days }) as readonly SummedDay[]
}

type At = {
  readonly workshop: string
  readonly startsAt: number
  readonly now: number
  readonly directions: readonly string[]
}
type Data = Pick<Database, 'transact'>
type Subject = { readonly kind: 'summary' | 'ballot' | 'idea'; readonly id: string }

const personId = (n: number) => `crowd${n}`

/** Forty people, shared out between the first Directions. */
export async function seedCrowd(
  { transact }: Data,
  directions: readonly string[],
  at: number,
): Promise<void> {
  await transact(async tx => {
    await open(tx)
      .insertInto('person')
      .values(
        Array.from({ length: CROWD }, (_, n) => ({
          id: personId(n),
          tenant: 'crowd',
          object_id: personId(n),
          name: `Personne ${n}`,
          role: 'agent' as const,
          role_from: null,
          deputy: 0,
          // Most of them from one: of a Direction with few there, nothing is ever said.
          direction: directions[n % 10 === 0 ? 1 + (n % 3) : 0] ?? null,
          former_direction: null,
          direction_since: null,
          language: 'fr' as const,
          language_chosen: 0,
          chat: null,
          welcomed_at: null,
          leads: '[]',
          took_part_at: null,
          took_part_in: null,
          created_at: at,
          listed: null,
          mail_state: null,
          account: null,
          reach: 'not-installed' as const,
          reach_since: at,
          reach_how: 'met' as const,
          reach_last: '{}',
        })),
      )
      .execute()
  })
}

/** Writes what happened on the day, row by row, as features would have. */
export async function seedDay({ transact }: Data, day: SummedDay, at: At): Promise<void> {
  const { workshop, startsAt, now, directions } = at
  await transact(async tx => {
    const db = open(tx)
    for (const n of day.came)
      await db
        .insertInto('attendance')
        .values({
          workshop_id: workshop,
          person_id: personId(n),
          at: startsAt + n,
          how: 'screen',
          by: personId(n),
          beyond: 0,
        })
        .execute()
    for (const n of day.seated)
      await db
        .insertInto('registration')
        .values({
          workshop_id: workshop,
          person_id: personId(n),
          direction: null,
          answer: n % 4 === 0 ? 'no' : 'yes',
          answered_at: startsAt - HOUR,
          queue_no: null,
          offered_until: null,
          pool: n % 4 === 0 ? null : 'open',
          day_key: null,
        })
        .execute()
    let last: string | undefined
    for (const [n, said] of day.ideas.entries()) {
      const id = `${workshop}i${n}`
      const into = said.fate === 'joined' ? last : undefined
      const stands = said.fate === 'stands' || (said.fate === 'joined' && into === undefined)
      await db
        .insertInto('idea')
        .values({
          ...BARE,
          id,
          axis: said.axis,
          text: `Idée ${n}`,
          state: into ? 'merged' : said.fate === 'withdrawn' ? 'withdrawn' : said.state,
          workshop_id: workshop,
          workshop_title: 'Un atelier',
          workshop_table: said.table,
          supports: said.supports,
          created_at: startsAt + n,
          hidden_at: said.fate === 'hidden' ? startsAt + n : null,
          hidden_by: said.fate === 'hidden' ? personId(0) : null,
          hidden_reason: said.fate === 'hidden' ? 'Nomme quelqu’un' : null,
          merged_into: into ?? null,
          root: into ?? null,
        })
        .execute()
      if (stands) last = id
    }
    for (const [n, held] of day.votes.entries()) {
      const id = `${workshop}b${n}`
      // The first was asked of those who have a seat, the day before.
      const opensAt = n === 0 ? startsAt - 20 * HOUR : startsAt
      const closesAt = held.open ? now + 10_000 * HOUR : opensAt + HOUR + n
      const audience =
        held.table === null
          ? { kind: n % 2 === 0 ? 'workshop' : 'present', workshop }
          : { kind: 'workshop', workshop, table: held.table }
      const sum = held.totals.reduce((all, each) => all + each, 0)
      await db
        .insertInto('ballot')
        .values({
          id,
          question: `Question ${n}`,
          organiser: personId(0),
          closes_at: closesAt,
          votes: sum,
          created_at: startsAt,
          concluded_at: held.open ? null : closesAt,
          kind: 'single',
          most: 1,
          per_option: 1,
          opens_at: opensAt,
          quorum: 0,
          results: 'live',
          secret: 0,
          audience: JSON.stringify(audience),
          workshop_id: workshop,
          room: held.table === null ? (n % 2 === 0 ? null : '') : held.table,
          sequel: null,
          sequel_due: null,
          sequel_word: null,
          sequel_none_at: null,
        })
        .execute()
      for (const [position, votes] of held.totals.entries())
        await db
          .insertInto('ballot_option')
          .values({
            id: `${id}o${position}`,
            ballot_id: id,
            position,
            title: `Option ${position}`,
            idea_id: null,
            axis: null,
            votes,
            voters: votes,
          })
          .execute()
    }
    const retained = day.ideas.findIndex(
      ({ fate, state }) => fate === 'stands' && (state === 'retained' || state === 'initiative'),
    )
    const subjects: readonly Subject[] = [
      { kind: 'summary', id: workshop },
      ...(day.votes.length > 0 ? [{ kind: 'ballot', id: `${workshop}b0` } as const] : []),
      ...(retained >= 0 ? [{ kind: 'idea', id: `${workshop}i${retained}` } as const] : []),
    ]
    for (const [n, promised] of day.steps.entries()) {
      const { kind, id: subject } = subjects[n % subjects.length] ?? { kind: 'summary', id: workshop }
      const due = promised.late ? '2027-04-01' : '2029-04-01'
      await db
        .insertInto('next_step')
        .values({
          id: `${workshop}s${n}`,
          subject_kind: kind,
          subject_id: subject,
          text: `Suite ${n}`,
          due,
          first_due: due,
          direction: promised.lab ? null : (directions[0] ?? null),
          state: promised.state,
          asker: personId(0),
          holder: promised.state === 'proposed' ? null : personId(0),
          asked: null,
          named: 1,
          word: promised.state === 'dropped' ? 'Trop cher' : null,
          turn: 0,
          created_at: startsAt + n,
          ended_at: promised.state === 'kept' ? startsAt : null,
          late_at: null,
          recalled_at: null,
          told_at: promised.state === 'kept' ? startsAt : null,
        })
        .execute()
    }
  })
}

const BARE = {
  author: '',
  unnamed: 0,
  direction: null,
  box_id: null,
  channel_id: null,
  address: null,
  directions: 0,
  across: 0,
  trial: null,
  comments: 0,
  answer: null,
  answered_by: null,
  answered_as: null,
  answered_at: null,
  decision: null,
  decided_by: null,
  decided_as: null,
  decided_at: null,
  reason: null,
  decisions: 0,
  inspired_by: null,
  credit: 'nobody',
  credit_name: null,
  reports: 0,
  reported_at: null,
  clock_on: null,
  clock_party: null,
  due_on: null,
  due_party: null,
} as const
