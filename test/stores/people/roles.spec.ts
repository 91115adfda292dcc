import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { peopleStore } from '../../../src/features/people/person/store.ts'
import { roleStore } from '../../../src/features/people/roles/store.ts'
import { roleUsecases } from '../../../src/features/people/roles/usecases.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { auditIn } from '../../support/features/audit.ts'
import { setRoster } from '../../support/features/roster.ts'
import { programme } from '../../support/programme/programme.ts'

const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code

onEachEngine('who has which role', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let at: ReturnType<typeof setRoster>
  let roles: ReturnType<typeof roleUsecases>
  beforeEach(() => {
    at = setRoster(fresh.db, { organisers: ['named'] })
    const { directions } = programme
    const audit = auditIn({ ...fresh.db, clock, ids: randomIds })
    roles = roleUsecases({ ...fresh.db, clock, store: peopleStore, roles: roleStore, directions, audit })
  })

  async function organiser(name: string): Promise<Actor> {
    const { id } = await at.writes(name)
    await at.people.assignRole(id, 'organiser')
    return at.writes(name)
  }
  const acts = () =>
    fresh.db.read(async tx =>
      (await open(tx).selectFrom('audit').selectAll().execute()).map(({ act, role }) => [act, role]),
    )

  it('is given, with the Directions of a manager in the programme’s order, and given back', async () => {
    const lab = await organiser('lucie')
    const { id } = await at.writes('ahmed')
    const [first = '', second = ''] = programme.directions.map(direction => direction.id)
    const given = await roles.give(lab, id, 'manager', [second, first, second])
    assert.deepEqual(
      [given.person.role, given.person.leads, given.person.roleFrom],
      ['manager', [first, second], 'hand'],
    )
    await roles.give(lab, id, 'manager', [first, second])
    const back = await roles.give(lab, id, 'agent', [])
    assert.deepEqual([back.person.role, back.person.leads, back.before.role], ['agent', [], 'manager'])
    assert.deepEqual(await acts(), [
      ['people.give-role', 'organiser'],
      ['people.give-role', 'organiser'],
    ])
  })

  it('is the people file’s again, once given back as it says', async () => {
    await at.imports('ines@x.fr;Inès;;observation')
    const lab = await organiser('lucie')
    const { id } = await at.signsIn('ines', 'ines@x.fr')
    await roles.give(lab, id, 'agent', [])
    assert.equal((await roles.give(lab, id, 'observer', [])).person.roleFrom, 'file')
  })

  it('is refused where it cannot be', async () => {
    const lab = await organiser('lucie')
    const { id } = await at.writes('ahmed')
    await assert.rejects(roles.give(lab, id, 'manager', []), refused('leads-missing'))
    await assert.rejects(roles.give(lab, id, 'manager', ['nowhere']), refused('direction-unknown'))
    await assert.rejects(roles.give(lab, 'nobody', 'observer', []), refused('person-unknown'))
    const named = await at.writes('named')
    await assert.rejects(roles.give(lab, named.id, 'agent', []), refused('role-of-operator'))
    assert.ok(!(await acts()).some(([act]) => act === 'people.give-role'))
  })

  it('leaves one organiser, whoever gives it up at one time', async () => {
    const all = await Promise.all(['a', 'b', 'c'].map(organiser))
    const tried = await Promise.allSettled(all.map(each => roles.give(each, each.id, 'agent', [])))
    const codes = tried.map(each => (each.status === 'rejected' ? each.reason.code : 'done')).toSorted()
    assert.deepEqual(codes, ['done', 'done', 'organiser-last'])
    const [last] = (await Promise.all(['a', 'b', 'c'].map(at.writes))).filter(
      ({ role }) => role === 'organiser',
    )
    assert.ok(last)
    // Whoever gave it up since the page was drawn gives nothing any more.
    const [former] = all.filter(({ id }) => id !== last.id)
    assert.ok(former)
    await assert.rejects(roles.give(former, last.id, 'observer', []), refused('role-needed'))
  })

  it('is told a page at a time, by name', async () => {
    const lab = await organiser('lucie')
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const { id } = await at.writes(name)
      await at.people.assignRole(id, 'observer')
    }
    const first = await roles.holders(lab, 'observer', false, 3)
    const last = await roles.holders(lab, 'observer', false, 3, first.items.at(-1))
    const names = [...first.items, ...last.items].map(({ name }) => name)
    assert.deepEqual([names, first.more, last.more], [['a', 'b', 'c', 'd', 'e'], true, false])
    assert.deepEqual(
      (await roles.holding(lab)).toSorted((one, other) => one.count - other.count),
      [
        { role: 'organiser', deputy: false, count: 1 },
        { role: 'observer', deputy: false, count: 5 },
      ],
    )
  })

  it('is found by the beginning of a name, and nobody is without one', async () => {
    const lab = await organiser('lucie')
    for (const name of ['Anne Dupré', 'Jean-Annick Roy', 'Boris']) await at.writes(name)
    const found = await roles.known(lab, 'ann', 10)
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Anne Dupré', 'Jean-Annick Roy'],
    )
    assert.deepEqual(await roles.known(lab, ' ', 10), [])
    await assert.rejects(roles.known(await at.writes('Boris'), 'ann', 10), refused('role-needed'))
  })
})
