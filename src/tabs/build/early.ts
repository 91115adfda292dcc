import type { Plugin } from 'vite'

/** A page's own script, as the bundler writes it. */
const OWN = /<script type="module" crossorigin src="([^"]+)"><\/script>/

/**
 * Has the module that ends so run as soon as it is there. The page's own script is fetched beside it, and run once that
 * module asks for the address in `data-page`.
 */
export function early(module: string): Plugin {
  let base = '/'
  return {
    name: 'early',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter(one => one.type === 'chunk')
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
        const [own, page] = OWN.exec(html) ?? []
        if (!chunk || !own || !page) throw new Error(`no page could begin with ${module}`)
        const attrs = {
          type: 'module',
          async: true,
          crossorigin: true,
          src: base + chunk.fileName,
          'data-page': page,
        }
        const ahead = `<link rel="modulepreload" crossorigin href="${page}">`
        return {
          html: html.replace(own, ahead),
          tags: [{ tag: 'script', attrs, injectTo: 'head-prepend' }],
        }
      },
    },
  }
}
