import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { DAY, HOUR, MINUTE } from '../../kernel/time/clock.ts'
import { lockRow, open } from '../transactions/tx.ts'

/** What the clock did since somebody last looked at it, whoever it was. All times are milliseconds. */
export type Looked = {
  /** By how much it was set back, below 0; or how long after the last look this one came, when that is a day or more. */
  readonly jump: number
  /** Since when it has neither been set back by hours nor come after a day. */
  readonly since: number
  /** Another one after each time that it was set back by hours: what was noted before was noted by a wrong clock. */
  readonly generation: string
}

export type ClockMark = {
  /** Compares `now` with the last look at the clock, and keeps it in its place. */
  readonly look: (now: number) => Promise<Looked>
  /** '' until the clock was set back for the first time. */
  readonly generation: () => Promise<string>
}

const KEY = 'clock'
const EVER = 36_500 * DAY
/** Set back by less, it was hardly wrong: nothing that came round meanwhile comes again. */
const SLACK = 2 * HOUR
/** What the clocks of two machines may differ by. */
const NOTHING = MINUTE

type Kept = { readonly last: number; readonly since: number; readonly generation: string }

function keptIn(row: { readonly id: string } | undefined): Kept | undefined {
  return row && (JSON.parse(row.id) as Kept)
}

function next({ last, since, generation }: Kept, now: number): Looked {
  if (last - now > SLACK) return { jump: now - last, since: now, generation: String(now) }
  if (last - now > NOTHING) return { jump: now - last, since, generation }
  if (now - last >= DAY) return { jump: now - last, since: now, generation }
  return { jump: 0, since, generation }
}

const row = (tx: Tx) => open(tx).selectFrom('seen').select('id').where('key', '=', KEY)

/** When anybody last looked at the clock stands in a row of its own, so that a process knows what the one before it saw. */
export function makeClockMark(transact: Transact, read: Transact): ClockMark {
  return {
    look: now =>
      transact(async tx => {
        const before = keptIn(await lockRow(tx, row(tx)).executeTakeFirst())
        const looked = next(before ?? { last: now, since: 0, generation: '' }, now)
        const { since, generation } = looked
        const kept = { id: JSON.stringify({ last: now, since, generation }), expires_at: now + EVER }
        await open(tx)
          .insertInto('seen')
          .values({ key: KEY, ...kept })
          .onConflict(known => known.column('key').doUpdateSet(kept))
          .execute()
        return looked
      }),
    generation: () => read(async tx => keptIn(await row(tx).executeTakeFirst())?.generation ?? ''),
  }
}
