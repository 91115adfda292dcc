import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attempt } from '../../src/commands/command-line/attempt.ts'
import { db as command } from '../../src/commands/db.ts'
import { openDatabase } from '../../src/db/index.ts'
import { delivery } from '../../src/db/migrations/001-delivery.ts'
import { DAY } from '../../src/kernel/time/clock.ts'
import { nameAt, rotateBackups } from '../../src/operations/backup-folder.ts'
import { heard } from './heard.ts'

describe('npm run db', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'db-command-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const run = (...args: readonly string[]) =>
    heard(command, args, { DATABASE_URL: `file:${folder}/x.sqlite`, LOG_LEVEL: 'silent' })

  it('migrates, backs up, restores and copies', async () => {
    assert.deepEqual(await run('migrate'), {
      code: 0,
      said: `A new database was made: ${folder}/x.sqlite.\nThe schema is up to date.`,
      complained: '',
    })
    const kept = join(folder, 'kept.sqlite')
    assert.match(
      (await run('backup', kept)).said,
      /kept\.sqlite: \d\.\d MB in \d+\.\d s, read through once\.$/,
    )
    assert.match(
      (await run('restore', kept)).said,
      /^Restored\. Start the server\.\nWhat stood before is in /,
    )
    const to = `file:${folder}/copy.sqlite`
    assert.match(
      (await run('copy', `file:${folder}/x.sqlite`, to)).said,
      /\n2 rows in \d+ tables, equal on both sides/,
    )
  })

  it('says in one sentence that a folder cannot be written', async () => {
    const denied = Object.assign(new Error('never said'), { code: 'EACCES', path: '/var/lib/faire' })
    const complaints: string[] = []
    const code = await attempt(
      line => complaints.push(line),
      async () => {
        throw denied
      },
    )
    assert.equal(code, 2)
    const sentence =
      '/var/lib/faire cannot be used (EACCES): let this user write there, or give another place.'
    assert.deepEqual(complaints, [sentence])
  })

  it('backs up what is not migrated yet, and leaves it so', async () => {
    const before = await openDatabase({
      url: `file:${folder}/x.sqlite`,
      migrations: { '001-delivery': delivery },
    })
    await before.migrate()
    await before.close()
    const kept = join(folder, 'kept.sqlite')
    assert.equal((await run('backup', kept)).code, 0)
    assert.equal(existsSync(kept), true)
  })

  it('keeps the newest of a folder, and touches nothing else', async () => {
    const at = Date.parse('2021-04-22T02:00:00Z')
    for (let day = 0; day < 5; day++) writeFileSync(nameAt(folder, at + day * DAY), '')
    writeFileSync(join(folder, 'a-note.txt'), '')
    rotateBackups(folder, 2)
    assert.deepEqual(readdirSync(folder), [
      'a-note.txt',
      'faire-2021-04-25T020000Z.sqlite',
      'faire-2021-04-26T020000Z.sqlite',
    ])
    assert.equal((await run('migrate')).code, 0)
    assert.match((await run('backup', folder, '--keep', '1')).said, /04-26T020000Z\.sqlite: removed/)
    assert.equal(readdirSync(folder).filter(name => name.startsWith('faire-')).length, 1)
  })

  it('takes a folder that does not stand yet by its slash, and no other name for a file', async () => {
    assert.equal((await run('migrate')).code, 0)
    const kept = join(folder, 'kept')
    const { code, complained } = await run('backup', kept)
    assert.equal(code, 2)
    assert.match(complained, /ends with \.sqlite, .* with a slash: .*\/kept\/$/)
    assert.equal(existsSync(kept), false)
    assert.equal((await run('backup', `${kept}/`)).code, 0)
    assert.equal(readdirSync(kept).length, 1)
  })

  it('says in one sentence that there is no room for a backup, and leaves nothing of it', async () => {
    assert.equal((await run('migrate')).code, 0)
    const into = join(folder, 'full')
    const limited = ['-c', 'ulimit -f 200; exec "$0" src/commands/db.ts backup "$1"']
    const env = { PATH: process.env.PATH, DATABASE_URL: `file:${folder}/x.sqlite` }
    const ended = spawnSync('sh', [...limited, process.execPath, `${into}/`], { env, encoding: 'utf8' })
    assert.match(ended.stderr, /^There is no room for it in .*full \(SQLITE \d+\): .*\n$/)
    assert.equal(ended.status, 2)
    assert.deepEqual(readdirSync(into), [])
  })

  it('says in one sentence that a folder takes no other, and does not go on trying', async () => {
    assert.equal((await run('migrate')).code, 0)
    writeFileSync(join(folder, 'file'), '')
    const { code, complained } = await run('backup', `${join(folder, 'file', 'kept')}/`)
    assert.match(
      complained,
      /^.*kept cannot be used \(ENOTDIR\): let this user write there, or give another place\.$/,
    )
    assert.equal(code, 2)
  })

  it('says what to do when it cannot, and makes nothing', async () => {
    for (const [args, said] of [
      [['backup', join(folder, 'kept.sqlite')], /There is no database yet/],
      [['restore', join(folder, 'gone.sqlite')], /There is no file/],
      [['copy', `file:${folder}/gone.sqlite`, `file:${folder}/to.sqlite`], /nothing to copy from/],
      [['backup'], /It takes one of four verbs/],
      [['forget', 'x'], /It takes one of four verbs/],
      [['backup', folder, '--keep', '0'], /--keep takes 1 to 1000/],
    ] as const) {
      const { code, complained } = await run(...args)
      assert.equal(code, 2)
      assert.match(complained, said)
    }
    assert.equal(existsSync(join(folder, 'x.sqlite')), false)
    assert.equal(existsSync(join(folder, 'to.sqlite')), false)
    assert.equal((await run('--help')).code, 0)
  })
})
