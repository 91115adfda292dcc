import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { EmailMatchingUsecases } from './email-matching-usecases.ts'

/** Looks up the e-mail of somebody met in a chat, while the people file expects anybody. */
export function identificationHandlers({ ask }: Pick<EmailMatchingUsecases, 'ask'>) {
  return {
    asks: ['people.met'],
    facts: {
      'people.met': async ({ payload }) => {
        await ask(String(payload.person), String(payload.at))
        return []
      },
    },
  } satisfies Handlers
}
