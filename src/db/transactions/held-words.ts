import { sql } from 'kysely'
import type { Tx } from '../../kernel/storage/tx.ts'
import { endOf } from '../../search/words.ts'
import { isPostgres, open } from './tx.ts'

/** Indexes of words, each with an index that begins with its column `word`. */
export type WordTable = 'idea_word' | 'initiative_word'

/** As far as the entries of one beginning are counted. */
const COUNTED = 200

/**
 * Of `beginnings`, those with which a word of the table begins, and how many entries do, up to 200. Each is looked up by the
 * index: what it costs does not grow with the table.
 */
export async function heldWords(
  tx: Tx,
  table: WordTable,
  beginnings: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const ranges = JSON.stringify(beginnings.map(beginning => [beginning, endOf(beginning)]))
  const [from, to, tried] = isPostgres(tx)
    ? [
        sql`(tried.value ->> 0) collate "C"`,
        sql`(tried.value ->> 1) collate "C"`,
        sql`json_array_elements(${ranges}::json) as tried(value)`,
      ]
    : [
        sql`json_extract(tried.value, '$[0]')`,
        sql`json_extract(tried.value, '$[1]')`,
        sql`json_each(${ranges}) as tried`,
      ]
  const asked = sql<{ word: string; held: number | string }>`
    select word, held from (
      select ${from} as word, (
        select count(*) from (
          select 1 from ${sql.table(table)} as entry where entry.word >= ${from} and entry.word < ${to} limit ${COUNTED}
        ) as held_few
      ) as held from ${tried}
    ) as counted where held > 0`
  const { rows } = await asked.execute(open(tx))
  return new Map(rows.map(({ word, held }) => [word, Number(held)]))
}
