import assert from 'node:assert/strict'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine, sqlite } from '../../support/database/engines.ts'
import { freshBot, startBot } from '../../support/product/bot.ts'
import { says } from '../../support/product/card-assertions.ts'
import { CAMILLE, KARIM, MAELLE, type Person, STRANGER } from '../../support/sign-in/cast.ts'
import { linksOut } from '../../support/teams/card-view.ts'
import { IDEAS, WORKSHOPS } from '../../support/teams/index.ts'
import { choiceOf, openBallot, openMenu } from '../ballots/steps.ts'
import { forge } from './forge.ts'
import { forgeExtension } from './forge-extension.ts'

const WORKSHOP = {
  title: 'Demain',
  description: '',
  axis: 'usager',
  date: '2027-05-20',
  start: '09:30',
  end: '12:30',
  place: 'Toulouse',
  link: '',
  seats: '12',
  channel: WORKSHOPS.id,
  nonce: 'the-nonce-of-a-workshop',
}
const BALLOT = {
  question: 'Lequel ?',
  ideas: '',
  options: 'Un\nDeux',
  date: '2027-05-06',
  time: '18:00',
  channel: WORKSHOPS.id,
  nonce: 'the-nonce-of-a-ballot',
}
const COMMITMENT = { axis: 'equipe', text: 'dire merci', horizon: '2027-05-31', nonce: 'a-nonce' }
const LONG = 'é'.repeat(10_000)

/** [verb, what is sent, what it is answered]. */
const REFUSED: readonly (readonly [string, object, RegExp])[] = [
  ['workshops.preview', { ...WORKSHOP, date: '2027-04-01' }, /Cette date est passée/],
  ['workshops.publish', { ...WORKSHOP, date: '2027-04-01' }, /Cette date est passée/],
  ['workshops.publish', { ...WORKSHOP, date: '2027-02-30' }, /Il manque la date ou l’heure/],
  ['workshops.publish', { ...WORKSHOP, start: '25:00' }, /Il manque la date ou l’heure/],
  ['workshops.publish', { ...WORKSHOP, end: '09:30' }, /La fin vient avant le début/],
  ['workshops.publish', { ...WORKSHOP, seats: '0' }, /La capacité va de 1 à 2 000 places/],
  ['workshops.publish', { ...WORKSHOP, seats: '1000000' }, /La capacité va de 1 à 2 000 places/],
  ['workshops.publish', { ...WORKSHOP, seats: '-1' }, /La capacité va de 1 à 2 000 places/],
  ['workshops.publish', { ...WORKSHOP, seats: '1e999' }, /La capacité va de 1 à 2 000 places/],
  ['workshops.publish', { ...WORKSHOP, title: '\u0000' }, /Il manque le titre/],
  ['workshops.publish', { ...WORKSHOP, title: LONG }, /10 000 caractères pour 80 possibles/],
  ['workshops.publish', { ...WORKSHOP, axis: 'lune' }, /Il manque l’axe/],
  ['workshops.publish', { ...WORKSHOP, channel: 'nowhere' }, /Ce canal n’est plus accessible/],
  ['workshops.publish', { ...WORKSHOP, link: 'javascript:alert(1)' }, /Ce lien ne convient pas/],
  ['workshops.publish', { ...WORKSHOP, place: '' }, /Il manque le lieu ou le lien/],
  ['workshops.answer', { workshop: 'gone', answer: 'yes' }, /n’existe plus/],
  ['ballots.open', { ...BALLOT, date: '2027-04-21' }, /Cette date est passée/],
  ['ballots.open', { ...BALLOT, date: '2099-01-01' }, /Un scrutin dure 90 jours au plus/],
  ['ballots.open', { ...BALLOT, options: 'Un' }, /au moins deux propositions/],
  ['ballots.open', { ...BALLOT, options: 'Un\nun ' }, /Deux propositions disent la même chose/],
  ['ballots.open', { ...BALLOT, options: 'x\n'.repeat(1_000) }, /propositions pour 20 possibles/],
  ['ballots.open', { ...BALLOT, ideas: 'gone,lost' }, /n’existe plus/],
  ['ballots.open', { ...BALLOT, question: LONG }, /10 000 caractères pour 120 possibles/],
  ['ballots.vote', { ballot: 'gone', choice: 'x' }, /n’existe plus/],
  ['ideas.submit', { text: LONG, axis: 'usager', nonce: 'n' }, /10 000 caractères pour 280 possibles/],
  ['ideas.submit', { text: '\u200B \u0000', axis: 'usager', nonce: 'n' }, /Il manque le texte/],
  ['ideas.submit', { text: 'Oui', axis: 'lune', nonce: 'n' }, /Il manque l’axe/],
  ['ideas.submit', { text: 'Oui', axis: 'usager', box: 'gone', nonce: 'n' }, /n’existe plus/],
  ['ideas.open-box', { question: ' ', channel: IDEAS.id, nonce: 'n' }, /Il manque le texte/],
  ['commitments.take', { ...COMMITMENT, horizon: '2027-04-21' }, /Cette date est passée/],
  ['commitments.take', { ...COMMITMENT, visibility: 'direction' }, /Votre Direction n’est pas connue/],
  ['commitments.take', { ...COMMITMENT, text: LONG }, /10 000 caractères pour 280 possibles/],
  ['commitments.end', { commitment: 'gone', state: 'kept' }, /n’existe plus/],
  ['people.direction', { direction: 'atlantide' }, /Cette Direction n’existe pas/],
]

