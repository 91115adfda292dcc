import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { EventSeen, ThreadUsecases } from '../../thread/index.ts'
import { TO_BOTH } from '../idea/anonymity.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { type IdeaSeen, readable, requireFound } from '../idea/domain.ts'

type Timeline = { readonly idea: IdeaSeen; readonly items: readonly EventSeen[]; readonly next?: string }
type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read' | 'tableCredit'> & {
  readonly thread: Pick<ThreadUsecases, 'of'>
}

export type TimelineUsecases = ReturnType<typeof timelineUsecases>

/** Events left out because comments are shown in full beside it. */
const ELSEWHERE = ['commented'] as const

/** An idea's history, with text that may still be read. */
export function timelineUsecases(
  { ideaStore, read, thread, tableCredit }: Parts,
  { seenOne }: Pick<IdeaContext, 'seenOne'>,
) {
  /** Resolves the id of a merged idea: text hidden or taken back since is shown in no thread. */
  async function inWords(tx: Tx, { detail, ...event }: EventSeen): Promise<EventSeen> {
    if (detail === undefined || !TO_BOTH.includes(event.kind)) return { ...event, ...(detail && { detail }) }
    const other = await ideaStore(tx).find(detail)
    const shown = other && !other.hidden && other.state !== 'withdrawn'
    return { ...event, ...(shown && { detail: other.text }) }
  }

  /** The origin as text: events store only the table's name, which may be a number. */
  function placed(event: EventSeen, { origin }: IdeaSeen, language: Language): EventSeen {
    if (event.kind !== 'received' || origin?.table === undefined) return event
    return { ...event, detail: `${origin.title} · ${tableCredit(origin.table, language)}` }
  }

  return {
    /**
     * The idea's history, the oldest event first. `after`: what the page before gave as `next`.
     * @throws Refusal `gone`, `idea-hidden`, `malformed`
     */
    async timeline(actor: Actor, id: string, limit: number, after?: string): Promise<Timeline> {
      const idea = await seenOne(
        actor,
        readable(requireFound(await read(tx => ideaStore(tx).find(id))), actor),
      )
      const { items, ...rest } = await thread.of('idea', id, limit, after, ELSEWHERE)
      const told = await read(async tx => {
        const events: EventSeen[] = []
        for (const event of items) events.push(placed(await inWords(tx, event), idea, actor.language))
        return events
      })
      return { idea, items: told, ...rest }
    },
  }
}
