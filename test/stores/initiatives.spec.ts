import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../src/db/index.ts'
import type { Idea } from '../../src/features/ideas/idea/domain.ts'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { galleryStore } from '../../src/features/initiatives/gallery/store.ts'
import type { GalleryListing } from '../../src/features/initiatives/gallery/usecases.ts'
import type { Initiative } from '../../src/features/initiatives/initiative/domain.ts'
import { membershipStore } from '../../src/features/initiatives/initiative/membership-store.ts'
import { initiativeStore } from '../../src/features/initiatives/initiative/store.ts'
import { memberStore } from '../../src/features/initiatives/members/store.ts'
import type { Cursor } from '../../src/kernel/requests/cursor.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { wordsOf } from '../../src/search/words.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'

type Given = Pick<Initiative, 'id' | 'at'> &
  Pick<Idea, 'axis' | 'direction' | 'supports' | 'state'> & {
    readonly across?: number
    readonly trial?: Initiative['trial']
  }

const SHEET = { problem: '', story: '', inspiring: '', outcome: '', phase: 'explore', resources: [] } as const

async function add(
  tx: Tx,
  { id, at, axis, direction, supports, state, across = 0, trial }: Given,
): Promise<void> {
  const cut = { ...(axis !== undefined && { axis }), ...(direction !== undefined && { direction }) }
  const counts = { supports, directions: 0, comments: 0 }
  await ideaStore(tx).add({ id, author: 'p', text: 'Des vélos', state, ...counts, ...cut, at: 1 })
  await open(tx).updateTable('idea').set({ across }).where('id', '=', id).execute()
  await initiativeStore(tx).add({ ...SHEET, id, title: `Vélo ${id}`, owner: 'p', members: 0, at })
  await initiativeStore(tx).putWords(id, wordsOf(`Vélo ${id}`))
  if (trial) await open(tx).updateTable('initiative').set({ trial }).where('idea_id', '=', id).execute()
}

const some = fc.uniqueArray(
  fc.record({
    id: fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 4, maxLength: 4 }),
    at: fc.integer({ min: 1, max: 3 }),
    axis: fc.constantFrom('usager', 'equipe', undefined),
    direction: fc.constantFrom('lycees', 'culture', undefined),
    supports: fc.integer({ min: 0, max: 2 }),
    across: fc.integer({ min: 0, max: 2 }),
    trial: fc.constantFrom('running' as const, 'stopped' as const, undefined),
    state: fc.constantFrom('initiative' as const, 'initiative' as const, 'withdrawn' as const),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
)
const asked: fc.Arbitrary<GalleryListing> = fc.record(
  {
    sort: fc.constantFrom('new' as const, 'supported' as const, 'across' as const),
    axis: fc.constantFrom('usager', 'equipe'),
    direction: fc.constantFrom('lycees', 'culture'),
    trial: fc.constantFrom('running' as const, 'stopped' as const),
  },
  { requiredKeys: ['sort'] },
)

/** What the gallery holds, from what was put in. */
function expected(given: readonly Given[], { sort, axis, direction, trial }: GalleryListing): string[] {
  const rank = ({ at, supports, across = 0 }: Given) => ({ new: at, supported: supports, across })[sort]
  return given
    .filter(one => one.state === 'initiative')
    .filter(one => axis === undefined || one.axis === axis)
    .filter(one => direction === undefined || one.direction === direction)
    .filter(one => trial === undefined || one.trial === trial)
    .toSorted((a, b) => rank(b) - rank(a) || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id)
}

onEachEngine('initiatives', engine => {
  const standing = freshDatabase(engine)
  const one = { id: 'i', at: 1, supports: 0, state: 'initiative' } as const

  it('are paged in each order, each once, whatever shares a place in it', async () => {
    await fc.assert(
      fc.asyncProperty(some, asked, fc.integer({ min: 1, max: 4 }), async (given, listing, size) => {
        const undo = new Error('undone')
        await standing.db
          .transact(async tx => {
            for (const each of given) await add(tx, each)
            const seen: string[] = []
            let after: Cursor | undefined
            do {
              const page = await galleryStore(tx).ranked(listing, size, after)
              seen.push(...page.map(({ id }) => id))
              after = page.length < size ? undefined : page.at(-1)
            } while (after)
            assert.deepEqual(seen, expected(given, listing))
            throw undo
          })
          .catch(error => {
            if (error !== undo) throw error
          })
      }),
      { numRuns: 40 },
    )
  })

  it('come back as they were written, and are found by the words of now', async () => {
    const written = {
      title: 'Vélo d’été 🚲 « à deux »',
      problem: 'Une ligne\nUne autre \u200e',
      story: "'; drop table initiative; --",
      inspiring: '${1+1}',
      outcome: '',
      phase: 'test',
      resources: [{ title: '"Guide" \\ été', url: 'https://example.org/?a=1&b=%C3%A9' }],
    } as const
    await standing.db.transact(async tx => {
      await add(tx, one)
      await initiativeStore(tx).setSheet('i', written)
      await initiativeStore(tx).setOwner('i', undefined)
      await initiativeStore(tx).putWords('i', wordsOf(written.title))
      assert.deepEqual(await initiativeStore(tx).find('i'), { ...written, id: 'i', members: 0, at: 1 })
      assert.deepEqual(await initiativeStore(tx).byIds(['x', 'i']), [
        { ...written, id: 'i', members: 0, at: 1 },
      ])
      const holding = async (...beginnings: string[]) =>
        (await galleryStore(tx).ranked({ sort: 'new', beginnings }, 9)).length
      assert.deepEqual([await holding('ete', 'velo'), await holding('velo', 'hiver')], [1, 0])
    })
  })

  it('know who takes part, since when and in which, each once', async () => {
    await standing.db.transact(async tx => {
      for (const id of ['i', 'j']) await add(tx, { ...one, id })
      const store = { ...initiativeStore(tx), ...membershipStore(tx), ...memberStore(tx) }
      assert.equal(await store.join('i', 'b', 5), true)
      assert.equal(await store.join('i', 'b', 9), false)
      await store.join('i', 'a', 5)
      await store.join('i', 'c', 7)
      await store.join('j', 'c', 7)
      await store.leave('i', 'c')
      await store.leave('i', 'nobody')
      await store.recount('i')
      assert.equal((await store.find('i'))?.members, 2)
      assert.deepEqual(await store.members('i', 9), ['a', 'b'])
      assert.deepEqual([await store.isMember('i', 'a'), await store.isMember('i', 'c')], [true, false])
      assert.deepEqual([...(await store.joinedAmong('c', ['i', 'j']))], ['j'])
      assert.deepEqual(await store.joinedBetween('i', { from: 4, until: 5 }, 9), ['a', 'b'])
      assert.deepEqual(await store.joinedBetween('i', { from: 5, until: 9 }, 9), [])
      assert.equal(await store.notifiedUntil('i'), 1)
      await store.setNotifiedUntil('i', 8)
      assert.equal(await store.notifiedUntil('i'), 8)
      const mine = await galleryStore(tx).ranked({ sort: 'new', member: 'c' }, 9)
      assert.deepEqual(
        mine.map(({ id }) => id),
        ['j'],
      )
    })
  })
})
