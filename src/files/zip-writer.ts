import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

type Part = string | Uint8Array
/** A file in an archive: its name, ASCII, and its text or bytes in parts. */
export type ZipEntry = { readonly name: string; readonly parts: AsyncIterable<Part> | Iterable<Part> }
type Entries = AsyncIterable<ZipEntry> | Iterable<ZipEntry>

/** Bytes compressed at a time. */
const BLOCK = 128_000
/** The first date that ZIP can express: the real one says nothing, and the archive stays reproducible. */
const OPTIONS = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 }

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

/** Adds each file once the one before has been read whole; `current` holds the one being read. */
async function add(zip: ZipFile, entries: Entries, current: { stream?: Readable }): Promise<void> {
  for await (const { name, parts } of entries) {
    const stream = Readable.from(blocksOf(parts), { objectMode: false })
    current.stream = stream
    zip.addReadStream(stream, name, OPTIONS)
    await finished(stream)
  }
  zip.end()
}

/** A streamed ZIP archive: nothing is kept once it is compressed. */
export async function* zipOf(entries: Entries): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  // A PassThrough, which its types do not say.
  const written = zip.outputStream as Readable
  const current: { stream?: Readable } = {}
  const adding = add(zip, entries, current).catch((error: Error) => void written.destroy(error))
  try {
    yield* written
  } finally {
    // Where nobody reads on, whoever makes the parts is let go.
    current.stream?.destroy()
    await adding
  }
}
