import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Topic } from '../message/domain.ts'
import {
  EFFECT_PERMISSIONS,
  type Effect,
  type EffectShown,
  effectOf,
  LOOKED_BACK,
  REMINDING,
  SOON,
  type TopicCount,
} from './effect.ts'

/** Times in milliseconds; `within`: how soon an act follows a message. */
type EffectSpan = { readonly from: number; readonly before: number; readonly within: number }

export type EffectStore = {
  readonly count: (topic: Topic, span: EffectSpan) => Promise<TopicCount>
  /** Stored figures of the day, `YYYY-MM-DD`; empty when nobody asked yet. */
  readonly kept: (day: string) => Promise<readonly Effect[]>
  /** Stores the day's figures unless they are, and deletes those of earlier days. */
  readonly keep: (day: string, effects: readonly Effect[]) => Promise<void>
}

type Parts = {
  readonly effect: (tx: Tx) => EffectStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
  /** Says from which count on a figure moves: see `estimatedInAll`. */
  readonly draw: KeyedRandom
}

export type EffectUsecases = ReturnType<typeof effects>

export function effects({ effect, transact, read, clock, zone, draw }: Parts) {
  const startOf = (day: string) => momentOf(day, '00:00', zone) ?? clock.now()

  async function count(day: string): Promise<readonly Effect[]> {
    const span = { from: startOf(dayAfter(day, -LOOKED_BACK)), before: startOf(day), within: SOON }
    const counted: TopicCount[] = []
    for (const topic of REMINDING) counted.push(await read(tx => effect(tx).count(topic, span)))
    return counted.map(each => effectOf(each, draw))
  }

  return {
    /**
     * Effect of messages by topic, in the whole programme. Fixed for a day, whoever reads it: two readings cannot be
     * subtracted.
     * @throws Refusal `role-needed`
     */
    async show(actor: Actor): Promise<EffectShown> {
      permit(EFFECT_PERMISSIONS.effect, actor.role)
      const day = dateIn(clock.now(), zone)
      const kept = await read(tx => effect(tx).kept(day))
      if (kept.length > 0) return { day, topics: kept }
      const counted = await count(day)
      return transact(async tx => {
        await effect(tx).keep(day, counted)
        return { day, topics: await effect(tx).kept(day) }
      })
    },
  }
}
