import { type Meter, noMeter } from '../../kernel/monitoring/meter.ts'
import type { CounterLabels, TurnOutcome } from '../../kernel/monitoring/metric-names.ts'
import { noTrace, type Trace } from '../../kernel/monitoring/trace.ts'
import type { Incoming, Searched } from '../protocol/incoming.ts'
import { isAct } from '../protocol/incoming.ts'

/** For whoever runs the product; nobody, unless they say so. */
export type Watching = { readonly meter?: Meter; readonly trace?: Trace }

/** What came of a turn, and what is answered. */
type Turned<T> = { readonly answer: T; readonly outcome: TurnOutcome }

function kindOf(incoming: Incoming | Searched): CounterLabels['faire_turns_total']['kind'] {
  if (incoming.kind === 'searched') return 'searched'
  return isAct(incoming) ? incoming.kind : 'placed'
}

/** Counts each turn by its kind and how it ended, and follows it. */
export function watchTurns({ meter = noMeter, trace = noTrace }: Watching) {
  return <T>(incoming: Incoming | Searched, turn: () => Promise<Turned<T>>): Promise<T> => {
    const kind = kindOf(incoming)
    return trace.span('turn', { kind }, async () => {
      const { answer, outcome } = await turn().catch(error => {
        // Nothing else rejects: see `deferred-events.ts`.
        meter.count('faire_turns_total', { kind, outcome: 'unavailable' })
        throw error
      })
      meter.count('faire_turns_total', { kind, outcome })
      trace.tell({ outcome })
      return answer
    })
  }
}
