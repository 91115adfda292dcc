import { open } from '../../../db/index.ts'
import type { Submittable } from './domain.ts'

export const submittable: Submittable = async (tx, ideas) => {
  if (ideas.length === 0) return new Set()
  const rows = await open(tx)
    .selectFrom('idea')
    .leftJoin('person', 'person.id', 'idea.author')
    .select('idea.id')
    .where('idea.id', 'in', ideas)
    .where(({ or, and, eb }) =>
      or([
        eb('person.ai_opt_out', '=', 0),
        and([eb('idea.author', '=', ''), eb('idea.credit', 'in', ['nobody', 'table'])]),
      ]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}
