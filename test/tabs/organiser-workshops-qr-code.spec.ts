import assert from 'node:assert/strict'
import fc from 'fast-check'
import { squaresOf } from '../../src/tabs/client/parts/panels/qr-code.tsx'
import { readCode } from '../support/reading/qr-code.ts'

/** Pixels of one square. */
const SCALE = 3

/** The picture that a browser makes of the path: black squares on white. */
function drawn(text: string): { pixels: Uint8ClampedArray; side: number; dark: number[][] } {
  const { size, path } = squaresOf(text)
  const dark = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)])
  const side = size * SCALE
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [x = 0, y = 0] of dark)
    for (let row = y * SCALE; row < (y + 1) * SCALE; row++)
      for (let column = x * SCALE; column < (x + 1) * SCALE; column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  return { pixels, side, dark }
}

describe('a QR code', () => {
  it('is read as what it says by a decoder that nobody here wrote', () => {
    const link = fc.stringMatching(/^https:\/\/[a-z]{1,12}\.example\/l\/entity\/[\w%.-]{1,180}$/)
    fc.assert(
      fc.property(link, text => {
        const { pixels, side } = drawn(text)
        assert.equal(readCode(pixels, side, side), text)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps four light squares around it', () => {
    const { dark, side } = drawn('https://faire.example')
    const far = side / SCALE - 4
    assert.ok(dark.every(([x = 0, y = 0]) => Math.min(x, y) >= 4 && Math.max(x, y) < far))
    assert.ok(dark.some(([x, y]) => x === 4 && y === 4))
  })
})
