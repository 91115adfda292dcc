import { open, openDatabase } from '../../src/db/index.ts'

// A process of its own: adds one to a counter `times` times, each in a transaction that reads before it writes.
const [url = '', times = '0'] = process.argv.slice(2)

const db = await openDatabase({ url })
for (let at = 0; at < Number(times); at++) {
  await db.transact(async tx => {
    const rows = open(tx).selectFrom('programme').select('loaded_at')
    const { loaded_at } = await rows.executeTakeFirstOrThrow()
    await open(tx)
      .updateTable('programme')
      .set({ loaded_at: loaded_at + 1 })
      .execute()
  })
}
await db.close()
