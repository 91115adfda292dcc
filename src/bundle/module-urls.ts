import { relative, sep } from 'node:path'
import type { Plugin } from 'rolldown'

const URL_OF_MODULE = 'import.meta.url'

/** How a module says where it is, once it is part of a file that lies at the root of the build. */
export function placed(code: string, path: string): string {
  return code.replaceAll(URL_OF_MODULE, `new URL(${JSON.stringify(`./${path}`)}, ${URL_OF_MODULE}).href`)
}

/**
 * Lets each of our modules go on finding files from where it lies itself: templates, pages, the command for a backup.
 * What the compiler emitted still lies there.
 */
export function moduleUrls(root: string): Plugin {
  return {
    name: 'module-urls',
    transform(code, id) {
      if (!id.startsWith(root) || !code.includes(URL_OF_MODULE)) return undefined
      const path = relative(root, id).split(sep).join('/').replace(/\.ts$/, '.js')
      return { code: placed(code, path), map: null }
    },
  }
}
