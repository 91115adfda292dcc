import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { InitiativeUsecases } from '../../initiatives/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { TrialContext, TrialContextParts } from './context-usecases.ts'
import {
  foundTrial,
  type InitiativeTrial,
  permitPlan,
  standingOf,
  TRIAL_PERMISSIONS,
  undecided,
} from './domain.ts'
import { beginFact } from './facts.ts'
import { checkChange, checkDays, movesDays, movesPlaces, planOf, type TypedPlan } from './plan.ts'
import { beganAs, endedAs } from './standing.ts'

type Parts = Pick<TrialContextParts, 'store' | 'transact' | 'clock' | 'zone'> & {
  readonly once: Once
  readonly note: Note
  readonly ids: Ids
  readonly programme: Pick<Programme, 'directions'>
  readonly initiatives: Pick<InitiativeUsecases, 'held' | 'follow' | 'redraw'>
  /** Keeps the starting numbers that came with the plan. @throws Refusal `number-unclear`, `trial-begun` */
  readonly keepStarts: (tx: Tx, actor: Actor, trial: InitiativeTrial, typed: TypedPlan) => Promise<void>
  /** What other rooms do once it is planned, and again once its plan, which was `before`, is changed. */
  readonly scheduled: (tx: Tx, trial: InitiativeTrial, before?: InitiativeTrial) => Promise<void>
  /** What other rooms do once it and all that was kept of it are taken away. */
  readonly dropped: (tx: Tx) => Promise<void>
}

export type TrialUsecases = ReturnType<typeof trialUsecases>

/** A trial planned, changed, dropped before its first day, and begun by the clock. */
export function trialUsecases(parts: Parts, context: Pick<TrialContext, 'today' | 'held' | 'withHeld'>) {
  const { store, transact, clock, zone, once, note, ids, programme, initiatives } = parts
  const { keepStarts, scheduled, dropped } = parts

  const reading = (known: InitiativeTrial['measures'] = []) => ({
    directions: programme.directions.map(({ id }) => id),
    newId: () => ids.next(),
    known,
  })

  /** Its days are these from now on. One whose first day is today begins at once. */
  async function schedule(tx: Tx, trial: InitiativeTrial): Promise<void> {
    if (trial.from > context.today()) await note(tx, beginFact(trial, zone))
    else await initiatives.follow(tx, trial.initiative, beganAs)
  }

  /** Not yet where nobody may read it. */
  async function start(tx: Tx, trial: InitiativeTrial | undefined): Promise<void> {
    if (!trial || trial.ending || trial.from > context.today()) return
    await initiatives.follow(tx, trial.initiative, beganAs).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
  }

  async function add(tx: Tx, actor: Actor, initiative: string, typed: TypedPlan, id: string): Promise<void> {
    if (await store(tx).current(initiative)) throw new Refusal('trial-under-way')
    const plan = planOf(typed, reading())
    checkDays(plan, context.today())
    const [before] = await store(tx).latest(initiative, 1)
    const number = (before?.number ?? 0) + 1
    const now = { turn: 1, at: clock.now(), plannedBy: actor.id }
    const trial: InitiativeTrial = { ...plan, ...now, id, initiative, number }
    await store(tx).add(trial)
    await initiatives.follow(tx, initiative, { trial: 'planned', phase: 'create', from: ['explore'] })
    await keepStarts(tx, actor, trial, typed)
    await schedule(tx, trial)
    await scheduled(tx, trial)
  }

  return {
    /**
     * Plans the initiative's next trial, once for all `keys`, which begins at once where its first day is today.
     * @returns its id
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `trial-under-way`, and those of `planOf` and `checkDays`
     */
    async plan(
      actor: Actor,
      initiative: string,
      typed: TypedPlan,
      keys: readonly IdempotencyKey[],
    ): Promise<string> {
      permit(TRIAL_PERMISSIONS.plan, actor.role, 'own')
      return transact(async tx => {
        permitPlan(await initiatives.held(tx, initiative), actor)
        const wanted = ids.next()
        const id = await once(tx, keys, wanted)
        if (id === wanted) await add(tx, actor, initiative, typed, id)
        return foundTrial(await store(tx).find(id)).id
      })
    },

    /**
     * Replaces the plan: all of it before the first day, then where, until when and how often.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `trial-decided`, `trial-begun`, and those of `planOf` and `checkDays`
     */
    change: (actor: Actor, id: string, typed: TypedPlan): Promise<void> =>
      context.withHeld(id, async (tx, { trial, initiative }) => {
        permitPlan(initiative, actor)
        const today = context.today()
        const plan = planOf(typed, reading(undecided(trial).measures))
        checkChange(trial, plan, standingOf(trial, today), today)
        const moves = movesDays(trial, plan)
        const { initiative: of, number, at } = trial
        const changed = { ...plan, id, initiative: of, number, turn: trial.turn + (moves ? 1 : 0), at }
        await store(tx).change(changed)
        await keepStarts(tx, actor, changed, typed)
        if (moves) await schedule(tx, changed)
        await scheduled(tx, changed, trial)
        if (moves || movesPlaces(trial, plan)) await initiatives.redraw(tx, of)
      }),

    /**
     * Takes it away before its first day, with all that is kept of it. Dropped twice, once.
     * @throws Refusal `role-needed`, `not-yours`, `trial-begun`, `trial-decided`
     */
    async drop(actor: Actor, id: string): Promise<void> {
      permit(TRIAL_PERMISSIONS.plan, actor.role, 'own')
      await transact(async tx => {
        if (!(await store(tx).find(id))) return
        const { trial, initiative } = await context.held(tx, id)
        permitPlan(initiative, actor)
        if (standingOf(undecided(trial), context.today()) !== 'planned') throw new Refusal('trial-begun')
        await store(tx).remove(id)
        await dropped(tx)
        const [before] = await store(tx).latest(trial.initiative, 1)
        await initiatives.follow(tx, trial.initiative, { trial: endedAs(before?.ending?.kind) })
      })
    },

    /** Its first day has come: the initiative is being tested. Said once, and of these days alone. */
    begin: (id: string, turn: number): Promise<void> =>
      transact(async tx => {
        const trial = await store(tx).find(id)
        if (trial?.turn === turn) await start(tx, trial)
      }),

    /** What was to happen while nobody could read the initiative. */
    catchUp: (initiative: string): Promise<void> =>
      transact(async tx => start(tx, await store(tx).current(initiative))),
  }
}
