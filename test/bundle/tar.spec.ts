import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tarOf } from '../../src/bundle/tar.ts'

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) })
const SECONDS = 1_764_547_200

describe('an archive of a release', () => {
  const deep = `${'a-long-folder/'.repeat(9)}file.txt`
  const files = [file('release/b.txt', 'B'.repeat(513)), file('release/a.txt', 'café'), file(deep, '')]
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faire-tar-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is unpacked by tar as it was packed, each file of the time that was given', () => {
    writeFileSync(join(folder, 'x.tar'), tarOf(files, SECONDS))
    const said = execFileSync('tar', ['-xvf', 'x.tar'], { cwd: folder, encoding: 'utf8' })
    assert.deepEqual(said.trim().split('\n'), files.map(({ path }) => path).sort())
    for (const { path, bytes } of files) {
      assert.deepEqual(readFileSync(join(folder, path)), bytes)
      assert.equal(statSync(join(folder, path)).mtimeMs, SECONDS * 1_000)
    }
  })

  it('is the same whatever the order in which its files were found', () => {
    assert.deepEqual(tarOf(files.toReversed(), SECONDS), tarOf(files, SECONDS))
  })

  it('refuses a path that would be cut', () => {
    assert.throws(() => tarOf([file('x'.repeat(101), '')], SECONDS), /too long for an archive/)
  })
})
