import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

type Part = string | Uint8Array
/** A file in an archive: its name, ASCII, and its text or bytes in parts. */
export type ZipEntry = { readonly name: string; readonly parts: AsyncIterable<Part> | Iterable<Part> }

type Packed = {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/** Bytes compressed at a time. */
const BLOCK = 128_000
/** Flags: sizes follow in a data descriptor, and names are UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
/** The first date that ZIP can express: the real one says nothing, and the archive stays reproducible. */
const FIRST_DAY = 0x0021
/** Limit without ZIP64, of the archive and of each file. */
const MOST = 0xffff_fff0

function fields(...pairs: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(pairs.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of pairs) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}

function localHead(name: Buffer): Buffer {
  const head = fields([4, 0x04034b50], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, FIRST_DAY])
  return Buffer.concat([head, fields([4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]), name])
}

function directoryEntry({ name, crc, packed, size, at }: Packed): Buffer {
  const head = fields([4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0])
  const sizes = fields([2, FIRST_DAY], [4, crc], [4, packed], [4, size], [2, name.length], [2, 0], [2, 0])
  return Buffer.concat([head, sizes, fields([2, 0], [2, 0], [4, 0], [4, at]), name])
}

function directoryEnd(count: number, size: number, at: number): Buffer {
  return fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0])
}

/** Joins small parts into blocks that are worth compressing. */
async function* blocksOf(parts: ZipEntry['parts']): AsyncGenerator<Buffer> {
  let waiting = ''
  for await (const part of parts) {
    if (typeof part !== 'string') {
      yield Buffer.concat([Buffer.from(waiting), part])
      waiting = ''
      continue
    }
    waiting += part
    if (waiting.length < BLOCK) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  yield Buffer.from(waiting)
}

/** Compresses on another thread, one block at a time, with backpressure. */
async function* packedOf(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw()
  let made: Buffer[] = []
  const taken = () => {
    const parts = made
    made = []
    return parts
  }
  deflate.on('data', part => void made.push(part))
  try {
    for await (const block of blocks) {
      await new Promise<void>((resolve, reject) =>
        deflate.write(block, error => (error ? reject(error) : resolve())),
      )
      yield* taken()
    }
    const over = once(deflate, 'end')
    deflate.end()
    await over
    yield* taken()
  } finally {
    deflate.destroy()
  }
}

/** Size and CRC-32 of what went through. */
type Tally = { crc: number; size: number }

async function* tallied(blocks: AsyncIterable<Buffer>, tally: Tally): AsyncGenerator<Buffer> {
  for await (const block of blocks) {
    tally.crc = crc32(block, tally.crc)
    tally.size += block.length
    yield block
  }
}

/** A streamed ZIP archive: nothing is kept once it is compressed. @throws Error beyond 4 GB */
export async function* zipOf(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const done: Packed[] = []
  let at = 0
  for await (const { name: called, parts } of entries) {
    const [name, from, tally] = [Buffer.from(called), at, { crc: 0, size: 0 }]
    const head = localHead(name)
    at += head.length
    yield head
    let packed = 0
    for await (const bytes of packedOf(tallied(blocksOf(parts), tally))) {
      packed += bytes.length
      yield bytes
    }
    const { crc, size } = tally
    at += packed + 16
    if (at > MOST || size > MOST) throw new Error('an archive of more than 4 GB')
    yield fields([4, 0x08074b50], [4, crc], [4, packed], [4, size])
    done.push({ name, crc, packed, size, at: from })
  }
  const directory = Buffer.concat(done.map(directoryEntry))
  yield Buffer.concat([directory, directoryEnd(done.length, directory.length, at)])
}
