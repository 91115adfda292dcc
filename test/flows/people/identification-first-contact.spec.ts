import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { wirePeopleFile } from '../../../src/features/people/wire.ts'
import type { MeView } from '../../../src/tabs/contract/people/people.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { roleChangesIn } from '../../support/features/audit.ts'
import { peopleFile } from '../../support/features/people-file.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says } from '../../support/product/card-assertions.ts'
import { CAMILLE, INES, MAELLE, mailOf, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, WORKSHOPS } from '../../support/teams/index.ts'

onEachEngine('the first contact of somebody in the people file', engine => {
  const at = freshBot(engine)

  async function expect(person: Person, rest: string): Promise<void> {
    const { app } = at.bot
    const parts = { directions: app.programme.directions, secret: app.config.linkSecret }
    const outcome = await wirePeopleFile(
      { ...app.database, roleChanged: roleChangesIn(app.database) },
      parts,
    ).apply(peopleFile(`${mailOf(person)};${person.name};${rest}`))
    assert.ok('difference' in outcome)
  }
  const asked = () => at.bot.teams.calls.filter(({ kind }) => kind === 'members').map(({ path }) => path)
  const known = (person: Person) =>
    at.bot.app.people
      .greet({ ...person, language: 'fr' })
      .then(({ role, direction, leads }) => ({ role, direction, leads }))
  /** Every row of every table that could hold an address. */
  const kept = () =>
    at.bot.app.database.read(async tx =>
      JSON.stringify([
        await open(tx).selectFrom('person').selectAll().execute(),
        await open(tx).selectFrom('expected_person').selectAll().execute(),
        await open(tx).selectFrom('known_mail').selectAll().execute(),
        await open(tx).selectFrom('fact').selectAll().execute(),
      ]),
    )

  it('in a chat: Teams is asked once, after the answer; the e-mail is not kept', async () => {
    const { bot } = at
    await expect(INES, 'mobilites;pilote')
    says(await bot.as(INES).says('aide'), 'Que voulez-vous faire')
    await bot.settle()
    assert.equal(asked().length, 1)
    assert.match(asked()[0] ?? '', new RegExp(`/members/${INES.objectId}$`))
    assert.deepEqual(await known(INES), { role: 'pilot', direction: 'mobilites', leads: ['mobilites'] })
    says(await bot.as(INES).says('aide'), 'Que voulez-vous faire')
    await bot.settle()
    assert.equal(asked().length, 1)
    assert.doesNotMatch(await kept(), new RegExp(mailOf(INES), 'i'))
    assert.doesNotMatch(JSON.stringify(bot.logged), /@occitanie/)
  })

  it('in a channel: Teams is asked of the team', async () => {
    const { bot } = at
    await bot.as(MAELLE).installs(WORKSHOPS)
    await bot.settle()
    await expect(CAMILLE, 'lycees;')
    // Before it was looked up again who is in the team.
    await bot.as(CAMILLE).says('aide', WORKSHOPS)
    await bot.settle()
    assert.ok(asked().includes(`/v3/conversations/${GENERAL.id}/members/${CAMILLE.objectId}`))
    assert.equal((await known(CAMILLE)).direction, 'lycees')
  })

  it('in a tab: the sign-in says it, and nobody is asked', async () => {
    await expect(INES, 'mobilites;encadrement')
    const me = await at.bot.api(INES).get<MeView>('/me')
    assert.deepEqual(
      [me.role, me.direction?.id, me.leads.map(({ id }) => id)],
      ['manager', 'mobilites', ['mobilites']],
    )
    await at.bot.as(INES).says('aide')
    await at.bot.settle()
    assert.deepEqual(asked(), [])
    assert.doesNotMatch(await kept(), new RegExp(mailOf(INES), 'i'))
  })

  it('asks for no role while nobody is expected, and takes a Teams that does not say as no answer', async () => {
    const { bot } = at
    await bot.as(CAMILLE).says('aide')
    await bot.settle()
    // Whether she is a guest.
    assert.equal(asked().length, 1)
    assert.equal((await kept()).includes('"mail_state":null'), true)
    await expect(INES, 'mobilites;pilote')
    bot.teams.fails({ on: 'members', status: 403, code: 'BotNotInConversationRoster' })
    await bot.as(INES).says('aide')
    await bot.settle()
    await bot.as(INES).says('aide')
    await bot.settle()
    assert.equal(asked().length, 2)
    assert.equal((await known(INES)).role, 'agent')
  })

  it('asks again when Teams was down', async () => {
    const { bot } = at
    await expect(INES, 'mobilites;pilote')
    bot.teams.fails({ on: 'members', status: 503 })
    await bot.as(INES).says('aide')
    await bot.settle()
    await bot.later(600_000)
    assert.deepEqual([asked().length, (await known(INES)).role], [2, 'pilot'])
  })
})
