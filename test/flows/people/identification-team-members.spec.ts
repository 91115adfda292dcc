import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { wirePeopleFile } from '../../../src/features/people/wire.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { ReachCountsView, ReachView } from '../../../src/tabs/contract/people/reach.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { roleChangesIn } from '../../support/features/audit.ts'
import { peopleFile } from '../../support/features/people-file.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import {
  CAST,
  MAELLE,
  mailOf,
  manyPeople,
  OWEN,
  type Person,
  person,
  STRANGER,
} from '../../support/sign-in/cast.ts'
import { type Fault, GENERAL, TEAM, WORKSHOPS } from '../../support/teams/index.ts'

const EMPLOYEES = manyPeople(1_200 - CAST.length)
const LISTED = EMPLOYEES.slice(0, 900)
const NEW = person('Zoé Nouvelle', { direction: 'lycees' })

onEachEngine('who is in a team', engine => {
  const at = freshBot(engine, { people: [...CAST, ...EMPLOYEES] })

  const expects = async (...people: readonly Person[]) => {
    const { app } = at.bot
    const parts = { directions: app.programme.directions, secret: app.config.linkSecret }
    const roster = wirePeopleFile(
      { ...app.database, clock: app.clock, roleChanged: roleChangesIn(app.database) },
      parts,
    )
    const line = (each: Person) => `${mailOf(each)};${each.name};${each.direction};`
    assert.ok('difference' in (await roster.apply(peopleFile(...people.map(line)))))
  }
  /** How many pages were asked for, and how many members by themselves. */
  const asked = (kind: 'roster' | 'members') => at.bot.teams.calls.filter(call => call.kind === kind).length
  const pages = () => asked('roster')
  const ofTotal = ({ people, reachable, notInstalled, noAccount }: ReachCountsView) => [
    people,
    reachable,
    notInstalled,
    noAccount,
  ]
  const view = () => at.bot.api(MAELLE).get<ReachView>('/reach')
  const total = async () => ofTotal((await view()).total)
  const rows = () =>
    at.bot.app.database.read(tx => open(tx).selectFrom('person').selectAll().orderBy('object_id').execute())
  const row = async ({ objectId }: Person) => (await rows()).find(({ object_id }) => object_id === objectId)
  const readings = () =>
    at.bot.app.database.read(tx => open(tx).selectFrom('team_reading').selectAll().execute())
  const kinds = () =>
    at.bot.app.database.read(tx => open(tx).selectFrom('fact').select(['kind', 'payload', 'state']).execute())

  it('is read by pages: those whom the file expects are known, by Direction, and nobody else', async () => {
    const { bot } = at
    await expects(...LISTED, NEW)
    await bot.as(MAELLE).installs(GENERAL)
    assert.equal(pages(), 0)
    await bot.settle()
    assert.equal(pages(), 3)
    const { directions } = await view()
    const lycees = found(
      directions.find(({ direction: { id } }) => id === 'lycees'),
      'lycees',
    )
    const listed = LISTED.filter(({ direction }) => direction === 'lycees').length
    assert.deepEqual(ofTotal(lycees), [listed + 1, 0, listed, 1])
    // Maëlle added the bot.
    assert.deepEqual(await total(), [902, 0, 901, 1])
    const all = await rows()
    assert.equal(all.length, 901)
    const agents = all.filter(({ object_id }) => object_id !== MAELLE.objectId)
    for (const each of agents) {
      assert.deepEqual([each.reach, each.reach_how, each.mail_state], ['not-installed', 'roster', 'known'])
      assert.deepEqual([each.chat, each.welcomed_at, each.took_part_at], [null, null, null])
    }
    assert.deepEqual(
      new Set(bot.teams.calls.filter(({ kind }) => kind === 'post').map(({ path }) => path)).size,
      1,
    )
    const mails = JSON.stringify([all, await kinds(), bot.logged])
    assert.doesNotMatch(mails, /@occitanie\.example/i)
    assert.deepEqual(bot.logged, [])
  })

  it('is read once a day however often the bot is added, and nobody twice', async () => {
    const { bot } = at
    await expects(...LISTED, NEW)
    for (let n = 0; n < 3; n++) {
      await bot.as(MAELLE).installs(GENERAL)
      await bot.settle()
    }
    assert.equal(pages(), 3)
    const before = await rows()
    await bot.later(DAY)
    assert.equal(pages(), 3)
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    assert.equal(pages(), 6)
    assert.deepEqual(await rows(), before)
  })

  /** Adds the bot; `then` happens while the second page is asked for. */
  async function installs(then: () => Promise<void> | void): Promise<void> {
    const { bot } = at
    const aim = { on: 'roster', in: TEAM.id } as const
    await bot.as(MAELLE).installs(GENERAL)
    const first = bot.teams.holds(aim)
    const settled = bot.settle()
    await first.arrived
    const second = bot.teams.holds(aim)
    first.release()
    await second.arrived
    await then()
    second.release()
    await settled
  }
  const fails = (fault: Omit<Fault, 'on' | 'in'>) =>
    at.bot.teams.fails({ on: 'roster', in: TEAM.id, ...fault })
  const half = LISTED.filter(each => [...CAST, ...EMPLOYEES].indexOf(each) < 500).length

  for (const [what, fault] of [
    ['Teams asks for quiet', { status: 429, retryAfter: 30 }],
    ['Teams fails', { status: 503 }],
    ['the connection is cut', { status: 0 }],
  ] as const) {
    it(`goes on from the page at which ${what}`, async () => {
      const { bot } = at
      await expects(...LISTED, NEW)
      await installs(() => fails(fault))
      assert.deepEqual(await total(), [902, 0, half + 1, 901 - half])
      await bot.later(MINUTE)
      assert.deepEqual(await total(), [902, 0, 901, 1])
      assert.equal(pages(), 4)
    })
  }

  it('begins again, once more, when the token of the next page is not good any more', async () => {
    const { bot } = at
    await expects(...LISTED, NEW)
    await installs(() => fails({ status: 503, retryAfter: HOUR / 1_000 }))
    await bot.later(HOUR)
    assert.deepEqual(await total(), [902, 0, 901, 1])
    assert.equal(pages(), 6)
    assert.deepEqual(
      bot.teams.calls.filter(({ kind }) => kind === 'roster').map(({ status }) => status),
      [200, 503, 400, 200, 200, 200],
    )
  })

  it('is left in silence where the bot is no more, and read when it comes back', async () => {
    const { bot } = at
    // The welcome may still be on its way when the bot is taken out: its refusal is no reading's.
    const complaints = () => bot.logged.filter(({ message }) => message !== 'Teams refuses a post')
    await expects(...LISTED, NEW)
    await installs(() => bot.as(MAELLE).removes(GENERAL))
    await bot.later(DAY - HOUR)
    assert.equal(pages(), 2)
    assert.deepEqual(complaints(), [])
    assert.deepEqual(await readings(), [])
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    assert.deepEqual(await total(), [902, 0, 901, 1])
    await bot.later(DAY)
    await installs(() => bot.as(MAELLE).deletesTeam())
    await bot.later(DAY)
    assert.equal(pages(), 7)
    assert.deepEqual(complaints(), [])
  })

  it('is read again when a file expects somebody more, and not while nobody is expected', async () => {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    // Whether Maëlle, who added it, is a guest.
    assert.deepEqual([pages(), asked('members')], [0, 1])
    await expects(...LISTED, NEW)
    await bot.settle()
    assert.deepEqual(await total(), [902, 0, 901, 1])
    await expects(...LISTED, NEW)
    await bot.settle()
    assert.equal(pages(), 3)
    await expects(...LISTED, NEW, { ...STRANGER, direction: 'lycees' })
    await bot.settle()
    assert.equal(pages(), 6)
  })

  it('is followed: whoever joins is known if expected, and whoever leaves is as before', async () => {
    const { bot } = at
    await expects(NEW)
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const before = asked('members')
    const other = person('Un autre')
    await bot.as(MAELLE).addsMembers(other, NEW, STRANGER)
    assert.equal(asked('members'), before)
    await bot.settle()
    assert.equal(asked('members'), before + 2)
    const { reach, reach_how, direction } = found(await row(NEW), 'Zoé')
    assert.deepEqual([reach, reach_how, direction], ['not-installed', 'roster', 'lycees'])
    for (const nobody of [other, STRANGER]) assert.equal(await row(nobody), undefined)
    await bot.as(NEW).installs()
    await bot.settle()
    assert.equal(bot.as(NEW).reads().length, 1)
    await bot.as(MAELLE).removesMembers(NEW)
    await bot.settle()
    assert.equal((await row(NEW))?.reach, 'installed')
    // Nobody is expected any more: nobody is asked for.
    await bot.as(MAELLE).addsMembers(NEW)
    await bot.settle()
    assert.equal(asked('members'), before + 2)
  })

  it('passes over a guest of another tenant whom the file names', async () => {
    const { bot } = at
    await expects({ ...STRANGER, direction: 'lycees' }, NEW)
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    assert.equal(pages(), 3)
    assert.equal(await row(STRANGER), undefined)
    assert.deepEqual(await total(), [3, 0, 1, 2])
  })

  it('gives the role of the file; who then comes is greeted for the first time, in the language of their Teams', async () => {
    const { bot } = at
    await expects({ ...OWEN, name: 'Owen' }, NEW)
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const { role, name, language, reach_since } = found(await row(OWEN), 'Owen')
    assert.deepEqual([role, name, language, reach_since], ['agent', 'Owen Price', 'fr', bot.clock.now()])
    await bot.as(OWEN).says('help', WORKSHOPS)
    const came = found(await row(OWEN), 'Owen')
    assert.deepEqual([came.language, came.reach, came.reach_how], ['en', 'not-installed', 'met'])
    await bot.as(OWEN).installs()
    await bot.settle()
    assert.deepEqual(await row(OWEN).then(now => [now?.reach, now?.reach_how]), ['installed', 'install'])
    assert.match(found(bot.as(OWEN).reads()[0], 'the welcome').text, /Owen/)
  })
})
