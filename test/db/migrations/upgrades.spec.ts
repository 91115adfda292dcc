import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engines } from '../../support/database/engines.ts'
import { ageFrom, newest, VERSIONS } from './upgrades.ts'

for (const engine of engines)
  describe(`a database of each earlier version, on ${engine.name}`, function () {
    this.timeout(120_000)
    let folder: string
    let schema: readonly string[]
    const withDatabase = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
      if (engine.name === 'sqlite') {
        const url = `file:${join(folder, 'x.sqlite')}`
        return work(url).finally(() => {
          for (const end of ['', '-wal', '-shm']) rmSync(`${folder}/x.sqlite${end}`, { force: true })
        })
      }
      const made = await engine.create()
      return work(made.url).finally(made.drop)
    }
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'faire-ages-'))
      schema = await withDatabase(newest)
    })
    after(() => rmSync(folder, { recursive: true }))

    for (const version of VERSIONS)
      it(`${version}, is brought up to date with all it holds, or left as it was`, () =>
        withDatabase(url => ageFrom(version, url, schema)))
  })
