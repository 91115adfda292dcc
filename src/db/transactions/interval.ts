import { type RawBuilder, sql } from 'kysely'

/**
 * Which of the intervals that begin at `starts` (ms, ascending) a column's moment lies in, from 0; -1 before the first. Written
 * as literals: PostgreSQL takes two parameters for two expressions, and would not group by what it selects.
 */
export function intervalOf(column: string, starts: readonly (number | string)[]): RawBuilder<number> {
  const cases = starts.map(
    (start, at) => sql`when ${sql.ref(column)} >= ${sql.lit(start)} then ${sql.lit(at)}`,
  )
  return cases.length === 0
    ? sql<number>`-1`
    : sql<number>`case ${sql.join(cases.toReversed(), sql` `)} else -1 end`
}
