import assert from 'node:assert/strict'
import { createRender } from '../../src/cards/render.ts'
import type { Reply } from '../../src/conversation/protocol/reply.ts'
import { en } from '../../src/i18n/en/index.ts'
import { fr } from '../../src/i18n/fr/index.ts'
import simple from '../../src/i18n/fr-simple.json' with { type: 'json' }
import { LANGUAGES, type WholeLanguage } from '../../src/kernel/text/language.ts'
import { leavesOf } from '../cards/tree.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../support/product/one-of-each.ts'

const catalogues: Record<WholeLanguage, Record<string, string>> = { fr, en }
const HELP = { fr: ['aide', 'bonjour', 'salut'], en: ['help', 'hello', 'hi'] }
/** Long enough to be a sentence's own: what is shorter, as a name, both languages may say. */
const OWN = 14

/** The pieces of a language's messages between their values, but for those that the other language says too. */
function piecesOf(language: WholeLanguage, other: WholeLanguage): readonly string[] {
  const theirs = Object.values(catalogues[other]).join('\n')
  const pieces = Object.values(catalogues[language]).flatMap(message => message.split(/[{}#]/))
  const long = pieces.map(piece => piece.trim()).filter(piece => piece.length >= OWN)
  return [...new Set(long)].filter(piece => !theirs.includes(piece))
}

const PIECES = { fr: piecesOf('fr', 'en'), en: piecesOf('en', 'fr') }
const KEYS = new Set(Object.keys(fr))
const render = createRender()

/** All that an answer says, its summary too. */
function textsOf({ card, language, summary, notice }: Reply): readonly string[] {
  return leavesOf(render(card, language, summary, notice && { notice })).map(({ text }) => text)
}

function assertSpoken(reply: Reply, language: WholeLanguage, what: string): void {
  assert.equal(reply.language, language, what)
  const texts = textsOf(reply)
  for (const text of texts) assert.ok(!KEYS.has(text), `${what} says the key ${text}`)
  const foreign = PIECES[language === 'fr' ? 'en' : 'fr'].filter(piece =>
    texts.some(text => text.includes(piece)),
  )
  assert.deepEqual(foreign, [], `${what} in ${language}`)
  const own = PIECES[language].filter(piece => texts.some(text => text.includes(piece)))
  assert.ok(own.length > 0, `${what} says nothing of its own in ${language}`)
}

describe('every command, in both languages', () => {
  let all: OneOfEach
  before(async () => {
    all = await setOneOfEach()
  })
  after(() => all.close())

  for (const language of LANGUAGES) {
    it(`is answered in ${language} alone, whichever language it is typed in`, async () => {
      const { stage } = all
      for (const who of [camille, maelle]) {
        await stage.as(who).presses('people.language', { language })
        const commands = stage.app.handlers.flatMap(({ commands = [] }) => commands)
        for (const words of [HELP, ...commands.map(command => command.words)])
          for (const typed of [...words.fr, ...words.en])
            assertSpoken(await stage.as(who).says(typed), language, typed)
        assertSpoken(await stage.as(who).says('xyzzy'), language, 'an unknown word')
      }
    })
  }

  it('answers in the language just chosen, and in that of Teams once the choice is taken back', async () => {
    const { stage } = all
    assertSpoken(await stage.as(camille).presses('people.language', { language: 'en' }), 'en', 'the choice')
    assertSpoken(await stage.as(camille).says('langue'), 'en', 'the next answer')
    // The stage's people have Teams in French.
    assertSpoken(
      await stage.as(camille).presses('people.language', { language: 'client' }),
      'fr',
      'the return',
    )
    assertSpoken(await stage.as(camille).says('language'), 'fr', 'the answer after it')
  })
})

describe('simple French', () => {
  let all: OneOfEach
  before(async () => {
    all = await setOneOfEach()
  })
  after(() => all.close())

  it('answers whoever chose it, and stays out of what others read in a channel', async () => {
    const { stage } = all
    const one = stage.as(camille)
    const chosen = await one.presses('people.language', { language: 'fr-simple' })
    assert.ok(textsOf(chosen).includes(simple['language.current']))
    const help = await one.says('aide')
    assert.equal(help.language, 'fr-simple')
    assert.ok(textsOf(help).join().includes(simple['help.role.agent']))
    const inChannel = await one.says('aide', { in: 'channel' })
    assert.equal(inChannel.language, 'fr')
    assert.ok(textsOf(inChannel).join().includes(fr['help.role.agent']))
    // An answer on a channel's card is seen by whoever pressed alone.
    const pressed = await one.presses('people.language', { language: 'fr-simple' }, { in: 'channel' })
    assert.equal(pressed.language, 'fr-simple')
  })
})

describe('the help', () => {
  let all: OneOfEach
  before(async () => {
    all = await setOneOfEach()
  })
  after(() => all.close())

  for (const role of ['agent', 'pilot', 'manager', 'organiser', 'observer'] as const) {
    it(`tells ${role} what they can do, every command that is theirs, and the extension, in six buttons`, async () => {
      const { stage, actor } = all
      const who = role === 'organiser' ? maelle : { ...camille, objectId: role }
      await actor(who, role)
      const reply = await stage.as(who).says('aide')
      const text = textsOf(reply).join('\n')
      assert.ok(text.includes(fr[`help.role.${role}`]))
      const { buttons } = reply.card.data as { buttons: readonly { data: { command: string } }[] }
      assert.ok(buttons.length <= 6)
      const shown = buttons.map(({ data }) => data.command)
      const theirs = stage.app.handlers
        .flatMap(({ commands = [] }) => commands)
        .filter(({ offered }) => offered?.[role] !== undefined)
      for (const { name, words } of theirs)
        assert.ok(shown.includes(name) || text.includes(words.fr[0] ?? '?'), `${role} is not told of ${name}`)
      assert.equal(text.includes('En faire une micro-idée'), role !== 'observer')
      assert.match(text, /joindre une idée, un atelier ou un vote/)
    })
  }
})
