/**
 * `npm run kills -- [--recipients N] [--times N] [--burst]`: `kill -9` of whichever instance sends, again and again, on SQLite and
 * with two instances on PostgreSQL. Ends with exit code 1 when somebody was lost or told twice, is in doubt
 * without being listed, or more are said to be unknown than were in flight. `--burst`: instead, one of two instances is
 * killed while people vote; see bench/burst-kill.ts.
 */
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { startBroadcast } from '../test/support/sending/broadcast.ts'
import { killSenders } from '../test/support/sending/kills.ts'
import { openSending } from '../test/support/sending/sending.ts'
import { killInBurst } from './burst-kill.ts'
import { withFolder } from './process.ts'

const print = (...columns: readonly (string | number)[]) =>
  void process.stdout.write(`${columns.map(column => String(column).padEnd(14)).join('')}\n`)

type Run = { readonly recipients: number; readonly times: number; readonly folder: string }

/** Answers whether it holds what is promised. */
async function run(engine: string, { recipients, times, folder }: Run, url?: string): Promise<boolean> {
  const instances = url === undefined ? 1 : 2
  const sending = await openSending({ recipients, folder, instances, ...(url !== undefined && { url }) })
  const first = await sending.start()
  const senders = [first, ...(instances > 1 ? [await sending.start(1)] : [])]
  await startBroadcast(first.origin, sending.signIn, sending.organiser)
  print(engine, 'sent so far', 'begun', 'cut off')
  const kills = await killSenders(sending, senders, times, ({ taken, begun, cut }) =>
    print('', taken, begun, cut),
  )
  const { states, ...verdict } = await sending.verdict()
  const inFlight = kills.reduce((sum, { begun }) => sum + begun, 0)
  for (const [what, count] of Object.entries(verdict)) print('', what, count)
  print('', 'unknown', states.unknown ?? 0, `of ${inFlight} in flight`)
  for (const sender of senders) await sender.stop()
  await sending.close()
  const { lost, twice, unsaid } = verdict
  return lost + twice + unsaid === 0 && (states.unknown ?? 0) <= inFlight
}

const { values } = parseArgs({
  options: { recipients: { type: 'string' }, times: { type: 'string' }, burst: { type: 'boolean' } },
})
const recipients = Number(values.recipients ?? (values.burst ? 700 : 7_000))
const times = Number(values.times ?? 20)

async function onPostgres(work: (url: string) => Promise<boolean>): Promise<boolean> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  const { url, stop } = await startPostgres(bin)
  return work(url).finally(stop)
}

await withFolder(async folder => {
  const held = values.burst
    ? [await onPostgres(url => killInBurst(recipients, folder, url, print))]
    : [
        await run('SQLite', { recipients, times, folder }),
        await onPostgres(url => run('PostgreSQL', { recipients, times, folder }, url)),
      ]
  process.exitCode = held.every(Boolean) ? 0 : 1
})
