import { Constant, Expression } from 'adaptive-expressions'
import { compilePath, LeftToLibrary, type Scope } from './lookup.ts'
import {
  add,
  compare,
  count,
  FAULT,
  isEqual,
  isTrue,
  lengthOf,
  multiply,
  type Sign,
  subtract,
} from './operators.ts'

/** What an expression is worth, or FAULT. @throws LeftToLibrary where only the library can tell */
type Evaluate = (scope: Scope) => unknown

/** `substituting`: a name that leads nowhere is worth itself, `${name}`, which is how a text shows it. */
type Compile = (children: readonly Expression[], substituting: boolean) => Evaluate

const unless = (value: unknown, then: (value: unknown) => unknown) => (value === FAULT ? FAULT : then(value))

function theOnly([child, ...more]: readonly Expression[], substituting: boolean): Evaluate {
  if (!child || more.length > 0) throw new LeftToLibrary('other than one argument')
  return compileAny(child, substituting)
}

function bothOf([one, other, ...more]: readonly Expression[], substituting: boolean) {
  if (!one || !other || more.length > 0) throw new LeftToLibrary('other than two arguments')
  return [compileAny(one, substituting), compileAny(other, substituting)] as const
}

/** Of one value. */
const unary =
  (work: (value: unknown) => unknown): Compile =>
  (children, substituting) => {
    const value = theOnly(children, substituting)
    return scope => unless(value(scope), work)
  }

/** Of two numbers, or texts. */
const binary =
  (work: (one: unknown, other: unknown) => unknown): Compile =>
  (children, substituting) => {
    const [left, right] = bothOf(children, substituting)
    return scope => unless(left(scope), one => unless(right(scope), other => work(one, other)))
  }

/** A comparison is false where a side of it has a fault. */
const comparison =
  (judge: (one: unknown, other: unknown) => unknown): Compile =>
  children => {
    const [left, right] = bothOf(children, false)
    return scope => {
      const one = left(scope)
      if (one === FAULT) return false
      const other = right(scope)
      return other === FAULT ? false : judge(one, other)
    }
  }

/** The same, and where a side is nothing. */
const order = (sign: Sign) =>
  comparison((one, other) => (one == null || other == null ? false : compare(sign, one, other)))

const not: Compile = children => {
  const value = theOnly(children, false)
  return scope => {
    const worth = value(scope)
    return worth === FAULT || !isTrue(worth)
  }
}

const exists: Compile = children => {
  const value = theOnly(children, false)
  return scope => {
    const worth = value(scope)
    return worth !== FAULT && worth != null
  }
}

const and: Compile = children => {
  const values = children.map(child => compileAny(child, false))
  return scope =>
    values.every(value => {
      const worth = value(scope)
      return worth !== FAULT && isTrue(worth)
    })
}

/** Where nothing is true, the last value as it is: null, nothing or false. */
const or: Compile = children => {
  const values = children.map(child => compileAny(child, false))
  return scope => {
    let last: unknown
    for (const value of values) {
      last = value(scope)
      if (last !== FAULT && isTrue(last)) return true
    }
    if (last === FAULT) throw new LeftToLibrary('what stands beside an error')
    return last
  }
}

const choose: Compile = ([condition, yes, no], substituting) => {
  if (!condition || !yes || !no) throw new LeftToLibrary('an if without its three')
  const holds = compileAny(condition, false)
  const [then, otherwise] = [compileAny(yes, substituting), compileAny(no, substituting)]
  return scope => {
    const worth = holds(scope)
    return worth !== FAULT && isTrue(worth) ? then(scope) : otherwise(scope)
  }
}

const COMPILERS: ReadonlyMap<string, Compile> = new Map([
  ['==', comparison(isEqual)],
  ['!=', comparison((one, other) => !isEqual(one, other))],
  ['<', order('<')],
  ['<=', order('<=')],
  ['>', order('>')],
  ['>=', order('>=')],
  ['!', not],
  ['&&', and],
  ['||', or],
  ['if', choose],
  ['exists', exists],
  ['count', unary(count)],
  ['length', unary(lengthOf)],
  ['+', binary(add)],
  ['-', binary(subtract)],
  ['*', binary(multiply)],
])

function compileAny(expression: Expression, substituting: boolean): Evaluate {
  if (expression instanceof Constant) {
    const { value } = expression
    return () => value
  }
  if (expression.type === 'Accessor') return compilePath(expression, substituting)
  const compile = COMPILERS.get(expression.type)
  if (!compile) throw new LeftToLibrary(expression.type)
  return compile(expression.children, substituting)
}

/** `**${label}** · ${where}`: what has a fault is shown as the template has it. */
function compileInterpolation(children: readonly Expression[]): Evaluate {
  const parts = children.map(child => ({ worth: compileAny(child, true), written: `\${${child}}` }))
  return scope => {
    let text = ''
    for (const { worth, written } of parts) {
      const value = worth(scope)
      // Nothing has no toString: the library throws, and is let to.
      text += value === FAULT ? written : (value as object).toString()
    }
    return text
  }
}

export const isExpression = (node: unknown): node is Expression => node instanceof Expression

/**
 * What stands in the place of a text that holds `${…}`: a value of any kind where it is one expression and nothing
 * beside. @throws LeftToLibrary now, or when it is called
 */
export function compileText(expression: Expression): (scope: Scope) => unknown {
  if (expression.type === 'concat') return compileInterpolation(expression.children)
  const worth = compileAny(expression, true)
  return scope => {
    const value = worth(scope)
    if (value === FAULT) throw new LeftToLibrary('an error')
    return value
  }
}

/** Whether a `$when` holds: only where it is true itself. @throws LeftToLibrary now, or when it is called */
export function compileCondition(expression: Expression): (scope: Scope) => boolean {
  const worth = compileAny(expression, false)
  return scope => worth(scope) === true
}
