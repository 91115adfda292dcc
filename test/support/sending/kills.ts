import { sql } from 'kysely'
import { type Database, open } from '../../../src/db/index.ts'
import type { Sender } from './sender.ts'
import type { Sending } from './sending.ts'

/** One kill. `begun`: posts begun and not ended by the sender's own table; `cut`: calls that Teams saw cut off. */
export type Kill = { readonly taken: number; readonly begun: number; readonly cut: number }

async function begunIn(database: Database): Promise<number> {
  const { rows } = await database.read(tx =>
    sql<{ count: number }>`select count(*) as count from post where state = 'sending'`.execute(open(tx)),
  )
  return Number(rows[0]?.count)
}

/** Which instance made the last call that stands in the record. */
async function lastCaller({ teams }: Sending): Promise<number> {
  const { entries } = await teams.record()
  return Math.max(0, entries.findLast(({ kind }) => kind === 'post')?.by ?? 0)
}

/**
 * Kills the sending instance `times` times, evenly spread over the recipients, and restarts it at once. Resolves when
 * all is sent.
 */
export async function killSenders(
  sending: Sending,
  senders: Sender[],
  times: number,
  told: (kill: Kill) => void = () => {},
): Promise<Kill[]> {
  const { teams, database, people } = sending
  const kills: Kill[] = []
  const left = async () => (await teams.record()).entries.filter(({ end }) => end === 'left').length
  for (let turn = 1; turn <= times; turn++) {
    await teams.taken(Math.floor((people.length * turn) / (times + 1)))
    const at = await lastCaller(sending)
    const before = await left()
    await senders[at]?.kill()
    await teams.calm()
    const { entries } = await teams.record()
    const taken = entries.filter(({ kind, takenAt }) => kind === 'post' && takenAt !== undefined).length
    const kill = { taken, begun: await begunIn(database), cut: (await left()) - before }
    kills.push(kill)
    told(kill)
    senders[at] = await sending.start(at)
  }
  await sending.finished()
  return kills
}
