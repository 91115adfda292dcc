import assert from 'node:assert/strict'
import { CLEARED } from '../../src/features/rights/cleared-tables.ts'
import { TRACES } from '../../src/features/rights/personal-data-map-store.ts'
import { readInventory } from '../support/reading/inventory.ts'

/** Tables of which an erasure deletes rows that hold somebody's name or own words. */
function tablesWithWords(): readonly string[] {
  const { entries } = readInventory()
  const telling = new Set(
    entries
      .filter(({ data }) => ['texte', 'identité', 'réservé'].includes(data))
      .map(({ column }) => column.split('.')[0] ?? ''),
  )
  const deleted = TRACES.filter(({ fate }) => fate === 'delete').map(({ table }) => table)
  return [...new Set(deleted)].filter(table => telling.has(table))
}

describe('what an erasure clears from the disk of PostgreSQL', () => {
  it('is each table whose deleted rows held a name or words', () => {
    const found = tablesWithWords()
    assert.ok(found.length > 3)
    const missing = found.filter(table => !(CLEARED as readonly string[]).includes(table))
    assert.deepEqual(missing, [], 'add them to src/features/rights/cleared-tables.ts')
  })
})
