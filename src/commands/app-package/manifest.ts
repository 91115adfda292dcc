import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import type { AppPackageValues } from '../../config/index.ts'
import { UsageFault } from '../command-line/attempt.ts'

/** The fields of the manifest that name further files of the package. */
export type Manifest = {
  readonly $schema?: string
  readonly id: string
  readonly version: string
  readonly name: { readonly short: string }
  readonly icons: Readonly<Record<string, string>>
  readonly localizationInfo?: {
    readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[]
  }
}
export type Translation = Readonly<Record<string, string>>
type ToolkitEnvironment = Readonly<Record<string, string | undefined>>

/** @throws UsageFault when it cannot be read */
export async function bytesOf(file: URL): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageFault(`${file.pathname.split('/').slice(-2).join('/')}: cannot be read (${error.code})`)
  })
}

/** Merges the two files of a toolkit environment: the one outside the repository wins. */
export async function readEnvironment(root: URL, name: string): Promise<ToolkitEnvironment> {
  const file = (end: string) => new URL(`env/.env.${name}${end}`, root)
  const own = await readFile(file('.user'), 'utf8').catch(() => '')
  return { ...parseEnv((await bytesOf(file(''))).toString('utf8')), ...parseEnv(own) }
}

/** Replaces each `${{NAME}}` in the strings of a JSON value; values are inserted as plain text. @throws UsageFault */
export function fill<T>(json: T, values: AppPackageValues): T {
  const known = new Map(Object.entries(values))
  const filled = (text: string) =>
    text.replaceAll(/\$\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = known.get(name)
      if (value === undefined) throw new UsageFault(`${name}: nothing that the package can be filled with`)
      return value
    })
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return filled(part)
    if (Array.isArray(part)) return part.map(walk)
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]))
  }
  return walk(json) as T
}

/** A JSON file of `appPackage/` with its placeholders replaced. @throws UsageFault when it cannot be read */
export async function readFilled<T>(root: URL, name: string, values: AppPackageValues): Promise<T> {
  const text = (await bytesOf(new URL(`appPackage/${name}`, root))).toString('utf8')
  try {
    return fill(JSON.parse(text) as T, values)
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageFault(`appPackage/${name}: ${error.message}`)
    throw error
  }
}
