import { open } from '../db/index.ts'
import type { Tx } from '../kernel/storage/tx.ts'

/** The days are kept this long (days), so that an operator sees what a month cost. */
export const DAYS_KEPT = 31

const NAME = 'assistant'

/** `changedAt`: milliseconds; 0 where nobody ever stopped it. */
export type AssistantSwitch = { readonly stopped: boolean; readonly changedAt: number }

/** Days are `YYYY-MM-DD`. */
export type AssistantStore = {
  /** Adds to the day's tokens unless they would pass `most`; false then. Days before `kept` are removed. */
  readonly reserve: (day: string, tokens: number, most: number, kept: string) => Promise<boolean>
  /** Adds to what was reserved, or takes from it. */
  readonly settle: (day: string, tokens: number) => Promise<void>
  /** Tokens of each day from `since` on, oldest first: 32 days at most. */
  readonly days: (since: string) => Promise<readonly { readonly day: string; readonly tokens: number }[]>
  readonly readSwitch: () => Promise<AssistantSwitch>
  readonly writeSwitch: (changed: AssistantSwitch) => Promise<void>
}

export function assistantStore(tx: Tx): AssistantStore {
  const db = open(tx)
  return {
    async reserve(day, tokens, most, kept) {
      if (tokens > most) return false
      await db.deleteFrom('assistant_day').where('day', '<', kept).execute()
      const row = await db
        .insertInto('assistant_day')
        .values({ day, tokens })
        .onConflict(known =>
          known
            .column('day')
            .doUpdateSet(eb => ({ tokens: eb('assistant_day.tokens', '+', tokens) }))
            .where('assistant_day.tokens', '<=', most - tokens),
        )
        .returning('day')
        .executeTakeFirst()
      return row !== undefined
    },
    async settle(day, tokens) {
      await db
        .updateTable('assistant_day')
        .set(eb => ({ tokens: eb('tokens', '+', tokens) }))
        .where('day', '=', day)
        .execute()
    },
    days: since =>
      db
        .selectFrom('assistant_day')
        .select(['day', 'tokens'])
        .where('day', '>=', since)
        .orderBy('day')
        .limit(DAYS_KEPT + 1)
        .execute(),
    async readSwitch() {
      const row = await db
        .selectFrom('assistant_switch')
        .select(['stopped', 'changed_at'])
        .where('name', '=', NAME)
        .executeTakeFirst()
      return { stopped: row?.stopped === 1, changedAt: row?.changed_at ?? 0 }
    },
    async writeSwitch({ stopped, changedAt }) {
      const to = { stopped: stopped ? (1 as const) : (0 as const), changed_at: changedAt }
      await db
        .insertInto('assistant_switch')
        .values({ name: NAME, ...to })
        .onConflict(known => known.column('name').doUpdateSet(to))
        .execute()
    },
  }
}
