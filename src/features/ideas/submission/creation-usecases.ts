import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { type Idea, visible } from '../idea/domain.ts'
import { originText } from '../idea/origin.ts'
import type { SupportStore } from '../support/usecases.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'note' | 'people'> & {
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'putSupport' | 'recount'>
}

export type KeepIdea = ReturnType<typeof keepIdea>

/** How a new idea is kept, wherever it comes from. */
export function keepIdea(
  { ideaStore, supportStore, note, people }: Parts,
  context: Pick<IdeaContext, 'changed' | 'findable' | 'happened'>,
) {
  /** Its author is the first who supports it. */
  async function supported(tx: Tx, { id, author, direction, at }: Idea): Promise<void> {
    const known = direction === undefined ? {} : { direction }
    await supportStore(tx).putSupport({ idea: id, person: author, at, ...known })
    await supportStore(tx).recount(id)
    await people.tookPart(tx, author)
  }

  /** The idea after which it is proposed has that in its thread; who it concerns besides hears of it by the fact. */
  async function tellSource(tx: Tx, actor: Actor, { id, inspiredBy, unnamed }: Idea): Promise<void> {
    if (inspiredBy === undefined) return
    const source = visible(await ideaStore(tx).lock(inspiredBy))
    await context.happened(tx, 'inspired', source, unnamed ? undefined : actor)
    await note(tx, { kind: 'ideas.inspired', payload: { idea: inspiredBy, by: id } })
  }

  /** Keeps the idea, once for its id. */
  async function keep(tx: Tx, actor: Actor, idea: Idea): Promise<void> {
    const { id, credit } = idea
    if (!(await ideaStore(tx).add(idea))) return
    await context.findable(tx, id, idea.text)
    // Nobody's support comes with what was typed for others, and who typed it is named nowhere.
    if (!credit) await supported(tx, idea)
    const named = credit ? undefined : actor
    await context.happened(tx, 'received', idea, named, idea.origin && originText(idea.origin))
    // Said aloud in a channel, it is answered there by its card: only a box's idea still has to be posted.
    if (idea.box !== undefined) await context.changed(tx, idea)
    await tellSource(tx, actor, idea)
  }

  return keep
}
