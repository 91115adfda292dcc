import { type Document, isMap, isPair, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { ProgrammeContent } from './domain.ts'
import { contentSchema } from './method-schema.ts'

/** Bytes: thirty Directions take about 6 kB. */
const MOST = 500_000

/** A method file cannot be used. The message names the line and what is wrong there. */
export class MethodFault extends Error {
  override readonly name = 'MethodFault'
}

type Path = readonly PropertyKey[]

/** Where in the text the thing at `path` begins; what is missing stands where its parent does. */
function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true)
    const pair = isMap(parent) && parent.items.find(item => String(item.key) === path[depth - 1])
    if (isPair(pair)) return (pair.key as { range?: [number] }).range?.[0] ?? 0
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined
    if (node?.range) return node.range[0]
  }
  return 0
}

/** zod tells of an unknown key at its parent. */
function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
}

function refuse(issues: readonly z.core.$ZodIssue[], document: Document, lines: LineCounter): never {
  const told = issues.slice(0, 5).map(issue => {
    const { line } = lines.linePos(offsetOf(document, pathOf(issue)))
    return { line: Math.max(line, 1), text: `${issue.path.join('.') || 'file'}: ${issue.message}` }
  })
  told.sort((one, other) => one.line - other.line)
  throw new MethodFault(told.map(({ line, text }) => `line ${line}: ${text}`).join('; '))
}

/**
 * Reads a method file's text.
 * @throws MethodFault naming the line of each of the first five faults.
 */
export function parseMethodFile(text: string): ProgrammeContent {
  if (Buffer.byteLength(text) > MOST) throw new MethodFault(`the file is larger than ${MOST} bytes`)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  if (broken)
    throw new MethodFault(`line ${broken.linePos?.[0].line ?? 1}: ${broken.message.split(' at line')[0]}`)
  const { format, ...content } = (document.toJS({ maxAliasCount: 50 }) ?? {}) as Record<string, unknown>
  if (format !== 1) {
    const { line } = lines.linePos(offsetOf(document, ['format']))
    throw new MethodFault(`line ${Math.max(line, 1)}: format: this version reads format 1`)
  }
  const result = contentSchema.safeParse(content)
  return result.success ? result.data : refuse(result.error.issues, document, lines)
}
