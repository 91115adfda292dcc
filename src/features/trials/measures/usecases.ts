import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { TrialContext } from '../trial/context-usecases.ts'
import { type InitiativeTrial, type TrialMeasure, undecided } from '../trial/domain.ts'
import type { TypedPlan } from '../trial/plan.ts'
import type { TypedNumber } from '../trial/seen.ts'
import {
  checkNear,
  countedIn,
  isStart,
  type KeptNumber,
  MEASURE_PERMISSIONS,
  permitTyping,
} from './domain.ts'
import { numberOf } from './number.ts'

export type MeasureStore = {
  /** The number of that day: the latest wins. One start at most. */
  readonly put: (number: KeptNumber) => Promise<void>
  /** Those of each measure, the start first, then by day. */
  readonly of: (
    measures: readonly TrialMeasure['id'][],
  ) => Promise<ReadonlyMap<TrialMeasure['id'], readonly TypedNumber[]>>
}

type Parts = {
  readonly store: (tx: Tx) => MeasureStore
  readonly read: Transact
}

/** A number as it is typed. `sure`: it is far from the last, and right. */
export type Typing = { readonly measure: string; readonly typed: string; readonly sure: boolean }

export type MeasureUsecases = ReturnType<typeof measureUsecases>

/** The numbers of a trial, typed by who carries it or a pilot of one of its Directions. */
export function measureUsecases({ store, read }: Parts, context: Pick<TrialContext, 'today' | 'withHeld'>) {
  /** The latest of another day: what is typed again today corrects today's. */
  async function lastBefore(tx: Tx, measure: string, day: string): Promise<number | undefined> {
    const known = (await store(tx).of([measure])).get(measure) ?? []
    return known.filter(number => number.day !== day).at(-1)?.value
  }

  /** Of a starting number that came with the plan. */
  async function keepStart(tx: Tx, actor: Actor, trial: InitiativeTrial, measure: string, value: number) {
    const [start] = ((await store(tx).of([measure])).get(measure) ?? []).filter(number => number.start)
    if (start?.value === value) return
    const day = context.today()
    if (!isStart(trial, day)) throw new Refusal('trial-begun')
    await store(tx).put({ measure, day, value, start: true, by: actor.id })
  }

  return {
    readings: (trials: readonly InitiativeTrial[]) =>
      read(tx => store(tx).of(trials.flatMap(({ measures }) => measures.map(({ id }) => id)))),

    /** Keeps the starting numbers that came with a plan. @throws Refusal `number-unclear`, `trial-begun` */
    async keepStarts(tx: Tx, actor: Actor, trial: InitiativeTrial, { measures }: TypedPlan): Promise<void> {
      for (const [place, typed] of measures.entries()) {
        const measure = trial.measures[place]
        if (typed.kind !== 'number' || typed.start.trim() === '' || measure?.kind !== 'number') continue
        await keepStart(tx, actor, trial, measure.id, numberOf(typed.start, measure.unit))
      }
    },

    /**
     * Keeps a number of today; before the trial's second day, as where it starts from. Idempotent.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `trial-decided`, `number-unclear`, `number-far` unless `sure`
     */
    async type(actor: Actor, id: string, { measure, typed, sure }: Typing): Promise<void> {
      permit(MEASURE_PERMISSIONS.type, actor.role, 'own')
      await context.withHeld(id, async (tx, { trial, initiative }) => {
        permitTyping(actor, trial, initiative.owner)
        const value = numberOf(typed, countedIn(undecided(trial), measure).unit)
        const day = context.today()
        if (!sure) checkNear(value, await lastBefore(tx, measure, day))
        const start = isStart(trial, day) && { start: true as const }
        await store(tx).put({ measure, day, value, ...start, by: actor.id })
      })
    },
  }
}
