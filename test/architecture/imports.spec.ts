import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { featureFault, placeFault } from './features.ts'
import { layerFault } from './layers.ts'
import { libraryFault } from './libraries.ts'
import { filesIn, importsOf } from './source.ts'

/** The import line of a file of src/. */
function importOf(path: string, line: string) {
  const [found] = importsOf({ path: `src/${path}`, text: line, code: line })
  assert.ok(found, line)
  return found
}

type Case = readonly [path: string, line: string, says?: RegExp]

function judge(
  rule: (line: ReturnType<typeof importOf>) => string | undefined,
  cases: readonly Case[],
): void {
  for (const [path, line, says] of cases)
    it(`${says ? 'refuses' : 'takes'} in ${path}: ${line}`, () => {
      const fault = rule(importOf(path, line))
      if (says) assert.match(fault ?? '', says)
      else assert.equal(fault, undefined)
    })
}

describe('the rule that a layer imports what its line names', () => {
  judge(layerFault, [
    ['http/server.ts', "import { a } from '../kernel/text/text.ts'"],
    ['http/server.ts', "import type { A } from '../config/index.ts'"],
    ['compose.ts', "import { a } from './features/ideas/wire.ts'"],
    ['index.ts', "const a = import('./demo/index.ts')"],
    ['http/server.ts', "import { a } from '../config/index.ts'", /takes only types from config\//],
    ['http/server.ts', "import type { A } from '../db/index.ts'", /http\/ does not import db\/: have/],
    ['kernel/text/text.ts', "import type { A } from '../../db/index.ts'", /kernel\/ does not import db\//],
    ['attic/a.ts', "import { a } from '../kernel/text/text.ts'", /attic\/ is on no map yet/],
    ['compose.ts', "import { a } from './demo/index.ts'", /demo\/ is loaded by index.ts alone/],
  ])
})

describe('the rule that features stand left to right', () => {
  judge(featureFault, [
    ['features/ideas/boxes/usecases.ts', "import { a } from './domain.ts'"],
    ['features/ideas/boxes/usecases.ts', "import type { A } from '../../people/index.ts'"],
    ['features/ideas/boxes/handlers.ts', "import { a } from '../../people/index.ts'"],
    ['features/ideas/boxes/store.ts', "import type { A } from './usecases.ts'"],
    [
      'features/people/person/domain.ts',
      "import type { A } from '../../ideas/index.ts'",
      /people stands left of ideas/,
    ],
    [
      'features/ideas/boxes/handlers.ts',
      "import { a } from '../../people/person/domain.ts'",
      /through its index.ts/,
    ],
    [
      'features/ideas/boxes/usecases.ts',
      "import { a } from '../../people/index.ts'",
      /takes only types from features/,
    ],
    [
      'features/ideas/boxes/store.ts',
      "import { a } from './usecases.ts'",
      /takes only types from usecases.ts/,
    ],
    [
      'features/ideas/boxes/usecases.ts',
      "import { a } from './store.ts'",
      /usecases.ts does not import store.ts/,
    ],
    [
      'features/ideas/boxes/domain.ts',
      "import { a } from '../../../db/index.ts'",
      /domain.ts does not import db\//,
    ],
    [
      'features/ideas/boxes/cards.ts',
      "import { a } from '../../../i18n/words.ts'",
      /takes only types from i18n\//,
    ],
    ['features/attic/domain.ts', "import type { A } from '../people/index.ts'", /attic is in no list yet/],
  ])

  it('refuses a feature that is in no list, by its file alone', () => {
    assert.equal(placeFault('src/features/ideas/boxes/domain.ts'), undefined)
    assert.match(
      placeFault('src/features/attic/domain.ts') ?? '',
      /attic is in no list yet: add it to FEATURES/,
    )
  })
})

describe('the rule that a library has one door', () => {
  judge(libraryFault, [
    ['db/database.ts', "import { Kysely } from 'kysely'"],
    ['features/ideas/boxes/store.ts', "import { sql } from 'kysely'"],
    ['http/server.ts', "import { createServer } from 'node:http'"],
    [
      'features/ideas/boxes/usecases.ts',
      "import { sql } from 'kysely'",
      /kysely comes in at another door only/,
    ],
    ['http/server.ts', "import a from 'left-pad'", /left-pad has no door/],
    ['tabs/client/a.ts', "import { a } from 'node:fs'", /node:fs is not there in a browser/],
  ])
})

describe('what a rule says', () => {
  /** Headings that are still to be written: once they are, they leave this list. */
  it('cites a heading of ARCHITECTURE.md or CONTRIBUTING.md', () => {
    const files = filesIn('test', /^architecture(\.spec|\/(?!.*\.spec).*)\.ts$/)
    const cited = files.flatMap(({ code }) =>
      [...code.matchAll(/\b(ARCHITECTURE|CONTRIBUTING)\.md, « ([^»]+) »/g)].map(([, page, heading]) => ({
        page,
        heading,
      })),
    )
    assert.ok(cited.length > 8)
    const missing = cited.filter(
      ({ page, heading = '' }) => !readFileSync(`${page}.md`, 'utf8').includes(`\n## ${heading}\n`),
    )
    assert.deepEqual(missing, [])
  })
})
