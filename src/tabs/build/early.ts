import type { Plugin } from 'vite'

/** Has the module that ends so run before a page's own script, and fetched with it: pages import it as well. */
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
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).filter(one => one.type === 'chunk')
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
        if (!chunk) throw new Error(`no chunk begins with ${module}`)
        const attrs = { type: 'module', crossorigin: true, src: base + chunk.fileName }
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
      },
    },
  }
}
