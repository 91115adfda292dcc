import type { Actor } from '../../../kernel/access/actor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Initiative, InitiativeUsecases } from '../../initiatives/index.ts'
import { foundTrial, type InitiativeTrial } from './domain.ts'

export type TrialStore = {
  readonly add: (trial: InitiativeTrial) => Promise<void>
  readonly find: (id: string) => Promise<InitiativeTrial | undefined>
  readonly some: (ids: readonly string[]) => Promise<readonly InitiativeTrial[]>
  /** The one of the initiative that nobody decided yet. */
  readonly current: (initiative: string) => Promise<InitiativeTrial | undefined>
  /** Those of the initiative, the latest first. */
  readonly latest: (initiative: string, limit: number) => Promise<readonly InitiativeTrial[]>
  /** Its plan and its turn. Measures that are in it no more take what was typed of them along. */
  readonly change: (trial: InitiativeTrial) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

export type TrialContextParts = {
  readonly store: (tx: Tx) => TrialStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
  readonly initiatives: Pick<InitiativeUsecases, 'seenOne' | 'held'>
}

/** A trial and its initiative, both locked by the idea that they share. */
type Held = { readonly trial: InitiativeTrial; readonly initiative: Initiative }

export type TrialContext = ReturnType<typeof trialContext>

/** What the rooms share: the day, a trial that somebody may read, one that is locked. */
export function trialContext({ store, transact, read, clock, zone, initiatives }: TrialContextParts) {
  /** @throws Refusal `gone`, `idea-hidden`, `idea-merged` */
  async function held(tx: Tx, id: string): Promise<Held> {
    const { initiative: idea } = foundTrial(await store(tx).find(id))
    const initiative = await initiatives.held(tx, idea)
    return { trial: foundTrial(await store(tx).find(id)), initiative }
  }

  return {
    /** `YYYY-MM-DD` in the programme's zone. */
    today: (): string => dateIn(clock.now(), zone),

    held,

    /** Runs `work` on a trial whose initiative is locked. @throws Refusal `gone`, `idea-hidden`, `idea-merged`, and of `work` */
    withHeld: <T>(id: string, work: (tx: Tx, held: Held) => Promise<T>): Promise<T> =>
      transact(async tx => work(tx, await held(tx, id))),

    /** The trial, which `actor` may read as they may its initiative. @throws Refusal `gone`, `idea-hidden` */
    async readable(actor: Actor, id: string): Promise<InitiativeTrial> {
      const trial = foundTrial(await read(tx => store(tx).find(id)))
      await initiatives.seenOne(actor, trial.initiative)
      return trial
    },
  }
}
