import { type WrongSaid, wrong } from '../../../kernel/errors/method-faults.ts'
import type { ProgrammeContent } from '../programme/domain.ts'
import { contentSchema } from '../schema/content.ts'
import { FORMAT, formerPath, NEW_KEYS, upgraded } from '../schema/formats.ts'
import { beyondSchema, type Checks } from './checks.ts'
import { MethodFault, type Wrong } from './fault.ts'
import { type Lined, readLines } from './lines.ts'
import { type Misplaced, wrongsOf } from './schema-faults.ts'

/** Size limit in bytes: thirty Directions take about 6 kB. */
const MOST = 800_000

type Raw = Readonly<Record<string, unknown>>

function inOrder(wrongs: readonly Misplaced[], { lineOf, columnOf }: Lined): Wrong[] {
  return wrongs
    .map(({ path, ...told }) => ({
      line: lineOf(path),
      column: columnOf(path),
      path: path.map(String).join('.'),
      ...told,
    }))
    .sort((one, other) => one.line - other.line)
}

/** A file declared as format 1 with newer keys would lose them. */
function tooNew(raw: Raw): Misplaced[] {
  const found = NEW_KEYS.filter(key => Object.hasOwn(raw, key))
  return found.map(key => ({
    path: [key],
    ...wrong('file-late', { format: String(FORMAT) }),
    example: `format: ${FORMAT}`,
  }))
}

/** @throws MethodFault */
function contentOf(raw: Raw, format: 1 | 2, lined: Lined, checks: Checks): ProgrammeContent {
  if (format === 1 && tooNew(raw).length > 0) throw new MethodFault(inOrder(tooNew(raw), lined))
  const asRead = format === 1 ? upgraded(raw) : raw
  const result = contentSchema.safeParse(asRead, { reportInput: true })
  const wrongs = [...wrongsOf(result.error?.issues ?? []), ...beyondSchema(asRead, checks)]
  const asWritten = wrongs.map(wrong => ({
    ...wrong,
    path: format === 1 ? formerPath(wrong.path) : wrong.path,
  }))
  if (!result.success || wrongs.length > 0) throw new MethodFault(inOrder(asWritten, lined))
  return result.data
}

function whole(said: WrongSaid, line = 0, path = '', example = ''): MethodFault {
  return new MethodFault([{ line, path, ...said, example }])
}

/** Parses a method file of this format or an earlier one. @throws MethodFault with all faults, each with its line. */
export function parseMethodFile(text: string, checks: Checks = {}): ProgrammeContent {
  if (Buffer.byteLength(text) > MOST) throw whole(wrong('file-large', { bound: String(MOST) }))
  const lined = readLines(text)
  if (lined.broken.length > 0) throw new MethodFault(lined.broken)
  const { value } = lined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw whole(wrong('file-shape'))
  const { format, ...raw } = value as Raw
  if (format === 1 || format === FORMAT) return contentOf(raw, format, lined, checks)
  throw whole(wrong('file-format'), lined.lineOf(['format']), 'format', `format: ${FORMAT}`)
}
