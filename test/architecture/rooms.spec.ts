import assert from 'node:assert/strict'
import { circleFaults } from './circles.ts'
import { emptyRooms, orderFault, ROOMS, roomFault, roomsOf, sizeFaults } from './rooms.ts'
import type { Import } from './source.ts'

const line = (from: string, to: string, how: Partial<Import> = {}): Import => ({
  from,
  to,
  ours: true,
  type: false,
  lazy: false,
  ...how,
})
const inIdeas = (path: string) => `src/features/ideas/${path}`

describe('the rule that rooms stand left to right', () => {
  const order = (from: string, to: string, how?: Partial<Import>) => orderFault(line(from, to, how))

  it('takes what stands left, in the same room, at the root or in another folder', () => {
    assert.equal(order(inIdeas('boxes/store.ts'), inIdeas('idea/domain.ts')), undefined)
    assert.equal(order(inIdeas('boxes/store.ts'), inIdeas('boxes/domain.ts')), undefined)
    assert.equal(order(inIdeas('wire.ts'), inIdeas('erasure/store.ts')), undefined)
    assert.equal(order(inIdeas('idea/domain.ts'), 'src/kernel/access/actor.ts'), undefined)
    assert.equal(order(inIdeas('idea/a.ts'), inIdeas('boxes/b.ts'), { lazy: true }), undefined)
  })

  it('refuses what stands right, even for a type alone, and says the order', () => {
    const fault = order(inIdeas('idea/domain.ts'), inIdeas('boxes/domain.ts'), { type: true })
    assert.match(fault ?? '', /^idea\/ stands left of boxes\/ in src\/features\/ideas: .*idea ◀ .*boxes ◀ /)
    assert.ok(order('src/db/migrations/index.ts', 'src/db/schema/migrate.ts'))
  })
})

describe('the rule that a file stands in a room', () => {
  for (const good of ['boxes/domain.ts', 'index.ts', 'wire.ts'])
    it(`takes ideas/${good}`, () => assert.equal(roomFault(inIdeas(good)), undefined))
  it('takes a file beside the rooms of an edge, and one of a feature without rooms', () => {
    assert.equal(roomFault('src/http/server.ts'), undefined)
    assert.equal(roomFault('src/features/thread/store.ts'), undefined)
  })

  for (const bad of ['attic/domain.ts', 'boxes/parts/domain.ts', 'usecases.ts'])
    it(`refuses ideas/${bad}`, () => assert.match(roomFault(inIdeas(bad)) ?? '', /« Rooms »/))
  it('refuses a room of a feature that has none', () => {
    assert.match(roomFault('src/features/thread/parts/store.ts') ?? '', /has no rooms: list them/)
  })
})

