import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that have pages for people; what is built or installed is none of ours. */
const FOLDERS = ['docs', 'bench', 'infra', 'programmes', 'appPackage', 'env', 'src', 'test']

/** One page. `spans`: what stands between backticks. `prose`: the page without its blocks of code. */
export type Page = {
  readonly path: string
  readonly text: string
  readonly prose: string
  readonly spans: readonly string[]
}

const FENCED = /^( *)```[\s\S]*?^\1```$/gm
/** After an empty line, or after another of its kind: four more spaces than what it belongs to. */
const INDENTED = /(?<=^\n|\n\n)(?: {4,}\S[^\n]*\n(?:[ ]*\n(?= {4,}\S))?)+/g

function pageOf(path: string): Page {
  const text = readFileSync(path, 'utf8')
  const prose = text.replace(FENCED, '').replace(INDENTED, '\n')
  const spans = [...prose.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span.replace(/\s+/g, ' '))
  return { path, text, prose, spans }
}

function pathsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' })
  return names.filter(name => name.endsWith('.md')).map(name => join(folder, name))
}

/** Every page of the project. */
export const PAGES: readonly Page[] = ['.', ...FOLDERS].flatMap(pathsIn).sort().map(pageOf)

export function pageAt(path: string): Page {
  const page = PAGES.find(each => each.path === path)
  if (!page) throw new Error(`there is no page ${path}`)
  return page
}

/** What is wrong on each page, with its path before it: empty while all is well. */
export function faultsOf(look: (page: Page) => Iterable<string>): string[] {
  return PAGES.flatMap(page => [...new Set(look(page))].map(fault => `${page.path}: ${fault}`))
}

/** The rows of a page's tables that begin with a name in backticks, cell by cell. */
export function rowsOf({ text }: Page): readonly (readonly string[])[] {
  return [...text.matchAll(/^\| (`.*)\|$/gm)].map(([, row = '']) =>
    row.split(/(?<!\\)\|/).map(cell => cell.trim()),
  )
}

/** What stands in backticks in one cell. */
export function spansIn(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span)
}
