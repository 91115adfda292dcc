import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Tables } from '../tables/index.ts'
import { lockRow, open } from '../transactions/tx.ts'

/** State of the lease as others see it: `epoch` counts its holders, `beat` the heartbeats of the present one. */
export type HeldLease = { readonly epoch: number; readonly beat: number; readonly held: boolean }

/** Lease of the sender: one process among all that share the database holds it and sends. */
export type Lease = {
  readonly look: () => Promise<HeldLease>
  /**
   * Takes it over from the holder that was seen; undefined when there was a heartbeat since or another process was
   * faster.
   */
  readonly take: (seen: HeldLease) => Promise<number | undefined>
  /** Heartbeat. `false` once another process holds the lease. */
  readonly beat: (epoch: number) => Promise<boolean>
  readonly release: (epoch: number) => Promise<void>
}

const NAME = 'delivery'

function row(tx: Tx) {
  return open(tx).selectFrom('lease').selectAll().where('name', '=', NAME)
}

/** Whether that holder still has the lease; the row is locked, so nobody takes it before the transaction ends. */
export async function holdsLease(tx: Tx, epoch: number): Promise<boolean> {
  const found = await lockRow(tx, row(tx)).executeTakeFirst()
  return found?.epoch === epoch
}

export function makeLease(transact: Transact, read: Transact): Lease {
  /** Updates the row if the holder is still `epoch` and, where `beat` is given, without a heartbeat since. */
  const change = (to: Partial<Tables['lease']>, epoch: number, beat?: number): Promise<boolean> =>
    transact(async tx => {
      const of = open(tx).updateTable('lease').set(to).where('name', '=', NAME).where('epoch', '=', epoch)
      const done = await (beat === undefined ? of : of.where('beat', '=', beat)).executeTakeFirst()
      return done.numUpdatedRows > 0n
    })

  return {
    look: () =>
      read(async tx => {
        const { epoch, beat, held } = await row(tx).executeTakeFirstOrThrow()
        return { epoch, beat, held: held !== 0 }
      }),
    async take({ epoch, beat }) {
      const next = epoch + 1
      return (await change({ epoch: next, beat: 0, held: 1 }, epoch, beat)) ? next : undefined
    },
    beat: epoch =>
      transact(async tx => {
        const beaten = await open(tx)
          .updateTable('lease')
          .set(eb => ({ beat: eb('beat', '+', 1) }))
          .where('name', '=', NAME)
          .where('epoch', '=', epoch)
          .executeTakeFirst()
        return beaten.numUpdatedRows > 0n
      }),
    release: async epoch => void (await change({ held: 0 }, epoch)),
  }
}
