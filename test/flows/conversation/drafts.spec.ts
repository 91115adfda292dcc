import assert from 'node:assert/strict'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type {
  DraftCheckView,
  DraftKindName,
  RewordingView,
} from '../../../src/tabs/contract/ideas/draft-check.ts'
import { SAYINGS, type ScriptedAnswer, STATUSES, USELESS, value } from '../../support/assistant/answers.ts'
import { keptLog } from '../../support/assistant/asking.ts'
import { type FakeEndpoint, startEndpoint } from '../../support/assistant/endpoint.ts'
import { type Bot, startBot } from '../../support/product/bot.ts'
import { CAMILLE, CAST, HELENE, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'

const TYPED = 'Moi je dis qu’on pourrait ouvrir la cantine le soir et prêter des vélos aux agents'
const BETTER = 'Ouvrir la cantine le soir et prêter des vélos aux agents.'
/** Right in form: the code finds nothing in it that the text does not hold. */
const said = (text: string) => value({ text })

describe('a text looked at before it is sent', () => {
  const at = {} as { bot: Bot; endpoint: FakeEndpoint; log: ReturnType<typeof keptLog> }
  beforeEach(async () => {
    at.endpoint = await startEndpoint()
    at.log = keptLog()
    at.bot = await startBot('file::memory:', { assistant: at.endpoint.settings, log: at.log.log })
    await at.bot.seat(CAST)
    at.endpoint.always(said(BETTER))
  })
  afterEach(async () => {
    await at.bot.close()
    await at.endpoint.close()
  })
  const checked = (text = TYPED, person = CAMILLE, kind: DraftKindName = 'idea', bot = at.bot) =>
    bot.api(person).post<DraftCheckView>('/drafts/check', { kind, text })
  const reworded = async (text = TYPED, person = CAMILLE, kind: DraftKindName = 'idea', bot = at.bot) =>
    (await bot.api(person).post<RewordingView>('/drafts/rewording', { kind, text })).text

  it('is checked by rules, sent nowhere and kept nowhere', async () => {
    assert.deepEqual(await checked(), { advice: [{ code: 'two-ideas', words: [] }], model: 'Albert' })
    assert.deepEqual((await checked('Comment optimiser l’accueil', MAELLE, 'box')).advice, [
      { code: 'no-question', words: [] },
      { code: 'wide', words: ['optimiser'] },
    ])
    assert.equal(at.endpoint.heard.length, 0)
  })

  it('has another wording, of the typed text alone; nothing is sent or kept for its author', async () => {
    assert.equal(await reworded(), BETTER)
    assert.deepEqual(
      at.endpoint.heard.map(({ items }) => items),
      [[{ alias: 'i1', text: TYPED }]],
    )
    assert.match(at.endpoint.heard[0]?.system ?? '', /280 characters/u)
    const { items } = await at.bot.api(CAMILLE).get<{ items: unknown[] }>('/ideas')
    assert.deepEqual(items, [])
  })

  it('is as without a model, whatever else the model answers', async () => {
    const off = await startBot('file::memory:')
    await off.seat(CAST)
    const { advice } = await checked(TYPED, CAMILLE, 'idea', off)
    assert.deepEqual(await checked(TYPED, CAMILLE, 'idea', off), { advice })
    assert.equal(await reworded(TYPED, CAMILLE, 'idea', off), undefined)
    await off.close()
    const answers: Readonly<Record<string, ScriptedAnswer>> = {
      ...USELESS,
      ok: SAYINGS.ok,
      'an invented number': said('Ouvrir la cantine 3 soirs et prêter des vélos aux agents.'),
      'a link': said('Ouvrir la cantine le soir, voir https://exemple.fr, et prêter des vélos.'),
      'a name': said('Ouvrir la cantine le soir avec Karim et prêter des vélos aux agents.'),
      'a mention': said('<at>Tous</at> Ouvrir la cantine le soir et prêter des vélos aux agents.'),
      English: said('Open the canteen in the evening and lend bicycles to the staff.'),
      'the text itself': said(TYPED),
      'over-long': said(`${BETTER} `.repeat(6)),
      denied: STATUSES[401],
    }
    const people = [CAMILLE, NADIA, KARIM]
    for (const [turn, [name, answer]] of Object.entries(answers).entries()) {
      at.endpoint.answer(answer)
      const before = at.endpoint.heard.length
      assert.equal(await reworded(TYPED, people[turn % people.length]), undefined, name)
      assert.equal(at.endpoint.heard.length, before + 1, name)
      // What was answered is kept for an hour, and an endpoint at fault left alone for ten minutes.
      at.bot.clock.advance(HOUR + 1)
    }
    assert.deepEqual(await checked(), { advice })
  })

  it('goes to no model where it may speak of distress, or its author keeps their texts from it', async () => {
    const troubled = 'Au travail je n’en peux plus, j’ai envie de mourir'
    assert.equal((await checked(troubled)).model, undefined)
    assert.equal(await reworded(troubled), undefined)
    await at.bot.api(CAMILLE).put('/me', { aiOptOut: true })
    assert.deepEqual(await checked(), { advice: [{ code: 'two-ideas', words: [] }] })
    assert.equal(await reworded(), undefined)
    assert.equal(at.endpoint.heard.length, 0)
  })

  it('is reworded twenty times a day at most, then only checked', async () => {
    for (let turn = 0; turn < 21; turn++) {
      const found = await reworded(`${TYPED}${' !'.repeat(turn + 1)}`)
      assert.equal(found, turn < 20 ? BETTER : undefined, String(turn))
    }
    assert.equal(at.endpoint.heard.length, 20)
    assert.equal((await checked()).advice.length, 1)
    at.bot.clock.advance(DAY)
    assert.equal(await reworded(), BETTER)
  })

  it('stands in no line of the log', async () => {
    await reworded()
    await checked()
    at.endpoint.answer(STATUSES['an echoing 400'])
    await reworded(`${TYPED}.`, NADIA)
    const log = at.log.text()
    assert.match(log, /the assistant was asked/u)
    for (const words of ['cantine', 'vélos', CAMILLE.name]) assert.ok(!log.includes(words), words)
  })

  it('is refused in words where it is empty or far too long, and to whoever writes none', async () => {
    const refusal = (text: string, person = CAMILLE) =>
      at.bot
        .api(person)
        .ask('POST', '/drafts/check', { kind: 'idea', text })
        .then(({ status, body }) => [status, (body as { code?: string }).code])
    assert.deepEqual(await refusal(' '), [422, 'empty-text'])
    assert.deepEqual(await refusal('mot '.repeat(600)), [422, 'too-long'])
    assert.equal((await refusal(TYPED, HELENE))[1], 'role-needed')
  })
})
