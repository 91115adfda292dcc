import { fold } from '../../../kernel/text/text.ts'
import { distance } from '../../../search/edit-distance.ts'
import { matches } from '../../../search/matching.ts'

/** A Direction of the programme, as a file may name it. */
export type FileDirection = { readonly id: string; readonly name: string }

/** What an organiser says a file means by a Direction that the programme does not have. `meant`: an id. */
export type DirectionReading = { readonly written: string; readonly meant: string }

/** Limit of unknown words per file that are compared with every Direction. */
const LOOKED = 50
/** One typing error is allowed per this many letters. */
const PER_SLIP = 6

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}

/** The Direction within a few typing errors (edit distance); undefined when two are as near. */
function slippedTo(directions: readonly FileDirection[], written: string): FileDirection | undefined {
  const slips = (name: string) => distance(fold(name), fold(written))
  const far = directions.map(each => ({ each, by: Math.min(slips(each.name), slips(each.id)) }))
  const least = Math.min(...far.map(({ by }) => by))
  if (least > Math.ceil(written.length / PER_SLIP)) return undefined
  return only(far.filter(({ by }) => by === least))?.each
}

/**
 * Suggests what a file meant by an unknown Direction: the one whose name contains all of its words, or that is within a
 * few typing errors; undefined where none or several match. Memoised per text, for the first fifty.
 */
export function nearDirection(
  directions: readonly FileDirection[],
): (written: string) => FileDirection | undefined {
  const looked = new Map<string, FileDirection | undefined>()
  return written => {
    if (!looked.has(written) && looked.size < LOOKED)
      looked.set(
        written,
        only(directions.filter(({ name }) => matches(name, written))) ?? slippedTo(directions, written),
      )
    return looked.get(written)
  }
}
