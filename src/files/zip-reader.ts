import { inflateRawSync } from 'node:zlib'

/** Size limit: far more than a manifest has. */
const MOST = 1_000_000
const DEFLATED = 8

/**
 * Extracts one file of a ZIP archive by its central directory; undefined where it is missing, or the archive is
 * invalid (APPNOTE.TXT, 4.3.12 and 4.3.16).
 */
export function fileIn(zip: Buffer, wanted: string): Buffer | undefined {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) return undefined
  try {
    let at = zip.readUInt32LE(end + 16)
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
      const lengths = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset))
      const name = zip.toString('utf8', at + 46, at + 46 + (lengths[0] ?? 0))
      if (name === wanted) return contentOf(zip, at)
      at += lengths.reduce((sum, length) => sum + length, 46)
    }
  } catch {
    // Truncated, or no archive at all.
  }
  return undefined
}

function contentOf(zip: Buffer, entry: number): Buffer {
  const [size, local] = [zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 42)]
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const packed = zip.subarray(from, from + size)
  if (zip.readUInt16LE(entry + 10) !== DEFLATED) return packed
  return inflateRawSync(packed, { maxOutputLength: MOST })
}
