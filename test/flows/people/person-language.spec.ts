import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fr } from '../../../src/i18n/fr/index.ts'
import simple from '../../../src/i18n/fr-simple.json' with { type: 'json' }
import { KEYS } from '../../../src/i18n/words.ts'
import type { MeView } from '../../../src/tabs/contract/people/people.ts'
import type { ProgrammeView } from '../../../src/tabs/contract/programme/programme.ts'
import { sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { CAMILLE, NADIA } from '../../support/sign-in/cast.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'faire-words-'))
const BRETON = {
  'language.current': 'Ar gaoz-mañ zo e brezhoneg.',
  'message.capped':
    '{count, plural, one {ur gemennadenn} two {# gemennadenn} few {# c’hemennadenn} other {# kemennadenn}}',
  'commit.take': '<b>Emouestlañ a ran</b>',
}

/** As the strict Teams reads a card to a test. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ')

describe('the language that somebody chooses', () => {
  before(() => {
    const file = { language: 'br', name: 'Brezhoneg', fallback: 'fr', texts: BRETON }
    writeFileSync(join(FOLDER, 'br.json'), JSON.stringify(file))
    writeFileSync(join(FOLDER, 'broken.json'), '{"language":')
  })
  after(() => rmSync(FOLDER, { recursive: true }))

  const at = freshBot(sqlite, { wordsFolder: FOLDER })
  const choose = (language: string) =>
    at.bot.api(CAMILLE).ask<MeView & { code?: string; title?: string }>('PUT', '/me', { language })
  const programme = () => at.bot.api(CAMILLE).get<ProgrammeView>('/programme')

  it('may be simple French: personal answers say it, and what it does not say stays common French', async () => {
    const { body } = await choose('fr-simple')
    assert.deepEqual([body.language, body.partial, body.languageChosen], ['fr', 'fr-simple', true])
    const form = await at.bot.as(CAMILLE).says('engager')
    says(
      form,
      plain(simple['commit.title']),
      simple['commit.rules'],
      simple['commit.horizon'],
      fr['commit.take'],
    )
    saysNothingOf(form, plain(fr['commit.title']), fr['commit.rules'])
    assert.equal((form.card as { lang?: string }).lang, 'fr')
  })

  it('is heard by the chat’s card as well, which says what simple French is', async () => {
    const card = await at.bot.as(CAMILLE).says('langue')
    says(card, fr['language.current'], plain(fr['language.simple.sub']))
    const chosen = await at.bot.as(CAMILLE).presses(card, 'Français simple')
    says(chosen, simple['language.current'], fr.saved)
    assert.equal((await at.bot.api(CAMILLE).get<MeView>('/me')).partial, 'fr-simple')
    const back = await at.bot.as(CAMILLE).presses(chosen, 'Français')
    says(back, fr['language.current'])
    assert.equal((await at.bot.api(CAMILLE).get<MeView>('/me')).partial, undefined)
  })

  it('reaches the tab with the programme, for whoever chose it alone', async () => {
    assert.equal((await programme()).partial, undefined)
    await choose('fr-simple')
    const { partial, axes, words } = await programme()
    assert.equal(partial?.rules, 'fr')
    assert.equal(partial?.texts['commit.title'], simple['commit.title'])
    assert.equal(partial?.texts['help.sentence'], undefined)
    assert.deepEqual(words, {})
    assert.equal(axes[0]?.title, 'Accompagner les transitions')
    assert.equal((await at.bot.api(NADIA).get<ProgrammeView>('/programme')).partial, undefined)
  })

  it('says in the tab no refusal in other words than in the chat', async () => {
    await choose('fr-simple')
    const refused = await at.bot.api(CAMILLE).ask<{ code: string; title: string }>('POST', '/commitments', {})
    assert.equal(refused.body.title, simple['refusal.malformed'])
  })

  it('is followed by that of Teams again, and then by all of it', async () => {
    await choose('fr-simple')
    const { body } = await choose('client')
    assert.deepEqual([body.language, body.partial, body.languageChosen], ['fr', undefined, undefined])
  })

  it('may be one that a contributor brought, marked as partial, with its own plurals', async () => {
    const { body } = await choose('fr-x-br')
    assert.equal(body.partial, 'fr-x-br')
    const offered = body.languages.map(({ id, name, percent }) => [id, name, percent])
    assert.deepEqual(offered, [
      ['fr', 'Français', undefined],
      ['fr-simple', 'Français simple', undefined],
      ['en', 'English', undefined],
      ['fr-x-br', 'Brezhoneg', 200 / KEYS.length],
    ])
    const card = await at.bot.as(CAMILLE).says('langue')
    says(card, BRETON['language.current'], 'Brezhoneg : moins de 1 % des textes')
    const { partial } = await programme()
    assert.deepEqual(Object.keys(partial?.texts ?? {}).sort(), ['language.current', 'message.capped'])
    assert.equal(partial?.rules, 'br')
  })

  it('is refused in words where it is not offered, and nothing changes', async () => {
    await choose('fr-simple')
    for (const language of ['de', 'fr-x-xx', 'en-simple', '__proto__', 'fr-x-broken']) {
      const { status, body } = await choose(language)
      assert.deepEqual(
        [status, body.code, body.title],
        [422, 'language-unknown', fr['refusal.language-unknown']],
      )
    }
    assert.equal((await at.bot.api(CAMILLE).get<MeView>('/me')).partial, 'fr-simple')
  })

  it('is common French for whoever chose a language that has gone since', async () => {
    await choose('fr-x-br')
    rmSync(join(FOLDER, 'br.json'))
    await at.bot.restart()
    says(await at.bot.as(CAMILLE).says('langue'), fr['language.current'])
    assert.equal((await programme()).partial, undefined)
    writeFileSync(
      join(FOLDER, 'br.json'),
      JSON.stringify({ language: 'br', name: 'Brezhoneg', fallback: 'fr', texts: BRETON }),
    )
  })

  it('says to the operator at the start which file is not used whole, without a word of it', () => {
    const notes = at.bot.logged.filter(({ fields }) => (fields as { code?: string }).code === 'words-file')
    const told = notes.map(({ fields }) => fields as { file: string; refused?: string; faulty?: number })
    assert.deepEqual(
      told.map(({ file, faulty }) => [file, faulty]),
      [
        ['br.json', 1],
        ['broken.json', undefined],
      ],
    )
    assert.match(told[1]?.refused ?? '', /^is no JSON/)
  })
})
