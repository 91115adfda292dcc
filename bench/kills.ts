/**
 * `npm run prove -- kills [--recipients N] [--times N] [--burst | --acts | --system-calls]`: `kill -9` of whichever instance sends, again and again, on SQLite and
 * with two instances on PostgreSQL. Ends with exit code 1 when somebody was lost or told twice, is in doubt
 * without being listed, or more are said to be unknown than were in flight. `--burst`: instead, one of two instances is
 * killed while people vote; see bench/burst-kill.ts. `--acts`: instead, one instance is killed ten times while people
 * vote, register and support at once. `--system-calls`: instead, everybody votes, registers and supports, and strace says
 * whether each row was on the disk before its answer; see bench/acknowledged.
 */
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { startBroadcast } from '../test/support/sending/broadcast.ts'
import { killSenders } from '../test/support/sending/kills.ts'
import { openSending } from '../test/support/sending/sending.ts'
import { proveKept } from './acknowledged/kills.ts'
import { checkStrace, proveOnDisk } from './acknowledged/system-calls.ts'
import { killInBurst } from './burst-kill.ts'
import { fail, withFolder } from './process.ts'

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
  options: {
    recipients: { type: 'string' },
    times: { type: 'string' },
    burst: { type: 'boolean' },
    acts: { type: 'boolean' },
    'system-calls': { type: 'boolean' },
  },
})
const recipients = Number(values.recipients ?? (values.burst ? 700 : 7_000))
const times = Number(values.times ?? 20)

async function onPostgres(
  work: (url: string, pid: number) => Promise<boolean>,
  options: Parameters<typeof startPostgres>[1] = {},
): Promise<boolean> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  const { url, pid, stop } = await startPostgres(bin, options)
  return work(url, pid()).finally(stop)
}

async function senders(folder: string): Promise<readonly boolean[]> {
  return [
    await run('SQLite', { recipients, times, folder }),
    await onPostgres(url => run('PostgreSQL', { recipients, times, folder }, url)),
  ]
}

async function systemCalls(folder: string): Promise<readonly boolean[]> {
  checkStrace()
  const many = { recipients: Number(values.recipients ?? 60), folder }
  return [
    await proveOnDisk('SQLite', { ...many, pids: [] }, print),
    await onPostgres((url, pid) => proveOnDisk('PostgreSQL', { ...many, url, pids: [pid] }, print), {
      durable: true,
    }),
  ]
}

async function acts(folder: string): Promise<readonly boolean[]> {
  const many = { recipients: Number(values.recipients ?? 48), times: Number(values.times ?? 10), folder }
  const onServer = (instances: number) =>
    onPostgres(url => proveKept(`PostgreSQL, ${instances}`, { ...many, url, instances }, print), {
      durable: true,
    })
  return [await proveKept('SQLite', { ...many, instances: 1 }, print), await onServer(1), await onServer(2)]
}

const burst = async (folder: string) => [await onPostgres(url => killInBurst(recipients, folder, url, print))]

await withFolder(async folder => {
  const { 'system-calls': calls } = values
  const held = await (calls ? systemCalls : values.acts ? acts : values.burst ? burst : senders)(folder)
  process.exitCode = held.every(Boolean) ? 0 : 1
}).catch(fail)
