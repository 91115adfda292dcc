import { isId } from '../../../kernel/text/id-format.ts'
import type { VoteChoice } from '../ballot/choice.ts'

/** Prefix of the names of inputs for points, before an option's id. */
export const POINTS = 'points.'

const MOST_READ = 100

/** Reads the choice from a card: points by option, or ids chosen from a list, separated by commas. */
export function choiceIn(data: Readonly<Record<string, unknown>>): VoteChoice {
  const given = Object.entries(data).filter(([name]) => name.startsWith(POINTS))
  if (given.length > 0)
    return given.slice(0, MOST_READ).map(([name, points]) => ({
      option: name.slice(POINTS.length),
      points: points === '' ? 0 : Number(points ?? 0),
    }))
  const { choice } = data
  const ids = typeof choice === 'string' ? choice.split(',').map(id => id.trim()) : []
  return [...new Set(ids)]
    .filter(isId)
    .slice(0, MOST_READ)
    .map(option => ({ option, points: 1 }))
}
