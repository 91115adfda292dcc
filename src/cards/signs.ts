/** A space typed before French punctuation, `!` escaped or not, where a line would leave the sign alone on the next. Not « :-) ». */
const BEFORE_SIGN = / (?=(?:(?:\\!|[?!])+|[;:])(?:\s|$))/g

/** The text with its signs set off as French printers do: by U+202F before ; ? ! and U+00A0 before a colon. */
export function setSigns(text: string): string {
  return text.replace(BEFORE_SIGN, (_, at: number) => (text[at + 1] === ':' ? '\u00A0' : '\u202F'))
}

/** What is read on a card; what stands in an input, or goes back with a press, is the person's own to the letter. */
const READ: readonly string[] = ['text', 'title']
const SENT: readonly string[] = ['data', 'value']

/** The same of all that is read on a card. */
export function withSigns(node: unknown, key = ''): unknown {
  if (typeof node === 'string') return READ.includes(key) ? setSigns(node) : node
  if (Array.isArray(node)) return node.map(each => withSigns(each))
  if (typeof node !== 'object' || node === null || SENT.includes(key)) return node
  return Object.fromEntries(Object.entries(node).map(([name, each]) => [name, withSigns(each, name)]))
}
