import assert from 'node:assert/strict'
import type { AnnouncedView } from '../../../src/tabs/contract/announced.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { CAMILLE, HELENE, MAELLE } from '../../support/sign-in/cast.ts'
import { type Channel, GENERAL, IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const DIRECTIONS = 'lycees,numerique,mobilites'
const LINE = 'Le jeudi 22 avril à'
const ROSTER = { status: 403, code: 'BotNotInConversationRoster' } as const

onEachEngine('an announcement that Teams does not take in one of three channels', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, CAMILLE, HELENE])
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const lab = await bot.app.people.greet({ ...MAELLE, language: 'fr' })
    await bot.app.channels.bind(lab, GENERAL.id, 'channel', 'lycees')
    await bot.app.channels.bind(lab, WORKSHOPS.id, 'channel', 'numerique')
    await bot.app.channels.bind(lab, IDEAS.id, 'channel', 'mobilites')
  })

  const menu = () => at.bot.as(MAELLE).says('annoncer')
  const cardsIn = (channel: Channel) =>
    at.bot
      .as(CAMILLE)
      .reads(channel)
      .filter(({ text }) => text.includes('Laquelle tester'))
  const cards = () => [GENERAL, WORKSHOPS, IDEAS].map(channel => cardsIn(channel).length)
  const asked = async () => (await at.bot.api(HELENE).get<Page<AnnouncedView>>('/announced')).items
  const journal = async () =>
    (await at.bot.api(HELENE).get<Page<AuditView>>('/audit')).items
      .map(({ act }) => act)
      .filter(act => act === 'channels.settle' || act === 'channels.repost')

  const asks = {
    question: 'Laquelle tester ?',
    options: 'Une\nDeux',
    date: '2027-04-30',
    directions: DIRECTIONS,
  }

  async function preview(): Promise<Shown> {
    const form = await at.bot.as(MAELLE).presses(await menu(), 'Un scrutin')
    return at.bot.as(MAELLE).presses(form, 'Voir l’aperçu', asks)
  }

  async function openBallot(): Promise<void> {
    await at.bot.as(MAELLE).presses(await preview(), 'Ouvrir le scrutin')
    await at.bot.settle()
  }

  async function vote(channel: Channel): Promise<void> {
    await at.bot.as(CAMILLE).presses(found(cardsIn(channel)[0], 'the card'), voteFor('Une'))
    await at.bot.settle()
  }

  /** The one announcement to look at. */
  async function look(): Promise<Shown> {
    const { bot } = at
    const list = await bot.as(MAELLE).presses(await menu(), 'Annonces à vérifier')
    const [announced] = await asked()
    return bot.as(MAELLE).presses(list, 'Regarder', { announced: found(announced, 'one').key })
  }

  it('is posted again where Teams did not say that it has it, once, as it is by then', async () => {
    const { bot } = at
    bot.teams.fails({ on: 'post', in: IDEAS.id, status: 0 })
    await openBallot()
    assert.deepEqual(cards(), [1, 1, 0])
    await vote(GENERAL)
    await bot.later(24 * 3_600_000)
    assert.deepEqual(cards(), [1, 1, 0], 'nothing is repeated by itself')

    says(await menu(), '1 annonce à vérifier.')
    const one = await look()
    says(one, 'Scrutin · Faire Administration · Micro-idées', LINE, 'Teams n’a pas confirmé', 'une seconde')
    const again = await bot
      .as(MAELLE)
      .presses(one, 'Publier de nouveau', {}, { again: ['same id', 'new id'] })
    says(again, 'La carte part de nouveau.')
    await bot.settle()
    assert.deepEqual(cards(), [1, 1, 1])
    says(found(cardsIn(IDEAS)[0], 'the card'), 'Laquelle tester ?')
    assert.deepEqual([await asked(), await journal()], [[], ['channels.repost']])
    saysNothingOf(await menu(), 'à vérifier')
  })

  it('is left as it is where somebody saw that it stands', async () => {
    const { bot } = at
    bot.teams.fails({ on: 'post', in: IDEAS.id, status: 502, carriedOut: true })
    await openBallot()
    assert.deepEqual(cards(), [1, 1, 1])
    const done = await bot.as(MAELLE).presses(await look(), 'Elle y est', {}, { again: ['new id'] })
    says(done, 'C’est noté : la carte y est.', 'cette carte ne changera plus')
    assert.deepEqual(done.buttons, ['Voir le scrutin', 'Revenir à la liste'])
    says(await bot.as(MAELLE).presses(done, 'Revenir à la liste'), 'Aucune annonce à vérifier.')
    await vote(GENERAL)
    assert.deepEqual(cards(), [1, 1, 1])
    assert.deepEqual([await asked(), await journal()], [[], ['channels.settle']])
  })

  it('goes where the bot had no access as soon as somebody speaks to it there', async () => {
    const { bot } = at
    bot.teams.fails({ on: 'post', in: WORKSHOPS.id, ...ROSTER })
    await openBallot()
    const calls = () =>
      bot.teams.calls.filter(({ conversation }) => conversation.startsWith(WORKSHOPS.id)).length
    const before = calls()
    await vote(GENERAL)
    assert.deepEqual([cards(), calls()], [[1, 0, 1], before], 'nothing more is tried there')

    const one = await look()
    says(one, 'Le bot n’est plus dans cette équipe.', `n’y a plus accès depuis ${LINE.toLowerCase()}`)
    assert.deepEqual(one.buttons, ['Ne plus signaler', 'Voir le scrutin', 'Revenir à la liste'])
    const next = await preview()
    says(
      next,
      'Ce scrutin paraîtra dans 2 canaux',
      'Le bot n’a plus accès à : Faire Administration · Ateliers.',
    )
    const form = await bot.as(MAELLE).presses(next, 'Corriger')
    assert.match(form.choices.channel?.join() ?? '', /Ateliers \(sans accès depuis le jeudi\s22\savril\),/)
    const alone = { ...asks, directions: 'numerique' }
    says(
      await bot.as(MAELLE).presses(form, 'Voir l’aperçu', alone),
      'n’y a plus accès depuis',
      'recommencez.',
    )

    await bot.as(CAMILLE).says('aide', WORKSHOPS)
    await bot.settle()
    assert.deepEqual(cards(), [1, 1, 1])
    says(found(cardsIn(WORKSHOPS)[0], 'the card'), 'Laquelle tester ?')
    assert.deepEqual(await asked(), [])
  })

  it('is said to be too large, and no longer once that is known', async () => {
    const { bot } = at
    bot.teams.fails({ on: 'post', in: IDEAS.id, status: 413, code: 'MessageSizeTooBig' })
    await openBallot()
    const one = await look()
    says(one, 'La carte est trop grande pour Teams.')
    says(await bot.as(MAELLE).presses(one, 'Ne plus signaler'), 'n’est plus signalée.')
    saysNothingOf(await menu(), 'à vérifier')
  })

  it('is decided through the API by organisers, and only read there by observers', async () => {
    const { bot } = at
    bot.teams.fails({ on: 'post', in: IDEAS.id, status: 504 })
    await openBallot()
    const [one] = await asked()
    const { key, at: begun, ...rest } = found(one, 'the announcement')
    const { channel, state, why, open } = rest
    assert.deepEqual([channel.name, state, why, open], ['Micro-idées', 'unknown', 'unconfirmed', true])
    const body = { key, at: begun }
    for (const path of ['/announced/settle', '/announced/repost']) {
      assert.equal((await bot.api(HELENE).ask('POST', path, body)).status, 403)
      assert.equal((await bot.api(MAELLE).ask('POST', path, { key: 'x', at: 1 })).status, 422)
    }
    assert.equal((await bot.api(CAMILLE).ask('GET', '/announced')).status, 403)
    const again = await bot.api(MAELLE).post<AnnouncedView>('/announced/repost', body)
    assert.equal(again.state, 'waiting')
    await bot.settle()
    assert.deepEqual([cards(), await asked()], [[1, 1, 1], []])
  })
})
