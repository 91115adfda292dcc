import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file to write; `path` is from the repository's root. */
export type NewFile = { readonly path: string; readonly text: string }
export type Values = Readonly<Record<string, string>>

const ENDING = '.txt'

function filled(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`a template asks for {{${name}}}`)
    return value
  })
}

/** The files of `folder` beside this one, with their names and texts filled. They end in .txt: no tool takes them for code. */
export function filesFrom(folder: 'feature' | 'dated' | 'room', values: Values): readonly NewFile[] {
  const root = fileURLToPath(new URL(folder, import.meta.url))
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith(ENDING))
  return names.sort().map(name => ({
    path: filled(name.slice(0, -ENDING.length), values),
    text: filled(readFileSync(join(root, name), 'utf8'), values),
  }))
}
