import { chmodSync } from 'node:fs'
import { loadavg } from 'node:os'
import { open } from '../src/db/index.ts'
import { randomIds } from '../src/kernel/crypto/ids.ts'
import { DAY, HOUR, MINUTE, SECOND, systemClock } from '../src/kernel/time/clock.ts'
import { dateIn } from '../src/kernel/time/time-zone.ts'
import type { ClaimView, PairingView } from '../src/tabs/contract/room/pairing.ts'
import type { RemoteView } from '../src/tabs/contract/room/remote.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { idOf } from '../test/support/sending/recipients.ts'
import { FAIR, openSending, type Sending } from '../test/support/sending/sending.ts'
import { apiAs } from '../test/support/sign-in/api.ts'
import { WORKSHOPS } from '../test/support/teams/index.ts'
import type { Benchmark, Options, Samples } from './benchmark.ts'
import { withFolder } from './process.ts'
import { playRoom, type RoomMeasured } from './room-load-process.ts'

const PHONES = 1_000
/** The baseline: the same product and the same presses, few phones. */
const FEW = 10
const IDEAS_A_MINUTE = 50
const SUPPORTS_A_MINUTE = 60
const BEFORE = 10 * SECOND
const ZONE = 'Europe/Paris'

type Where = { readonly folder: string; readonly url?: string; readonly instances?: number }

/** A workshop that has begun, in which everybody has a seat. */
async function beginWorkshop(sending: Sending, origin: string): Promise<string> {
  const { database, people, signIn, organiser } = sending
  const tomorrow = dateIn(systemClock.now() + DAY, ZONE)
  const workshop = {
    ...{ title: 'La salle', description: '', axis: 'usager', place: 'Toulouse', link: '', seats: '2000' },
    ...{ date: tomorrow, start: '09:00', end: '12:00' },
  }
  const where = { channel: WORKSHOPS.id, directions: [] }
  const body = { workshop, where, nonce: randomIds.nonce() }
  const { id } = await apiAs(origin, signIn, organiser).post<{ id: string }>('/workshops', body)
  const now = systemClock.now()
  const begun = { starts_at: now - MINUTE, ends_at: now + HOUR, seats_taken: people.length }
  const seat = { workshop_id: id, answer: 'yes', answered_at: now, pool: 'open' } as const
  await database.transact(async tx => {
    await open(tx).updateTable('workshop').set(begun).where('id', '=', id).execute()
    for (let from = 0; from < people.length; from += 500) {
      const rows = people.slice(from, from + 500).map(person => ({
        ...seat,
        ...{ queue_no: null, offered_until: null, day_key: null },
        person_id: idOf(person),
        direction: person.direction ?? null,
      }))
      await open(tx).insertInto('registration').values(rows).execute()
    }
  })
  return id
}

/** Pairs a projector's browser, and shows the wall on it. @returns its key */
async function pairScreen({ signIn, organiser }: Sending, origin: string, workshop: string): Promise<string> {
  const send = async (path: string, body: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await fetch(`${origin}/api/v1/screen${path}`, sent)).json()
  }
  const { code, secret } = (await send('/pairings', {})) as PairingView
  const remote = apiAs(origin, signIn, organiser)
  const path = `/workshops/${workshop}/remote`
  const { room } = await remote.post<RemoteView>(`${path}/pair`, { code })
  await remote.post(`${path}/show`, { version: room.version, scene: { kind: 'wall' } })
  const held = (await send('/pairings/claim', { code, secret })) as ClaimView
  if (held.state !== 'paired') throw new Error('the screen was not paired')
  return held.key
}

type Played = RoomMeasured & {
  /** MB of each instance, at rest before and at most. */
  readonly rested: readonly number[]
  readonly most: readonly number[]
  /** Per cent of one processor that all instances took while it was measured. */
  readonly processor: number
}

