/** How a table is written as CSV. */
export type Shape = {
  readonly separator: ';' | ','
  readonly encoding: 'utf-8' | 'windows-1252'
  /** Begins with a byte order mark; only in UTF-8. */
  readonly mark: boolean
  readonly newline: '\n' | '\r\n' | '\r'
  readonly quotes: 'all' | 'needed'
}

/** Letters that Windows-1252 has, among them all that a reader could stumble over. */
export const LATIN = [...'ab é;,"|=\n\' œ€«»']

/** Bytes 0x80 to 0x9F are where Windows-1252 is not Latin-1. */
const APART: Readonly<Record<string, number>> = { œ: 0x9c, '€': 0x80, '’': 0x92 }

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, letter => APART[letter] ?? letter.charCodeAt(0))
}

/** The file, as a spreadsheet would save it. */
export function bytesOf(rows: readonly (readonly string[])[], shape: Shape): Uint8Array {
  const { separator, encoding, mark, newline, quotes } = shape
  const written = (cell: string) =>
    quotes === 'all' || /[;,"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const text = rows.map(cells => cells.map(written).join(separator)).join(newline)
  if (encoding === 'windows-1252') return windows1252(text)
  return new TextEncoder().encode(mark ? `\uFEFF${text}` : text)
}

/** A file of these rows below the usual header. */
export function peopleFile(...rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode(['email;name;direction;roles', ...rows].join('\n'))
}
