import {
  appendFileSync,
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './process.ts'

/** A migration of the kind that an older instance can live with: a column that may be empty, an index, a table. */
const MIGRATION = `
migrations['999-next-version'] = {
  async up(db) {
    await db.schema.alterTable('idea').addColumn('of_the_next_version', 'text').execute()
    await db.schema.createIndex('idea_of_the_next_version').on('idea').column('of_the_next_version').execute()
    await db.schema.createTable('next_version').addColumn('id', 'text', column => column.primaryKey()).execute()
  },
}
`

function addMigration(build: string): void {
  const all = /^const migrations = \{$/m
  const [server, ...others] = globSync('server-*.js', { cwd: build }).filter(name =>
    all.test(readFileSync(join(build, name), 'utf8')),
  )
  if (server === undefined || others.length > 0)
    throw new Error('the build has its migrations in no one file')
  appendFileSync(join(build, server), MIGRATION)
}

/** Gives every file of the tabs another name, as a build does whose content changed. */
function renameAssets(pages: string): void {
  const assets = join(pages, 'assets')
  const names = new Set(readdirSync(assets).map(name => name.replace(/\.(br|gz)$/, '')))
  const next = (text: string) => [...names].reduce((all, name) => all.replaceAll(name, `next-${name}`), text)
  for (const name of readdirSync(assets)) renameSync(join(assets, name), join(assets, `next-${name}`))
  for (const page of readdirSync(pages).filter(name => name.endsWith('.html')))
    writeFileSync(join(pages, page), next(readFileSync(join(pages, page), 'utf8')))
}

/**
 * The build as the next version of it could be, in `folder`: one migration more, and tabs whose files are called otherwise.
 * @returns where its modules are
 */
export function buildNext(folder: string): string {
  mkdirSync(folder)
  for (const part of ['dist', 'dist-tabs']) cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'adaptiveCards'), join(folder, 'adaptiveCards'))
  const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as object
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...about, version: '0.2.0' }))
  addMigration(join(folder, 'dist'))
  renameAssets(join(folder, 'dist-tabs'))
  return join(folder, 'dist')
}