/** One room, from an empty database. */
async function played(where: Where, phones: number, measured: number): Promise<Played> {
  const { folder, url, instances = 1 } = where
  const sending = await openSending({
    recipients: phones,
    weather: FAIR,
    folder,
    built: true,
    instances,
    ...(url !== undefined && { url }),
  })
  const senders = await Promise.all(Array.from({ length: instances }, (_, at) => sending.start(at)))
  const origins = senders.map(({ origin }) => origin)
  const [origin = ''] = origins
  await sending.lineTo(senders[0]?.endpoint ?? '').installs(sending.organiser)
  await sending.finished()
  const workshop = await beginWorkshop(sending, origin)
  const key = await pairScreen(sending, origin, workshop)
  const tokens = await Promise.all(sending.people.map(person => sending.signIn.tabToken(person)))
  const rested = senders.map(({ memory }) => memory().now)
  const processor = () => senders.reduce((sum, sender) => sum + sender.processor(), 0)
  const [from, before] = [performance.now(), processor()]
  const room = await playRoom({
    workshop,
    axis: 'usager',
    phones: tokens.map((token, at) => ({ token, origin: origins[at % origins.length] ?? '' })),
    screen: { origin, key },
    ideasPerMinute: IDEAS_A_MINUTE,
    supportsPerMinute: SUPPORTS_A_MINUTE,
    measured,
    before: BEFORE,
  })
  const share = (100 * (processor() - before)) / (performance.now() - from)
  const most = senders.map(({ memory }) => memory().most)
  for (const sender of senders) await sender.stop()
  await sending.close()
  return { ...room, rested, most, processor: share }
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** What a room of so many phones was, by name. */
function told(who: string, room: Played): Samples['more'] {
  const ms = (values: readonly number[], share: number) => Math.round(at(values, share))
  return {
    [`${who}: on the screen, p50 ms`]: ms(room.seen, 0.5),
    [`${who}: on the screen, p99 ms`]: ms(room.seen, 0.99),
    [`${who}: ideas, p95 ms`]: ms(room.ideas, 0.95),
    [`${who}: presses`]: room.presses.length,
    [`${who}: never on the screen`]: room.unseen,
    [`${who}: refused`]: room.refused.length,
    [`${who}: press p50 ms`]: ms(room.presses, 0.5),
    [`${who}: press p99 ms`]: ms(room.presses, 0.99),
    [`${who}: phones told`]: room.told,
    [`${who}: what a phone reads then, p99 ms`]: ms(room.reads, 0.99),
    [`${who}: screen told`]: room.screenTold,
    [`${who}: its wall, p99 ms`]: ms(room.screenReads, 0.99),
    [`${who}: MB of an instance before`]: Math.round(Math.max(...room.rested)),
    [`${who}: MB at most`]: Math.round(Math.max(...room.most)),
    [`${who}: processor of the product, %`]: Math.round(room.processor),
    [`${who}: asking busy, %`]: Math.round(100 * room.busy),
  }
}

async function measure(few: Where, many: Where, minutes: number): Promise<Samples> {
  const measured = minutes * MINUTE
  const baseline = await played(few, FEW, measured)
  const room = await played(many, PHONES, measured)
  for (const refused of new Set([...baseline.refused, ...room.refused].slice(0, 5)))
    process.stderr.write(`${refused}\n`)
  const more = {
    ...told(`${PHONES} phones`, room),
    ...told(`${FEW} phones`, baseline),
    'load of the machine': Number((loadavg()[0] ?? 0).toFixed(1)),
  }
  return { values: [at(room.seen, 0.95) / SECOND], baselines: [at(baseline.seen, 0.95) / SECOND], more }
}

/** Two instances each, on a cluster of their own that waits for the disk. */
async function onPostgres(folder: string, minutes: number): Promise<Samples> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  // The user that PostgreSQL runs as has to pass.
  chmodSync(folder, 0o711)
  const durable = { parent: folder, durable: true }
  const clusters = [await startPostgres(bin, durable), await startPostgres(bin, durable)]
  const [few = '', many = ''] = clusters.map(({ url }) => url)
  const pair = { folder, instances: 2 }
  const samples = await measure({ ...pair, url: few }, { ...pair, url: many }, minutes)
  for (const cluster of clusters) await cluster.stop()
  return samples
}

export const room: Benchmark = {
  name: 'room',
  about: `${PHONES} phones and one screen: seconds at p95 from a press, an idea or a support, until the screen's wall has it; the same with ${FEW} phones`,
  unit: 's',
  aim: 2,
  aims: [
    { of: `${PHONES} phones: press p99 ms`, atMost: 150 },
    { of: `${PHONES} phones: never on the screen`, atMost: 0 },
  ],
  size: { minutes: 0.5 },
  built: true,
  named: true,
  run: ({ minutes = 2, postgres }: Options) =>
    withFolder(folder => (postgres ? onPostgres(folder, minutes) : measure({ folder }, { folder }, minutes))),
}
