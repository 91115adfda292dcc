/**
 * A typed space before French punctuation (`!` escaped or not), where a line break would separate the sign from its
 * word. Not « :-) ».
 */
const BEFORE_SIGN = / (?=(?:(?:\\!|[?!])+|[;:])(?:\s|$))/g

/** Quick test, since every text of every card passes here and most have no such sign. */
const SIGN = / [\\?!;:]/

/** French typography: U+202F before ; ? ! and U+00A0 before a colon. */
export function spacePunctuation(text: string): string {
  if (!SIGN.test(text)) return text
  return text.replace(BEFORE_SIGN, (_, at: number) => (text[at + 1] === ':' ? '\u00A0' : '\u202F'))
}

/** Only displayed properties; input values and action data are the person's own text, to the letter. */
const READ: readonly string[] = ['text', 'title']
const SENT: readonly string[] = ['data', 'value']

/** Whether a text at a property is displayed. */
export const isDisplayed = (key: string) => READ.includes(key)
/** Whether what stands at a property is what is sent back. */
export const isSent = (key: string) => SENT.includes(key)

type Node = Record<string, unknown>

/** French typography on all displayed text of a card. Subtrees without such a sign are not copied. */
export function withSpacedPunctuation(node: unknown, key = ''): unknown {
  if (typeof node === 'string') return isDisplayed(key) ? spacePunctuation(node) : node
  if (typeof node !== 'object' || node === null || isSent(key)) return node
  const isList = Array.isArray(node)
  let copy: Node | undefined
  for (const name in node) {
    const each = (node as Node)[name]
    const set = withSpacedPunctuation(each, isList ? '' : name)
    if (set === each) continue
    copy ??= (isList ? [...node] : { ...node }) as Node
    copy[name] = set
  }
  return copy ?? node
}
