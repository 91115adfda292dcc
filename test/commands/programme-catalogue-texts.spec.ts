import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programme } from '../../src/commands/programme.ts'
import { parseMethodFile } from '../../src/features/programme/method/parser.ts'
import { KEYS, messageAt } from '../../src/i18n/words.ts'
import { town } from '../support/programme/town.ts'

const OCCITANIE = readFileSync('programmes/occitanie.yaml', 'utf8')

async function written(...args: string[]): Promise<string> {
  const out: string[] = []
  assert.equal(await programme(['words', ...args], line => void out.push(line), assert.fail), 0)
  return out.join('\n')
}

const wordsOf = (section: string) => parseMethodFile(`${OCCITANIE}\n${section}\n`).words

describe('npm run programme -- words', () => {
  it('writes every text of the app, as a method file takes it', async () => {
    const section = await written()
    const { fr, en } = wordsOf(section)
    for (const [language, texts] of Object.entries({ fr, en }))
      for (const key of KEYS) assert.equal(texts[key], messageAt(key, language as 'fr' | 'en'))
    const folder = mkdtempSync(join(tmpdir(), 'programme-words-'))
    const file = join(folder, 'all.yaml')
    writeFileSync(file, `${OCCITANIE}\n${section}\n`)
    assert.equal(await programme(['check', file], () => {}, assert.fail), 0)
    rmSync(folder, { recursive: true })
  })

  it('finds what a town has to say otherwise: Directions, the team, the app’s name', async () => {
    const found = await Promise.all(['direction', 'LAB’', 'faire administration'].map(word => written(word)))
    const keys = new Set(found.flatMap(section => Object.keys(wordsOf(section).fr)))
    assert.deepEqual([...keys].sort(), Object.keys(town.words.fr).sort())
  })

  it('says so when no text holds it', async () => {
    const out: string[] = []
    assert.equal(await programme(['words', 'blabla'], line => void out.push(line), assert.fail), 1)
    assert.deepEqual(out, ['No text of the app holds "blabla".'])
  })
})
