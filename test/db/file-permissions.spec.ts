import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/db/index.ts'

describe('the file of an embedded database', () => {
  let folder: string
  let umask: number
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faire-private-'))
    umask = process.umask(0o022)
  })
  afterEach(() => {
    process.umask(umask)
    rmSync(folder, { recursive: true })
  })

  const modes = () =>
    ['', '-wal', '-shm'].map(end => (statSync(join(folder, `x.sqlite${end}`)).mode & 0o777).toString(8))
  async function open() {
    const database = await openDatabase({ url: `file:${folder}/x.sqlite` })
    await database.migrate()
    const found = modes()
    await database.close()
    return found
  }

  it('is for its own user alone, as is what stands beside it, whatever the process leaves open', async () => {
    assert.deepEqual(await open(), ['600', '600', '600'])
  })

  it('keeps the rights that an operator gave it', async () => {
    await open()
    chmodSync(join(folder, 'x.sqlite'), 0o640)
    assert.deepEqual(await open(), ['640', '640', '640'])
  })
})
