import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { words } from '../../src/commands/words.ts'
import { KEYS, messageAt } from '../../src/i18n/words.ts'
import { heard } from './heard.ts'

const run = (...args: readonly string[]) => heard(words, args, {})

describe('npm run words', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'faire-words-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  function written(name: string, texts: object): string {
    const file = join(folder, name)
    writeFileSync(file, JSON.stringify({ language: 'br', name: 'Brezhoneg', fallback: 'fr', texts }))
    return file
  }

  it('says how much of a file can be used, what is missing, and ends with 0: to lack a text is no fault', async () => {
    const { code, said, complained } = await run('check', written('some.json', { save: 'Enrollañ' }))
    assert.deepEqual([code, complained], [0, ''])
    assert.match(said, /^Missing: \w+ \d+, /m)
    assert.match(
      said,
      new RegExp(`Brezhoneg, beside "fr": 1 of ${KEYS.length.toLocaleString('en')} texts, 0 %: partial\\.`),
    )
  })

  it('says of each text what is wrong with it, and ends with 1', async () => {
    const { code, said } = await run(
      'check',
      written('wrong.json', { save: '{', 'save.it': 'x', undo: '<b>' }),
    )
    assert.equal(code, 1)
    for (const line of [
      'save: has a brace that is not closed',
      'save.it: is no text of the app; "save',
      'undo: has HTML or a link in it',
    ])
      assert.ok(said.includes(line), said)
  })

  it('lists a hundred faults and says how many more there are', async () => {
    const strange = Object.fromEntries(Array.from({ length: 130 }, (_, at) => [`strange.${at}`, 'x']))
    const { said } = await run('check', written('strange.json', strange))
    assert.match(said, /^and 30 more$/m)
    assert.equal(said.split('\n').filter(line => line.startsWith('strange.')).length, 100)
  })

  it('says that a file which has every text is whole', async () => {
    const all = Object.fromEntries(KEYS.map(key => [key, messageAt(key, 'fr') ?? '']))
    const { code, said } = await run('check', written('whole.json', all))
    assert.equal(code, 0)
    assert.match(said, /100 %: whole\./)
    assert.doesNotMatch(said, /Missing/)
  })

  it('gives what is missing to be translated, in the words of the fallback', async () => {
    const { said } = await run('check', written('begun.json', { save: 'Enrollañ' }), '--missing')
    const missing = JSON.parse(said)
    assert.equal(Object.keys(missing).length, KEYS.length - 1)
    assert.equal(missing.undo, 'Annuler')
    const { code } = await run('check', written('copied.json', missing))
    assert.equal(code, 0)
  })

  it('says in one sentence of what is no language file that it is none', async () => {
    const none = join(folder, 'none.json')
    writeFileSync(none, 'not JSON')
    const huge = join(folder, 'huge.json')
    writeFileSync(huge, Buffer.alloc(2_000_001))
    for (const [file, expected] of [
      [none, /is no JSON: /],
      [huge, /is larger than 2 MB\.$/],
      [folder, /is no file\.$/],
    ] as const) {
      const { code, said, complained } = await run('check', file)
      assert.deepEqual([code, said], [1, ''])
      assert.match(complained, expected)
      assert.ok(complained.startsWith(file) && !complained.includes('\n'), complained)
    }
  })

  it('ends with 2 where nothing could be tried, and tells how it is used', async () => {
    const { code, complained } = await run('check', join(folder, 'absent.json'))
    assert.equal(code, 2)
    assert.match(complained, /ENOENT/)
    for (const args of [[], ['check'], ['make', 'x'], ['check', 'a', 'b'], ['check', 'a', '--more']]) {
      const { code, complained } = await run(...args)
      assert.equal(code, 2)
      assert.match(complained, /npm run words -- check FILE/)
    }
    const help = await run('--help')
    assert.equal(help.code, 0)
    assert.match(help.said, /WORDS_FOLDER/)
  })
})
