import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open, openDatabase } from '../../src/db/index.ts'
import { engines, freshDatabase } from '../support/database/engines.ts'

type Shown = { readonly synchronous_commit: string }

for (const engine of engines.filter(({ name }) => name === 'postgres'))
  describe('a server’s database that does not wait for its disk', () => {
    const fresh = freshDatabase(engine)

    async function shown(url: string): Promise<string | undefined> {
      const db = await openDatabase({ url })
      const show = sql<Shown>`show synchronous_commit`
      const { rows } = await db.transact(tx => show.execute(open(tx))).finally(db.close)
      return rows[0]?.synchronous_commit
    }
    const withOptions = (setting: string) => {
      const url = new URL(fresh.url)
      url.searchParams.set('options', `-c synchronous_commit=${setting}`)
      return url.href
    }

    it('waits for it in each transaction of ours, whoever says otherwise', async () => {
      const name = new URL(fresh.url).pathname.slice(1)
      const loosen = sql`alter database ${sql.id(name)} set synchronous_commit = off`
      await fresh.db.transact(tx => loosen.execute(open(tx)))
      assert.equal(await shown(fresh.url), 'on')
      assert.equal(await shown(withOptions('off')), 'on')
    })

    it('stays stricter than that where it is', async () => {
      assert.equal(await shown(withOptions('remote_apply')), 'remote_apply')
      assert.equal(await shown(withOptions('local')), 'local')
    })

    it('names what we cannot set, of the server and of nothing else', async () => {
      assert.deepEqual(await fresh.db.unsafeSettings(), ['fsync=off'])
    })
  })

it('an embedded database has no server that is set otherwise', async () => {
  const db = await openDatabase({ url: 'file::memory:' })
  assert.deepEqual(await db.unsafeSettings(), [])
  await db.close()
})
