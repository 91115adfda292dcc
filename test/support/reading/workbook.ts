import { inflateRawSync } from 'node:zlib'

type Cell = string | number
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] }

/** The files in a ZIP archive, by their name, as its directory at the end lists them. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, named, extra, comment] = [10, 20, 28, 30, 32].map((offset, field) =>
      field === 1 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number, number]
    const name = zip.toString('utf8', at + 46, at + 46 + named)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + size)
    files.set(name, method === 8 ? inflateRawSync(packed) : packed)
    at += 46 + named + extra + comment
  }
  return files
}

const plain = (xml: string) =>
  xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Which column a cell says it stands in, from 0. */
function columnOf(attributes: string): number {
  const [, letters = 'A'] = /r="([A-Z]+)\d+"/.exec(attributes) ?? []
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** What an XLSX file holds, read by nobody who wrote it. @throws Error when a cell is a formula */
export function readWorkbook(bytes: Uint8Array): readonly Sheet[] {
  const archive = unzip(bytes)
  const files = new Map([...archive].map(([name, file]) => [name, file.toString('utf8')]))
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, xml = '']) => plain(xml),
  )
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name = '']) => plain(name),
  )
  return names.map((name, at) => {
    const xml = files.get(`xl/worksheets/sheet${at + 1}.xml`) ?? ''
    if (xml.includes('<f>')) throw new Error('a cell is a formula')
    const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
      const cells: Cell[] = []
      for (const [, attributes = '', inner = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const at = columnOf(attributes)
        while (cells.length < at) cells.push('')
        if (/t="s"/.test(attributes)) cells.push(shared[Number(plain(inner))] ?? '')
        else
          cells.push(
            /t="/.test(attributes) && !/t="n"/.test(attributes) ? plain(inner) : Number(plain(inner)),
          )
      }
      return cells
    })
    return { name, rows }
  })
}
