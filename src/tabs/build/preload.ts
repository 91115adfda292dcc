import { basename } from 'node:path'
import type { Plugin } from 'vite'

/** Entry scripts as the bundler writes them: the last is the page's own, and imports the others. */
const SCRIPT = /<script type="module" crossorigin src="([^"]+)"><\/script>/g

/**
 * Has the module that ends so run as soon as it is there, in each of `pages`. The page's own script is fetched beside it, and run once that
 * module asks for the address in `data-page`.
 */
export function preload(module: string, pages: readonly string[]): Plugin {
  let base = '/'
  return {
    name: 'preload',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle = {} }) {
        if (!pages.includes(basename(filename, '.html'))) return html
        const chunks = Object.values(bundle).filter(one => one.type === 'chunk')
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
        const page = [...html.matchAll(SCRIPT)].at(-1)?.[1]
        if (!chunk || !page) throw new Error(`no page could begin with ${module}`)
        const attrs = {
          type: 'module',
          async: true,
          crossorigin: true,
          src: base + chunk.fileName,
          'data-page': page,
        }
        return {
          html: html.replace(SCRIPT, '<link rel="modulepreload" crossorigin href="$1">'),
          tags: [{ tag: 'script', attrs, injectTo: 'head-prepend' }],
        }
      },
    },
  }
}
