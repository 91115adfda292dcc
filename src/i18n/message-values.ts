import { type WrongCode, type WrongSaid, type WrongValues, wrong } from '../kernel/errors/method-faults.ts'
import { closing } from './format.ts'

/** Parameters of a message: a number that selects a plural branch, or a plain value. */
type AskedValues = ReadonlyMap<string, 'plural' | 'plain'>

/** A text that is no valid message. The message says why, as the end of a sentence. */
export class MessageFault extends Error {
  override readonly name = 'MessageFault'
  readonly said: WrongSaid

  constructor(code: WrongCode, values?: WrongValues) {
    const said = wrong(code, values)
    super(said.what)
    this.said = said
  }
}

const BRANCH = /^(=\d{1,9}|zero|one|two|few|many|other)$/

/** Branches of a plural, by selector. */
function branchesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  let at = 0
  while (text.slice(at).trim() !== '') {
    const open = text.indexOf('{', at)
    const chosen = text.slice(at, open < 0 ? undefined : open).trim()
    if (open < 0 || !BRANCH.test(chosen)) throw new MessageFault('word-branch', { branch: chosen })
    if (found.has(chosen)) throw new MessageFault('word-branch-twice', { branch: chosen })
    at = ending(text, open)
    found.set(chosen, text.slice(open + 1, at - 1))
  }
  if (!found.has('other')) throw new MessageFault('word-other')
  return found
}

function ending(text: string, open: number): number {
  try {
    return closing(text, open)
  } catch {
    throw new MessageFault('word-open')
  }
}

type Found = {
  readonly values: Map<string, 'plural' | 'plain'>
  readonly branches: Set<string>
}

function readValue(inner: string, found: Found): void {
  const [name = '', kind, ...branches] = inner.split(',')
  const value = name.trim()
  if (!/^\w+$/.test(value)) throw new MessageFault('word-unnamed', { value: `{${inner}}` })
  if (kind === undefined) {
    found.values.set(value, found.values.get(value) ?? 'plain')
    return
  }
  if (kind.trim() !== 'plural') throw new MessageFault('word-kind', { kind: kind.trim() })
  found.values.set(value, 'plural')
  for (const [chosen, branch] of branchesOf(branches.join(','))) {
    found.branches.add(chosen)
    read(branch, found)
  }
}

function read(message: string, found: Found): void {
  for (let at = 0; at < message.length; ) {
    const open = message.indexOf('{', at)
    const text = message.slice(at, open < 0 ? undefined : open)
    if (text.includes('}')) throw new MessageFault('word-brace')
    // A card's template would take it for one of its own expressions.
    if (text.endsWith('$') && open >= 0) throw new MessageFault('word-dollar')
    if (open < 0) return
    at = ending(message, open)
    readValue(message.slice(open + 1, at - 1), found)
  }
}

/**
 * Parses a message in the subset of ICU's syntax that `format` fills. `branches`: by what its plurals choose.
 * @throws MessageFault when it would not be filled as it reads.
 */
export function partsOf(message: string): {
  readonly values: AskedValues
  readonly branches: ReadonlySet<string>
} {
  const found: Found = { values: new Map(), branches: new Set() }
  read(message, found)
  return found
}

/** The values that a message asks for. @throws MessageFault when it would not be filled as it reads. */
export function valuesOf(message: string): AskedValues {
  return partsOf(message).values
}
