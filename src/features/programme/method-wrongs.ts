import type { z } from 'zod'
import { exampleAt, keysAt, yamlLine } from './method-example.ts'

/** Something wrong at a place that its path names, before its line is known. */
export type Misplaced = {
  readonly path: readonly PropertyKey[]
  readonly what: string
  readonly example: string
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list is needed',
  object: 'a map of keys is needed',
  record: 'a map of keys is needed',
  string: 'a text is needed, in quotes if it looks like something else',
  number: 'a number is needed',
  int: 'a whole number is needed',
  boolean: 'true or false is needed',
}
const UNITS: Readonly<Record<string, string>> = { array: 'entries', string: 'characters' }

const oneOf = (values: readonly unknown[]) => {
  const allowed = values.map(String)
  const last = allowed.pop()
  return allowed.length === 0 ? `can only be ${last}` : `can be ${allowed.join(', ')} or ${last}`
}

function bounded(word: string, bound: number | bigint, origin: string): string {
  const unit = UNITS[origin]
  return unit === undefined ? `${bound} ${word}` : `${bound} ${unit} ${word}`
}

/** In place of zod's own words: who writes a file knows texts and lists, not types. */
export const saidOf: z.core.$ZodErrorMap = issue => {
  const { input, code } = issue
  if (code === 'custom') return undefined
  if (input === undefined) return 'is missing'
  const empty = input === null ? 'nothing stands here: ' : ''
  if (code === 'invalid_type') {
    const said = TYPES[issue.expected]
    return said && `${empty}${said}`
  }
  if (code === 'invalid_value') return `${empty}${oneOf(issue.values)}`
  if (code === 'too_big') return bounded('at most', issue.maximum, issue.origin)
  if (code === 'too_small' && issue.minimum === 1 && issue.origin in UNITS) return 'is empty'
  if (code === 'too_small') return bounded('at least', issue.minimum, issue.origin)
  return undefined
}

function unknownKeys({ path, keys }: z.core.$ZodIssueUnrecognizedKeys): Misplaced[] {
  const example = `the keys here are ${keysAt(path).join(', ')}`
  return keys.map(key => ({ path: [...path, key], what: 'is not a key that is known here', example }))
}

/** What a schema found, each with its example: what the rule itself proposes before what fits in general. */
export function wrongsOf(issues: readonly z.core.$ZodIssue[]): Misplaced[] {
  return issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue)
    const { path, message: what } = issue
    const proposed = issue.code === 'custom' ? issue.params?.example : undefined
    return [{ path, what, example: yamlLine(path.at(-1), proposed) || exampleAt(path) }]
  })
}
