import type { Words } from '../../i18n/words.ts'
import type { Programme } from '../programme/index.ts'
import { mayShowDirection, type TableName } from './domain.ts'

/** Dependencies of every table. */
export type ExportTableParts = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis' | 'direction' | 'directions'>
  readonly zone: string
}

export function axisOf(
  { programme, words }: ExportTableParts,
  { axis = '' }: { readonly axis?: string },
): string {
  return programme.axis(axis)?.title[words.language] ?? ''
}

type Placed = { readonly unnamed?: true; readonly direction?: string }

/** The Direction of an idea, where it may be shown beside it. */
export function directionOf({ programme }: ExportTableParts, { unnamed, direction = '' }: Placed): string {
  const found = programme.direction(direction)
  return found && mayShowDirection(found, unnamed) ? found.name : ''
}

/** Titles of a table and its file in one language. */
export function calledIn({ say }: Words, name: TableName): { readonly title: string; readonly file: string } {
  return { title: say(`exports.${name}`), file: say(`exports.file.${name}`) }
}
