import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { reviewCounts } from '../../src/composition/review-counts.ts'
import { programmePage } from '../../src/features/figures/programme-page.ts'
import { programmeOf } from '../../src/features/programme/programme/domain.ts'
import { type ReviewUsecases, reviewUsecases } from '../../src/features/review/usecases.ts'
import type { Transact, Tx } from '../../src/kernel/storage/tx.ts'
import { DAY } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { axisBy, directionBy, followedBy, monthBy } from '../support/features/review.ts'
import { EMPTY, type Life, life, write } from '../support/features/review-life.ts'
import { programme as shipped } from '../support/programme/programme.ts'
import { lab } from '../support/workshops/workshops.ts'

const directions = [60, 9, 200].map((headcount, at) => ({ id: `d${at}`, name: `Direction ${at}`, headcount }))
const axes = shipped.axes.filter(({ id }) => id === 'transitions' || id === 'equipe')
const zone = 'Europe/Paris'

const format = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit' })

/** `YYYY-MM` in the zone, by other means than the product's. */
function monthOf(ms: number): string {
  const [month, year] = format.format(ms).split('/')
  return `${year}-${month}`
}

/** The names of the last two years' months up to `now`, the oldest first. */
function monthsBefore(now: number): readonly string[] {
  const days = Array.from({ length: 760 }, (_, at) => monthOf(now - at * DAY))
  return [...new Set(days)].slice(0, 24).toReversed()
}

/** Throws away what `work` wrote. */
async function undone(transact: Transact, work: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undone')
  const rejected = transact(async tx => {
    await work(tx)
    throw undo
  })
  await rejected.catch(error => {
    if (error !== undo) throw error
  })
}

onEachEngine('the review of a programme', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const programme = programmeOf({ ...shipped, axes, directions })
  const figures = {
    whole: async () => programmePage({ programme, weeks: [], participants: new Map(), last: [] }),
  }
  const counts = reviewCounts(programme)
  const reviewOn = (read: Transact, counting = counts) =>
    reviewUsecases({ read, clock, zone, programme, figures, counting })

  /** What `check` finds of each of many lives. */
  const each = (check: (review: ReviewUsecases, given: Life) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(life, given =>
        undone(standing.db.transact, async tx => {
          await write(tx, clock.now(), given)
          await check(
            reviewOn(work => work(tx)),
            given,
          )
        }),
      ),
      { numRuns: engine.name === 'sqlite' ? 100 : 15 },
    )

  it('counts under each axis what somebody would count one by one', () =>
    each(async ({ read }, given) => {
      const review = await read(lab)
      const rest = axisBy(given, '')
      const isNothing = isDeepStrictEqual(rest, axisBy(EMPTY, ''))
      const all = [axisBy(given, 'transitions'), axisBy(given, 'equipe'), ...(isNothing ? [] : [rest])]
      assert.deepEqual(review.axes, all)
      assert.deepEqual(review.followed, followedBy(given))
    }))

  it('counts what is of each Direction, in the programme’s order, without what would name somebody in a small one', () =>
    each(async ({ read, followed }, given) => {
      const review = await read(lab)
      const expected = directions.map(direction => ({
        direction,
        ...(direction.id === 'd1' && { small: true }),
        ...directionBy(given, direction.id),
      }))
      assert.deepEqual(review.directions, expected)
      for (const { id } of directions)
        assert.deepEqual(await followed(lab, id), {
          ...followedBy(given, id),
          ...(id === 'd1' && { small: true }),
        })
    }))

  it('counts each thing in the month in which it happened, from the first with any', () =>
    each(async ({ read }, given) => {
      const { months } = await read(lab)
      const all = monthsBefore(clock.now()).map(month => ({
        month,
        ...monthBy(given, clock.now(), ms => monthOf(ms) === month),
      }))
      const first = all.findIndex(one => one.proposed + one.answered + one.begun > 0)
      assert.deepEqual(months, first < 0 ? [] : all.slice(first))
    }))

  it('counts anew ten seconds later, and once for all who ask until then', async () => {
    let readings = 0
    const ideas: typeof counts.ideas = (...of) => {
      readings++
      return counts.ideas(...of)
    }
    const review = reviewOn(standing.db.read, { ...counts, ideas })
    await Promise.all([review.followed(lab), review.followed(lab), review.read(lab)])
    assert.equal(readings, 1)
    await standing.db.transact(tx => write(tx, clock.now(), { ...EMPTY, boxes: 2 }))
    clock.advance(9_999)
    assert.equal((await review.read(lab)).axes.length, 2)
    clock.advance(1)
    assert.equal((await review.read(lab)).axes.at(-1)?.asked.boxes, 2)
    assert.equal(readings, 2)
  })

  it('refuses a Direction that is none', () =>
    assert.rejects(reviewOn(standing.db.read).followed(lab, 'nowhere'), { code: 'direction-unknown' }))
})
