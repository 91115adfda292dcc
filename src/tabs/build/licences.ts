import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What Vite writes of the packages that the pages hold. */
export const LICENCES = 'licences.json'

/** Packages that say under which licence they are, and come without its text. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  '@fluentui/react-icons': 'react-icons-licence.txt',
}

function textOf(name: string): string | undefined {
  const file = LEFT_OUT[name]
  return file && readFileSync(new URL(file, import.meta.url), 'utf8').trim()
}

function complete(file: string): void {
  const packages: readonly { readonly name: string }[] = JSON.parse(readFileSync(file, 'utf8'))
  const whole = packages.map(each => ({ text: textOf(each.name), ...each }))
  writeFileSync(file, JSON.stringify(whole, null, 2))
}

/** Has each page name where the licences of what it holds can be read, and adds the texts that packages leave out. */
export function licences(href: string): Plugin {
  const link = { tag: 'link', attrs: { rel: 'license', href }, injectTo: 'head' } as const
  let folder = ''
  return {
    name: 'licences',
    apply: 'build',
    configResolved({ build }) {
      folder = build.outDir
    },
    transformIndexHtml: { order: 'post', handler: () => [link] },
    // Of the tabs' build: what is built beside them holds nothing that they do not.
    closeBundle() {
      if (this.environment.name === 'client') complete(join(folder, LICENCES))
    },
  }
}
