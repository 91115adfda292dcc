import { basename } from 'node:path'
import type { Plugin } from 'vite'

/** Entry scripts as the bundler writes them: the last is the page's own, and imports the others. */
const SCRIPT = /<script type="module" crossorigin src="([^"]+)"><\/script>/g

const preloading = (address: string) => `<link rel="modulepreload" crossorigin href="${address}">`

/**
 * Has the module that ends so run as soon as it is there, in each of `pages`. The page's own script is fetched beside it, and run once that
 * module asks for the address in `data-page`.
 */
export function preload(module: string, pages: readonly string[]): Plugin {
  let base = '/'
  // As the bundler names it.
  const written = `/${basename(module, '.ts')}-`
  return {
    name: 'preload',
    apply: 'build',
    // A script names that module in each page: Firefox says of a link to it, which a part that is opened late would add, that it did not load.
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies: (_file, dependencies) => dependencies.filter(each => !each.includes(written)),
        },
      },
    }),
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
        const src = base + chunk.fileName
        const attrs = { type: 'module', async: true, crossorigin: true, src, 'data-page': page }
        return {
          html: html
            .replace(SCRIPT, preloading('$1'))
            // Named by a script already; Firefox says of such a link that it did not load.
            .replace(preloading(src), ''),
          tags: [{ tag: 'script', attrs, injectTo: 'head-prepend' }],
        }
      },
    },
  }
}
