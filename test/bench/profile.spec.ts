import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { COLLECTION, type CpuProfile, REST, sharesOf } from '../../bench/profile.ts'
import { NATIVE, PART_NAMES, partOf } from '../../bench/vote-part-files.ts'

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0, columnNumber: 0 })
const STORE = 'src/features/ballots/voting/store.ts'
const ENGINE = 'src/db/engines/node-sqlite.ts'

/** A vote: 4 ms of the store, 3 of the database behind it, 2 of a native sort that the store calls, 1 of collection; the rest idle. */
const PROFILE: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 3, 4, 7] },
    { id: 2, callFrame: frame('(idle)') },
    { id: 3, callFrame: frame('(garbage collector)') },
    { id: 4, callFrame: frame('cast', STORE), children: [5, 8] },
    { id: 5, callFrame: frame('run', ENGINE), children: [6] },
    { id: 6, callFrame: frame('run') },
    { id: 7, callFrame: frame('(program)') },
    { id: 8, callFrame: frame('sort') },
  ],
  samples: [4, 6, 2, 8, 3, 2],
  timeDeltas: [0, 4_000, 3_000, 90_000, 2_000, 1_000],
}

const parts = { partOf, native: NATIVE, fileOf: ({ url }: { url: string }) => (url === '' ? undefined : url) }

describe('a vote by part', () => {
  it('gives each sample to the part of its file, native ones to whoever called them', () => {
    const shares = sharesOf(PROFILE, parts)
    assert.deepEqual(Object.fromEntries(shares), {
      'Kysely, statements, transactions': 0.6,
      SQLite: 0.3,
      [COLLECTION]: 0.1,
    })
  })

  it('keeps what nobody called, and adds up to the whole', () => {
    const shares = sharesOf({ ...PROFILE, samples: [4, 7, 2, 8, 3, 2] }, parts)
    assert.equal(shares.get(REST), 0.3)
    assert.equal(Math.round(1e6 * [...shares.values()].reduce((sum, share) => sum + share, 0)), 1e6)
  })

  it('has a part for every file of the server that a vote goes through', () => {
    const files = globSync('src/{cards,conversation,db,delivery,features,http,i18n,kernel,teams}/**/*.ts')
    assert.deepEqual(
      files.filter(file => partOf(file) === undefined),
      [],
    )
    assert.equal(new Set(PART_NAMES).size, PART_NAMES.length)
  })

  it('knows the file behind which the database is', () => {
    assert.deepEqual(globSync(NATIVE.from), [NATIVE.from])
  })
})
