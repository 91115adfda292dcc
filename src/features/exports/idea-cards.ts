import { momentCell } from '../../files/date-cell.ts'
import type { Words } from '../../i18n/words.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { ExportedFrom, ExportedIdea, ExportedIdeas } from '../ideas/index.ts'
import type { BoardUsecases } from '../themes/index.ts'
import { PAGE } from './domain.ts'
import { axisOf, calledIn, directionOf, type ExportTableParts } from './label-cards.ts'
import { type ExportColumn, type ExportTable, pagesBy, tableOf } from './table.ts'

type IdeaParts = ExportTableParts & {
  readonly ideas: (tx: Tx) => ExportedIdeas
  readonly themeTitles: BoardUsecases['titlesIn']
}

/** With the title of its theme, '' where it stands under none. */
type ThemedIdea = ExportedIdea & { readonly theme: string }

/** Author as colleagues see it: the name, the table, or nothing. */
function authorOf({ say }: Words, { author, credit, origin }: ExportedIdea): string {
  if (!credit) return author
  return credit.by === 'table' ? say('idea.credit.table', { table: origin?.table ?? '' }) : credit.name
}

function columnsOf(parts: IdeaParts): readonly ExportColumn<ThemedIdea>[] {
  const { words, zone } = parts
  const { say } = words
  return [
    { head: say('exports.id'), width: 20, cell: ({ id }) => id },
    { head: say('exports.date'), width: 12, cell: ({ at }) => momentCell(at, zone, words.language) },
    { head: say('idea.axis'), width: 28, cell: idea => axisOf(parts, idea) },
    { head: say('exports.state'), width: 18, cell: ({ state }) => say(`idea.state.${state}`) },
    { head: say('exports.text'), width: 60, cell: ({ text }) => text },
    { head: say('exports.author'), width: 24, cell: idea => authorOf(words, idea) },
    { head: say('exports.direction'), width: 28, cell: idea => directionOf(parts, idea) },
    { head: say('exports.supports'), width: 10, cell: ({ supports }) => supports },
    { head: say('exports.directions'), width: 12, cell: ({ directions }) => directions },
    { head: say('exports.comments'), width: 14, cell: ({ comments }) => comments },
    { head: say('exports.answer'), width: 60, cell: ({ answer }) => answer },
    { head: say('exports.reason'), width: 40, cell: ({ reason }) => reason },
    { head: say('exports.workshop'), width: 28, cell: ({ origin }) => origin?.title ?? '' },
    { head: say('exports.joined'), width: 20, cell: ({ root }) => root ?? '' },
    { head: say('exports.theme'), width: 28, cell: ({ theme }) => theme },
  ]
}

export function ideaTable(parts: IdeaParts): ExportTable {
  const { words, ideas, themeTitles } = parts
  async function page(tx: Tx, limit: number, after?: ExportedFrom): Promise<readonly ThemedIdea[]> {
    const found = await ideas(tx).page(limit, after)
    const titles = await themeTitles(tx, found)
    return found.map(idea => ({ ...idea, theme: titles.get(idea.id) ?? '' }))
  }
  return tableOf(calledIn(words, 'ideas'), columnsOf(parts), {
    count: ({ tx }) => ideas(tx).count(),
    pages: ({ tx }) => pagesBy<ThemedIdea>((limit, after) => page(tx, limit, after), PAGE),
  })
}
