import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Ground, GroundParts, GroundStore } from '../idea/context-usecases.ts'
import { type Idea, type IdeaSeen, ideaText, permitOn } from '../idea/domain.ts'
import { foreseen } from '../idea/pending.ts'
import { checkCorrection, checkUndo, SUBMISSION_PERMISSIONS } from './domain.ts'

export type CorrectionStore = {
  readonly setText: (id: string, text: string) => Promise<void>
  /** Out of every list; its supports and comments stay where they are. */
  readonly withdraw: (id: string) => Promise<void>
}

type Parts = GroundParts & {
  readonly store: (tx: Tx) => GroundStore & CorrectionStore
  readonly setAxis: (tx: Tx, actor: Actor, idea: Idea, axis: string) => Promise<void>
}

/** How an idea is taken out of every list. Part of the author's undo, and of the one of who typed it for others. */
export function takingBack({ store, clock, note }: Omit<Parts, 'setAxis'>, ground: Ground) {
  /** @throws Refusal `undo-over`, `idea-merged`, `idea-joined`, `idea-initiative`, `idea-balloted` */
  return async (tx: Tx, idea: Idea, actor?: Actor): Promise<void> => {
    const { id } = idea
    if (idea.state === 'withdrawn') return
    if (idea.root !== undefined) throw new Refusal('idea-merged')
    if ((await store(tx).joinedWith([id])).length > 0) throw new Refusal('idea-joined')
    if (await ground.isBalloted(tx, id)) throw new Refusal('idea-balloted')
    checkUndo(idea, clock.now())
    await store(tx).withdraw(id)
    await ground.findable(tx, id, '')
    await ground.happened(tx, 'withdrawn', idea, actor)
    // A ballot that waits to be opened may name it.
    await note(tx, { kind: 'ideas.moderated', payload: { idea: id }, mergeKey: `ideas.moderated:${id}` })
  }
}

/** What an author makes of an idea once it is out: another text, or nothing. */
export function correctionUsecases(parts: Parts, ground: Ground) {
  const { store, setAxis } = parts
  const { withAny, withLocked, seenOne, happened, findable } = ground
  const takeBack = takingBack(parts, ground)
  return {
    /**
     * Takes the idea back, within ten minutes, and answers it; said twice, it is taken back once.
     * @throws Refusal `gone`, `not-yours`, `undo-over`, `idea-merged`, `idea-joined`, `idea-initiative`, `idea-balloted`
     */
    async undo(actor: Actor, id: string): Promise<Idea> {
      return withAny(id, async (tx, idea) => {
        permitOn(SUBMISSION_PERMISSIONS.undo, idea, actor)
        await takeBack(tx, idea, actor)
      })
    },

    /**
     * Other words for the idea, and another axis when one is given, before anybody else supports it.
     * @throws Refusal `gone`, `not-yours`, `idea-supported`, `idea-answered`, `idea-decided`, `empty-text`, `too-long`, `axis-missing`
     */
    async correct(actor: Actor, id: string, typed: { text: string; axis?: string }): Promise<IdeaSeen> {
      const idea = await withLocked(id, async (tx, found) => {
        permitOn(SUBMISSION_PERMISSIONS.correct, found, actor)
        const text = ideaText(typed.text)
        if (text !== found.text) {
          // Somebody may have answered these words, and nobody knows yet.
          checkCorrection(foreseen(found, await store(tx).pendingOn([id])))
          await store(tx).setText(id, text)
          await findable(tx, id, text)
          await happened(tx, 'corrected', found, actor)
        }
        if (typed.axis !== undefined) await setAxis(tx, actor, found, typed.axis)
      })
      return seenOne(actor, idea)
    },
  }
}
