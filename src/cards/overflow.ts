import type { Mode } from './parts.ts'

type Node = Readonly<Record<string, unknown>>

/** Buttons in sight: the likeliest; the others stand behind « … ». */
const IN_SIGHT = 3

/** Buttons, likeliest first, with the first `inSight` of them shown and the others behind « … ». */
export function overflowed<T extends object>(
  buttons: readonly T[],
  inSight = IN_SIGHT,
): (T & { readonly mode: Mode })[] {
  return buttons.map((each, at) => ({ ...each, mode: at < inSight ? 'primary' : 'secondary' }))
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A row that has nothing but what is seldom wanted shows it: « … » alone would say nothing. */
function arranged(actions: readonly Node[]): Node[] {
  const [first] = actions
  const bare = actions.every(({ mode }) => mode === 'secondary')
  const shown = actions.filter(action => (bare ? action === first : action.mode !== 'secondary'))
  const inSight = new Set(shown.slice(0, IN_SIGHT))
  return actions.map(action => ({ ...action, mode: inSight.has(action) ? 'primary' : 'secondary' }))
}

/** Three buttons at most in sight in each row, by `mode` (Adaptive Cards 1.5); none is taken away. */
export function withOverflow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOverflow)
  if (!isNode(value)) return value
  if (value.type === 'ActionSet' && Array.isArray(value.actions))
    return { ...value, actions: arranged(value.actions.filter(isNode)) }
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withOverflow(child)]))
}
