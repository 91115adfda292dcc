import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { programmeOf } from '../../../src/features/programme/programme/domain.ts'
import { wordFaults } from '../../../src/i18n/overrides.ts'
import { KEYS, messageAt } from '../../../src/i18n/words.ts'
import { LANGUAGES } from '../../../src/kernel/text/language.ts'

const text = readFileSync('programmes/depart.yaml', 'utf8')
const start = programmeOf(parseMethodFile(text, { words: wordFaults }))

describe('the programme to start from, programmes/depart.yaml', () => {
  for (const language of LANGUAGES)
    it(`calls the app by its own name in every message, in ${language}`, () => {
      const said = KEYS.map(key => `${key}: ${messageAt(key, language, start.words)}`)
      assert.deepEqual(
        said.filter(each => each.includes('Faire Administration')),
        [],
      )
    })

  it('says of each part that is to be changed that it is', () => {
    const marked = text
      .split('\n\n')
      .filter(part => part.includes('À CHANGER'))
      .join('\n')
    for (const section of [
      'id',
      'name',
      'calendar',
      'axes',
      'phases',
      'retention',
      'privacy',
      'contacts',
      'directions',
      'words',
    ])
      assert.match(marked, new RegExp(`^${section}:`, 'm'), section)
  })
})
