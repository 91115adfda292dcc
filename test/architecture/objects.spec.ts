import assert from 'node:assert/strict'
import { spreadFaults, storeSpreadFaults, storeTypeFaults } from './objects.ts'

const WIRE = 'src/features/ideas/wire.ts'
const STORE = 'src/features/ideas/boxes/store.ts'

describe('the rule that wires name what they hand on', () => {
  for (const good of [
    'const a = answers({ transact, seen: ideas.seen })',
    'const a = answers({ ...wiring, seen: ideas.seen })',
    'const a = { ...(limits && { limits }), id }',
    'const a = { ...(given ? { one } : { other }) }',
    'const a = { ...(given !== undefined && ({ given })), id }',
    'const a = [...answerRoutes, ...boxWire.routes]',
    'const edges = { clock, ids }\nconst a = answers({ ...edges, seen })',
    'const a = { handlers: { ...own, verbs: { ...own.verbs, ...boxVerbs(boxes) } } }',
    'const greet = who => ({ ...who, language })',
  ])
    it(`takes ${good}`, () => assert.deepEqual(spreadFaults({ path: WIRE, text: good }), []))

  for (const bad of [
    'const a = answers({ ...deps })',
    'const a = answers({ ...wiring, ...shared })',
    'const a = { ...attendanceWire.usecases }',
    'const a = { ...ideaUsecases(parts) }',
    'const a = { ...(given && deps) }',
    'const a = { inner: { ...deps } }',
    'const a = answers({ ...{ transact, read }, seen })',
    'const a = answers({ ...({ transact, read }), seen })',
  ]) {
    it(`refuses ${bad}`, () => assert.equal(spreadFaults({ path: WIRE, text: bad }).length, 1))
    it(`refuses it in compose.ts: ${bad}`, () =>
      assert.match(
        spreadFaults({ path: 'src/compose.ts', text: bad }).join(),
        /:1 hands on \.\.\..*« Rooms »/,
      ))
  }

  it('says nothing of other files', () => {
    assert.deepEqual(spreadFaults({ path: STORE, text: 'const a = { ...deps }' }), [])
  })
})

describe('the rule that each room has a store of its own', () => {
  for (const good of [
    'const boxStore = tx => ({ find: id => open(tx) })',
    'const row = { ...box, id }',
    'const all = [...boxStore(tx).all()]',
    'const row = { ...rowOf(box) }',
  ])
    it(`takes ${good}`, () => assert.deepEqual(storeSpreadFaults({ path: STORE, text: good }), []))

  for (const bad of ['const ideaStore = tx => ({ ...boxStore(tx), find })', 'const a = { ...store(tx) }'])
    it(`refuses ${bad}`, () => assert.equal(storeSpreadFaults({ path: STORE, text: bad }).length, 1))

  for (const good of [
    'export type BoxStore = { find: Find }',
    'export type BoxStore = A & B & C',
    "export type BoxStore = A & Pick<B, 'find'> & { one: One } & C",
    'export type BoxParts = A & B & C & D',
  ])
    it(`takes ${good}`, () => assert.deepEqual(storeTypeFaults({ path: STORE, text: good }), []))

  for (const bad of [
    'export type BoxStore = A & B & C & D',
    'type Store = A & (B & C) & D & { one: One }',
    "export type BoxStore = Pick<A, 'a'> & Pick<B, 'b'> & C & D",
  ])
    it(`refuses ${bad}`, () =>
      assert.match(storeTypeFaults({ path: STORE, text: bad }).join(), /brings together 4 types, 3 at most/))
})
