import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import type { MembersOf, TeamReading } from '../../../src/features/people/identification/team-members.ts'
import { teamMemberStore } from '../../../src/features/people/identification/team-members-store.ts'
import { teamMemberUsecases } from '../../../src/features/people/identification/team-members-usecases.ts'
import { peopleFileStore } from '../../../src/features/people/people-file/store.ts'
import type { TeamMember } from '../../../src/kernel/access/member.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { setRoster } from '../../support/features/roster.ts'
import { fixedClock } from '../../support/product/clock.ts'

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const INES = 'ines@x.fr;Inès;mobilites;pilote'
const OMAR = 'omar@x.fr;Omar;mobilites;'
const member = (name: string, more: Partial<TeamMember> = {}): TeamMember => ({
  objectId: name,
  tenant: TENANT,
  name,
  mails: [`${name.toUpperCase()}@x.fr`],
  ...more,
})

onEachEngine('the members of a team', engine => {
  const fresh = freshDatabase(engine)
  const clock = fixedClock()
  let at: ReturnType<typeof setRoster>
  let asked: (string | undefined)[]
  let answers: MembersOf
  beforeEach(() => {
    at = setRoster(fresh.db)
    asked = []
    answers = async () => ({ members: [] })
  })
  const members = () =>
    teamMemberUsecases({
      ...fresh.db,
      clock,
      members: teamMemberStore,
      peopleFile: peopleFileStore,
      identification: at.people,
      membersOf: (address, token) => {
        asked.push(token)
        return answers(address, token)
      },
      memberOf: async (_, user) => member(user),
      tenants: [TENANT.toUpperCase()],
      guests: false,
      home: 'en',
    })
  const people = () =>
    fresh.db.read(tx => open(tx).selectFrom('person').selectAll().orderBy('object_id').execute())
  const store = <T>(act: (members: ReturnType<typeof teamMemberStore>) => Promise<T>) =>
    fresh.db.transact(tx => act(teamMemberStore(tx)))
  /** Reads until no page is left; answers the kinds of all other facts. */
  async function readAll(): Promise<string[]> {
    const others = []
    for (let facts = await at.facts(); facts.length > 0; facts = await at.facts())
      for (const { kind, payload } of facts) {
        if (kind !== 'people.roster') others.push(kind)
        else {
          const { team, begun, page } = payload
          await members().readPage({ team: String(team), begunAt: Number(begun), page: Number(page) })
        }
      }
    return others
  }

  it('are begun once in a span, go on call by call, and are forgotten', async () => {
    const now = clock.now()
    const begins = (when: number) => store(each => each.begin('t', `at ${when}`, when, when - DAY))
    assert.deepEqual([await begins(now), await begins(now + 1), await begins(now + DAY)], [true, false, true])
    const reading = async () => (await store(each => each.reading('t'))) as TeamReading
    const turnNow = async () => {
      const now = await reading()
      return store(each => each.turn(now, { token: 'c' }))
    }
    const first = await reading()
    assert.deepEqual(first, { team: 't', address: `at ${now + DAY}`, begunAt: now + DAY, page: 0 })
    assert.equal(await store(each => each.turn(first, { token: 'a' })), true)
    assert.equal(await store(each => each.turn(first, { token: 'b' })), false)
    const second = await reading()
    assert.deepEqual(second, { ...first, page: 1, token: 'a' })
    await store(each => each.turn(second, 'end'))
    assert.deepEqual(await reading(), { ...first, page: 2 })
    await store(each => each.again('t', 7))
    assert.equal(await turnNow(), true)
    await store(each => each.forget(first))
    assert.deepEqual(await reading(), { ...first, begunAt: 7, page: 1, token: 'c' })
    const last = await reading()
    await store(each => each.forget(last))
    assert.equal(await reading(), undefined)
  })

  it('are read once however often a page is delivered', async () => {
    await at.imports(INES, OMAR)
    answers = async (_, token) => ({ members: [], ...(token === undefined && { next: 'two' }) })
    await members().teamMet('t', 'address')
    await members().teamMet('t', 'address')
    const [page, ...others] = await at.facts()
    assert.deepEqual(others, [])
    const begun = { team: 't', begunAt: clock.now(), page: 0 }
    assert.deepEqual(page?.payload, { team: 't', begun: clock.now(), page: 0 })
    await members().readPage(begun)
    await members().readPage(begun)
    assert.deepEqual(asked, [undefined])
    await readAll()
    assert.deepEqual(asked, [undefined, 'two'])
  })

  it('end after a hundred calls, whatever Teams answers', async () => {
    await at.imports(INES)
    for (const answer of [{ members: [], next: 'more' }, 'stale'] as const) {
      asked = []
      answers = async () => answer
      await members().teamMet(String(answer), 'address')
      await readAll()
      assert.equal(asked.length, 100)
    }
  })

  it('are known as at a first contact, and leave nothing to be counted', async () => {
    await at.imports(INES, OMAR)
    const nobody = [
      member('omar', { tenant: 'elsewhere' }),
      member('omar', { objectId: '' }),
      member('omar', { mails: ['not an e-mail'] }),
      member('zoe'),
    ]
    answers = async () => ({ members: [...nobody, member('ines')] })
    await members().teamMet('t', 'address')
    assert.deepEqual(await readAll(), [])
    const [ines, ...others] = await people()
    assert.deepEqual(others, [])
    assert.ok(ines)
    const { role, role_from, leads, direction, language, mail_state } = ines
    assert.deepEqual(
      [role, role_from, leads, direction, language, mail_state],
      ['pilot', 'file', '["mobilites"]', 'mobilites', 'en', 'known'],
    )
    const roles = await fresh.db.read(tx => open(tx).selectFrom('audit').selectAll().execute())
    assert.equal(roles.length, 1)
    const { added, changed, leaving } = await at.compares(INES, OMAR)
    assert.deepEqual([added, changed, leaving], [[], [], []])
    await members().askMember('address', 'omar')
    assert.equal((await people()).length, 2)
  })

  it('are found in the file though they came before, without an e-mail, and are counted from then on', async () => {
    await at.people.greet({ tenant: TENANT, objectId: 'omar', name: 'Omar', language: 'fr' })
    await at.imports(OMAR, INES)
    answers = async () => ({ members: [member('omar'), member('zoe')] })
    await members().teamMet('t', 'address')
    assert.deepEqual(await readAll(), ['people.direction-chosen'])
    const [omar, ...others] = await people()
    assert.deepEqual(others, [])
    assert.deepEqual([omar?.direction, omar?.reach_how, omar?.language], ['mobilites', 'met', 'fr'])
  })

  it('are read again in every team when a file expects somebody more, not when it expects nobody new', async () => {
    const teams = Array.from({ length: 101 }, (_, n) => `t${String(n).padStart(3, '0')}`)
    for (const team of teams) await members().teamMet(team, team)
    await readAll()
    assert.deepEqual(asked, [])
    const read: string[] = []
    answers = async address => {
      read.push(address)
      return { members: [] }
    }
    await at.imports(OMAR)
    const [fact, ...others] = await at.facts()
    assert.deepEqual([fact?.kind, others], ['people.expected', []])
    clock.advance(1)
    await members().readAgain(String(fact?.payload.after))
    assert.deepEqual(await readAll(), ['people.expected'])
    await members().readAgain('t099')
    await readAll()
    assert.deepEqual(read, teams)
    await at.imports(OMAR)
    assert.deepEqual(await at.facts(), [])
  })

  it('who join are asked for one by one, only while somebody is expected', async () => {
    await members().joined('address', 't', ['29:ines'])
    assert.deepEqual(await at.facts(), [])
    await at.imports(INES)
    await members().joined('address', 't', ['29:ines', '29:zoe'])
    await members().joined('address', 't', ['29:ines'])
    assert.deepEqual(
      (await at.facts()).map(({ kind, payload }) => [kind, payload.member]),
      [
        ['people.joined', '29:ines'],
        ['people.joined', '29:zoe'],
      ],
    )
  })

  it('are looked for by their e-mails, however many', async () => {
    await at.imports(INES, OMAR)
    const mails = Array.from({ length: 1_200 }, (_, n) => `nobody-${n}@x.fr`)
    const found = await fresh.db.read(tx => peopleFileStore(tx).expectedAmong([...mails, 'omar@x.fr']))
    assert.deepEqual([...found], ['omar@x.fr'])
    assert.equal((await fresh.db.read(tx => peopleFileStore(tx).expectedAmong([]))).size, 0)
  })
})