describe('bad input, through HTTP and a true token', () => {
  const at = freshBot(sqlite)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('is refused in a sentence that says why, whatever the form', async () => {
    const { bot } = at
    await openMenu(bot)
    for (const [verb, data, sentence] of REFUSED) {
      const text = await forge(bot, MAELLE, verb, data)
      assert.match(text, sentence, `${verb} ${JSON.stringify(data).slice(0, 200)}`)
    }
    await bot.settle()
    assert.deepEqual(bot.as(MAELLE).reads(WORKSHOPS), [])
  })

  it('is refused in a dialog as on a card, with what was typed kept', async () => {
    const { bot } = at
    for (const [verb, data, sentence] of REFUSED.filter(([verb]) => verb === 'ideas.submit')) {
      const value = { commandId: 'ideas.quote', data: { ...data, verb } }
      assert.match(await forgeExtension(bot, CAMILLE, 'submitAction', value), sentence)
    }
    for (const verb of ['workshops.publish', 'ballots.open', 'ideas.open-box', 'channels.announce']) {
      const value = { commandId: 'ideas.quote', data: { ...BALLOT, ...WORKSHOP, verb } }
      assert.match(await forgeExtension(bot, CAMILLE, 'submitAction', value), /C’est le Lab’ qui s’en charge/)
    }
    const unknown = { commandId: 'ideas.explode', messagePayload: { body: { content: 'x' } } }
    assert.match(await forgeExtension(bot, CAMILLE, 'fetchTask', unknown), /n’a pas été comprise/)
    const search = { commandId: 'ideas.explode', parameters: [{ name: 'text', value: 'x' }] }
    assert.match(await forgeExtension(bot, CAMILLE, 'query', search), /n’a pas été comprise/)
  })

  it('does not pass for somebody else’s doing', async () => {
    const { bot } = at
    const idea = await bot.as(CAMILLE).says('idée Du calme')
    const id = /"idea":"(\w+)"/.exec(JSON.stringify(idea.card))?.[1]
    assert.match(await forge(bot, KARIM, 'ideas.set-axis', { idea: id, axis: 'equipe' }), /Seule la personne/)
    const form = await bot.as(CAMILLE).says('m’engager')
    const { card } = await bot.as(CAMILLE).presses(form, 'Je m’engage', COMMITMENT_FILLED)
    const commitment = /"commitment":"(\w+)"/.exec(JSON.stringify(card))?.[1] ?? ''
    for (const verb of ['commitments.end', 'commitments.show']) {
      const text = await forge(bot, KARIM, verb, { commitment, state: 'kept' })
      assert.match(text, /Seule la personne concernée/)
      assert.doesNotMatch(text, /dire merci/)
    }
    const { status } = await bot.api(KARIM).ask('POST', `/commitments/${commitment}/end`, { state: 'kept' })
    assert.equal(status, 403)
    const nonce = /"nonce":"([^"]+)"/.exec(JSON.stringify(form.card))?.[1]
    const taken = await forge(bot, KARIM, 'commitments.take', { ...COMMITMENT, text: 'écouter', nonce })
    assert.match(taken, /préparé pour quelqu’un d’autre/)
    for (const verb of ['workshops.publish', 'ballots.open', 'ideas.open-box', 'channels.announce'])
      assert.match(
        await forge(bot, CAMILLE, verb, { ...BALLOT, ...WORKSHOP }),
        /C’est le Lab’ qui s’en charge/,
      )
  })

  it('lets in nobody from another tenant, by no door', async () => {
    const { bot } = at
    const turnedAway = /réservé au personnel \(Région Occitanie\)/
    for (const verb of ['ideas.submit', 'ballots.vote', 'conversation.say']) {
      const data = { text: 'Bonjour', axis: 'usager' }
      assert.match(await forge(bot, STRANGER, verb, data), turnedAway)
      const value = { commandId: 'ideas.quote', data: { ...data, verb } }
      assert.match(await forgeExtension(bot, STRANGER, 'submitAction', value), turnedAway)
    }
    await bot.as(STRANGER).installs(WORKSHOPS)
    await bot.settle()
    assert.deepEqual(bot.as(CAMILLE).reads(WORKSHOPS), [])
    const tab = await bot.api(STRANGER).ask<{ title: string }>('GET', '/me')
    assert.equal(tab.status, 403)
    assert.match(tab.body.title, turnedAway)
    const menu = await bot.as(MAELLE).says('annoncer')
    says(menu, 'Aucun canal n’est connu.')
  })
})

