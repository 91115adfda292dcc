import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Initiative, TrialOnSheet } from '../../initiatives/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { TrialStore } from '../trial/context-usecases.ts'
import type { TrialReadingUsecases } from '../trial/reading-usecases.ts'
import type { TrialOnCard } from './domain.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<TrialStore, 'latest'>
  readonly read: Transact
  readonly reading: Pick<TrialReadingUsecases, 'show' | 'ofInitiative'>
  readonly programme: Pick<Programme, 'direction'>
  /** Whether the person may try one at all. */
  readonly mayTry: (actor: Actor) => boolean
  /** Whether the person tries it. */
  readonly tries: (person: string, trial: string) => Promise<boolean>
}

/** Trials for one person's card. */
export type TrialCards = Omit<ReturnType<typeof trialCards>, 'onSheet'>

export function trialCards({ store, read, reading, programme, mayTry, tries }: Parts) {
  return {
    /** The trial of an initiative at present, or its last. @throws Refusal `gone`, `idea-hidden` */
    async latest(actor: Actor, initiative: string): Promise<TrialOnCard> {
      const { current, past } = await reading.ofInitiative(actor, initiative)
      const trial = current ?? past[0]
      if (!trial) throw new Refusal('gone')
      return { ...trial, mayTry: mayTry(actor) }
    },

    /** By its own id. @throws the same */
    one: async (actor: Actor, trial: string): Promise<TrialOnCard> => ({
      ...(await reading.show(actor, trial)),
      mayTry: mayTry(actor),
    }),

    /** What the card of its initiative says of it. */
    async onSheet({ id, trial: state }: Initiative, actor?: Pick<Actor, 'id'>) {
      if (state === undefined) return undefined
      const [trial] = await read(tx => store(tx).latest(id, 1))
      if (!trial) return undefined
      const { from, until, site, directions } = trial
      return {
        state,
        from,
        until,
        site,
        directions: directions.map(direction => programme.direction(direction)?.name ?? direction),
        trying: actor !== undefined && (await tries(actor.id, trial.id)),
      }
    },
  } satisfies { readonly onSheet: TrialOnSheet; readonly [use: string]: unknown }
}
