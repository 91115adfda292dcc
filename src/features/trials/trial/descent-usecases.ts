import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { InitiativeSeen, InitiativeUsecases } from '../../initiatives/index.ts'
import type { TrialContext, TrialContextParts } from './context-usecases.ts'
import { type InitiativeTrial, standingOf } from './domain.ts'
import type { CarriedPlan } from './seen.ts'

export type TrialDescentStore = {
  /** Why the latest trial of each that was stopped was: by the initiative's id. */
  readonly whys: (initiatives: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** How many try the trial of each that nobody decided yet, by the initiative's id; none where nobody does. */
  readonly testers: (initiatives: readonly string[]) => Promise<ReadonlyMap<string, number>>
}

type Parts = Pick<TrialContextParts, 'store' | 'read'> & {
  readonly descent: (tx: Tx) => TrialDescentStore
  readonly initiatives: Pick<InitiativeUsecases, 'seenOne'>
}

/** Trials of one initiative that are looked through. */
const LATEST = 20

/** What of trials is handed on: to the gallery, to the Directions, and to whoever takes one up. */
export function trialDescent(
  { store, read, descent, initiatives }: Parts,
  context: Pick<TrialContext, 'today'>,
) {
  const latest = (initiative: string) => read(tx => store(tx).latest(initiative, LATEST))
  const goesOn = (trial: InitiativeTrial) => ['running', 'due'].includes(standingOf(trial, context.today()))
  const begun = async (initiative: string) =>
    (await latest(initiative)).find(trial => trial.ending !== undefined || goesOn(trial))

  /** The initiative that inspired this one, while `actor` may read it. */
  async function sourceOf(actor: Actor, { idea }: InitiativeSeen): Promise<InitiativeSeen | undefined> {
    if (!idea.source) return undefined
    return initiatives.seenOne(actor, idea.source.id).catch((fault: unknown) => {
      if (fault instanceof Refusal) return undefined
      throw fault
    })
  }

  return {
    /** In their authors' words, by id, of those that were stopped. */
    whys: (ids: readonly string[]) => read(tx => descent(tx).whys(ids)),

    /** How many try each that is on trial, by id. */
    testers: (ids: readonly string[]) => read(tx => descent(tx).testers(ids)),

    /** Ids of the Directions that try it at present, and of those to which its latest generalisation goes. */
    async places(initiative: string) {
      const trials = await latest(initiative)
      return {
        trying: trials.find(goesOn)?.directions ?? [],
        generalised: trials.find(({ ending }) => ending?.kind === 'generalise')?.ending?.directions ?? [],
      }
    },

    /** Of its latest trial that began. */
    hypothesis: async (initiative: string) => (await begun(initiative))?.hypothesis,

    /** The plan of the latest trial that began of whatever inspired the initiative. */
    async carried(actor: Actor, initiative: InitiativeSeen): Promise<CarriedPlan | undefined> {
      const source = await sourceOf(actor, initiative)
      const trial = source && (await begun(source.id))
      if (!trial) return undefined
      const { hypothesis, rhythm, measures } = trial
      return {
        from: { initiative: source.id, title: source.title },
        plan: { hypothesis, rhythm, measures },
      }
    },
  }
}
