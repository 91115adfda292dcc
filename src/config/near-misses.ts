import { distance } from '../search/edit-distance.ts'
import type { SettingFault } from './fault.ts'
import { type Environment, variables } from './variables.ts'

/** HOST and PORT are too short: too many names are similar. */
const OURS = Object.keys(variables.shape).filter(name => name.length > 5)

/** Normalised: upper case, each word in the singular, so that TRUSTED_PROXIES equals TRUSTED_PROXY. */
const wordsOf = (name: string) =>
  name
    .toUpperCase()
    .split('_')
    .map(word => word.replace(/IES$/, 'Y').replace(/(?<=..)S$/, ''))

/**
 * Edit distance to one of our names; undefined for a different name. METRICS_HOST is no misspelling of METRICS_PORT.
 */
function missBy(name: string, own: string): number | undefined {
  if (Math.abs(name.length - own.length) > 4) return undefined
  const [words, ours] = [wordsOf(name), wordsOf(own)]
  if (words.toSorted().join() === ours.toSorted().join()) return 0
  const letters = distance(words.join('_'), ours.join('_'))
  if (letters < 2) return letters
  const alike = ours.every((word, at) => distance(words[at] ?? '', word) * 2 < word.length)
  return letters === 2 && own.length >= 10 && words.length === ours.length && alike ? letters : undefined
}

/**
 * Misspelt variables: unknown names that are close to one of ours that is not set, so that a setting would silently
 * have no effect. Who needs such a name for something else sets ours as well, if only to its default.
 */
export function nearMisses(env: Environment): SettingFault[] {
  const unset = OURS.filter(own => env[own] === undefined)
  const strangers = Object.keys(env).filter(name => !(name in variables.shape))
  return strangers.flatMap(variable => {
    const [nearest] = unset
      .flatMap(own => {
        const by = missBy(variable, own)
        return by === undefined ? [] : [{ own, by }]
      })
      .sort((one, other) => one.by - other.by)
    return nearest ? [{ variable, advice: `did you mean ${nearest.own}? nothing reads this name` }] : []
  })
}
