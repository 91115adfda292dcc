import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'rolldown'

/** What is written of the packages that the files of the build hold; of the pages' own, Vite does so. */
export const LICENCES = 'licences.json'

/** A package, under the names that Vite gives to the same. */
export type Licensed = {
  readonly name: string
  readonly version: string
  /** SPDX, as the package says. */
  readonly identifier?: string
  /** Where the package is from. */
  readonly source?: string
  /** Texts of its licences and notices, or what its readme says of them; none where its authors left both out. */
  readonly text?: string
}

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/
const TEXTS = /^(?:licen[cs]e|copying|notice|copyright)(?:[-.]|$)/i
const README = /^readme(?:\.|$)/i
/** What a readme says of the licence, under a heading of its own. */
const SECTION = /^(?:#+ *licen[cs]e|licen[cs]e\n[-=]+)[^\n]*\n[^#]*/im

type About = Licensed & { readonly license?: string; readonly repository?: string | { readonly url: string } }

function textsIn(folder: string): string {
  const names = readdirSync(folder).sort()
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').trim()
  const texts = names.filter(name => TEXTS.test(name)).map(read)
  if (texts.length > 0) return texts.join('\n\n')
  const readme = names.find(name => README.test(name))
  return (readme && SECTION.exec(read(readme))?.[0].trim()) ?? ''
}

function licensed(folder: string): Licensed {
  const about: About = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { name, version, license: identifier, repository } = about
  const source = typeof repository === 'string' ? repository : repository?.url
  const text = textsIn(folder)
  return {
    name,
    version,
    ...(identifier && { identifier }),
    ...(source && { source }),
    ...(text && { text }),
  }
}

/** The packages that these modules are of, each version once, by name. */
export function packagesOf(modules: readonly string[]): readonly Licensed[] {
  const folders = new Set(modules.flatMap(id => PACKAGE.exec(id)?.[0] ?? []))
  const byName = new Map([...folders].map(licensed).map(each => [`${each.name} ${each.version}`, each]))
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each)
}

/** Writes which packages are in the build, beside it. */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
      const source = `${JSON.stringify(packagesOf(modules.map(id => id.replace('\0', ''))), null, 2)}\n`
      this.emitFile({ type: 'asset', fileName: LICENCES, source })
    },
  }
}
