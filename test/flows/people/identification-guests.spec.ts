import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { wirePeopleFile } from '../../../src/features/people/wire.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { MeView } from '../../../src/tabs/contract/people/people.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { roleChangesIn } from '../../support/features/audit.ts'
import { peopleFile } from '../../support/features/people-file.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says } from '../../support/product/card-assertions.ts'
import { CAMILLE, CAST, MAELLE, mailOf, type Person, person } from '../../support/sign-in/cast.ts'
import { GENERAL } from '../../support/teams/index.ts'
import { forgeExtension } from '../security/forge-extension.ts'

const GUEST = person('Ingrid Invitée', { guest: true })
const ENGLISH = person('Gus Guest', { guest: true, locale: 'en-GB' })
/** The same account, as a token names it whose registration asks for no more. */
const { guest: _, ...UNTOLD } = GUEST
const FRENCH = 'votre compte est celui d’un invité'
const people = [...CAST, GUEST, ENGLISH]

onEachEngine('a guest of our own tenant', engine => {
  const at = freshBot(engine, { people })

  const row = ({ objectId }: Person) =>
    at.bot.app.database.read(tx =>
      open(tx).selectFrom('person').selectAll().where('object_id', '=', objectId).executeTakeFirst(),
    )
  const asked = () => at.bot.teams.calls.filter(({ kind }) => kind === 'members').length
  /** Reads or puts `/me` with a token of those claims. */
  async function ask(who: Person, claims: Record<string, unknown>, sent?: object) {
    const response = await fetch(`${at.bot.origin}/api/v1/me`, {
      method: sent ? 'PUT' : 'GET',
      headers: {
        authorization: `Bearer ${await at.bot.signIn.tabToken(who, claims)}`,
        ...(sent && { 'content-type': 'application/json' }),
      },
      ...(sent && { body: JSON.stringify(sent) }),
    })
    return { status: response.status, body: (await response.json()) as { code?: string } }
  }
  const me = (who: Person) => at.bot.api(who).ask<MeView & { code: string; title: string }>('GET', '/me')
  async function journal(): Promise<string[]> {
    const { items } = await at.bot.api(MAELLE).get<Page<AuditView>>('/audit')
    const refused = items.filter(({ refused }) => refused === 'guest-account')
    return refused.map(({ role, act, door }) => [role, act, door].join(' ')).toSorted()
  }

  it('is refused by the tab, in words and in the journal, and nothing of them is kept', async () => {
    const { status, body } = await me(GUEST)
    assert.deepEqual([status, body.code], [403, 'guest-account'])
    assert.match(body.title, new RegExp(FRENCH))
    assert.match((await me(ENGLISH)).body.title, /yours is a guest account/)
    assert.equal(await row(GUEST), undefined)
    assert.deepEqual(await journal(), ['stranger get /me tab'])
  })

  it('is refused by the chat once Teams has said so, which it is asked after the answer', async () => {
    const { bot } = at
    says(await bot.as(GUEST).says('aide'), 'Que voulez-vous faire')
    assert.equal(asked(), 0)
    await bot.settle()
    assert.deepEqual([asked(), (await row(GUEST))?.account], [1, 'guest'])
    says(await bot.as(GUEST).says('idée Entrer'), FRENCH)
    const idea = { text: 'Entrer', axis: 'usager', nonce: 'the-nonce-of-nobody' }
    const pressed = await bot.teams.deliver(
      bot.teams.activities.executed(GUEST, { conversation: bot.teams.activities.chatOf(GUEST) }, 'card', {
        verb: 'ideas.submit',
        data: idea,
      }),
    )
    assert.match(JSON.stringify(pressed.body), new RegExp(FRENCH))
    assert.match(await forgeExtension(bot, GUEST, 'query', { commandId: 'ideas.search' }), new RegExp(FRENCH))
    assert.deepEqual(await journal(), ['agent pressed chat', 'agent searched chat', 'agent typed chat'])
    const ideas = await bot.app.database.read(tx => open(tx).selectFrom('idea').selectAll().execute())
    assert.deepEqual(ideas, [])
  })

  it('is then refused by the tab as well, though the token says nothing', async () => {
    const { bot } = at
    await bot.as(GUEST).says('aide')
    await bot.settle()
    const { status, body } = await ask(UNTOLD, { acct: undefined })
    assert.deepEqual([status, body.code], [403, 'guest-account'])
  })

  it('is refused by the chat as soon as the tab knows', async () => {
    const { bot } = at
    bot.teams.fails({ on: 'members', status: 403, code: 'BotNotInConversationRoster' })
    await bot.as(GUEST).says('aide')
    await bot.settle()
    assert.equal((await row(GUEST))?.account, 'unsaid')
    says(await bot.as(GUEST).says('aide'), 'Que voulez-vous faire')
    assert.equal((await me(GUEST)).status, 403)
    says(await bot.as(GUEST).says('aide'), FRENCH)
  })

  it('is spoken to in the language that they chose', async () => {
    const { bot } = at
    await bot.as(GUEST).says('aide')
    await ask(UNTOLD, { acct: undefined }, { language: 'en' })
    await bot.settle()
    says(await bot.as(GUEST).says('aide'), 'yours is a guest account')
    assert.match((await me(GUEST)).body.title, /yours is a guest account/)
  })

  it('is asked for once more that day and each day after, however often they press', async () => {
    const { bot } = at
    await bot.as(GUEST).says('aide')
    await bot.settle()
    for (let press = 0; press < 3; press++) {
      says(await bot.as(GUEST).says('aide'), FRENCH)
      await bot.settle()
    }
    assert.equal(asked(), 2)
    await bot.later(DAY)
    says(await bot.as(GUEST).says('aide'), FRENCH)
    await bot.settle()
    assert.equal(asked(), 3)
  })

  it('is let in again once the sign-in calls them a member', async () => {
    const { bot } = at
    await bot.as(GUEST).says('aide')
    await bot.settle()
    assert.equal((await ask(UNTOLD, { acct: 0 })).status, 200)
    says(await bot.as(GUEST).says('aide'), 'Que voulez-vous faire')
  })

  it('is given nothing by a people file that names them, and is known for a guest when a team is read', async () => {
    const { bot } = at
    await bot.as(GUEST).says('aide')
    await bot.app.database.transact(tx =>
      open(tx)
        .updateTable('person')
        .set({ account: 'unsaid' })
        .where('object_id', '=', GUEST.objectId)
        .execute(),
    )
    const parts = { directions: bot.app.programme.directions, secret: bot.app.config.linkSecret }
    const roster = wirePeopleFile(
      { ...bot.app.database, roleChanged: roleChangesIn(bot.app.database) },
      parts,
    )
    const lines = [GUEST, ENGLISH, CAMILLE].map(each => `${mailOf(each)};${each.name};lycees;`)
    assert.ok('difference' in (await roster.apply(peopleFile(...lines))))
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const { account, listed } = found(await row(GUEST), 'Ingrid')
    assert.deepEqual([account, listed], ['guest', null])
    assert.equal(await row(ENGLISH), undefined)
    assert.equal((await row(CAMILLE))?.direction, 'lycees')
  })

  it('is not welcomed where they add the app', async () => {
    const { bot } = at
    await bot.as(GUEST).says('aide')
    await bot.settle()
    const before = bot.as(GUEST).reads().length
    await bot.as(GUEST).installs()
    await bot.settle()
    assert.equal(bot.as(GUEST).reads().length, before)
  })

  it('who is none costs one question, once', async () => {
    const { bot } = at
    for (let press = 0; press < 3; press++) {
      await bot.as(CAMILLE).says('aide')
      await bot.settle()
    }
    assert.deepEqual([asked(), (await row(CAMILLE))?.account], [1, 'member'])
  })
})

onEachEngine('a guest where guests may act', engine => {
  const at = freshBot(engine, { people, guests: true })

  it('is let in through both doors, and Teams is asked nothing', async () => {
    const { bot } = at
    const { role } = await bot.api(GUEST).get<MeView>('/me')
    assert.equal(role, 'agent')
    says(await bot.as(GUEST).says('aide'), 'Que voulez-vous faire')
    await bot.settle()
    assert.equal(bot.teams.calls.filter(({ kind }) => kind === 'members').length, 0)
  })
})
