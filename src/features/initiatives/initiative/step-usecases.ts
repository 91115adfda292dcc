import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaUsecases, Stepping } from '../../ideas/index.ts'
import type { MembershipStore } from './context-usecases.ts'
import type { SheetStep } from './sheet.ts'

type Parts = {
  readonly membership: (tx: Tx) => Pick<MembershipStore, 'members'>
  readonly ideas: Pick<IdeaUsecases, 'notifyFollowers'>
}

/** Whose doing it is: they are not notified. */
type Doer = Pick<Stepping, 'by' | 'unnamed'>

export type TellStep = (tx: Tx, id: string, step: SheetStep, doer: Doer) => Promise<void>

/** Limit of members notified besides the idea's author and supporters. */
const MEMBERS = 100

/** Notifies author, supporters, commenters and members of a step of the sheet. */
export function stepTelling({ membership, ideas }: Parts): TellStep {
  return async (tx, id, step, doer) => {
    const also = await membership(tx).members(id, MEMBERS)
    const which =
      step.kind === 'phase'
        ? { occasion: step.phase, detail: step.phase, subject: { phase: step.phase } }
        : {}
    await ideas.notifyFollowers(tx, {
      ...which,
      ...doer,
      teller: 'initiatives',
      idea: id,
      step: step.kind,
      also,
    })
  }
}
