import assert from 'node:assert/strict'
import { createRender } from '../../../src/cards/render.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { KEYS, messageAt, wordsIn } from '../../../src/i18n/words.ts'
import { LANGUAGES, SIMPLE, type WholeLanguage } from '../../../src/kernel/text/language.ts'
import type { ProgrammeView } from '../../../src/tabs/contract/programme/programme.ts'
import { allSamples } from '../../cards/samples.ts'
import { leavesOf } from '../../cards/tree.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../../support/product/stage.ts'
import { programme as occitanie } from '../../support/programme/programme.ts'
import { FOREIGN, town } from '../../support/programme/town.ts'

const maelle: Someone = { objectId: 'maelle', name: 'Maëlle Rivière' }
const camille: Someone = { objectId: 'camille', name: 'Camille Martin' }

/** What people read of a card: not the ids, verbs and data beside it. */
const SHOWN = /\.(text|title|label|placeholder|fallbackText|altText|errorMessage|tooltip)$/
/** What the tests' own teams and Occitanie's Directions are called is not the app's. */
const TEAMS = ['Faire Administration · Ateliers', 'Direction de l’innovation', 'Direction de la transition']
const THEIRS = [...TEAMS, ...occitanie.directions.map(({ name }) => name)]

function shownOn(card: object): string[] {
  const shown = leavesOf(card).filter(({ path }) => SHOWN.test(path))
  assert.ok(shown.length > 0)
  return shown.map(({ text }) => THEIRS.reduce((rest, name) => rest.replaceAll(name, ''), text))
}

/** A message without the names of its placeholders. */
const read = (message: string) => message.replaceAll(/\{\s*\w+\s*(,\s*plural\s*,)?/g, '{')

function assertOwn(texts: readonly string[], where: string): void {
  const foreign = texts.filter(text => FOREIGN.test(text))
  assert.deepEqual(foreign, [], `${where}: add these texts to the words of programmes/valmorane.yaml`)
}

describe('the town of programmes/valmorane.yaml', () => {
  it('has 900 agents, and four axes of its own', () => {
    assert.equal(town.headcount, 900)
    assert.equal(town.axes.length, 4)
    const theirs = [...occitanie.axes, ...occitanie.directions].map(({ id }) => id)
    assert.deepEqual(
      [...town.axes, ...town.directions].filter(({ id }) => theirs.includes(id)),
      [],
    )
  })

  for (const language of [...LANGUAGES, SIMPLE] as const)
    it(`finds no word of the Région in any message of the catalogue, in ${language}`, () => {
      const said = KEYS.map(key => `${key}: ${read(messageAt(key, language, town.words) ?? '')}`)
      assert.equal(said.length, KEYS.length)
      assertOwn(
        said.map(text => text.slice(text.indexOf(': '))),
        language,
      )
    })

  for (const language of LANGUAGES) {
    it(`changes nothing in ${language} that has no such word`, () => {
      const needless = Object.keys(town.words[language]).filter(
        key => !FOREIGN.test(read(messageAt(key, language) ?? '')),
      )
      assert.deepEqual(needless, [])
    })

    it(`finds none on any card, in ${language}`, () => {
      const words = wordsIn(language, town.zone, town.words)
      const render = createRender(town.words)
      for (const card of allSamples(language, () => 'x', words))
        assertOwn(shownOn(render(card, language, '')), card.template)
    })
  }
})

describe('the town’s people, from an empty database', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ organisers: [maelle.objectId], programmeFile: 'programmes/valmorane.yaml' })
    await stage.as(maelle).installs('channel')
    await stage.settle()
  })
  afterEach(() => stage.close())

  const texts = ({ card, language, summary, notice }: Reply) =>
    shownOn(createRender(town.words)(card, language, summary, notice && { notice }))

  async function speaks(language: WholeLanguage): Promise<void> {
    for (const who of [camille, maelle]) {
      await stage.as(who).presses('people.language', { language })
      for (const { words } of stage.app.handlers.flatMap(({ commands = [] }) => commands))
        for (const typed of words[language]) assertOwn(texts(await stage.as(who).says(typed)), typed)
      for (const typed of [{ fr: 'aide', en: 'help' }[language], 'xyzzy'])
        assertOwn(texts(await stage.as(who).says(typed)), typed)
    }
    const greeting = { ...camille, tenant: 'aaaaaaaa-0000-4000-8000-000000000001', language }
    const actor = await stage.app.people.greet(greeting)
    const call = callerOf(stage.app.routes, actor)<ProgrammeView>
    const { words, ...view } = await call('get', '/programme', {})
    assertOwn(
      leavesOf(view).map(({ text }) => text),
      'GET /programme',
    )
    assertOwn(Object.values(words).map(read), 'GET /programme, words')
    assert.equal(words['direction.title'], town.words[language]['direction.title'])
  }

  for (const language of LANGUAGES)
    it(`are never answered with a word of the Région, in ${language}`, () => speaks(language))

  it('do what a programme is for: say their pôle, drop an idea, take a commitment', async () => {
    const said = await stage.as(camille).presses('people.direction', { direction: 'cadre-de-vie' })
    assert.ok(texts(said).some(text => text.includes('Là où vous travaillez\u00A0: Pôle cadre de vie')))
    const nonce = 'n'.repeat(22)
    const idea = { text: 'Planter devant les accueils', axis: 'sobriete', nonce }
    assert.ok(
      texts(await stage.as(camille).presses('ideas.submit', idea))
        .join()
        .includes('Une ville plus sobre'),
    )
    const refused = await stage.as(camille).presses('people.direction', { direction: 'lycees' })
    assert.ok(texts(refused).some(text => text.startsWith('Ce pôle n’existe pas dans le programme.')))
    const box = { question: 'Que simplifier ?', channel: CHANNEL, nonce }
    assertOwn(texts(await stage.as(maelle).presses('ideas.open-box', box)), 'a box')
    await stage.settle()
    assert.ok(stage.sent.size > 1)
    for (const { card, summary } of stage.sent.values()) assertOwn(shownOn(card), summary)
  })
})
