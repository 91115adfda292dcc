import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { DAY, HOUR, MINUTE } from '../../kernel/time/clock.ts'
import { lockRow, open } from '../transactions/tx.ts'

/** What the system clock did since it was last observed by any process. Times are in milliseconds. */
export type ClockObservation = {
  /**
   * Size of the jump: negative when the clock was set back; or the time since the last observation, when a day or
   * more.
   */
  readonly jump: number
  /** Since when there was neither a jump back by hours nor a gap of a day. */
  readonly since: number
  /** Changes each time the clock is set back by hours: what was enqueued before was dated by a wrong clock. */
  readonly generation: string
}

export type ClockMark = {
  /** Compares `now` with the last observation, and stores it. */
  readonly observe: (now: number) => Promise<ClockObservation>
  /** Current generation; '' until the clock is first set back. */
  readonly generation: () => Promise<string>
}

const KEY = 'clock'
const EVER = 36_500 * DAY
/** Jumps back that are smaller are tolerated: nothing scheduled is repeated for them. */
const SLACK = 2 * HOUR
/** Tolerated difference between the clocks of two machines. */
const NOTHING = MINUTE

type Kept = { readonly last: number; readonly since: number; readonly generation: string }

function keptIn(row: { readonly id: string } | undefined): Kept | undefined {
  return row && (JSON.parse(row.id) as Kept)
}

function next({ last, since, generation }: Kept, now: number): ClockObservation {
  if (last - now > SLACK) return { jump: now - last, since: now, generation: String(now) }
  if (last - now > NOTHING) return { jump: now - last, since, generation }
  if (now - last >= DAY) return { jump: now - last, since: now, generation }
  return { jump: 0, since, generation }
}

const row = (tx: Tx) => open(tx).selectFrom('seen').select('id').where('key', '=', KEY)

/** The last observation of the clock is stored in a row, so that a process knows that of the one before it. */
export function makeClockMark(transact: Transact, read: Transact): ClockMark {
  return {
    observe: now =>
      transact(async tx => {
        const before = keptIn(await lockRow(tx, row(tx)).executeTakeFirst())
        const observed = next(before ?? { last: now, since: 0, generation: '' }, now)
        const { since, generation } = observed
        const kept = { id: JSON.stringify({ last: now, since, generation }), expires_at: now + EVER }
        await open(tx)
          .insertInto('seen')
          .values({ key: KEY, ...kept })
          .onConflict(known => known.column('key').doUpdateSet(kept))
          .execute()
        return observed
      }),
    generation: () => read(async tx => keptIn(await row(tx).executeTakeFirst())?.generation ?? ''),
  }
}
