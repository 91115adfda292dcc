import { compileText, isExpression } from './expression.ts'
import { isExecute, isNode, submitInstead, withFallbacks } from './fallback.ts'
import { LeftToLibrary, type Scope } from './lookup.ts'
import { arranged, withOverflow } from './overflow.ts'
import { isDisplayed, isSent, spacePunctuation, withSpacedPunctuation } from './punctuation.ts'
import { compileRepetition } from './repetition.ts'

type Node = Readonly<Record<string, unknown>>

/** Draws what a node of a template becomes. null: nothing; a list: several in its place. */
type Draw<T = unknown> = (scope: Scope) => T

/** What is done to a card besides filling it, at the property `key` where a node stands. */
type Place = {
  readonly key: string
  readonly overflowing: boolean
  readonly replacing: boolean
  readonly spacing: boolean
}

/** For the template, and no property of the card. */
const RESERVED = ['$data', '$when', '$root', '$index', '$host', '$_acTemplateVersion']

/** The finish of a value that stands at a place: most are texts, and most texts stay as they are. */
function compileFinish({ key, overflowing, replacing, spacing }: Place): (value: unknown) => unknown {
  const isRead = spacing && isDisplayed(key)
  return value => {
    if (typeof value === 'string') return isRead ? spacePunctuation(value) : value
    if (typeof value !== 'object') return value
    const row = overflowing ? withOverflow(value) : value
    const replaced = replacing ? withFallbacks(row) : row
    return spacing ? withSpacedPunctuation(replaced, key) : replaced
  }
}

function compileList(nodes: readonly unknown[], place: Place): Draw {
  const draws = nodes.map(node => compileNode(node, { ...place, key: '' }))
  return scope => {
    const list: unknown[] = []
    for (const each of draws) {
      const drawn = each(scope)
      if (Array.isArray(drawn)) for (const one of drawn) list.push(one)
      else if (drawn !== null) list.push(drawn)
    }
    return list
  }
}

type Property = readonly [name: string, draw: Draw]

/** Of its own, so that what it returns keeps nothing of what the library has parsed. */
function drawing(properties: readonly Property[]): Draw<Node> {
  return scope => {
    const made: Record<string, unknown> = {}
    for (const [name, draw] of properties) {
      const value = draw(scope)
      if (value !== undefined) made[name] = value
    }
    return made
  }
}

function compileProperties(node: Node, placeAt: (name: string) => Place): Draw<Node> {
  if (Object.getPrototypeOf(node) !== Object.prototype) throw new LeftToLibrary('properties of another')
  const names = Object.keys(node).filter(name => !RESERVED.includes(name))
  return drawing(names.map(name => [name, compileNode(node[name], placeAt(name))]))
}

const within = (place: Place) => (name: string) => ({
  ...place,
  key: name,
  spacing: place.spacing && !isSent(name),
})

/** `withOverflow` arranges the buttons before anything else is done to them, and looks at nothing inside the set. */
function compileActionSet(node: Node, place: Place): Draw<Node> {
  if (!Array.isArray(node.actions)) throw new LeftToLibrary('actions that are no list')
  const inside = within({ ...place, overflowing: false })
  const bare = { key: '', overflowing: false, replacing: false, spacing: false }
  const finish = compileFinish(inside('actions'))
  const draw = compileProperties(node, name => (name === 'actions' ? bare : inside(name)))
  return scope => {
    const set = draw(scope)
    return { ...set, actions: finish(arranged(set.actions as readonly unknown[])) }
  }
}

/** A verb stands among the data too, where no punctuation is set: of a text none is. */
function compileExecute(node: Node, place: Place): Draw<Node> {
  const draw = compileProperties(node, within({ ...place, replacing: false }))
  return scope => {
    const action = draw(scope)
    if (typeof action.verb === 'object') throw new LeftToLibrary('a verb that is no text')
    return submitInstead(action)
  }
}

function compileElement(node: Node, place: Place): Draw<Node> {
  if (isExpression(node.type)) throw new LeftToLibrary('a type that is drawn')
  if (place.overflowing && node.type === 'ActionSet') return compileActionSet(node, place)
  if (place.replacing && isExecute(node)) return compileExecute(node, place)
  return compileProperties(node, within(place))
}

function compileNode(node: unknown, place: Place): Draw {
  if (Array.isArray(node)) return compileList(node, place)
  const finish = compileFinish(place)
  if (isExpression(node)) {
    const text = compileText(node)
    return scope => finish(text(scope))
  }
  if (isNode(node)) return compileRepetition(node, compileElement(node, place))
  const same = finish(node)
  return () => same
}

/**
 * What `finished` of `expansion.ts` makes of a template that the library has filled, in one walk. `prepared`: the template as the library
 * parsed it. @throws LeftToLibrary when it holds what only the library knows to draw; what is returned throws it as
 * well, where data has that effect
 */
export function compileTemplate(prepared: unknown, isMessage: boolean): (root: object) => unknown {
  const place = { key: '', overflowing: isMessage, replacing: true, spacing: true }
  const draw = compileNode(prepared, place)
  return root => draw({ $root: root, $data: root, $index: undefined })
}
