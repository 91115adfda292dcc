import assert from 'node:assert/strict'
import { hostPage } from '../../src/demo/host/routes.ts'
import { startPage } from '../../src/demo/host/start-page.ts'
import { personaOf } from '../../src/demo/personas/personas.ts'
import { wordsIn } from '../../src/i18n/words.ts'
import { LANGUAGES } from '../../src/kernel/text/language.ts'
import { FOREIGN, town } from '../support/programme/town.ts'

const AT = Date.parse('2027-05-03T07:05:00Z')

/** What people read between the tags, without what they are to type. */
const shown = (html: string) => html.replace(/<(style|code)>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '\n')

describe('the demo’s own pages', () => {
  for (const language of LANGUAGES)
    it(`call tabs, roles and the app as the programme does, in ${language}`, () => {
      const words = wordsIn(language, town.zone, town.words)
      const host = shown(hostPage(words))
      for (const key of ['direction.title', 'tab.title', 'role.organiser', 'role.manager'] as const)
        assert.ok(host.includes(words.say(key)), key)
      const start = shown(
        startPage(words, { currentPersona: personaOf('pilote'), now: AT, playground: 'http://127.0.0.1:1/' }),
      )
      assert.ok(start.includes(words.say('demo.title')))
      assert.ok(start.includes('Camille Martin'))
      assert.match(start, /9\u00a0h\u00a005|9:05/)
      for (const page of [host, start]) assert.doesNotMatch(page, /[{}]/)
      for (const page of [host, start]) assert.doesNotMatch(page, FOREIGN)
    })
})
