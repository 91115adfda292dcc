import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { mergeWall, NO_WALL } from '../../src/tabs/client/parts/room/wall-ideas.ts'
import { groupsOf, orderOf, type WallGroup } from '../../src/tabs/client/room/wall/groups.ts'
import { columnsOf, pagesOf } from '../../src/tabs/client/room/wall/pages.ts'
import type { WallIdea } from '../../src/tabs/contract/room/wall.ts'

const idea = (id: string, change: Partial<WallIdea> = {}): WallIdea => ({
  id,
  text: `Idée ${id}`,
  at: 0,
  supports: exact('supports', 0),
  ...change,
})
const ids = (groups: readonly WallGroup[]) => groups.map(({ id }) => id)

describe('what is known of a wall', () => {
  const first = mergeWall(NO_WALL, { revision: '1', whole: true, ideas: [idea('a'), idea('b')], gone: [] })

  it('is what was read first, and what changed since', () => {
    const read = {
      revision: '2',
      whole: false,
      ideas: [idea('b', { supports: exact('supports', 3) }), idea('c')],
      gone: ['a'],
    }
    const { revision, ideas } = mergeWall(first, read)
    deepEqual([revision, [...ideas.keys()]], ['2', ['b', 'c']])
    equal(ideas.get('b')?.supports, 3)
  })

  it('is nothing of before once all is read anew', () => {
    const { ideas } = mergeWall(first, { revision: '9', whole: true, ideas: [idea('z')], gone: [] })
    deepEqual([...ideas.keys()], ['z'])
  })

  it('never holds what a reading took away, said in it besides or not', () => {
    const { ideas } = mergeWall(first, { revision: '3', whole: false, ideas: [idea('b')], gone: ['b'] })
    deepEqual([...ideas.keys()], ['a'])
  })
})

describe('the ideas of a wall', () => {
  const alike = [
    idea('a', { at: 1, group: 'a' }),
    idea('b', { at: 9, group: 'a' }),
    idea('c', { at: 5, axis: 'usager' }),
  ]

  it('stand newest first, those alike once, in the words of the first', () => {
    const groups = groupsOf(alike, undefined)
    deepEqual(ids(groups), ['a', 'c'])
    deepEqual([groups[0]?.count, groups[0]?.shown.text, groups[0]?.at], [2, 'Idée a', 9])
  })

  it('still stand together once the first of them is gone', () => {
    const [group] = groupsOf(alike.slice(1), undefined)
    deepEqual([group?.id, group?.shown.id, group?.count], ['a', 'b', 1])
  })

  it('are of one axis where one is chosen', () => {
    deepEqual(ids(groupsOf(alike, 'usager')), ['c'])
  })

  it('keep their order while it is frozen, without those that came since and those that are gone', () => {
    const now = groupsOf([idea('new', { at: 99 }), idea('b', { at: 2 }), idea('c', { at: 50 })], undefined)
    deepEqual(ids(orderOf(now, true, ['a', 'b', 'c'])), ['b', 'c'])
    deepEqual(ids(orderOf(now, false, ['a', 'b', 'c'])), ['new', 'c', 'b'])
  })
})

describe('the pages of a wall', () => {
  const AXES = ['transitions', 'territoires', 'usager', 'employeur', 'equipe']
  const some = fc.array(
    fc.record({
      axis: fc.constantFrom(undefined, 'other', ...AXES),
      height: fc.integer({ min: 1, max: 500 }),
    }),
    { maxLength: 60 },
  )

  function lay(cards: readonly { axis: string | undefined; height: number }[], axes: readonly string[]) {
    const heights = new Map(cards.map(({ height }, at) => [String(at), height]))
    const groups = groupsOf(
      cards.map(({ axis }, at) => idea(String(at), { at: -at, ...(axis && { axis }) })),
      undefined,
    )
    const heightOf = ({ id }: WallGroup) => heights.get(id) ?? 0
    const columns = columnsOf(groups, axes)
    return { pages: pagesOf(columns, { height: 300, gap: 10, heightOf }), heightOf }
  }

  it('show each idea once, and cut none', () => {
    fc.assert(
      fc.property(some, fc.boolean(), (cards, byAxis) => {
        const { pages, heightOf } = lay(cards, byAxis ? AXES : [])
        const shown = pages.flatMap(page => page.flatMap(({ groups }) => ids(groups)))
        deepEqual([...shown].sort(), cards.map((_, at) => String(at)).sort())
        for (const page of pages)
          for (const { groups } of page) {
            const height = groups.reduce((sum, group) => sum + heightOf(group), 10 * (groups.length - 1))
            // One that is too high has the page to itself, and is made smaller.
            ok(height <= 300 || (page.length === 1 && groups.length === 1))
          }
      }),
    )
  })

  it('have three columns at most, each of one axis, in the programme’s order', () => {
    const cards = AXES.map(axis => ({ axis, height: 50 }))
    const { pages } = lay(cards, AXES)
    deepEqual(
      pages.map(page => page.map(({ axis }) => axis)),
      [AXES.slice(0, 3), AXES.slice(3)],
    )
  })

  it('begin with the newest where one axis fills the wall', () => {
    const { pages } = lay(
      Array.from({ length: 9 }, () => ({ axis: 'usager', height: 140 })),
      [],
    )
    deepEqual(
      pages[0]?.map(({ groups }) => ids(groups)),
      [
        ['0', '1'],
        ['2', '3'],
      ],
    )
    equal(pages.length, 3)
  })
})
