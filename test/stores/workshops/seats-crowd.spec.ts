import assert from 'node:assert/strict'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { letCrowd } from '../../support/workshops/seats-crowd.ts'

onEachEngine('a crowd that registers for a series, sixteen at once', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })

  it('has each seat once, a Direction no more than its own, one a day for each, in order', async () => {
    const people = engine.name === 'sqlite' ? 300 : 120
    const crowd = await letCrowd(standing.db, clock, { people, seats: people / 20, reserved: 2, atOnce: 16 })
    const { took: _, ...counts } = crowd
    const { seated, waiting, offered, swapped } = crowd
    const seen = Math.min(seated, waiting, offered, swapped)
    assert.ok(seen > 0, JSON.stringify(counts))
  })
})
