import type { Rendered } from '../conversation/rendered.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const ERROR = 'application/vnd.microsoft.error'

/** A message that is a card. `summary` feeds the notification; `text` would be shown beside the card. */
export function messageWith({ card, summary }: Rendered) {
  return { type: 'message', summary, attachments: [{ contentType: CARD, content: card }] }
}

function invokeResponse(body?: object) {
  return { type: 'invokeResponse', value: { status: 200, ...(body && { body }) } }
}

/** Puts a card in the place of the one that was pressed, for that person only. */
export function invokeCard(card: object) {
  return invokeResponse({ statusCode: 200, type: CARD, value: card })
}

/** Words instead of a card. The HTTP status stays 200: the client shows them only then (platform.md, 2.5). */
export function invokeError(statusCode: 400 | 500, message: string) {
  const code = statusCode === 400 ? 'BadRequest' : 'InternalServerError'
  return invokeResponse({ statusCode, type: ERROR, value: { code, message } })
}

/** Taken note of, nothing to show. */
export function invokeNothing() {
  return invokeResponse()
}
