import type { Instruments } from '../../kernel/monitoring/instruments.ts'
import { noMeter } from '../../kernel/monitoring/meter.ts'
import type { CounterLabels, TurnOutcome } from '../../kernel/monitoring/metric-names.ts'
import { noTrace } from '../../kernel/monitoring/trace.ts'
import type { Incoming, Linked, Searched } from '../protocol/incoming.ts'
import { isAct } from '../protocol/incoming.ts'

/** Outcome and answer of a turn. */
type Turned<T> = { readonly answer: T; readonly outcome: TurnOutcome }

type Asked = Incoming | Searched | Linked

function kindOf(incoming: Asked): CounterLabels['faire_turns_total']['kind'] {
  if (incoming.kind === 'searched' || incoming.kind === 'linked') return incoming.kind
  return isAct(incoming) ? incoming.kind : 'placed'
}

/** Metrics and a trace span for each turn, by its kind and how it ended. */
export function instrumentTurns({ meter = noMeter, trace = noTrace }: Partial<Instruments>) {
  return <T>(incoming: Asked, turn: () => Promise<Turned<T>>): Promise<T> => {
    const kind = kindOf(incoming)
    return trace.span('turn', { kind }, async () => {
      const { answer, outcome } = await turn().catch(error => {
        // The only way to reject: see `deferred-events.ts`.
        meter.count('faire_turns_total', { kind, outcome: 'unavailable' })
        throw error
      })
      meter.count('faire_turns_total', { kind, outcome })
      trace.annotate({ outcome })
      return answer
    })
  }
}
