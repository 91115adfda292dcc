import { inflateSync } from 'node:zlib'

export type Pixel = readonly [red: number, green: number, blue: number, alpha: number]
export type Picture = { readonly width: number; readonly height: number; readonly pixels: readonly Pixel[] }

type Chunk = { readonly type: string; readonly data: Buffer }

function* chunksOf(png: Buffer): Generator<Chunk> {
  for (let at = 8; at < png.length; ) {
    const size = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + size) }
    at += size + 12
  }
}

/** What the format predicts of a byte from those to the left, above, and both (its section 9). */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter < 3) return [0, left, above][filter] ?? 0
  if (filter === 3) return (left + above) >> 1
  const [a, b, c] = [left, above, corner].map(each => Math.abs(left + above - corner - each)) as [
    number,
    number,
    number,
  ]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** A PNG of 8 bits a channel, not interlaced: what Chromium writes. */
export function readPng(png: Buffer): Picture {
  const chunks = [...chunksOf(png)]
  const head = chunks[0]?.data ?? Buffer.alloc(13)
  const [width, height, depth, colours, interlaced] = [
    head.readUInt32BE(0),
    head.readUInt32BE(4),
    ...[8, 9, 12].map(at => head.readUInt8(at)),
  ] as [number, number, number, number, number]
  const channels = { 2: 3, 6: 4 }[colours]
  if (depth !== 8 || channels === undefined || interlaced !== 0) throw new Error('a PNG of another kind')
  const bytes = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  )
  const row = width * channels
  const raw = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) {
    const filter = bytes[y * (row + 1)] ?? 0
    for (let x = 0; x < row; x++) {
      const at = y * row + x
      const inRow = x >= channels
      const left = inRow ? (raw[at - channels] ?? 0) : 0
      const above = y > 0 ? (raw[at - row] ?? 0) : 0
      const corner = inRow && y > 0 ? (raw[at - row - channels] ?? 0) : 0
      raw[at] = (bytes[y * (row + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  const pixels = Array.from({ length: width * height }, (_, at): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = raw.subarray(at * channels, (at + 1) * channels)
    return [red, green, blue, alpha]
  })
  return { width, height, pixels }
}
