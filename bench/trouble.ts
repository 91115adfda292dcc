/**
 * `npm run prove -- trouble [--seconds N]`: the disk is full, PostgreSQL is stopped, its connections are killed, it takes no writes, while people act in
 * chat and in a tab and a broadcast goes out. Prints what each was told, what the health checks said, and after how long all
 * went on by itself; a backup made meanwhile is put back elsewhere first. Ends with exit code 1 when something acknowledged is lost, half there or sent twice, somebody was told
 * anything but that it passes, or it did not recover. The full disk is a small one in memory, which root may mount.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { backUp, openDatabase, restore } from '../src/db/index.ts'
import { silentLogger } from '../src/kernel/monitoring/logger.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { listen } from '../test/support/product/events.ts'
import { startBroadcast } from '../test/support/sending/broadcast.ts'
import { faultsIn, type Life, startLives } from '../test/support/sending/living.ts'
import { prepare } from '../test/support/sending/load.ts'
import { openSending } from '../test/support/sending/sending.ts'
import { apiAs } from '../test/support/sign-in/api.ts'

type Trouble = {
  readonly name: string
  readonly begin: () => Promise<void>
  readonly end: () => Promise<void>
}
type Ground = { readonly troubles: readonly Trouble[]; readonly folder?: string; readonly url?: string }

const RECIPIENTS = 400
/** In which all has to go on by itself, in milliseconds. */
const PATIENCE = 60_000
const SAID = /Rien ne peut être enregistré|Nothing can be saved|^cut$/

const print = (text: string) => void process.stdout.write(`${text}\n`)

/** Whether a backup made meanwhile and put back elsewhere has all that was acknowledged before it began, once and whole. */
async function backedUp(url: string, lives: readonly Life[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'faire-backup-'))
  const before = lives.map(life => ({ ...life, acknowledged: [...life.acknowledged] }))
  const [kept, restored] = [join(folder, 'kept.sqlite'), `file:${join(folder, 'restored.sqlite')}`]
  await backUp(url, kept, silentLogger)
  await restore(kept, restored, silentLogger)
  const database = await openDatabase({ url: restored })
  const faults = await faultsIn(database, before)
  await database.close()
  rmSync(folder, { recursive: true })
  const count = before.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)
  print(
    `a backup made meanwhile: ${count} ideas acknowledged before; ${faults.join(', ') || 'all in it, once, whole'}`,
  )
  return faults.length === 0 && count > 0
}

/** Answers whether all held. */
async function live({ troubles, ...where }: Ground, seconds: number): Promise<boolean> {
  const sending = await openSending({ recipients: RECIPIENTS, sendRate: 5, ...where })
  const sender = await sending.start()
  const { signIn, organiser, people, database } = sending
  const line = sending.lineTo(sender.endpoint)
  const [voter = organiser, ...others] = people
  const ground = await prepare(line, { organiser, voter })
  const inTab = others.slice(4, 6).map(person => ({ ...person, locale: 'en-GB' }))
  const { lives, hush, end } = startLives(
    { line, ground, origin: sender.origin, signIn },
    others.slice(0, 4),
    inTab,
  )
  for (const person of inTab) await apiAs(sender.origin, signIn, person).put('/me', { language: 'en' })
  await startBroadcast(sender.origin, signIn, organiser)
  const stream = await listen(sender.origin, await signIn.tabToken(organiser))
  await setTimeout(3_000)
  let held = await backedUp(sending.settings[0]?.DATABASE_URL ?? '', lives)
  for (const { name, begin, end: mend } of troubles) {
    hush()
    await begin()
    await setTimeout((seconds * 1_000) / 2)
    const [ready, alive] = await Promise.all(
      ['ready', 'live'].map(at => fetch(`${sender.origin}/health/${at}`)),
    )
    const told = JSON.stringify(await ready?.json())
    await setTimeout((seconds * 1_000) / 2)
    stream.heard.length = 0
    await mend()
    const from = performance.now()
    const isWell = () => lives.every(({ goodAt }) => goodAt > from)
    while (!isWell() && performance.now() - from < PATIENCE) await setTimeout(20)
    const acted = Math.max(...lives.map(({ goodAt }) => goodAt)) - from
    const changed = () => stream.heard.some(({ event }) => event === 'changed')
    while (!changed() && performance.now() - from < PATIENCE) await setTimeout(20)
    const heard = performance.now() - from
    const look = () => fetch(`${sender.origin}/health/ready`)
    let after = await look()
    for (; after.status !== 200 && performance.now() - from < PATIENCE; after = await look())
      await setTimeout(100)
    print(`\n${name}`)
    print(`  /health/ready ${ready?.status} ${told}, /health/live ${alive?.status}; after it ${after.status}`)
    for (const { door, who, said } of lives)
      print(
        `  ${door.padEnd(4)} ${who.name.padEnd(10)} ${[...said].map(([text, count]) => `${count} × ${text}`).join(' · ')}`,
      )
    print(
      `  everybody acts again after ${acted.toFixed(0)} ms, the open tab hears of it after ${heard.toFixed(0)} ms`,
    )
    const strange = lives.flatMap(({ said }) => [...said.keys()].filter(text => !SAID.test(text)))
    held &&= isWell() && changed() && after.status === 200 && strange.length === 0
  }
  await end()
  await sending.finished()
  const faults = await faultsIn(database, lives)
  const { lost, twice, unsaid, states } = await sending.verdict()
  const acknowledged = lives.reduce((sum, one) => sum + one.acknowledged.length, 0)
  print(
    `\n${acknowledged} ideas acknowledged; ${faults.length === 0 ? 'all there, once, whole' : faults.join(', ')}`,
  )
  print(`broadcast: ${JSON.stringify({ lost, twice, unsaid, ...states })}`)
  print(`exit code at the end: ${await sender.stop()}`)
  await sending.close()
  return held && faults.length === 0 && lost + twice + unsaid === 0
}

