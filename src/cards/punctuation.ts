/** A space typed before French punctuation, `!` escaped or not, where a line would leave the sign alone on the next. Not « :-) ». */
const BEFORE_SIGN = / (?=(?:(?:\\!|[?!])+|[;:])(?:\s|$))/g

/** What most texts have none of: looked for first, since each text of each card passes here. */
const SIGN = / [\\?!;:]/

/** The text with its signs set off as French printers do: by U+202F before ; ? ! and U+00A0 before a colon. */
export function setSigns(text: string): string {
  if (!SIGN.test(text)) return text
  return text.replace(BEFORE_SIGN, (_, at: number) => (text[at + 1] === ':' ? '\u00A0' : '\u202F'))
}

/** What is read on a card; what stands in an input, or goes back with a press, is the person's own to the letter. */
const READ: readonly string[] = ['text', 'title']
const SENT: readonly string[] = ['data', 'value']

type Node = Record<string, unknown>

/** The same of all that is read on a card. What has no such sign is not copied: most of a card has none. */
export function withSigns(node: unknown, key = ''): unknown {
  if (typeof node === 'string') return READ.includes(key) ? setSigns(node) : node
  if (typeof node !== 'object' || node === null || SENT.includes(key)) return node
  const isList = Array.isArray(node)
  let copy: Node | undefined
  for (const name in node) {
    const each = (node as Node)[name]
    const set = withSigns(each, isList ? '' : name)
    if (set === each) continue
    copy ??= (isList ? [...node] : { ...node }) as Node
    copy[name] = set
  }
  return copy ?? node
}
