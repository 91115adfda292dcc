import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Database, open } from '../../../src/db/index.ts'
import { type RowSource, rowsOf } from '../../../src/db/maintenance/rows.ts'

/** Where any of `words` stands in any column of any table, as `table.column`; once each. */
export async function foundIn(db: Database, words: readonly string[]): Promise<readonly string[]> {
  return db.read(async tx => {
    const tables = await open(tx).introspection.getTables()
    const found = new Set<string>()
    const any = new RegExp(words.map(word => word.replace(/[^\w]/g, '\\$&')).join('|'))
    for (const { name } of tables)
      for await (const rows of rowsOf(open(tx) as unknown as RowSource, db.engine, name))
        for (const row of rows)
          for (const [column, value] of Object.entries(row))
            if (typeof value === 'string' && any.test(value)) found.add(`${name}.${column}`)
    return [...found].sort()
  })
}

/** How often any of `words` stands in the bytes of the file and of those beside it that begin like it. */
export function foundInFile(path: string, words: readonly string[]): readonly string[] {
  if (!existsSync(path)) return [`there is no ${path}`]
  const files = readdirSync(dirname(path)).filter(name => name.startsWith(basename(path)))
  return files.flatMap(name => {
    const bytes = readFileSync(join(dirname(path), name))
    return words.filter(word => bytes.includes(word)).map(word => `${word} in ${name}`)
  })
}
