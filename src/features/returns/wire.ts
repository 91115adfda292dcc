import type { Wiring } from '../../conversation/wiring.ts'
import type { MessageUsecases } from '../messages/index.ts'
import { type MoveTeller, returnHandlers } from './handlers.ts'

type Deps = {
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show' | 'moves'>
  readonly ideas: MoveTeller
  readonly initiatives: MoveTeller
  readonly trials: MoveTeller
}

export function wireReturns({ words }: Wiring, { messages, ideas, initiatives, trials }: Deps) {
  return {
    handlers: returnHandlers({ tellers: { ideas, initiatives, trials }, messages, words }),
    routes: [],
  }
}
