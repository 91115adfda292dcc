import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isFar, numberOf } from '../../../src/features/trials/measures/number.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'

const unclear = { name: 'Refusal', code: 'number-unclear' }
/** Three decimals, and no minus before nothing. */
const values = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }).map(value => value / 1_000 + 0)
const spaces = fc.constantFrom(' ', '\u00A0', '\u202F', '\u2009', '’', "'")

describe('a number as it is typed', () => {
  it('is read as French writes it, whatever groups its digits', () => {
    const french = new Intl.NumberFormat('fr', { maximumFractionDigits: 3 })
    fc.assert(
      fc.property(values, spaces, (value, space) => {
        assert.equal(numberOf(french.format(value).replaceAll('\u202F', space), ''), value)
      }),
    )
  })

  it('is read with a point, with a sign, and with its unit or the words it begins with', () => {
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(
          '',
          'min',
          ' min',
          '\u00A0MIN.',
          ' minutes',
          ' Minute',
          ' minutes par',
          ' minutes par jour',
        ),
        (value, unit) => {
          const known = /^\W?min\.?$/i.test(unit) ? 'min' : 'minutes par jour'
          assert.equal(numberOf(`  ${value}${unit} `, known), value)
          if (value >= 0) assert.equal(numberOf(`+${value}`, known), value)
        },
      ),
    )
    assert.equal(numberOf('30 %', '%'), 30)
    assert.equal(numberOf('30%', '%'), 30)
    assert.equal(numberOf('−4,5 °C', '°C'), -4.5)
    assert.equal(numberOf('12 jours', 'jour'), 12)
  })

  it('has thousands where points and commas leave no doubt', () => {
    const read = (typed: string) => numberOf(typed, '')
    assert.deepEqual(
      ['1,234.5', '1.234,5', '1,234,567', '1.234.567', '1,200', '1.200', '0012', '1 200,25'].map(read),
      [1234.5, 1234.5, 1_234_567, 1_234_567, 1.2, 1.2, 12, 1200.25],
    )
    assert.equal(read('2,0004'), 2)
    assert.ok(Object.is(read('-0,0001'), 0))
  })

  it('is refused where it says nothing sure, and is never a fault', () => {
    const nothing = [
      '',
      ' ',
      'beaucoup',
      '12 h',
      '1e5',
      '12 5',
      '1 20',
      '1 2000',
      '½',
      '12..5',
      '1,2,3',
      '--4',
      '2h30',
      'NaN',
    ]
    for (const typed of [...nothing, 'Infinity', '1'.repeat(13), '9'.repeat(500), '12 min'])
      assert.throws(() => numberOf(typed, 'appels'), unclear, typed)
    assert.throws(() => numberOf('12 %', ''), unclear)
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 20 }),
        (typed, unit) => {
          try {
            const value = numberOf(typed, unit)
            assert.ok(Number.isFinite(value) && Math.abs(value) < 1e12)
          } catch (error) {
            assert.ok(error instanceof Refusal && error.code === 'number-unclear', String(error))
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('reads again what it has read', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 .,-’'), maxLength: 14 }), typed => {
        try {
          const value = numberOf(typed, '')
          assert.equal(numberOf(String(value), ''), value)
        } catch (error) {
          assert.ok(error instanceof Refusal, String(error))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is far from the last at ten times more or less, and on the other side of nothing', () => {
    assert.deepEqual(
      [
        [1200, 120],
        [1201, 120],
        [12, 120],
        [11.9, 120],
        [-1, 120],
        [0, 120],
        [5, 0],
        [-120, -100],
      ].map(([value = 0, last = 0]) => isFar(value, last)),
      [false, true, false, true, true, true, false, false],
    )
  })
})
