/**
 * Header with the owner of this page, as the server named them: an open page cannot re-create a person who was erased.
 */
const KNOWN_AS = 'x-known-as'
/** What a page is refused that belongs to somebody erased. */
export const ERASED = 'data-erased'

let mark = ''
let locale = ''
let erased = false
const listeners = new Set<() => void>()

/** From now on each call says what Teams speaks: the browser may prefer another language. */
export function speakAs(teams: string): void {
  locale = teams
}

/** Headers of every call. */
export function marked(headers: Headers): Headers {
  if (locale !== '') headers.set('x-teams-locale', locale)
  if (mark !== '') headers.set(KNOWN_AS, mark)
  return headers
}

/** The first answer sets it: whoever the page was opened by. */
export function hearMark(headers: Headers): void {
  mark ||= headers.get(KNOWN_AS) ?? ''
}

/** From now on the page asks for nothing, and says why. */
export function sayErased(): void {
  erased = true
  for (const listener of listeners) listener()
}

export const isErased = () => erased

export function onErased(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
