import type { TableCell } from '../../files/csv-writer.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { rounded } from '../../kernel/personal-data/counts.ts'
import type { CommitmentUsecases } from '../commitments/index.ts'
import type { FiguresPage, FigureUsecases } from '../figures/index.ts'
import type { Direction } from '../programme/index.ts'
import { axisOf, calledIn, type ExportTableParts } from './label-cards.ts'
import { type ExportColumn, type ExportTable, listed, tableOf } from './table.ts'

type Parts = ExportTableParts & {
  readonly commitments: Pick<CommitmentUsecases, 'stagesOf'>
  readonly figures: Pick<FigureUsecases, 'show'>
}
type Stages = Awaited<ReturnType<CommitmentUsecases['stagesOf']>>[number]
type Line = { readonly direction: Direction; readonly page: FiguresPage; readonly stages: Stages }

/** Private commitments: the figure of the last daily snapshot, as on the Direction's page. */
function unsharedOf({ words: { say } }: Parts, { page, stages: { axis } }: Line): TableCell {
  if (!page.enough) return ''
  if (page.small) return say('direction.tookPart.hidden')
  const count = page.unshared.find(cell => cell.axis === axis)?.count ?? rounded(0)
  return count === 0 ? say('count.held', { count }) : count
}

function columnsOf(parts: Parts): readonly ExportColumn<Line>[] {
  const { say } = parts.words
  return [
    { head: say('exports.direction'), width: 40, cell: ({ direction }) => direction.name },
    { head: say('idea.axis'), width: 28, cell: ({ stages }) => axisOf(parts, stages) },
    { head: say('direction.stage.taken'), width: 14, cell: ({ stages }) => stages.taken },
    { head: say('direction.stage.underway'), width: 14, cell: ({ stages }) => stages.underway },
    { head: say('direction.stage.kept'), width: 14, cell: ({ stages }) => stages.kept },
    {
      head: say('direction.file.least', { what: say('direction.stage.unshared') }),
      width: 32,
      cell: line => unsharedOf(parts, line),
    },
  ]
}

/** An actor without a Direction sees what is visible to everyone. */
function elsewhere({ direction: _, leads: __, ...actor }: Actor): Actor {
  return actor
}

export function commitmentTable(parts: Parts): ExportTable {
  const { programme, commitments, figures } = parts
  const source = listed<Line>(async function* ({ actor }) {
    for (const direction of programme.directions) {
      const page = await figures.show(actor, direction.id)
      const all = await commitments.stagesOf(elsewhere(actor), direction.id)
      yield all.map(stages => ({ direction, page, stages }))
    }
  })
  return tableOf(calledIn(parts.words, 'commitments'), columnsOf(parts), source)
}
