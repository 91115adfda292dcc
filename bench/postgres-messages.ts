/** One letter and four bytes that say how much follows: https://www.postgresql.org/docs/current/protocol-overview.html */
const HEADER = 5

/** Counts messages of one kind in what a PostgreSQL sends over one connection, however it is cut into pieces. */
export function countMessages(kind: string): (bytes: Buffer) => number {
  let header = Buffer.alloc(0)
  let rest = 0
  return bytes => {
    let found = 0
    for (let at = 0; at < bytes.length; ) {
      if (rest > 0) {
        const skipped = Math.min(rest, bytes.length - at)
        at += skipped
        rest -= skipped
        continue
      }
      const part = bytes.subarray(at, at + HEADER - header.length)
      header = Buffer.concat([header, part])
      at += part.length
      if (header.length < HEADER) break
      if (header.toString('latin1', 0, 1) === kind) found += 1
      rest = header.readInt32BE(1) - 4
      header = Buffer.alloc(0)
    }
    return found
  }
}
