/**
 * What names a row or a channel: 1 to 200 letters, digits and `_ : @ . -`. Wide enough for what Teams gives
 * (`19:…@thread.tacv2`); anything else names nothing, and U+0000 is more than PostgreSQL can look for.
 */
export const ID = /^[\w:@.-]{1,200}$/
/** An id, or '' where a card says that there is none. */
export const ID_OR_NONE = /^[\w:@.-]{0,200}$/

export function isId(text: string): boolean {
  return ID.test(text)
}
