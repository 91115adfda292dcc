import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Usage, UsageCount } from '../../../kernel/storage/usage-count.ts'

const idsIn = (json: string | null) => JSON.parse(json ?? '[]') as readonly string[]

async function count(tx: Tx): Promise<readonly Usage[]> {
  const rows = await open(tx).selectFrom('trial').select(['directions', 'decided_directions']).execute()
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const id of new Set([...idsIn(row.directions), ...idsIn(row.decided_directions)]))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].map(([id, count]) => ({ under: 'direction', id, count }))
}

/** Number of trials in each Direction, and of those that went to it. */
export const trialUsage: UsageCount = { kind: 'trials', one: 'trial', many: 'trials', count }
