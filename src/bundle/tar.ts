/** A file of an archive. */
export type ArchivedFile = { readonly path: string; readonly bytes: Uint8Array }

const BLOCK = 512
/** As tar itself writes: its end is two empty blocks, the whole a multiple of twenty. */
const RECORD = 20 * BLOCK

const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`

/** @throws Error for a path that the format has no room for */
function nameIn(path: string): readonly [name: string, prefix: string] {
  if (Buffer.byteLength(path) <= 100) return [path, '']
  const at = path.lastIndexOf('/', 155)
  const [prefix, name] = [path.slice(0, at), path.slice(at + 1)]
  if (at < 0 || Buffer.byteLength(name) > 100 || Buffer.byteLength(prefix) > 155)
    throw new Error(`${path} is too long for an archive`)
  return [name, prefix]
}

/** The head of a file (ustar): owned by root, read by all, `seconds` old. */
function headOf({ path, bytes }: ArchivedFile, seconds: number): Buffer {
  const head = Buffer.alloc(BLOCK)
  const [name, prefix] = nameIn(path)
  const put = (text: string, at: number) => head.write(text, at, 'utf8')
  put(name, 0)
  put(octal(0o644, 8), 100)
  put(octal(0, 8), 108)
  put(octal(0, 8), 116)
  put(octal(bytes.length, 12), 124)
  put(octal(seconds, 12), 136)
  put(' '.repeat(8), 148)
  put('0', 156)
  put('ustar\0' + '00', 257)
  put('root', 265)
  put('root', 297)
  put(prefix, 345)
  const sum = head.reduce((all, byte) => all + byte, 0)
  put(`${octal(sum, 7)} `, 148)
  return head
}

/**
 * A tar archive that says the same of the same files whoever writes it, wherever and whenever: in the order of their
 * paths, owned by root, all of one time. Folders are made by whoever unpacks it.
 *
 * @param seconds since 1970
 */
export function tarOf(files: readonly ArchivedFile[], seconds: number): Buffer {
  const parts = files
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .flatMap(file => {
      const over = file.bytes.length % BLOCK
      return [headOf(file, seconds), file.bytes, Buffer.alloc(over && BLOCK - over)]
    })
  const length = parts.reduce((sum, part) => sum + part.length, 2 * BLOCK)
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK + ((RECORD - (length % RECORD)) % RECORD))])
}
