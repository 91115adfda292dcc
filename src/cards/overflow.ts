import { isNode } from './fallback.ts'
import type { Mode } from './parts.ts'

type Node = Readonly<Record<string, unknown>>

/** Primary buttons of a row; the others go into the overflow menu « … ». */
const IN_SIGHT = 3

/** Buttons, likeliest first: the first `inSight` of them as primary, the others in the overflow menu. */
export function overflowed<T extends object>(
  buttons: readonly T[],
  inSight = IN_SIGHT,
): (T & { readonly mode: Mode })[] {
  return buttons.map((each, at) => ({ ...each, mode: at < inSight ? 'primary' : 'secondary' }))
}

/** A row with secondary buttons only shows them as primary: « … » alone would say nothing. What is no button is left out. */
export function arranged(all: readonly unknown[]): Node[] {
  const actions = all.filter(isNode)
  const [first] = actions
  const bare = actions.every(({ mode }) => mode === 'secondary')
  const shown = actions.filter(action => (bare ? action === first : action.mode !== 'secondary'))
  const inSight = new Set(shown.slice(0, IN_SIGHT))
  return actions.map(action => ({ ...action, mode: inSight.has(action) ? 'primary' : 'secondary' }))
}

/** Overflow menus by `mode` (Adaptive Cards 1.5): at most three primary buttons in each row; none is removed. */
export function withOverflow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOverflow)
  if (!isNode(value)) return value
  if (value.type === 'ActionSet' && Array.isArray(value.actions))
    return { ...value, actions: arranged(value.actions) }
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withOverflow(child)]))
}
