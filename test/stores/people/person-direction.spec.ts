import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { peopleStore } from '../../../src/features/people/person/store.ts'
import { roleStore } from '../../../src/features/people/roles/store.ts'
import { roleUsecases } from '../../../src/features/people/roles/usecases.ts'
import { countedDirection } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { auditIn } from '../../support/features/audit.ts'
import { setRoster } from '../../support/features/roster.ts'
import { type FixedClock, fixedClock } from '../../support/product/clock.ts'
import { programme } from '../../support/programme/programme.ts'

const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code
const INES = 'ines@x.fr;Inès;mobilites;'

onEachEngine('where somebody works', engine => {
  let clock: FixedClock
  const fresh = freshDatabase(engine, { clock: fixedClock() })
  let at: ReturnType<typeof setRoster>
  let roles: ReturnType<typeof roleUsecases>
  beforeEach(() => {
    clock = fixedClock()
    at = setRoster(fresh.db, { clock, organisers: ['lab'] })
    const { directions } = programme
    const audit = auditIn({ ...fresh.db, clock, ids: randomIds })
    roles = roleUsecases({ ...fresh.db, clock, store: peopleStore, roles: roleStore, directions, audit })
  })

  const chooses = async (name: string, direction: string) =>
    at.people.chooseDirection(await at.writes(name), direction)
  const acts = () =>
    fresh.db.read(async tx =>
      (await open(tx).selectFrom('audit').selectAll().orderBy('at').execute()).map(({ act, role }) =>
        [act, role].join(' '),
      ),
    )
  const participants = async () => {
    const rows = await fresh.db.read(tx => peopleStore(tx).participants())
    return Object.fromEntries(rows.map(({ direction, count }) => [direction, count]))
  }

  it('counts at once the first time, from midnight in the programme’s zone when it changes', async () => {
    assert.equal(countedDirection(await chooses('karim', 'numerique')), 'numerique')
    const moved = await chooses('karim', 'lycees')
    assert.deepEqual([moved.direction, countedDirection(moved)], ['lycees', 'numerique'])
    // It is ten in Paris.
    clock.advance(14 * HOUR - 1)
    assert.equal(countedDirection(await at.writes('karim')), 'numerique')
    clock.advance(1)
    const next = await at.writes('karim')
    assert.deepEqual([next.direction, countedDirection(next), next.moving], ['lycees', 'lycees', undefined])
  })

  it('stands in the journal when it changes, and not when it is said first or again', async () => {
    await chooses('karim', 'numerique')
    await chooses('karim', 'numerique')
    assert.deepEqual(await acts(), [])
    await chooses('karim', 'lycees')
    await chooses('karim', 'lycees')
    assert.deepEqual(await acts(), ['people.choose-direction agent'])
  })

  it('changes twice, and no third time however many come at once', async () => {
    const karim = await chooses('karim', 'numerique')
    const wanted = ['lycees', 'europe', 'culture', 'mobilites']
    const tried = await Promise.allSettled(wanted.map(to => at.people.chooseDirection(karim, to)))
    assert.equal(tried.filter(({ status }) => status === 'fulfilled').length, 2)
    clock.advance(29 * DAY)
    await assert.rejects(chooses('karim', 'tourisme'), refused('direction-often'))
    clock.advance(DAY)
    assert.equal((await chooses('karim', 'tourisme')).direction, 'tourisme')
  })

  it('is what the people file says: also of whoever had said another before it found them', async () => {
    await chooses('ines', 'culture')
    await at.imports(INES)
    await at.signsIn('ines', 'ines@x.fr')
    const ines = await at.writes('ines')
    assert.deepEqual([ines.direction, countedDirection(ines)], ['mobilites', 'mobilites'])
    await assert.rejects(
      at.people.chooseDirection(ines, 'culture'),
      (error: { code?: string; details?: object }) =>
        error.code === 'direction-listed' &&
        JSON.stringify(error.details) === '{"direction":"Direction des mobilités"}',
    )
  })

  it('is theirs to say again once the file names none', async () => {
    await at.imports(INES)
    const ines = await at.signsIn('ines', 'ines@x.fr')
    await at.imports('omar@x.fr;Omar;lycees;')
    assert.equal((await at.people.chooseDirection(ines, 'culture')).direction, 'culture')
  })

  it('is the Lab’’s to say, at once, whatever the file or their own changes say', async () => {
    await at.imports(INES)
    const ines = await at.signsIn('ines', 'ines@x.fr')
    await chooses('karim', 'numerique')
    await chooses('karim', 'lycees')
    const karim = await chooses('karim', 'europe')
    const lab = await at.writes('lab')
    const { person, before } = await roles.place(lab, ines.id, 'culture')
    assert.deepEqual([person.direction, before.direction], ['culture', 'mobilites'])
    await roles.place(lab, karim.id, 'tourisme')
    await roles.place(lab, karim.id, 'tourisme')
    assert.deepEqual(
      [countedDirection(await at.writes('ines')), countedDirection(await at.writes('karim'))],
      ['culture', 'tourisme'],
    )
    const placed = (await acts()).filter(act => act.startsWith('people.place'))
    assert.deepEqual(placed, Array(2).fill('people.place organiser'))
    await assert.rejects(roles.place(karim, ines.id, 'lycees'), refused('role-needed'))
    await assert.rejects(roles.place(lab, 'nobody', 'lycees'), refused('person-unknown'))
    await assert.rejects(roles.place(lab, ines.id, 'nowhere'), refused('direction-unknown'))
  })

  const takesPart = (id: string) => fresh.db.transact(tx => at.people.tookPart(tx, id))

  it('counts a participant where they first took part, wherever they go', async () => {
    for (const name of ['karim', 'nadia', 'omar']) await takesPart((await chooses(name, 'numerique')).id)
    await chooses('karim', 'lycees')
    clock.advance(DAY)
    await takesPart((await at.writes('karim')).id)
    assert.deepEqual(await participants(), { numerique: 3 })
    await roles.place(await at.writes('lab'), (await at.writes('nadia')).id, 'culture')
    assert.deepEqual(await participants(), { numerique: 3 })
  })

  it('counts them there on the day that a change is said, in the new one from the next on', async () => {
    const { id: karim } = await chooses('karim', 'numerique')
    const { id: nadia } = await chooses('nadia', 'numerique')
    for (const name of ['karim', 'nadia']) await chooses(name, 'lycees')
    await takesPart(karim)
    clock.advance(DAY)
    await takesPart(nadia)
    assert.deepEqual(await participants(), { numerique: 1, lycees: 1 })
  })

  it('counts who took part before they said where they work: nowhere, then where they first say it', async () => {
    const { id } = await at.writes('karim')
    await takesPart(id)
    assert.deepEqual(await participants(), { '': 1 })
    await chooses('karim', 'numerique')
    await chooses('karim', 'lycees')
    clock.advance(DAY)
    assert.deepEqual(await participants(), { numerique: 1 })
  })
})
