import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { NumberStore } from '../look-ins/reminder-usecases.ts'
import type { TrialContext, TrialStore } from '../trial/context-usecases.ts'
import { standingOf, TRIAL_PERMISSIONS } from '../trial/domain.ts'
import { numbersDue, type OpenTrial, type WaitingTrial } from './domain.ts'

export type WaitingStore = {
  /** Those that the person tries and whose open look-in they did not answer; the first to close comes first. Milliseconds. */
  readonly lookIns: (
    person: string,
    now: number,
    limit: number,
  ) => Promise<readonly (OpenTrial & { readonly closesAt: number })[]>
  /** Those that began, of initiatives that the person carries, the first to end first. `today`: `YYYY-MM-DD`. */
  readonly carried: (person: string, today: string, limit: number) => Promise<readonly OpenTrial[]>
  /** Those that began in any of the Directions, among the `limit` latest initiatives that try something. */
  readonly within: (directions: readonly string[], limit: number) => Promise<readonly OpenTrial[]>
}

type Parts = {
  readonly store: (tx: Tx) => WaitingStore
  readonly trials: (tx: Tx) => Pick<TrialStore, 'some'>
  readonly numbers: (tx: Tx) => NumberStore
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
}

export type TrialWaitingUsecases = ReturnType<typeof waitingUsecases>

/** Trials that are said to wait at once, and those that are looked through for one person. */
const MOST = 20
const LOOKED_AT = 50
/** Initiatives that try something, among which those of a pilot's Directions are looked for. */
const MOST_RUNNING = 500

/** What trials wait for from one person: the decision, then what they say of it, then a number. */
export function waitingUsecases(parts: Parts, context: Pick<TrialContext, 'today'>) {
  const { store, trials, numbers, read, clock, zone } = parts

  /** Each with what is to be typed, and whether it is to be decided. */
  async function lookedAt(tx: Tx, open: readonly OpenTrial[]) {
    const plans = await trials(tx).some(open.map(({ id }) => id))
    const counted = plans.flatMap(({ measures }) => measures.filter(({ kind }) => kind === 'number'))
    const typed = counted.length > 0 ? await numbers(tx).lastTyped(counted.map(({ id }) => id)) : new Map()
    const byId = new Map(plans.map(plan => [plan.id, plan]))
    return open.flatMap(trial => {
      const plan = byId.get(trial.id)
      if (!plan) return []
      const due = numbersDue(plan, typed, { zone, now: clock.now() })
      return [{ trial, due, isOver: standingOf(plan, context.today()) === 'due' }]
    })
  }

  const within = async (tx: Tx, directions: readonly string[]) =>
    directions.length === 0 ? [] : (await store(tx).within(directions, MOST_RUNNING)).slice(0, LOOKED_AT)

  async function waitingFor(tx: Tx, { id, role, leads = [] }: Actor): Promise<readonly WaitingTrial[]> {
    const asked = await store(tx).lookIns(id, clock.now(), MOST)
    const carried = await store(tx).carried(id, context.today(), LOOKED_AT)
    const led = role === 'pilot' ? await within(tx, leads) : []
    const others = led.filter(trial => carried.every(own => own.id !== trial.id))
    const seen = await lookedAt(tx, [...carried, ...others].slice(0, LOOKED_AT))
    const isCarried = (trial: OpenTrial) => carried.some(own => own.id === trial.id)
    return [
      ...seen
        .filter(({ trial, isOver }) => isOver && isCarried(trial))
        .map(({ trial }) => ({ ...trial, awaits: 'decision' as const })),
      ...asked.map(({ closesAt, ...trial }) => {
        const until = dateIn(closesAt - 1, zone)
        return { ...trial, awaits: 'answer' as const, until }
      }),
      ...seen.flatMap(({ trial, due: [first] }) =>
        first ? [{ ...trial, awaits: 'number' as const, measure: first.text }] : [],
      ),
    ]
  }

  return {
    /** What waits for the actor, one thing of each trial, 20 at most. @throws Refusal `role-needed` */
    async waiting(actor: Actor): Promise<readonly WaitingTrial[]> {
      permit(TRIAL_PERMISSIONS.read, actor.role)
      if (!may(TRIAL_PERMISSIONS.plan, actor.role)) return []
      const all = await read(tx => waitingFor(tx, actor))
      const first = new Map(all.toReversed().map(each => [each.id, each]))
      return all.filter(each => first.get(each.id) === each).slice(0, MOST)
    },

    /** Trials in any of these Directions that wait for a number. */
    numbersDue: (directions: readonly string[]): Promise<readonly OpenTrial[]> =>
      read(async tx => {
        const seen = await lookedAt(tx, await within(tx, directions))
        return seen.filter(({ due }) => due.length > 0).map(({ trial }) => trial)
      }),
  }
}
