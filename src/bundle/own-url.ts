import type { Plugin } from 'rolldown'

const NAME = 'whatwg-url'
const OWN = '\0own-url'

/** Gives packages that were written for a Node without `URL` the one that it has by now: theirs has Node warn of `punycode`. */
export const ownUrl: Plugin = {
  name: 'own-url',
  resolveId: name => (name === NAME ? OWN : undefined),
  load: id => (id === OWN ? 'export const { URL, URLSearchParams } = globalThis' : undefined),
}