describe('the rule of the size of rooms', () => {
  const files = (folder: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${folder}/f${at}.ts`)

  it('takes three files in a room, and twenty-four in any folder', () => {
    assert.deepEqual(sizeFaults([...files(inIdeas('boxes'), 3), ...files('src/teams', 24)]), [])
  })
  it('takes many migrations, and few files where there are no rooms', () => {
    assert.deepEqual(sizeFaults([...files('src/db/migrations', 80), ...files('src/traces', 1)]), [])
  })

  it('refuses a room of two files, and a folder of twenty-five', () => {
    assert.match(sizeFaults(files(inIdeas('boxes'), 2)).join(), /boxes holds 2 files: a room has 3 at least/)
    assert.match(sizeFaults(files('src/teams', 25)).join(), /src\/teams holds 25 files, 24 at most/)
  })

  it('refuses a room that is listed and empty', () => {
    const all = Object.entries(ROOMS).flatMap(([folder, rooms]) =>
      rooms.map(room => `${folder}/${room}/a.ts`),
    )
    assert.deepEqual(emptyRooms(all), [])
    assert.match(emptyRooms(all.slice(1)).join(), /holds nothing any more/)
  })
})

describe('the rule that no files import each other', () => {
  const circles = (...pairs: readonly (readonly [string, string])[]) =>
    circleFaults(pairs.map(([from, to]) => line(from, to, { type: true })))

  it('takes a chain, and two ways to one file', () => {
    assert.deepEqual(circles(['a', 'b'], ['b', 'c'], ['a', 'c']), [])
  })
  it('takes a way back that is loaded later, and libraries', () => {
    assert.deepEqual(circleFaults([line('a', 'b'), line('b', 'a', { lazy: true })]), [])
    assert.deepEqual(circleFaults([line('a', 'b', { ours: false }), line('b', 'a', { ours: false })]), [])
  })

  it('refuses two files that do, types counted, and says both', () => {
    assert.match(circles(['a', 'b'], ['b', 'a'], ['b', 'c']).join(), /^a ↔ b import each other: move/)
  })
  it('refuses a longer way round once, two of them twice, and a file that imports itself', () => {
    assert.equal(circles(['a', 'b'], ['b', 'c'], ['c', 'a'], ['c', 'b']).length, 1)
    assert.equal(circles(['a', 'b'], ['b', 'a'], ['c', 'd'], ['d', 'c'], ['a', 'c']).length, 2)
    assert.equal(circles(['a', 'a']).length, 1)
  })
})

const CLIENT = 'src/tabs/client'
const inClient = (from: string, to: string, lazy = false) =>
  orderFault(line(`${CLIENT}/${from}`, `${CLIENT}/${to}`, { type: true, lazy }))

describe('the rule of rooms within rooms', () => {
  it('judges a path at each level', () => {
    assert.deepEqual(
      roomsOf(`${CLIENT}/organiser/workshops/seats/quotas-page.tsx`).map(({ room }) => room),
      ['organiser', 'workshops', 'seats'],
    )
  })

  it('takes what leads left, stays in its room, or is fetched later', () => {
    assert.equal(
      inClient('organiser/workshops/list/rows.tsx', 'organiser/workshops/seats/quotas-page.tsx'),
      undefined,
    )
    assert.equal(inClient('organiser/ideas/actions.tsx', 'organiser/ideas/send.ts'), undefined)
    assert.equal(inClient('parts/page/a.tsx', 'personal/home/b.tsx', true), undefined)
  })

  it('refuses what leads right, in the innermost room as in the outermost', () => {
    assert.match(
      inClient('organiser/workshops/seats/a.tsx', 'organiser/workshops/list/b.tsx') ?? '',
      /workshops/,
    )
    assert.match(inClient('organiser/ideas/a.tsx', 'organiser/workshops/list/b.tsx') ?? '', /organiser/)
    assert.match(inClient('parts/lists/a.tsx', 'personal/home/b.tsx') ?? '', /client/)
  })

  it('keeps apart rooms that stand side by side, whichever way the import goes', () => {
    assert.match(inClient('organiser/ideas/a.tsx', 'personal/home/b.tsx') ?? '', /do not import each other/)
  })

  it('knows each room, and lets only listed rooms hold rooms', () => {
    assert.equal(roomFault(`${CLIENT}/organiser/workshops/seats/a.tsx`), undefined)
    assert.equal(roomFault(`${CLIENT}/personal.tsx`), undefined)
    assert.match(roomFault(`${CLIENT}/organiser/cellar/a.tsx`) ?? '', /no room/)
    assert.match(roomFault(`${CLIENT}/personal/home/deep/a.tsx`) ?? '', /holds files/)
  })

  it('counts the files of rooms, not those of a folder of rooms', () => {
    const paths = ['organiser/workshops/seats/a.tsx', 'organiser/workshops/seats/b.tsx'].map(
      path => `${CLIENT}/${path}`,
    )
    assert.deepEqual(sizeFaults([`${CLIENT}/organiser/a.ts`]).length, 0)
    assert.match(sizeFaults(paths)[0] ?? '', /seats holds 2 files/)
  })
})
