import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Programme } from '../../programme/index.ts'
import { groupsOf, rankOf, type SupportersByDirection } from './domain.ts'

export type RankedIdea = { readonly id: string; readonly step: number }

export type RankingStore = {
  /** Ideas with their step, by id, from just after `after`. */
  readonly page: (limit: number, after: string) => Promise<readonly RankedIdea[]>
  /** Supporters of each of `ideas` by Direction, counted as its tally is. */
  readonly supporters: (ideas: readonly string[]) => Promise<ReadonlyMap<string, SupportersByDirection>>
  readonly setStep: (ideas: readonly string[], step: number) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => RankingStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Pick<Ids, 'next'>
  readonly zone: string
  readonly programme: Pick<Programme, 'directions'>
  /** Says from which support on an idea moves: see `domain.ts`. */
  readonly draw: KeyedRandom
}

/** Ideas read at once, and written at once. */
const PAGE = 100
const WRITTEN = 500
const NOBODY: SupportersByDirection = new Map()

export type RankingUsecases = ReturnType<typeof rankingUsecases>

export function rankingUsecases(parts: Parts) {
  const { store, transact, read, once, clock, ids, zone, programme, draw } = parts

  /** Ideas whose step is another one than that kept, by their new step. */
  async function moved(): Promise<ReadonlyMap<number, readonly string[]>> {
    const groups = groupsOf(programme.directions)
    const found = new Map<number, string[]>()
    const keep = (id: string, step: number) => {
      const same = found.get(step) ?? []
      same.push(id)
      found.set(step, same)
    }
    let after: string | undefined = ''
    while (after !== undefined) {
      const from: string = after
      const [ideas, supporters] = await read(async tx => {
        const page = await store(tx).page(PAGE, from)
        return [page, await store(tx).supporters(page.map(({ id }) => id))] as const
      })
      for (const { id, step } of ideas) {
        const now = rankOf(groups, { id, by: supporters.get(id) ?? NOBODY }, draw)
        if (now !== step) keep(id, now)
      }
      // Others are served between two pages: SQLite answers without leaving the loop.
      await new Promise(resolve => setImmediate(resolve))
      after = ideas.length < PAGE ? undefined : ideas.at(-1)?.id
    }
    return found
  }

  return {
    /**
     * Ranks all ideas by their support across Directions, once a day whatever restarts or races: an order that moved
     * within the day would let two readings be compared around one act. @returns whether this was it
     */
    async rank(): Promise<boolean> {
      const key = { key: `ideas.rank:${dateIn(clock.now(), zone)}`, forMs: 2 * DAY }
      const changes = await moved()
      return transact(async tx => {
        const run = ids.next()
        if ((await once(tx, [key], run)) !== run) return false
        for (const [step, ideas] of changes)
          for (let at = 0; at < ideas.length; at += WRITTEN)
            await store(tx).setStep(ideas.slice(at, at + WRITTEN), step)
        return true
      })
    },
  }
}
