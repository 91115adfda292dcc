import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { CallFrame, FileOf } from './profile.ts'

/** As a path, or as Node names a module of its own. */
const pathOf = (url: string) => (url.startsWith('file:') ? fileURLToPath(url) : url)

/** Where a function of the build in `folder` was written, by its source maps; elsewhere the file itself. */
export function builtFiles(folder: string): FileOf {
  const maps = new Map<string, SourceMap>()
  const mapOf = (path: string) => {
    const known = maps.get(path) ?? new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')))
    maps.set(path, known)
    return known
  }
  return ({ url, lineNumber, columnNumber }: CallFrame) => {
    if (url === '') return undefined
    const path = pathOf(url)
    if (!path.startsWith(folder)) return path
    const entry = mapOf(path).findEntry(lineNumber, columnNumber)
    return 'originalSource' in entry ? entry.originalSource : path
  }
}
