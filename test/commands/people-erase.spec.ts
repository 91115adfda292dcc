import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { people } from '../../src/commands/people.ts'
import { open, openDatabase } from '../../src/db/index.ts'
import { hashingUnder } from '../../src/features/people/people-file/email.ts'
import { peopleFileStore } from '../../src/features/people/people-file/store.ts'
import { journalAt } from '../support/features/audit.ts'
import { KARIM } from '../support/sign-in/cast.ts'
import { heard } from './heard.ts'

const SECRET = 'x'.repeat(40)

describe('npm run people -- erase', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'erase-command-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const url = () => `file:${folder}/x.sqlite`
  const run = (...args: readonly string[]) =>
    heard(people, args, { DATABASE_URL: url(), LINK_SECRET: SECRET, LOG_LEVEL: 'silent' })

  async function expect(...rows: readonly string[]): Promise<void> {
    const path = join(folder, 'people.csv')
    writeFileSync(path, ['email;name;direction;roles', ...rows].join('\n'))
    assert.equal((await run('import', path)).code, 0)
  }

  /** Omar has come: his account is known, and of his address what is kept of one. */
  async function arrive(): Promise<void> {
    const database = await openDatabase({ url: url() })
    const { key, hash } = hashingUnder(SECRET)
    await database.transact(async tx => {
      const row = { id: 'p-omar', tenant: 't', object_id: KARIM.objectId, name: KARIM.name, created_at: 0 }
      await open(tx)
        .insertInto('person')
        .values({
          ...row,
          role: 'agent',
          language: 'fr',
          language_chosen: 0,
          leads: '[]',
          deputy: 0,
        } as never)
        .execute()
      await peopleFileStore(tx).keepHashes('p-omar', key, [hash('omar@x.fr')])
    })
    await database.close()
  }

  async function noted(): Promise<readonly unknown[]> {
    const database = await openDatabase({ url: url() })
    const facts = await database.read(tx => open(tx).selectFrom('fact').select(['kind', 'payload']).execute())
    await database.close()
    return facts.filter(({ kind }) => kind === 'rights.erase').map(({ payload }) => JSON.parse(payload))
  }

  it('has the server erase whoever is known by that address or account, once', async () => {
    await expect('ines@x.fr;Inès;culture;')
    await arrive()
    assert.match(
      (await run('erase', 'omar@x.fr', '--dry-run')).said,
      /^Karim[^\n]*, agent: [\s\S]*a trial\.$/,
    )
    assert.deepEqual(await noted(), [])
    for (const whom of [' Omar@X.fr', KARIM.objectId.toUpperCase()])
      assert.match((await run('erase', whom, '--withdraw')).said, /The server erases it now/)
    assert.deepEqual(await noted(), [{ person: 'p-omar', chat: '', parting: 'withdraw' }])
    const journal = (await journalAt(url())).map(([role, who, act]) => [role, who, act].join())
    assert.equal(journal.filter(row => row === 'operator,,people.erase').length, 2)
  })

  it('forgets whoever was expected only', async () => {
    await expect('ines@x.fr;Inès;culture;')
    assert.match((await run('erase', 'INES@x.fr')).said, /take the row out of the file as well/)
    assert.equal((await run('erase', 'ines@x.fr')).code, 1)
    assert.deepEqual(await noted(), [])
  })

  it('says that nothing is held, and what it cannot take', async () => {
    assert.match((await run('erase', 'nobody@x.fr')).complained, /There is no database yet/)
    await expect('ines@x.fr;Inès;culture;')
    const nobody = await run('erase', 'nobody@x.fr')
    assert.deepEqual(
      [nobody.code, nobody.said],
      [1, 'Nobody is known or expected under it: nothing is held.'],
    )
    for (const args of [['erase'], ['erase', 'Omar'], ['erase', 'a@x.fr', 'b@x.fr']])
      assert.equal((await run(...args)).code, 2)
  })
})
