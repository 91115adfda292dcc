import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import { groupsOf, rankOf } from '../../../src/features/ideas/ranking/domain.ts'
import { morning } from '../../../src/features/ideas/ranking/schedule.ts'
import { rankingStore } from '../../../src/features/ideas/ranking/store.ts'
import { rankingUsecases } from '../../../src/features/ideas/ranking/usecases.ts'
import { supportStore } from '../../../src/features/ideas/support/store.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { drawnFrom } from '../../../src/kernel/crypto/keyed-random.ts'
import { smallGroups } from '../../../src/kernel/personal-data/counts.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { stepBy } from '../../support/features/ranking.ts'

const ZONE = 'Europe/Paris'
const directions = [60, 9, 200, 30, 14, 45].map((headcount, at) => ({
  id: `d${at}`,
  name: `Direction ${at}`,
  headcount,
}))
const small = smallGroups(directions)
const draw = drawnFrom('of these tests')

/** Where each person works: ten in every Direction, the last ones nobody knows where. */
const placeOf = (person: number) => (person < 60 ? `d${person % 6}` : undefined)

type Given = {
  readonly author: number
  readonly unnamed: boolean
  readonly supporters: readonly number[]
  /** The idea it is joined with, one before it; none while it stands by itself. */
  readonly into: number | undefined
}
const person = fc.nat(63)
const ideas = fc.array(
  fc.record({
    author: person,
    unnamed: fc.boolean(),
    supporters: fc.uniqueArray(person, { maxLength: 60, size: 'max' }),
    into: fc.option(fc.nat(3), { nil: undefined, freq: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
)
const idOf = (at: number) => `i${at}`

/** Each joined one stands behind an earlier one that stands by itself. */
function rootsOf(given: readonly Given[]): readonly number[] {
  return given.map(({ into }, at) =>
    into !== undefined && into < at && given[into]?.into === undefined ? into : at,
  )
}

async function write(tx: Tx, given: readonly Given[]): Promise<void> {
  const counts = { supports: 0, directions: 0, comments: 0 }
  const roots = rootsOf(given)
  for (const [at, { author, unnamed, supporters }] of given.entries()) {
    const signed = unnamed ? { unnamed: true as const } : {}
    const idea = {
      id: idOf(at),
      author: `p${author}`,
      text: 'Des vélos',
      state: 'initiative',
      at: 1,
    } as const
    await ideaStore(tx).add({ ...idea, ...counts, ...signed })
    for (const each of new Set([author, ...supporters])) {
      const direction = placeOf(each)
      const support = { idea: idOf(at), person: `p${each}`, at: 1 }
      await supportStore(tx).putSupport({ ...support, ...(direction !== undefined && { direction }) })
    }
    const root = idOf(roots[at] ?? at)
    if (root === idOf(at)) continue
    await open(tx).updateTable('idea').set({ root, state: 'merged' }).where('id', '=', idOf(at)).execute()
    const mine = open(tx).updateTable('idea_support').where('idea_id', '=', idOf(at))
    await mine.set({ counts_for: root }).execute()
  }
}

/** Who supports what stands at `root`, each once, by Direction: an author without a name tells no small one. */
function countedAt(given: readonly Given[], root: number): ReadonlyMap<string, number> {
  const behind = [...given.keys()].filter(at => rootsOf(given)[at] === root)
  const apart = behind.some(at => given[at]?.unnamed)
  const places = new Map<string, string>()
  for (const at of behind) {
    const { author = 0, unnamed = false, supporters = [] } = given[at] ?? {}
    for (const each of new Set([author, ...supporters])) {
      const place = placeOf(each)
      const hidden = unnamed && each === author && place !== undefined && small.has(place)
      const key = apart && each === author ? idOf(at) : `p${each}`
      if (place !== undefined && !hidden) places.set(key, place)
    }
  }
  return new Map([...Map.groupBy(places.values(), place => place)].map(([place, all]) => [place, all.length]))
}

onEachEngine('the ranking across Directions', engine => {
  const standing = freshDatabase(engine)
  const clock = fixedClock()
  const ranking = (database = standing.db, at = clock) =>
    rankingUsecases({
      ...database,
      store: tx => rankingStore(tx, small),
      clock: at,
      ids: randomIds,
      zone: ZONE,
      programme: { directions },
      draw,
    })
  const steps = async () => {
    const rows = standing.db.read(tx => rankingStore(tx).page(50, ''))
    return new Map((await rows).map(({ id, step }) => [id, step]))
  }
  const forget = (tx: Tx) => open(tx).deleteFrom('idea_support').execute()

  it('is the one that exact fractions give, whatever is joined, unnamed or from nowhere', async () => {
    const of = (supporters: readonly number[]): Given => ({
      author: 0,
      unnamed: false,
      supporters,
      into: undefined,
    })
    const seen = new Set<number>()
    await fc.assert(
      fc.asyncProperty(ideas, async given => {
        clock.advance(DAY)
        await standing.db.transact(async tx => {
          await forget(tx)
          await open(tx).deleteFrom('idea').execute()
          await write(tx, given)
        })
        assert.equal(await ranking().rank(), true)
        const ranked = await steps()
        for (const at of given.keys()) {
          const by = rootsOf(given)[at] === at ? countedAt(given, at) : new Map()
          const expected = stepBy(directions, idOf(at), by, draw)
          assert.equal(ranked.get(idOf(at)), expected)
          seen.add(expected)
        }
      }),
      { numRuns: 40, examples: [[[of([]), of(Array.from({ length: 60 }, (_, at) => at))]]] },
    )
    assert.ok(seen.size > 1)
  })

  it('is computed once a day, whoever asks again and however many ask at once', async () => {
    const given = [{ author: 0, unnamed: false, supporters: [...Array(60).keys()], into: undefined }]
    await standing.db.transact(tx => write(tx, given))
    const both = await Promise.all([ranking().rank(), ranking().rank()])
    assert.deepEqual(both.toSorted(), [false, true])
    const before = await steps()
    assert.ok((before.get('i0') ?? 0) > 0)
    await standing.db.transact(forget)
    clock.advance(HOUR)
    assert.equal(await ranking().rank(), false)
    assert.deepEqual(await steps(), before)
    clock.advance(DAY)
    assert.equal(await ranking().rank(), true)
    assert.deepEqual(await steps(), new Map([['i0', 0]]))
  })

  it('reads every idea where there are more than a page', async () => {
    const many = 1_203
    const from = `${idOf(7)}-`
    await standing.db.transact(async tx => {
      await write(tx, [{ author: 0, unnamed: false, supporters: [...Array(60).keys()], into: undefined }])
      const [row] = await open(tx).selectFrom('idea').selectAll().execute()
      if (!row) throw new Error('nothing was written')
      const supports = await open(tx).selectFrom('idea_support').selectAll().execute()
      for (let at = 0; at < many; at++) {
        const id = `${from}${at}`
        await open(tx)
          .insertInto('idea')
          .values({ ...row, id })
          .execute()
        if (at === many - 1)
          await open(tx)
            .insertInto('idea_support')
            .values(supports.map(each => ({ ...each, idea_id: id, counts_for: id })))
            .execute()
      }
    })
    clock.advance(DAY)
    assert.equal(await ranking().rank(), true)
    const by = new Map(directions.map(({ id }) => [id, 10]))
    const ranked = await standing.db.read(tx =>
      open(tx).selectFrom('idea').select(['id', 'across']).execute(),
    )
    const found = new Map(ranked.map(({ id, across }) => [id, across]))
    for (const id of ['i0', `${from}${many - 1}`])
      assert.equal(found.get(id), rankOf(groupsOf(directions), { id, by }, draw))
    assert.equal(ranked.filter(({ across }) => across > 0).length, 2)
  })
})

describe('the hour of the ranking', () => {
  it('is six in the morning of the programme, in summer and in winter', () => {
    const next = morning(ZONE)
    for (const [from, to] of [
      ['2027-01-10T12:00:00+01:00', '2027-01-11T06:00:00+01:00'],
      ['2027-03-27T12:00:00+01:00', '2027-03-28T06:00:00+02:00'],
      ['2027-10-31T01:00:00+02:00', '2027-10-31T06:00:00+01:00'],
    ] as const)
      assert.equal(next(Date.parse(from)), Date.parse(to))
  })
})
