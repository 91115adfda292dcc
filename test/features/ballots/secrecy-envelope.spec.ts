import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  markOf,
  newKey,
  openChoice,
  sealChoice,
  unwrapKey,
  wrapKey,
} from '../../../src/features/ballots/secrecy/envelope.ts'

const OPTIONS = Array.from({ length: 20 }, (_, at) => `option${at}`)
const PLACE = { ballot: 'ballot1', mark: 'mark1' }
const [OLD, NEW] = ['the secret of last year, long enough', 'the secret of this year, long enough']

/** Any choice: of one, of several, of all with points. */
const choices = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...OPTIONS), fc.integer({ min: 1, max: 65_535 }))
    .map(([option, points]) => ({ option, points })),
  { selector: ({ option }) => option, maxLength: 20 },
)

const sorted = (choice: readonly { option: string }[]) =>
  choice.toSorted((a, b) => OPTIONS.indexOf(a.option) - OPTIONS.indexOf(b.option))

describe('an envelope', () => {
  it('gives back what was chosen, and has one length whatever it was', () => {
    const key = newKey()
    const lengths = new Set<number>()
    fc.assert(
      fc.property(choices, choice => {
        const envelope = sealChoice(key, PLACE, OPTIONS, choice)
        lengths.add(envelope.length)
        assert.deepEqual(openChoice(key, PLACE, OPTIONS, envelope), sorted(choice))
        assert.match(envelope, /^[\w-]+$/)
      }),
    )
    assert.deepEqual([...lengths], [91])
    const short = sealChoice(key, PLACE, ['option0', 'option1'], [{ option: 'option1', points: 1 }])
    assert.equal(short.length, 91)
  })

  it('never looks the same twice', () => {
    const key = newKey()
    const made = Array.from({ length: 500 }, () => sealChoice(key, PLACE, OPTIONS, []))
    assert.equal(new Set(made.map(each => each.slice(0, 16))).size, 500)
    assert.equal(new Set(made.map(each => each.slice(16, 60))).size, 500)
  })

  it('opens for nobody else, in no other ballot, under no other key, and not when anything was changed', () => {
    const key = newKey()
    fc.assert(
      fc.property(choices, fc.nat(), fc.constantFrom('A', 'z', '-', '9', ''), (choice, at, letter) => {
        const envelope = sealChoice(key, PLACE, OPTIONS, choice)
        for (const [where, under] of [
          [{ ...PLACE, mark: 'mark2' }, key],
          [{ ...PLACE, ballot: 'ballot2' }, key],
          [PLACE, newKey()],
        ] as const)
          assert.equal(openChoice(under, where, OPTIONS, envelope), undefined)
        const place = at % envelope.length
        const altered = envelope.slice(0, place) + letter + envelope.slice(place + 1)
        if (altered !== envelope) assert.equal(openChoice(key, PLACE, OPTIONS, altered), undefined)
      }),
    )
  })

  it('takes no option of another ballot, and no points that none gives', () => {
    for (const wrong of [
      { option: 'elsewhere', points: 1 },
      { option: 'option0', points: 0 },
      { option: 'option0', points: 65_536 },
    ])
      assert.throws(() => sealChoice(newKey(), PLACE, OPTIONS, [wrong]), RangeError)
  })
})

describe('the key of a ballot', () => {
  it('is opened by the secret that wrapped it, among several, and by no other', () => {
    const key = newKey()
    const wrapped = wrapKey([OLD], 'ballot1', key)
    assert.deepEqual(unwrapKey([OLD], 'ballot1', wrapped), key)
    assert.deepEqual(unwrapKey([NEW, OLD], 'ballot1', wrapped), key)
    assert.equal(unwrapKey([NEW], 'ballot1', wrapped), undefined)
    assert.equal(unwrapKey([], 'ballot1', wrapped), undefined)
    assert.equal(unwrapKey([OLD], 'ballot2', wrapped), undefined)
    assert.notEqual(wrapKey([OLD], 'ballot1', key), wrapped)
    assert.equal(wrapKey([NEW, OLD], 'ballot1', newKey()).length, wrapped.length)
    assert.throws(() => wrapKey([], 'ballot1', key), RangeError)
  })

  it('names a voter the same way each time, and differently in every other ballot', () => {
    const [key, other] = [newKey(), newKey()]
    assert.equal(markOf(key, 'tenant/person'), markOf(key, 'tenant/person'))
    const marks = [markOf(key, 'tenant/person'), markOf(key, 'tenant/other'), markOf(other, 'tenant/person')]
    assert.equal(new Set(marks).size, 3)
  })
})
