import assert from 'node:assert/strict'
import { orderFault, roomFault, roomsOf, sizeFaults } from './rooms.ts'

const CLIENT = 'src/tabs/client'
const line = (from: string, to: string, lazy = false) =>
  orderFault({ from: `${CLIENT}/${from}`, to: `${CLIENT}/${to}`, ours: true, type: true, lazy })

describe('the rule of rooms within rooms', () => {
  it('judges a path at each level', () => {
    assert.deepEqual(
      roomsOf(`${CLIENT}/organiser/workshops/seats/quotas-page.tsx`).map(({ room }) => room),
      ['organiser', 'workshops', 'seats'],
    )
  })

  it('takes what leads left, stays in its room, or is fetched later', () => {
    assert.equal(
      line('organiser/workshops/list/rows.tsx', 'organiser/workshops/seats/quotas-page.tsx'),
      undefined,
    )
    assert.equal(line('organiser/ideas/actions.tsx', 'organiser/ideas/send.ts'), undefined)
    assert.equal(line('parts/page/a.tsx', 'personal/home/b.tsx', true), undefined)
  })

  it('refuses what leads right, in the innermost room as in the outermost', () => {
    assert.match(line('organiser/workshops/seats/a.tsx', 'organiser/workshops/list/b.tsx') ?? '', /workshops/)
    assert.match(line('organiser/ideas/a.tsx', 'organiser/workshops/list/b.tsx') ?? '', /organiser/)
    assert.match(line('parts/lists/a.tsx', 'personal/home/b.tsx') ?? '', /client/)
  })

  it('keeps apart rooms that stand side by side, whichever way the import goes', () => {
    assert.match(line('organiser/ideas/a.tsx', 'personal/home/b.tsx') ?? '', /do not import each other/)
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
