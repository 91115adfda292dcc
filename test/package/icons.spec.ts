import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type Pixel, readPng } from './png.ts'

const icon = (name: string) => readPng(readFileSync(new URL(`../../appPackage/${name}.png`, import.meta.url)))

/** What stands in a square of the middle, `share` of each side, and what stands around it. */
function parted(name: string, share: number): { readonly inside: Pixel[]; readonly around: Pixel[] } {
  const { width, pixels } = icon(name)
  const edge = (width * (1 - share)) / 2
  const isIn = (at: number) => at >= Math.floor(edge) && at < Math.ceil(width - edge)
  const parts = Object.groupBy(pixels, (_, at) =>
    isIn(at % width) && isIn(Math.floor(at / width)) ? 'inside' : 'around',
  )
  return { inside: parts.inside ?? [], around: parts.around ?? [] }
}

/** WCAG's. */
function luminance([red, green, blue]: Pixel): number {
  const [r, g, b] = [red, green, blue].map(value =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: Pixel, other: Pixel) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

describe('the icons', () => {
  for (const [name, side] of Object.entries({ color: 192, color32x32: 32, outline: 32 })) {
    it(`have ${name} of ${side} by ${side} pixels`, () => {
      const { width, height } = icon(name)
      assert.deepEqual([width, height], [side, side])
    })
  }

  it('have an outline of white alone on nothing, that can be seen', () => {
    const { pixels } = icon('outline')
    const drawn = pixels.filter(([, , , alpha]) => alpha > 0)
    assert.ok(drawn.every(([red, green, blue]) => Math.min(red, green, blue) === 255))
    const share = drawn.length / pixels.length
    assert.ok(share > 0.15 && share < 0.6, `${Math.round(share * 100)} % of it is drawn`)
  })

  it('fill the square of the large one with one colour, and keep to the 120 pixels in its middle', () => {
    const { around } = parted('color', 120 / 192)
    assert.equal(new Set(around.map(String)).size, 1)
    assert.equal(around[0]?.[3], 255)
  })

  it('draw the large one in colours that stand out from its ground', () => {
    const { inside, around } = parted('color', 120 / 192)
    const count = new Map<string, number>()
    for (const pixel of inside) count.set(String(pixel), (count.get(String(pixel)) ?? 0) + 1)
    const ground = around[0] ?? [0, 0, 0, 255]
    // Edges are mixed of two colours; each plain one has many pixels.
    const plain = [...count].filter(([colour, many]) => many > 100 && colour !== String(ground))
    assert.ok(plain.length >= 1)
    for (const [colour] of plain) {
      const pixel = colour.split(',').map(Number) as unknown as Pixel
      assert.ok(contrast(pixel, ground) >= 3, `${colour} on ${ground}`)
    }
  })

  it('leave the ground of the small coloured one free', () => {
    const { pixels, width } = icon('color32x32')
    for (const corner of [0, width - 1, width * (width - 1), width * width - 1])
      assert.equal(pixels[corner]?.[3], 0)
    assert.ok(pixels.some(([red, green, blue, alpha]) => alpha === 255 && red !== green && green !== blue))
  })

  it('are on the ground that the manifest names as accent', () => {
    const { accentColor } = JSON.parse(
      readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8'),
    )
    const [ground] = parted('color', 0.5).around
    const hex = ground
      ?.slice(0, 3)
      .map(value => value.toString(16).padStart(2, '0'))
      .join('')
    assert.equal(accentColor.toLowerCase(), `#${hex}`)
  })
})
