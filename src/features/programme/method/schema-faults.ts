import type { z } from 'zod'
import {
  isWrongCode,
  type WrongCode,
  type WrongSaid,
  type WrongValues,
  wrong,
} from '../../../kernel/errors/method-faults.ts'
import { exampleAt, keysAt, yamlLine } from '../schema/examples.ts'

/** A fault at a path, before its line is known. */
export type Misplaced = WrongSaid & {
  readonly path: readonly PropertyKey[]
  readonly example: string
}

type Issue = z.core.$ZodIssue

/** Codes by expected type: for a wrong value, and for a missing one. */
const NEEDED: Readonly<Record<string, readonly [WrongCode, WrongCode]>> = {
  array: ['list', 'list-void'],
  object: ['map', 'map-void'],
  record: ['map', 'map-void'],
  string: ['text', 'text-void'],
  number: ['number', 'number-void'],
  int: ['whole', 'whole-void'],
  boolean: ['boolean', 'boolean-void'],
}
const MOST: Readonly<Record<string, WrongCode>> = { array: 'most-entries', string: 'most-characters' }
const LEAST: Readonly<Record<string, WrongCode>> = { array: 'least-entries', string: 'least-characters' }

function oneOf(values: readonly unknown[], isVoid: boolean): WrongSaid {
  const allowed = values.map(String)
  const last = allowed.pop() ?? ''
  if (allowed.length === 0) return wrong(isVoid ? 'one-void' : 'one', { last })
  return wrong(isVoid ? 'one-of-void' : 'one-of', { others: allowed.join(', '), last })
}

/** Replaces zod's own messages: authors of a file know texts and lists, not types. */
function inPlainWords(issue: Issue): WrongSaid | undefined {
  const { input, code } = issue
  if (code === 'custom') return undefined
  if (input === undefined) return wrong('missing')
  const isVoid = input === null
  if (code === 'invalid_type') {
    const needed = NEEDED[issue.expected]
    return needed && wrong(needed[isVoid ? 1 : 0])
  }
  if (code === 'invalid_value') return oneOf(issue.values, isVoid)
  if (code === 'too_big') return wrong(MOST[issue.origin] ?? 'most', { bound: String(issue.maximum) })
  if (code !== 'too_small') return undefined
  if (issue.minimum === 1 && issue.origin in LEAST) return wrong('empty')
  return wrong(LEAST[issue.origin] ?? 'least', { bound: String(issue.minimum) })
}

/** A custom rule's code is in zod's message, with its parameters beside. */
function saidOf(issue: Issue): WrongSaid {
  if (issue.code === 'invalid_key' && issue.issues[0]) return saidOf(issue.issues[0])
  const { message } = issue
  if (!isWrongCode(message)) return inPlainWords(issue) ?? wrong('other', { said: message })
  const values: WrongValues = issue.code === 'custom' ? issue.params?.values : undefined
  return wrong(message, values)
}

function unknownKeys({ path, keys }: z.core.$ZodIssueUnrecognizedKeys): Misplaced[] {
  const known = keysAt(path).join(', ')
  const example = `the keys here are ${known}`
  return keys.map(key => ({ path: [...path, key], ...wrong('key', { keys: known }), example }))
}

/** Faults of a schema, each with an example: the rule's own before a general one. */
export function wrongsOf(issues: readonly Issue[]): Misplaced[] {
  return issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue)
    const { path } = issue
    const proposed = issue.code === 'custom' ? issue.params?.example : undefined
    return [{ path, ...saidOf(issue), example: yamlLine(path.at(-1), proposed) || exampleAt(path) }]
  })
}
