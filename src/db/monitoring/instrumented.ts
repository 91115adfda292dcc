import type { Meter } from '../../kernel/monitoring/meter.ts'
import type { Trace } from '../../kernel/monitoring/trace.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import { monotonic } from '../../kernel/time/clock.ts'

export type Watching = { readonly meter: Meter; readonly trace: Trace }

/** The same transactions, with how long each waited to begin and then ran; in a trace that is under way, a part of it. */
export function watchTransact(
  transact: Transact,
  mode: 'read' | 'write',
  { meter, trace }: Watching,
): Transact {
  if (!meter.isOn && !trace.isOn) return transact

  async function timed<T>(work: Parameters<typeof transact<T>>[0]): Promise<T> {
    const asked = monotonic.now()
    let begun: number | undefined
    try {
      return await transact(tx => {
        begun = monotonic.now()
        return work(tx)
      })
    } finally {
      const ended = monotonic.now()
      meter.time('faire_transaction_wait_seconds', (begun ?? ended) - asked, { mode })
      if (begun !== undefined) meter.time('faire_transaction_seconds', ended - begun, { mode })
    }
  }
  return work => trace.part('transaction', { mode }, () => timed(work))
}
