import type { SourceFile } from './source.ts'
import { isNode, lineAt, type Node, programOf, within } from './syntax.ts'

/** What names files in a test or a configuration: a regular expression's source, or a text. */
export type PathLiteral = { readonly line: number; readonly text: string; readonly isRegExp: boolean }

/** Its path is no guard, and a file that is not there does not compile. */
const isImport = ({ type, source }: Node) =>
  type.startsWith('Import') || (type.startsWith('Export') && isNode(source))

/** A folder of ours within an expression: one of the root's, or one below it that files are often chosen by. */
const OF_OURS = /(?<![\w/@.-])(?:src|test|bench|adaptiveCards)\\\/|(?:client|contract|features|kernel)\\\//
/** A text that names a file or a folder from the root; one with a blank, a star or a value in it names none. */
const FROM_ROOT = /^(?:src|test|bench|adaptiveCards|docs|infra|programmes|appPackage)\/[\w./-]*$/

/** The literals of a file that choose files of ours by their paths. */
export function pathLiteralsIn({ path, text }: Pick<SourceFile, 'path' | 'text'>): PathLiteral[] {
  const found: PathLiteral[] = []
  for (const node of within(programOf({ path, text }), isImport)) {
    if (node.type !== 'Literal') continue
    const line = lineAt(text, node.start)
    const { pattern } = (node.regex ?? {}) as { pattern?: string }
    if (pattern !== undefined && OF_OURS.test(pattern)) found.push({ line, text: pattern, isRegExp: true })
    if (typeof node.value === 'string' && FROM_ROOT.test(node.value))
      found.push({ line, text: node.value, isRegExp: false })
  }
  return found
}

/** Where the group that opens at `start` closes. A class such as `[^(]` opens none. */
function closingOf(source: string, start: number): number {
  let [depth, inClass] = [0, false]
  for (let at = start; at < source.length; at++) {
    const letter = source[at]
    if (letter === '\\') at += 1
    else if (inClass) inClass = letter !== ']'
    else if (letter === '[') inClass = true
    else if (letter === '(') depth += 1
    else if (letter === ')' && --depth === 0) return at
  }
  return source.length
}

const CLASS = /^\[(?:\\.|[^\]\\])*\]/

/** Where the piece that begins at `at` ends: a group, a class, an escaped letter or a letter, without its quantifier. */
function endOf(source: string, at: number): number {
  if (source[at] === '(') return closingOf(source, at) + 1
  if (source[at] === '\\') return at + 2
  if (source[at] === '[') return at + (CLASS.exec(source.slice(at))?.[0].length ?? 1)
  return at + 1
}

/** An expression without its choices: `a(b|c)` is `ab` and `ac`. What it must not be followed or preceded by is left out. */
export function alternativesOf(source: string): string[] {
  const finished: string[] = []
  let under: string[] = ['']
  for (let at = 0; at < source.length; ) {
    if (source[at] === '|') {
      finished.push(...under)
      under = ['']
      at += 1
      continue
    }
    const end = endOf(source, at)
    const quantifier = /^(?:[*+?]|\{[\d,]+\})\??/.exec(source.slice(end))?.[0] ?? ''
    under = joined(under, source.slice(at, end), quantifier)
    at = end + quantifier.length
  }
  return [...finished, ...under]
}

function joined(under: readonly string[], piece: string, quantifier: string): string[] {
  if (/^\(\?(?:<?[!=])/.test(piece)) return [...under]
  if (!piece.startsWith('(') || quantifier !== '') return under.map(before => before + piece + quantifier)
  const inside = alternativesOf(piece.slice(1, -1).replace(/^\?(?::|<\w+>)/, ''))
  return under.flatMap(before => inside.map(each => before + each))
}

/** What of a literal matches no path: each of its alternatives is to choose a file, or it guards nothing. */
export function deadIn({ text, isRegExp }: Pick<PathLiteral, 'text' | 'isRegExp'>, paths: readonly string[]) {
  if (!isRegExp) return paths.some(path => path === text || path.startsWith(text)) ? [] : [text]
  return alternativesOf(text).filter(each => {
    // One over what a file says, such as an import, is for the test that reads it.
    if (!OF_OURS.test(each) || each.includes("'")) return false
    const pattern = new RegExp(each)
    return !paths.some(path => pattern.test(path))
  })
}
