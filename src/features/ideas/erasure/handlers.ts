import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { HandlerParts } from '../card/reply-handlers.ts'

/** No command, no card: ideas of people who were erased go, each at its moment, and nobody is told. */
export function leavingHandlers({ ideas }: Pick<HandlerParts, 'ideas'>): Handlers {
  return {
    facts: {
      'ideas.leave': async () => {
        await ideas.leaveDue()
        return []
      },
    },
  }
}
