import type { Rendered, SearchResult } from '../conversation/protocol/rendered.ts'

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

/** Words instead of a card. The HTTP status stays 200: the client shows them only then. */
export function invokeError(statusCode: 400 | 500, message: string) {
  const code = statusCode === 400 ? 'BadRequest' : 'InternalServerError'
  return invokeResponse({ statusCode, type: ERROR, value: { code, message } })
}

/** Taken note of, nothing to show. */
export function invokeNothing() {
  return invokeResponse()
}

const PREVIEW = 'application/vnd.microsoft.card.thumbnail'

// A preview draws some HTML, and no escape of it is documented: what looks like a tag is written with other marks.
function untagged(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›')
}

/** Cards to choose from. The one that is chosen goes into the person's message, its preview does not. */
export function searchResults(results: readonly SearchResult[]) {
  const attachments = results.map(({ title, text, card }) => ({
    contentType: CARD,
    content: card,
    preview: { contentType: PREVIEW, content: { title: untagged(title), text: untagged(text) } },
  }))
  return invokeResponse({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } })
}

/** Words in place of results. */
export function searchWords(text: string) {
  return invokeResponse({ composeExtension: { type: 'message', text: untagged(text) } })
}

/** Opens a dialog with the card, or puts it in the place of the one that was there. */
export function dialogCard(title: string, card: object) {
  const value = { title, width: 'medium', height: 'medium', card: { contentType: CARD, content: card } }
  return invokeResponse({ task: { type: 'continue', value } })
}

/** A dialog of words alone. */
export function dialogWords(text: string) {
  return invokeResponse({ task: { type: 'message', value: text } })
}