const COMMITMENT_FILLED = { axis: 'equipe', text: 'dire merci', horizon: '2027-05-31' }
const NAME = '**Zoé** [x](http://evil.example) ${secret} <at>Lab</at>'
const ZOE: Person = { ...KARIM, objectId: 'eeeeeeee-0000-4000-8000-00000000000e', name: NAME }
const WORDS = '[x](http://evil.example) ${secret} <at>toi</at> _a_ 👩‍👩‍👧‍👦'

describe('what people call themselves and their things', () => {
  const at = freshBot(sqlite)

  it('is shown letter by letter on every card, and is a link nowhere', async () => {
    const { bot } = at
    await openMenu(bot)
    const data = { ...WORKSHOP, title: WORDS, description: WORDS, place: WORDS }
    assert.match(await forge(bot, MAELLE, 'workshops.preview', data), /\$\{secret\}/)
    await forge(bot, MAELLE, 'workshops.publish', data)
    const question = { ...BALLOT, question: WORDS, options: `${WORDS} 1\n${WORDS} 2` }
    assert.match(await forge(bot, MAELLE, 'ballots.open', question), /Le scrutin est ouvert/)
    const posted = await bot.as(ZOE).says(`idée ${WORDS}`, IDEAS)
    says(posted, WORDS, `Proposée par ${NAME}`)
    await bot.settle()
    const cards = [posted, ...bot.as(CAMILLE).reads(WORKSHOPS)]
    assert.equal(cards.length, 3)
    for (const card of cards) {
      says(card, WORDS)
      assert.deepEqual(linksOut(card), [])
    }
  })
})

onEachEngine('a card from before a restart', engine => {
  const at = freshBot(engine)

  it('is answered as if nothing had happened', async () => {
    const { post } = await openBallot(at.bot)
    const choice = choiceOf(post, 'Le calme')
    const ballot = /"ballot":"(\w+)"/.exec(JSON.stringify(post.card))?.[1]
    await at.bot.close()
    at.bot = await startBot(at.url)
    const text = await forge(at.bot, CAMILLE, 'ballots.vote', { ballot, choice })
    assert.match(text, /Votre vote est enregistré/)
    const { items } = await at.bot.api(CAMILLE).get<Page<BallotView>>('/ballots')
    assert.deepEqual([items[0]?.votes, items[0]?.mine?.[0]?.option], [1, choice])
  })
})
