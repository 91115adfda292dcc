import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'

/** What lies in a ZIP archive, by name. */
export type Unzipped = ReadonlyMap<string, Buffer>

/** Reads a ZIP archive by its central directory, as APPNOTE.TXT says it; nothing of ours. */
export function unzip(zip: Buffer): Unzipped {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const called = zip.toString('utf8', at + 46, at + 46 + name)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = inflateRawSync(zip.subarray(from, from + zip.readUInt32LE(at + 20)))
    if (crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error(`${called} is damaged`)
    files.set(called, content)
    at += 46 + name + extra + comment
  }
  return files
}

const PYTHON = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    archive.extractall(sys.argv[2])
    print('\\n'.join(archive.namelist()))
`

/** The same as Python reads it; undefined where there is none on this machine. `folder`: where its files lie then. */
export function unzipElsewhere(
  zip: Buffer,
): { readonly files: Unzipped; readonly folder: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'faire-archive-'))
  const path = join(folder, 'archive.zip')
  writeFileSync(path, zip)
  const { status, stdout, stderr, error } = spawnSync('python3', ['-c', PYTHON, path, folder], {
    encoding: 'utf8',
  })
  if (error) return undefined
  if (status !== 0) throw new Error(stderr)
  const names = stdout.trim().split('\n')
  return { folder, files: new Map(names.map(name => [name, readFileSync(join(folder, name))])) }
}
