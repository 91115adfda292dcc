import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../src/db/index.ts'
import { answerStore } from '../../src/features/trials/look-ins/answer-store.ts'
import { roundStore } from '../../src/features/trials/look-ins/store.ts'
import { lookInUsecases } from '../../src/features/trials/look-ins/usecases.ts'
import { testerStore } from '../../src/features/trials/testers/store.ts'
import type { InitiativeTrial } from '../../src/features/trials/trial/domain.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { addTrial } from '../support/features/trial-rows.ts'
import { agent } from '../support/workshops/workshops.ts'

const TESTERS = 5

const ask = fc.record({
  /** The last one tries nothing. */
  who: fc.nat(TESTERS),
  /** Beyond five: no step. */
  step: fc.integer({ min: 1, max: 6 }),
  pressed: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
})

/** One who answers, one who says no step, one who tries nothing. */
const BOTH_REFUSED = [
  { who: 0, step: 3, pressed: undefined },
  { who: 1, step: 6, pressed: undefined },
  { who: TESTERS, step: 3, pressed: undefined },
]

onEachEngine('answers to one round of a trial that come together', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })

  it('count, and are refused, as they would one after the other', async () => {
    let run = 0
    const numRuns = engine.name === 'sqlite' ? 40 : 8
    const refused = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(ask, { minLength: 1, maxLength: 16 }), async asks => {
        run += 1
        async function said(name: string, gathered: boolean) {
          const [trial, round, measure] = [`t-${name}-${run}`, `r-${name}-${run}`, `m-t-${name}-${run}`]
          await standing.db.transact(async tx => {
            await addTrial(tx, trial)
            for (let who = 0; who < TESTERS; who++) await testerStore(tx).join(trial, agent(who).id, 1)
            const when = { opensAt: clock.now(), closesAt: clock.now() + 9, closed: false }
            await roundStore(tx).add({ id: round, trial, number: 1, ...when })
          })
          const asked = { id: trial, measures: [{ id: measure, kind: 'question', text: '?', better: 'up' }] }
          const using = () =>
            lookInUsecases(
              {
                ...standing.db,
                store: answerStore,
                testers: testerStore,
                clock,
                zone: 'Europe/Paris',
                messages: { noteAnsweredOn: async () => {} },
              },
              { readable: async () => asked as unknown as InitiativeTrial },
            )
          const together = using()
          const answer = ({ who, step, pressed }: (typeof asks)[number]) =>
            (gathered ? together : using()).answer(
              agent(who),
              trial,
              { round, answers: [{ measure, step }] },
              pressed && `${round} ${who} ${pressed}`,
            )
          const ends: PromiseSettledResult<boolean>[] = []
          if (gathered) ends.push(...(await Promise.allSettled(asks.map(answer))))
          else for (const each of asks) ends.push(...(await Promise.allSettled([answer(each)])))
          const rows = await standing.db.read(async tx => ({
            roll: await open(tx)
              .selectFrom('trial_roll')
              .select('person_id')
              .where('round_id', '=', round)
              .execute(),
            tally: await open(tx)
              .selectFrom('trial_tally')
              .select(['step', 'count'])
              .where('round_id', '=', round)
              .execute(),
          }))
          return {
            ends: ends.map(end => (end.status === 'fulfilled' ? end.value : end.reason.code)),
            roll: rows.roll.map(({ person_id }) => person_id).sort(),
            tally: rows.tally.map(({ step, count }) => `${step}: ${count}`).sort(),
          }
        }
        const [first, second] = [await said('one', true), await said('other', false)]
        assert.deepEqual(first, second)
        const counted = first.tally.reduce((sum, line) => sum + Number(line.slice(3)), 0)
        assert.equal(counted, first.roll.length)
        for (const end of first.ends) if (typeof end === 'string') refused.add(end)
      }),
      { numRuns, examples: [[BOTH_REFUSED]] },
    )
    assert.deepEqual([...refused].sort(), ['look-in-incomplete', 'look-in-not-trying'])
  })
})
