import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { VoteChoice } from '../../src/features/ballots/ballot/choice.ts'
import { ballotStore } from '../../src/features/ballots/ballot/store.ts'
import { differencesIn } from '../../src/features/ballots/results/recount.ts'
import { countedFrom } from '../../src/features/ballots/results/recount-store.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { ballot, usecasesOn } from '../support/features/ballots.ts'
import { agent, lab } from '../support/workshops/workshops.ts'

const WRITERS = 16
const RULES = { single: {}, approval: { most: 2 }, dots: { most: 4, perOption: 3 } } as const
type Tap = { readonly person: number; readonly points: readonly number[] }

onEachEngine('ballots of every kind', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const use = () => usecasesOn(standing.db, clock)

  /** Taps in turn, and the last one of each that was taken. */
  async function write(id: string, taps: readonly Tap[], options: readonly { readonly id: string }[]) {
    const taken = new Map<number, VoteChoice>()
    for (const { person, points } of taps) {
      const tried = options.map((option, at) => ({ option: option.id, points: points[at] ?? 0 }))
      try {
        await use().vote(agent(person), id, tried)
        taken.set(
          person,
          tried.filter(each => each.points > 0),
        )
      } catch (error) {
        assert.ok(error instanceof Refusal, String(error))
      }
    }
    return taken
  }

  for (const [kind, rules] of Object.entries(RULES))
    it(`have tallies that are their rows, and nothing beyond their rules, whatever 16 writers change at once: ${kind}`, async () => {
      const points = fc.array(fc.nat(4), { minLength: 3, maxLength: 3 })
      // Each writer is one person on several devices, one after another: the order of one's own taps is known.
      const script = fc.array(fc.array(points, { minLength: 1, maxLength: 3 }), {
        minLength: WRITERS,
        maxLength: WRITERS,
      })
      await fc.assert(
        fc.asyncProperty(script, async writers => {
          const { id, options } = await use().open(
            lab,
            ballot(clock.now(), { ...rules, kind: kind as 'single' }),
            [],
          )
          const written = await Promise.all(
            writers.map((taps, person) =>
              write(
                id,
                taps.map(each => ({ person, points: each })),
                options,
              ),
            ),
          )
          const last = written.flatMap(taken => [...taken.values()])
          const found = await use().show(lab, id)
          assert.equal(found.votes, last.length)
          for (const option of found.options) {
            const given = last.flatMap(choice => choice.filter(each => each.option === option.id))
            const sum = given.reduce((all, each) => all + each.points, 0)
            assert.deepEqual([option.votes, option.voters], [sum, given.length])
          }
          const [one, counted] = await standing.db.read(async tx => {
            const stands = await ballotStore(tx).find(id)
            return [stands, stands && (await countedFrom(tx, stands))]
          })
          assert.deepEqual(one && counted && differencesIn(one, counted), [])
        }),
        { numRuns: engine.name === 'sqlite' ? 8 : 3 },
      )
    })
})
