import { distance } from '../search/edit-distance.ts'
import type { SettingFault } from './fault.ts'
import { type Environment, variables } from './variables.ts'

/** HOST and PORT are like too many names of others. */
const OURS = Object.keys(variables.shape).filter(name => name.length > 5)

/** In capitals, each word in the singular: TRUSTED_PROXIES is as near to TRUSTED_PROXY as can be. */
const wordsOf = (name: string) =>
  name
    .toUpperCase()
    .split('_')
    .map(word => word.replace(/IES$/, 'Y').replace(/(?<=..)S$/, ''))

/** How far a name is from one of ours; undefined where it is another name. METRICS_HOST is none for METRICS_PORT. */
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
 * Variables that nobody reads and that are called almost as one of ours that is not set: what was decided by them would
 * silently not hold. Whose own variable really is called so sets ours as well, if only to its default.
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
