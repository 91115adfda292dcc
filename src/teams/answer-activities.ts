import type { Rendered, SearchResult } from '../conversation/protocol/rendered.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const ERROR = 'application/vnd.microsoft.error'

/** A message with a card. `summary` is the notification's text; `text` would be shown beside the card. */
export function messageWith({ card, summary }: Rendered) {
  return { type: 'message', summary, attachments: [{ contentType: CARD, content: card }] }
}

function invokeResponse(body?: object) {
  return { type: 'invokeResponse', value: { status: 200, ...(body && { body }) } }
}

/** Invoke response that replaces the pressed card, for that person only. */
export function invokeCard(card: object) {
  return invokeResponse({ statusCode: 200, type: CARD, value: card })
}

/** Invoke response with words instead of a card. The HTTP status stays 200: the client shows them only then. */
export function invokeError(statusCode: 400 | 500, message: string) {
  const code = statusCode === 400 ? 'BadRequest' : 'InternalServerError'
  return invokeResponse({ statusCode, type: ERROR, value: { code, message } })
}

/** Invoke response without content. */
export function invokeNothing() {
  return invokeResponse()
}

const PREVIEW = 'application/vnd.microsoft.card.thumbnail'

// A preview renders some HTML, and no escape is documented: angle brackets are replaced.
function untagged(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›')
}

/** Search results. The chosen card is inserted into the person's message, its preview is not. */
export function searchResults(results: readonly SearchResult[]) {
  const attachments = results.map(({ title, text, card }) => ({
    contentType: CARD,
    content: card,
    preview: { contentType: PREVIEW, content: { title: untagged(title), text: untagged(text) } },
  }))
  return invokeResponse({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } })
}

/** A sentence in place of results. */
export function searchWords(text: string) {
  return invokeResponse({ composeExtension: { type: 'message', text: untagged(text) } })
}

/** Opens a dialog with the card, or replaces the card in an open one. */
export function dialogCard(title: string, card: object) {
  const value = { title, width: 'medium', height: 'medium', card: { contentType: CARD, content: card } }
  return invokeResponse({ task: { type: 'continue', value } })
}

/** A dialog with a sentence only. */
export function dialogWords(text: string) {
  return invokeResponse({ task: { type: 'message', value: text } })
}
