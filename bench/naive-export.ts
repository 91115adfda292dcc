/**
 * The baseline of `export`: all ideas in one list, then one text or one workbook made of it, in a process that does nothing
 * else. `node bench/naive-export.ts URL csv|xlsx FILE`; its last line is the peak of its memory in MB.
 */
import { writeFileSync } from 'node:fs'
import { open, openDatabase } from '../src/db/index.ts'
import { tableText } from '../src/files/csv-writer.ts'
import { workbookOf } from '../src/files/workbook.ts'

const [url = '', format = 'csv', file = ''] = process.argv.slice(2)
const database = await openDatabase({ url })
const ideas = await database.read(tx =>
  open(tx)
    .selectFrom('idea')
    .leftJoin('person', 'person.id', 'idea.author')
    .selectAll('idea')
    .select('person.name')
    .orderBy('created_at')
    .execute(),
)
const rows = ideas.map(
  ({ id, created_at, axis, state, text, name, direction, supports, directions, comments }) => [
    ...[
      id,
      new Date(created_at).toISOString().slice(0, 10),
      axis ?? '',
      state,
      text,
      name ?? '',
      direction ?? '',
    ],
    ...[supports, directions, comments, '', '', '', ''],
  ],
)
writeFileSync(file, format === 'csv' ? tableText(rows) : await workbookOf([{ name: 'ideas', rows }]))
await database.close()
process.stdout.write(`done ${(process.resourceUsage().maxRSS * 1_024) / 1e6}\n`)
