import type { Instruments } from '../../kernel/monitoring/instruments.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import { monotonic } from '../../kernel/time/clock.ts'

/** Wraps transactions with metrics (wait, duration) and, within a trace, a span each. */
export function instrumentTransact(
  transact: Transact,
  mode: 'read' | 'write',
  { meter, trace }: Instruments,
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
  return work => trace.childSpan('transaction', { mode }, () => timed(work))
}
