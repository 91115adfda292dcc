import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea, type IdeaSeen, ideaText, permitOn } from '../idea/domain.ts'
import { type Pending, withPending } from '../idea/pending.ts'
import { checkCorrection, checkUndo, SUBMISSION_PERMISSIONS } from './domain.ts'

type WithdrawParts = Pick<IdeaContextParts, 'ideaStore' | 'clock' | 'note'>

/** Removes an idea from every list. Used by the author's undo, and by that of a harvest. */
export function withdrawIdea(
  { ideaStore, clock, note }: WithdrawParts,
  context: Pick<IdeaContext, 'isBalloted' | 'findable' | 'happened'>,
) {
  /** @throws Refusal `undo-over`, `idea-merged`, `idea-joined`, `idea-initiative`, `idea-balloted` */
  return async (tx: Tx, idea: Idea, actor?: Actor): Promise<void> => {
    const { id } = idea
    if (idea.state === 'withdrawn') return
    if (idea.root !== undefined) throw new Refusal('idea-merged')
    if ((await ideaStore(tx).joinedWith([id])).length > 0) throw new Refusal('idea-joined')
    if (await context.isBalloted(tx, id)) throw new Refusal('idea-balloted')
    checkUndo(idea, clock.now())
    await ideaStore(tx).withdraw(id)
    await context.findable(tx, id, '')
    await context.happened(tx, 'withdrawn', idea, actor)
    // A ballot in preparation may have the idea as an option.
    await note(tx, { kind: 'ideas.moderated', payload: { idea: id }, mergeKey: `ideas.moderated:${id}` })
  }
}

type Parts = WithdrawParts & {
  /** @throws Refusal `axis-missing` */
  readonly knownAxis: (axis: string) => string
  /** Pending decisions and answers of these ideas, each idea's oldest first. */
  readonly pendingOn: (tx: Tx, ideas: readonly string[]) => Promise<readonly Pending[]>
}

type Context = Pick<
  IdeaContext,
  'withAny' | 'withLocked' | 'seenOne' | 'happened' | 'findable' | 'isBalloted'
>

export type CorrectionUsecases = ReturnType<typeof correctionUsecases>

/** An author's changes after submission: another text, another axis, or withdrawal. */
export function correctionUsecases(parts: Parts, context: Context) {
  const { ideaStore, pendingOn, knownAxis } = parts
  const { withAny, withLocked, seenOne, happened, findable } = context
  const takeBack = withdrawIdea(parts, context)

  async function putAxis(tx: Tx, actor: Actor, idea: Idea, axis: string) {
    if (knownAxis(axis) === idea.axis) return
    await ideaStore(tx).setAxis(idea.id, axis)
    await happened(tx, 'axis', idea, actor, axis)
  }

  return {
    /** @throws Refusal `gone`, `not-yours`, `axis-missing` */
    async setAxis(actor: Actor, id: string, axis: string): Promise<IdeaSeen> {
      const idea = await withLocked(id, async (tx, found) => {
        permitOn(IDEA_PERMISSIONS.setAxis, found, actor)
        await putAxis(tx, actor, found, axis)
      })
      return seenOne(actor, idea)
    },

    /**
     * Takes the idea back, within ten minutes, and returns it. Idempotent.
     * @throws Refusal `gone`, `not-yours`, `undo-over`, `idea-merged`, `idea-joined`, `idea-initiative`,
     * `idea-balloted`
     */
    async undo(actor: Actor, id: string): Promise<Idea> {
      return withAny(id, async (tx, idea) => {
        permitOn(SUBMISSION_PERMISSIONS.undo, idea, actor)
        await takeBack(tx, idea, actor)
      })
    },

    /**
     * Replaces the text, and the axis when one is given, before anybody else supports the idea.
     * @throws Refusal `gone`, `not-yours`, `idea-supported`, `idea-answered`, `idea-decided`, `empty-text`, `too-long`,
     * `axis-missing`
     */
    async correct(actor: Actor, id: string, typed: { text: string; axis?: string }): Promise<IdeaSeen> {
      const idea = await withLocked(id, async (tx, found) => {
        permitOn(SUBMISSION_PERMISSIONS.correct, found, actor)
        const text = ideaText(typed.text)
        if (text !== found.text) {
          // A pending answer or decision was made about these words already.
          checkCorrection(withPending(found, await pendingOn(tx, [id])))
          await ideaStore(tx).setText(id, text)
          await findable(tx, id, text)
          await happened(tx, 'corrected', found, actor)
        }
        if (typed.axis !== undefined) await putAxis(tx, actor, found, typed.axis)
      })
      return seenOne(actor, idea)
    },
  }
}
