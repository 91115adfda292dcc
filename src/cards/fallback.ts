type Node = Readonly<Record<string, unknown>>

/** Whether it has properties. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The Action.Submit fallback of an Action.Execute, for clients that only know Submit: same title and data, with the
 * verb among them.
 */
export function submitInstead(action: Node): Node {
  const data = { ...(isNode(action.data) ? action.data : {}), verb: action.verb }
  const inputs = action.associatedInputs === undefined ? {} : { associatedInputs: action.associatedInputs }
  const tooltip = action.tooltip === undefined ? {} : { tooltip: action.tooltip }
  return { ...action, fallback: { type: 'Action.Submit', title: action.title, data, ...inputs, ...tooltip } }
}

export function isExecute(node: Node): boolean {
  return node.type === 'Action.Execute'
}

/**
 * Adds the Submit fallback to every Action.Execute, in actions, action sets and selectAction. Input data is left
 * alone.
 */
export function withFallbacks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFallbacks)
  if (!isNode(value)) return value
  if (isExecute(value)) return submitInstead(value)
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withFallbacks(child)]))
}

/** The card for a dialog, where Teams accepts Action.Submit only: each fallback replaces its action. */
export function withSubmits(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSubmits)
  if (!isNode(value)) return value
  if (isExecute(value)) return value.fallback
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withSubmits(child)]))
}

const isToggle = (node: unknown) => isNode(node) && node.type === 'Action.ToggleVisibility'

/** Whether nothing would stand there but buttons that unfold. */
const onlyToggles = (node: unknown) =>
  isNode(node) && node.type === 'ActionSet' && Array.isArray(node.actions) && node.actions.every(isToggle)

/** Ids of what the card's buttons unfold. */
function toggled(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(toggled)
  if (!isNode(value)) return []
  if (isToggle(value)) return value.targetElements as readonly unknown[]
  return Object.values(value).flatMap(toggled)
}

/** The card with what its buttons would unfold in sight, and without them: nothing unfolds in a dialog. */
export function unfolded(card: unknown, shown: readonly unknown[] = toggled(card)): unknown {
  if (Array.isArray(card))
    return card.filter(each => !isToggle(each) && !onlyToggles(each)).map(each => unfolded(each, shown))
  if (!isNode(card)) return card
  const { isVisible: _, ...rest } = card
  const node = shown.includes(card.id) ? rest : card
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, unfolded(child, shown)]))
}
