import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { TrialStore } from '../trial/context-usecases.ts'
import { toldFact, toldReason } from './facts.ts'
import type { DecisionStore } from './rows.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<DecisionStore, 'touching' | 'initiativeOf'>
  readonly trials: (tx: Tx) => Pick<TrialStore, 'find'>
  readonly transact: Transact
  readonly note: Note
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly ideas: Pick<IdeaUsecases, 'notifyFollowers'>
  /** Whether its idea may be read at present. */
  readonly isShown: (tx: Tx, idea: string) => Promise<boolean>
}

/** Recipients per transaction, as with those who follow an idea. */
const PAGE = 50

export type DecisionTelling = ReturnType<typeof decisionTelling>

/** Who hears of a decision besides those who support or commented its idea; and of what followed of it. */
export function decisionTelling(parts: Parts) {
  const { store, trials, transact, note, messages, ideas, isShown } = parts

  return {
    /** Tells a page of those who try it and of members, under the key that followers of the idea are told by. */
    tellPage: (id: string, by: string, after: string): Promise<void> =>
      transact(async tx => {
        const trial = await trials(tx).find(id)
        if (!trial?.ending || !(await isShown(tx, trial.initiative))) return
        const { initiative } = trial
        const people = await store(tx).touching({ trial: id, initiative }, PAGE, after)
        const reason = toldReason(initiative, id)
        const subject = { trial: id, idea: initiative, step: 'trial-decided' }
        for (const person of people) {
          if (person === by) continue
          await messages.tell(tx, { person, topic: 'idea-answered', reason, subject, by: 'trials' })
        }
        const last = people.at(-1)
        if (people.length === PAGE && last !== undefined) await note(tx, toldFact(id, by, last))
      }),

    /** A next step of it is kept: those who follow its idea hear of it, but who kept it. */
    followed: (id: string, step: string, by: string): Promise<void> =>
      transact(async tx => {
        const found = await store(tx).initiativeOf(id)
        if (!found || !(await isShown(tx, found.initiative))) return
        const subject = { next: step, of: id, on: 'trial' }
        const event = { step: 'next-kept', occasion: step, unnamed: by, subject } as const
        await ideas.notifyFollowers(tx, { ...event, idea: found.initiative })
      }),
  }
}
