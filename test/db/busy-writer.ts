// Writes pairs of rows, each pair in one transaction, until it is told to end: then it tells how many.
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { open, openDatabase } from '../../src/db/index.ts'

const { url } = workerData as { readonly url: string }
const db = await openDatabase({ url })
let going = true
let pairs = 0
parentPort?.once('message', () => {
  going = false
})
while (going) {
  // Else no message would ever be heard.
  await setImmediate()
  const key = String(++pairs)
  await db.transact(async tx => {
    await open(tx).insertInto('limit_use').values({ key, ends_at: 1, count: 1 }).execute()
    await open(tx).insertInto('figure_week').values({ week: key, day: key, taken_at: 1 }).execute()
  })
  if (pairs === 20) parentPort?.postMessage('writing')
}
await db.close()
parentPort?.postMessage(pairs)
