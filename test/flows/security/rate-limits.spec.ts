import assert from 'node:assert/strict'
import { LIMITS } from '../../../src/kernel/requests/limits.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { CAMILLE, KARIM, STRANGER } from '../../support/sign-in/cast.ts'
import { choiceOf, openBallot } from '../ballots/steps.ts'
import { forge } from './forge.ts'
import { forgeExtension } from './forge-extension.ts'

const WORDS = /celle-ci n’est pas prise en compte\. Recommencez dans \d+ seconde/

onEachEngine('somebody who taps faster than a hand can', engine => {
  const at = freshBot(engine)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('is told so on the card, which keeps its buttons; the vote that counted stands', async function () {
    this.timeout(60_000)
    const { bot } = at
    const { post } = await openBallot(bot)
    const [calm, other] = ['Le calme', 'Les vélos'].map(text => choiceOf(post, text))
    const ballot = /"ballot":"(\w+)"/.exec(JSON.stringify(post.card))?.[1]
    const vote = (choice?: string) => forge(bot, CAMILLE, 'ballots.vote', { ballot, choice })
    const before = bot.clock.now()
    bot.clock.advance(MINUTE - (before % MINUTE))
    for (let i = 1; i < LIMITS.act.most; i++) await vote(other)
    assert.match(await vote(calm), /Votre vote est maintenant/)
    const refused = await vote(other)
    assert.match(refused, WORDS)
    assert.match(refused, /Le calme/)
    const mine = async () => {
      const { items } = await bot.api(CAMILLE).get<Page<BallotView>>('/ballots')
      return [items[0]?.votes, items[0]?.mine?.[0]?.option]
    }
    assert.deepEqual(await mine(), [1, calm])
    assert.match(await forge(bot, KARIM, 'ballots.vote', { ballot, choice: other }), /Votre vote est/)
    bot.clock.advance(MINUTE)
    assert.match(await vote(other), /Votre vote est maintenant/)
    assert.deepEqual(await mine(), [2, other])
  })

  it('may search on, and is told when that is too fast, too', async function () {
    this.timeout(60_000)
    const { bot } = at
    const ask = () => forgeExtension(bot, CAMILLE, 'query', { commandId: 'ideas.search' })
    for (let i = 0; i < LIMITS.search.most; i++) assert.doesNotMatch(await ask(), WORDS)
    assert.match(await ask(), WORDS)
    assert.doesNotMatch(await forge(bot, CAMILLE, 'ideas.list', {}), WORDS)
  })

  it('is told so whatever they ask for, and however little of it is understood', async function () {
    this.timeout(60_000)
    const { bot } = at
    const before = bot.clock.now()
    bot.clock.advance(MINUTE - (before % MINUTE))
    const press = () => forge(bot, CAMILLE, 'ideas.explode', {})
    const quote = () => forgeExtension(bot, CAMILLE, 'fetchTask', { commandId: 'ideas.explode' })
    const search = () => forgeExtension(bot, CAMILLE, 'query', { commandId: 'ideas.explode' })
    for (let i = 0; i < LIMITS.act.most; i++) assert.doesNotMatch(await press(), WORDS)
    assert.match(await press(), WORDS)
    assert.match(await quote(), WORDS)
    assert.match((await bot.as(CAMILLE).says('xyzzy')).text, WORDS)
    for (let i = 0; i < LIMITS.search.most; i++) assert.doesNotMatch(await search(), WORDS)
    assert.match(await search(), WORDS)
  })

  it('begins with nothing anew by having all of theirs erased', async function () {
    this.timeout(60_000)
    const { bot } = at
    const before = bot.clock.now()
    bot.clock.advance(MINUTE - (before % MINUTE))
    const press = () => forge(bot, CAMILLE, 'ideas.list', {})
    const search = () => forgeExtension(bot, CAMILLE, 'query', { commandId: 'ideas.search' })
    for (let i = 0; i < LIMITS.act.most; i++) await press()
    for (let i = 0; i < LIMITS.search.most; i++) await search()
    const guess = () =>
      bot.api(CAMILLE).ask<{ code: string }>('POST', '/attendance/check-in', { letters: 'AAAAAA' })
    for (let i = 0; i < LIMITS.code.most; i++) assert.equal((await guess()).body.code, 'code-unknown')
    await bot.api(CAMILLE).post('/me/data/erase', { ideas: 'withdraw', sure: true })
    assert.match(await press(), WORDS)
    assert.match(await search(), WORDS)
    assert.equal((await guess()).body.code, 'attendance-tries')
  })

  it('is told so from another tenant as well', async function () {
    this.timeout(60_000)
    const { bot } = at
    const tap = () => forge(bot, STRANGER, 'ideas.list', {})
    for (let i = 0; i < LIMITS.act.most; i++) assert.match(await tap(), /réservé au personnel/)
    assert.match(await tap(), WORDS)
  })
})
