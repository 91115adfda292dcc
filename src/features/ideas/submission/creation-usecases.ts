import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { type Idea, visible } from '../idea/domain.ts'
import { originText } from '../idea/origin.ts'
import type { SupportStore } from '../support/usecases.ts'

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'note' | 'people'> & {
  readonly supportStore: (tx: Tx) => Pick<SupportStore, 'putSupport' | 'recount'>
}

export type CreateIdea = ReturnType<typeof ideaCreation>

/** Stores a new idea, whichever way it came. */
export function ideaCreation(
  { ideaStore, supportStore, note, people }: Parts,
  context: Pick<IdeaContext, 'changed' | 'findable' | 'happened'>,
) {
  /** An author is the first supporter. */
  async function supported(tx: Tx, { id, author, direction, at }: Idea): Promise<void> {
    const known = direction === undefined ? {} : { direction }
    await supportStore(tx).putSupport({ idea: id, person: author, at, ...known })
    await supportStore(tx).recount(id)
    await people.tookPart(tx, author)
  }

  /**
   * Adds the new idea to the thread of the one that inspired it, whose author and supporters are notified by the fact.
   */
  async function tellSource(tx: Tx, actor: Actor, { id, inspiredBy, unnamed }: Idea): Promise<void> {
    if (inspiredBy === undefined) return
    const source = visible(await ideaStore(tx).lock(inspiredBy))
    await context.happened(tx, 'inspired', source, unnamed ? undefined : actor)
    await note(tx, { kind: 'ideas.inspired', payload: { idea: inspiredBy, by: id } })
  }

  /** Stores the idea; a repeated id does nothing. */
  async function create(tx: Tx, actor: Actor, idea: Idea): Promise<void> {
    const { id, credit } = idea
    if (!(await ideaStore(tx).add(idea))) return
    await context.findable(tx, id, idea.text)
    // A harvested idea has no supporter, and who typed it is named nowhere.
    if (!credit) await supported(tx, idea)
    const named = credit ? undefined : actor
    await context.happened(tx, 'received', idea, named, idea.origin && originText(idea.origin))
    // An idea typed in a channel is answered there by its card: only a box's idea still has to be posted.
    if (idea.box !== undefined) await context.changed(tx, idea)
    await tellSource(tx, actor, idea)
  }

  return create
}
