import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import { waitingCursorAfter } from '../../../src/features/ideas/answers/waiting-pages.ts'
import { weeksCompared } from '../../../src/features/nudges/digest/domain.ts'
import { queueUsecases } from '../../../src/features/nudges/digest/queue-usecases.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY, SECOND } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'

const LED = ['lycees', 'culture'] as const
/** What a pilot does of each idea, until none follows. */
const given = fc.record({
  ideas: fc.array(fc.record({ direction: fc.constantFrom(...LED, 'europe'), owed: fc.option(fc.nat(40)) }), {
    maxLength: 7,
  }),
  answers: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
})

onEachEngine('ideas that wait for a pilot', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let features: ReturnType<typeof featuresOn>
  let queue: ReturnType<typeof queueUsecases>
  const authors = new Map<string, Actor>()
  let ines: Actor

  beforeEach(async () => {
    features = featuresOn(fresh.db, clock)
    queue = queueUsecases({ ideas: { ...features.ideas, waitingCursorAfter } })
    for (const direction of [...LED, 'europe'])
      authors.set(direction, await features.person(`of-${direction}`, direction))
    const { id } = await features.person('ines', 'lycees')
    await features.people.assignRole(id, 'pilot', LED)
    ines = await features.person('ines')
  })

  async function submit(direction: string, owed: number | null): Promise<string> {
    clock.advance(SECOND)
    const author = authors.get(direction) ?? assert.fail(direction)
    const { id } = await features.ideas.submit(author, { text: 'Un banc', axis: 'usager' }, freshForm(author))
    if (owed === null) return id
    const due = {
      due_on: new Date(clock.now() + owed * DAY).toISOString().slice(0, 10),
      due_party: 'direction' as const,
    }
    await fresh.db.transact(tx => open(tx).updateTable('idea').set(due).where('id', '=', id).execute())
    return id
  }

  it('are each asked about once, none skipped, whatever is answered and whatever passed', async () => {
    await fc.assert(
      fc.asyncProperty(given, async ({ ideas, answers }) => {
        await fresh.db.transact(tx => open(tx).updateTable('idea').set({ state: 'withdrawn' }).execute())
        const wanted: string[] = []
        for (const { direction, owed } of ideas) {
          const id = await submit(direction, owed)
          if (direction !== 'europe') wanted.push(id)
        }
        const asked: string[] = []
        let place = { direction: '', after: '' }
        let passed = 0
        for (const isAnswered of [...answers, false]) {
          const found = await queue.asked(ines, place, '')
          assert.equal(found.count, wanted.length - (asked.length - passed))
          if (!found.asked) break
          const { idea, next } = found.asked
          asked.push(idea.id)
          if (isAnswered) await features.ideas.answer(ines, idea.id, 'Oui, dès juin.')
          else passed++
          place = next
        }
        assert.deepEqual(asked.toSorted(), wanted.toSorted())
        assert.equal((await queue.asked(ines, { direction: '', after: '' }, '')).count, passed)
      }),
      { numRuns: 25 },
    )
  })

  it('are asked about again from the one that is named, where it can still be answered', async () => {
    const [first, second] = [await submit('lycees', null), await submit('culture', null)]
    const start = { direction: '', after: '' }
    assert.equal((await queue.asked(ines, start, second)).asked?.idea.id, second)
    await features.ideas.answer(ines, second, 'Oui, dès juin.')
    assert.equal((await queue.asked(ines, start, second)).asked?.idea.id, first)
    assert.equal((await queue.asked(ines, start, 'nowhere')).asked?.idea.id, first)
  })

  it('are nobody’s who does not answer for their Direction', async () => {
    await submit('lycees', null)
    const author = authors.get('lycees') ?? assert.fail()
    assert.deepEqual(await queue.asked(author, { direction: 'lycees', after: '' }, ''), { count: 0 })
  })
})

describe('the figure of a pilot’s Monday', () => {
  it('compares four weeks, one in a young programme, and nothing in its first fortnight', () => {
    const of = (days: number) => weeksCompared(0, days * DAY)
    assert.deepEqual([13, 14, 55, 56].map(of), [undefined, 1, 1, 4])
  })
})
