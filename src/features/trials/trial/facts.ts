import type { Fact } from '../../../kernel/storage/outbox.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { InitiativeTrial } from './domain.ts'

/** When a first day begins: before anybody is at work. */
const DAWN = '07:00'

/** Its first day begins, by the clock of the zone. */
export function beginFact({ id, turn, from }: InitiativeTrial, zone: string): Fact {
  const dueAt = momentOf(from, DAWN, zone)
  const fact = {
    kind: 'trials.begin',
    payload: { trial: id, turn },
    mergeKey: `trials.begin:${id}:${turn}`,
  }
  return { ...fact, ...(dueAt !== undefined && { dueAt }) }
}
