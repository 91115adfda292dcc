/** What the sentence around a clause says already, and is typed with it all the same. */
const BEFORE = { ifWe: ['si nous ', 'nous ', 'if we ', 'we '], expected: ['alors ', 'then '] } as const
const END = new Set(['.', '…', ' ', '\u00A0', ',', ';'])

/** Of a typed text, what stands within a sentence of ours: without the words before it there, once, and the point that ends it. */
function clauseOf(typed: string, before: readonly string[]): string {
  const folded = typed.toLowerCase()
  const start = before.find(each => folded.startsWith(each)) ?? ''
  let end = typed.length
  while (end > start.length && END.has(typed[end - 1] ?? '')) end--
  return typed.slice(start.length, end) || typed
}

/** A hypothesis as « Si nous …, alors …. » says it, however it was typed. */
export function clausesOf({ ifWe, expected }: { readonly ifWe: string; readonly expected: string }) {
  return { ifWe: clauseOf(ifWe, BEFORE.ifWe), expected: clauseOf(expected, BEFORE.expected) }
}
