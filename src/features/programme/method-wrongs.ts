import type { z } from 'zod'
import { exampleAt, keysAt, yamlLine } from './method-example.ts'

/** Something wrong at a place that its path names, before its line is known. */
export type Misplaced = {
  readonly path: readonly PropertyKey[]
  readonly what: string
  readonly example: string
}

/** In place of zod's own words where those name a type nobody wrote. */
export const saidOf: z.core.$ZodErrorMap = ({ input, code }) =>
  input === undefined && code !== 'custom' ? 'is missing' : undefined

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
