import type { Reply } from '../../conversation/protocol/reply.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { PARTICIPANTS } from '../../kernel/access/permission.ts'
import type { GroundingUsecases } from '../grounding/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { Programme } from '../programme/index.ts'
import { askingHandlers } from './handlers.ts'
import { type ListParts, listUsecases } from './lists-usecases.ts'
import { askingUsecases } from './usecases.ts'
import { writtenUsecases } from './written-usecases.ts'

type Deps = Omit<ListParts, 'readsCommitments'> & {
  readonly programme: Programme
  readonly ideas: Pick<IdeaUsecases, 'retrieve' | 'submittable'>
  /** Whether the programme is closed: it takes nothing in any more. */
  readonly isClosed: () => Promise<boolean>
  readonly concerned: (actor: Actor, text: string) => Reply | undefined
  readonly grounding: GroundingUsecases
  /** Whether a text may speak of distress. */
  readonly troubled: (text: string) => boolean
}

export function wireAsking({ clock, words, read }: Wiring, deps: Deps) {
  const { programme, ideas, workshops, ballots, initiatives, commitments, isClosed, concerned } = deps
  const { grounding, troubled } = deps
  const readsCommitments = ({ role }: Actor) => PARTICIPANTS.includes(role)
  const list = listUsecases({ workshops, ballots, initiatives, commitments, readsCommitments })
  const { answer } = askingUsecases({ ideas, list, programme, clock })
  const { nameFor, written } = writtenUsecases({ ideas, read, grounding, troubled })
  const asking = { answer, nameFor, written }
  const { answered, ...handlers } = askingHandlers({ asking, programme, words, isClosed, concerned })
  return {
    usecases: { answer, nameFor, written, answered },
    handlers,
    routes: [],
  }
}
