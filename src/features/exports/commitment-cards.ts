import type { Actor } from '../../kernel/access/actor.ts'
import type { CommitmentUsecases } from '../commitments/index.ts'
import type { Direction } from '../programme/index.ts'
import { axisOf, calledIn, type ExportTableParts } from './label-cards.ts'
import { type ExportColumn, type ExportTable, listed, tableOf } from './table.ts'

type Parts = ExportTableParts & {
  readonly commitments: Pick<CommitmentUsecases, 'stagesOf'>
}
type Stages = Awaited<ReturnType<CommitmentUsecases['stagesOf']>>[number]
type Line = { readonly direction: Direction; readonly stages: Stages }

function columnsOf(parts: Parts): readonly ExportColumn<Line>[] {
  const { say } = parts.words
  return [
    { head: say('exports.direction'), width: 40, cell: ({ direction }) => direction.name },
    { head: say('idea.axis'), width: 28, cell: ({ stages }) => axisOf(parts, stages) },
    { head: say('direction.stage.taken'), width: 14, cell: ({ stages }) => stages.taken },
    { head: say('direction.stage.underway'), width: 14, cell: ({ stages }) => stages.underway },
    { head: say('direction.stage.kept'), width: 14, cell: ({ stages }) => stages.kept },
  ]
}

/** An actor without a Direction sees what is visible to everyone. */
function elsewhere({ direction: _, leads: __, ...actor }: Actor): Actor {
  return actor
}

export function commitmentTable(parts: Parts): ExportTable {
  const { programme, commitments } = parts
  const source = listed<Line>(async function* ({ actor }) {
    for (const direction of programme.directions) {
      const all = await commitments.stagesOf(elsewhere(actor), direction.id)
      yield all.map(stages => ({ direction, stages }))
    }
  })
  return tableOf(calledIn(parts.words, 'commitments'), columnsOf(parts), source)
}
