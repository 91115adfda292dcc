import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'

onEachEngine('supports of one idea that come together', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let here: ReturnType<typeof featuresOn>
  let author: Actor
  let people: readonly Actor[]
  beforeEach(async () => {
    here = featuresOn(fresh.db, clock)
    author = await here.person('sophie', 'lycees')
    people = await Promise.all(['camille', 'nadia', 'theo'].map(name => here.person(name, 'culture')))
  })
  const submitted = async () =>
    (await here.ideas.submit(author, { text: 'Un banc', unnamed: false }, freshForm(author))).id

  it('leave of each person what they asked last, and count each once', async () => {
    const taps = fc.array(fc.record({ who: fc.nat(2), supports: fc.boolean() }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(taps, async all => {
        const id = await submitted()
        const asked = all.flatMap(({ who, supports }) => {
          const actor = people[who]
          return actor ? [{ actor, supports }] : []
        })
        const last = new Map(asked.map(({ actor, supports }) => [actor.id, supports]))
        const told = await Promise.all(asked.map(each => here.ideas.support(each.actor, id, each.supports)))
        for (const [at, { actor }] of asked.entries())
          assert.equal(told[at]?.supported, last.get(actor.id), 'each hears how it stands')
        const supporters = [...last.values()].filter(Boolean).length
        const row = await fresh.db.read(tx =>
          open(tx).selectFrom('idea').select('supports').where('id', '=', id).executeTakeFirst(),
        )
        assert.equal(row?.supports, 1 + supporters)
      }),
      { numRuns: 15 },
    )
  })

  it('are refused to the author alone, who supports it already', async () => {
    const [camille] = people
    assert.ok(camille)
    const id = await submitted()
    const ends = await Promise.allSettled([
      here.ideas.support(camille, id, true),
      here.ideas.support(author, id, false),
      here.ideas.support(camille, 'noidea', true),
    ])
    assert.deepEqual(
      ends.map(end => (end.status === 'fulfilled' ? end.value.supports : end.reason.code)),
      [2, 'own-idea', 'gone'],
    )
  })
})
