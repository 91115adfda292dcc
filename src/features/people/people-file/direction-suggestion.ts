import { fold } from '../../../kernel/text/text.ts'
import { distance } from '../../../search/edit-distance.ts'
import { matches } from '../../../search/matching.ts'

/** A Direction of the programme, as a file may name it. */
export type FileDirection = { readonly id: string; readonly name: string }

/** Words that nobody knows, of one file, for each of which every Direction is looked at. */
const LOOKED = 50
/** One slip for each so many letters. */
const PER_SLIP = 6

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}

/** The one that is a few slips away: none when two are as near. */
function slippedTo(directions: readonly FileDirection[], written: string): FileDirection | undefined {
  const slips = (name: string) => distance(fold(name), fold(written))
  const far = directions.map(each => ({ each, by: Math.min(slips(each.name), slips(each.id)) }))
  const least = Math.min(...far.map(({ by }) => by))
  if (least > Math.ceil(written.length / PER_SLIP)) return undefined
  return only(far.filter(({ by }) => by === least))?.each
}

/**
 * What a file may have meant by the name of a Direction that there is not: the one whose name has all of its words, or that is
 * a few slips away; undefined where none or several may be meant. Each text is looked for once, the first fifty of them.
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