function fullDisk(): (Ground & { readonly done: () => void }) | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'faire-full-'))
  const mount = (...args: string[]) => execFileSync(args[0] ?? '', args.slice(1), { stdio: 'ignore' })
  try {
    mount('mount', '-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', folder)
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  const ballast = join(folder, 'ballast')
  const fill = async () => {
    for (const size of [1_000_000, 4_096])
      try {
        for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
      } catch {}
  }
  const empty = async () => rmSync(ballast, { force: true })
  return {
    folder,
    troubles: [
      { name: 'SQLite, the disk is full', begin: fill, end: empty },
      { name: 'SQLite, the disk is full once more', begin: fill, end: empty },
    ],
    done: () => {
      mount('umount', '-l', folder)
      rmSync(folder, { recursive: true })
    },
  }
}

async function onPostgres(seconds: number): Promise<boolean> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  const { url, halt, resume, stop } = await startPostgres(bin)
  let killing: ReturnType<typeof setInterval> | undefined
  let client: pg.Client
  const kill = async () => {
    client = new pg.Client({ connectionString: url })
    await client.connect()
    const all = `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
      and application_name like 'faire-administration%'`
    killing = setInterval(() => void client.query(all).catch(() => {}), 150)
  }
  const spare = async () => {
    clearInterval(killing)
    await client.end()
  }
  /** As after a failover, or where an operator holds writes back. */
  const setReadOnly = async (value: 'on' | 'off') => {
    const options = '-c default_transaction_read_only=off'
    const operator = new pg.Client({ connectionString: url, options })
    await operator.connect()
    await operator.query(`alter system set default_transaction_read_only = ${value}`)
    await operator.query('select pg_reload_conf()')
    await operator.end()
  }
  const troubles = [
    { name: 'PostgreSQL is stopped and started', begin: halt, end: resume },
    { name: 'PostgreSQL, all connections killed every 150 ms', begin: kill, end: spare },
    {
      name: 'PostgreSQL takes no writes',
      begin: () => setReadOnly('on'),
      end: () => setReadOnly('off'),
    },
  ]
  return live({ troubles, url }, seconds).finally(stop)
}

const { values } = parseArgs({ options: { seconds: { type: 'string' } } })
const seconds = Number(values.seconds ?? 8)
const held: boolean[] = []
const disk = fullDisk()
if (disk) held.push(await live(disk, seconds).finally(disk.done))
else print('The full disk is left out: only root may mount one.')
held.push(await onPostgres(seconds))
print(held.every(Boolean) ? '\nAll held.' : '\nSomething did not hold.')
process.exitCode = held.every(Boolean) ? 0 : 1
