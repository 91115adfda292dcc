import { Constant, type Expression, ExpressionType } from 'adaptive-expressions'

/** What the names of an expression are looked up in: `$data` and `$index` are those of the element that is repeated. */
export type Scope = { readonly $root: unknown; readonly $data: unknown; readonly $index: number | undefined }

/** Thrown by what is compiled where it does not know what the library would do: the card is the library's to draw. */
export class LeftToLibrary extends Error {}

type Step = { readonly name: string; readonly lower: string; readonly index?: number }

/** A name without any letter that the library would take for the end of it; its case is that of ASCII alone. */
const NAME = /^[a-z_$][\w$]*$/i

function stepTo(name: unknown): Step {
  if (typeof name !== 'string' || !NAME.test(name)) throw new LeftToLibrary(`name ${name}`)
  return { name, lower: name.toLowerCase() }
}

function stepInto(index: Expression | undefined): Step {
  const value: unknown = index instanceof Constant ? index.value : undefined
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new LeftToLibrary(`index ${index}`)
  return { name: `${value}`, lower: `${value}`, index: value }
}

/** `a[0].b` as steps from `a` on. */
function stepsOf({ type, children }: Expression): readonly Step[] {
  const [first, second] = children
  if (type === ExpressionType.Element && first) return [...stepsOf(first), stepInto(second)]
  if (type !== ExpressionType.Accessor || !(first instanceof Constant)) throw new LeftToLibrary(type)
  const step = stepTo(first.value)
  return second ? [...stepsOf(second), step] : [step]
}

const writtenAs = (steps: readonly Step[]) =>
  steps
    .map(({ name, index }, at) => (index === undefined ? `${at === 0 ? '' : '.'}${name}` : `[${index}]`))
    .join('')

/** The first own property that is called so, in whatever case; of nothing, nothing. */
function propertyOf(value: unknown, { name, lower }: Step): unknown {
  if (!value) return undefined
  if (value instanceof Map) throw new LeftToLibrary('a Map')
  for (const key of Object.keys(value)) {
    if (key === name || (key.length === name.length && key.toLowerCase() === lower))
      return (value as Record<string, unknown>)[key]
  }
  return undefined
}

function follow(value: unknown, step: Step): unknown {
  return step.index !== undefined && Array.isArray(value) ? value[step.index] : propertyOf(value, step)
}

/** What a path begins at, and what follows that. */
function startOf(steps: readonly Step[]): readonly [start: keyof Scope, rest: readonly Step[]] {
  const [first, ...rest] = steps
  if (!first?.name.startsWith('$')) return ['$data', steps]
  const start = (['$root', '$data', '$index'] as const).find(each => each === first.lower)
  if (!start) throw new LeftToLibrary(first.name)
  return [start, rest]
}

/**
 * Reads what a path such as `$root.pauses[0].value` leads to: undefined when nothing is there, or else, when
 * `substituting`, the path itself as the template has it. @throws LeftToLibrary for any other path
 */
export function compilePath(path: Expression, substituting: boolean): (scope: Scope) => unknown {
  const steps = stepsOf(path)
  const [start, [first, ...more]] = startOf(steps)
  const missing = substituting ? `\${${writtenAs(steps)}}` : undefined
  const found = (value: unknown) => (value === undefined ? missing : value)
  if (!first) return scope => found(scope[start])
  if (more.length === 0) return scope => found(follow(scope[start], first))
  return scope => found(more.reduce(follow, follow(scope[start], first)))
}
