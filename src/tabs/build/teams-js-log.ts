import type { Plugin } from 'vite'

const FILE = /teams-js\/dist\/esm\/packages\/teams-js\/src\/public\/app\/app\.js$/
/** What its log would say at its first line, were there one (client/host/debug-stub.ts). */
const LOCAL_TIME = '(new Date).toLocaleString()'

/**
 * Removes teams-js' log, which formats the time of day before each call to Teams: 40 ms on a slow phone, for nobody.
 */
export function unlogged(): Plugin {
  return {
    name: 'unlogged',
    transform(code, id) {
      if (!FILE.test(id)) return undefined
      if (!code.includes(LOCAL_TIME)) throw new Error('teams-js no longer begins by writing the time out')
      return { code: code.replace(LOCAL_TIME, '""'), map: null }
    },
  }
}
