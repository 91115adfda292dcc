import type { Plugin } from 'vite'

const FILE = /@griffel\/core\/.*\/rehydrateRendererCache\.js$/
const NAME = 'rehydrateRendererCache'

/** Removes how Fluent finds again the styles that a server wrote: none writes any here, and it brings a parser of CSS. */
export function noRehydration(): Plugin {
  return {
    name: 'no-rehydration',
    apply: 'build',
    transform: {
      filter: { id: FILE },
      handler(code) {
        if (!code.includes(`export function ${NAME}(`)) throw new Error(`Fluent no longer has ${NAME}`)
        return { code: `export function ${NAME}() {}`, map: null }
      },
    },
  }
}
