import { relative, sep } from 'node:path'
import type { Plugin } from 'rolldown'

const URL_OF_MODULE = 'import.meta.url'
/** Stands for the root of the build until it is known which file a module is part of. */
const ROOT = 'faire-build:/'

/** How a module says where it is, once it is part of a file of the build: `rooted` writes the rest. */
export function placed(code: string, path: string): string {
  return code.replaceAll(URL_OF_MODULE, `new URL(${JSON.stringify(ROOT + path)}, ${URL_OF_MODULE}).href`)
}

/** `code` of a file of the build, as seen from that file. */
export function rooted(code: string, file: string): string {
  return code.replaceAll(ROOT, '../'.repeat(file.split('/').length - 1) || './')
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
    renderChunk: (code, { fileName }) =>
      code.includes(ROOT) ? { code: rooted(code, fileName), map: null } : undefined,
  }
}
