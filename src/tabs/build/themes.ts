import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components'
import type { Plugin } from 'vite'

const VIRTUAL = 'virtual:themes'
/** What stands for the table until it is known which tokens are named. */
const TABLE = '__THEMES__'
/** A token as Fluent's controls name it, and as style sheets do. */
const NAMED = /(?:\btokens\.|--)([a-z]\w+)/g

type Value = string | number
type Table = Readonly<Record<string, Value | readonly Value[]>>

const LOOKS = [teamsLightTheme, teamsDarkTheme, teamsHighContrastTheme].map(
  look => new Map<string, Value>(Object.entries(look)),
)

/** Of each token that `isNamed`, its value in the light, dark and contrasted look, or the one that it has in all. */
export function themesOf(isNamed: (token: string) => boolean): Table {
  const tokens = [...(LOOKS[0]?.keys() ?? [])].filter(isNamed)
  const valuesOf = (token: string) => LOOKS.map(look => look.get(token) ?? '')
  const alike = ([first, ...others]: Value[]) => others.every(other => other === first)
  return Object.fromEntries(
    tokens.map(valuesOf).map((values, at) => [tokens[at] ?? '', (alike(values) && values[0]) || values]),
  )
}

export const tokensIn = (code: string) => [...code.matchAll(NAMED)].map(([, name = '']) => name)

/**
 * Teams' three themes, of each the tokens alone that the pages' styles and controls name. Each would be a variable of
 * every page, and two in three of Fluent's stand for nothing here.
 */
export function themes(): Plugin {
  const styled = new Set<string>()
  return {
    name: 'themes',
    // Style sheets as they are written.
    enforce: 'pre',
    resolveId: id => (id === VIRTUAL ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return undefined
      return `export default ${this.environment.mode === 'build' ? TABLE : JSON.stringify(themesOf(() => true))}`
    },
    transform: {
      filter: { id: /\.css(\?|$)/ },
      handler(code) {
        for (const token of tokensIn(code)) styled.add(token)
      },
    },
    renderChunk(code, _chunk, _options, { chunks }) {
      if (!code.includes(TABLE)) return undefined
      const modules = Object.values(chunks).flatMap(chunk => Object.values(chunk.modules))
      const named = new Set([...styled, ...modules.flatMap(each => tokensIn(each.code ?? ''))])
      return { code: code.replace(TABLE, JSON.stringify(themesOf(token => named.has(token)))), map: null }
    },
  }
}
