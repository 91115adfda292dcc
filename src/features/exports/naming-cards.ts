import type { Words } from '../../i18n/words.ts'
import { FEWEST } from '../../kernel/counts.ts'
import type { Programme } from '../programme/index.ts'

/** What every table is written with. */
export type TableParts = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis' | 'direction' | 'directions'>
  readonly zone: string
}

export function axisOf({ programme, words }: TableParts, { axis = '' }: { readonly axis?: string }): string {
  return programme.axis(axis)?.title[words.language] ?? ''
}

type Placed = { readonly unnamed?: true; readonly direction?: string }

/** Of an idea without a name, a Direction of a few people would be one. */
export function directionOf({ programme }: TableParts, { unnamed, direction = '' }: Placed): string {
  const found = programme.direction(direction)
  return found && !(unnamed && found.headcount < FEWEST) ? found.name : ''
}
