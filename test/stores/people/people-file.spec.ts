import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import type { FileDifference } from '../../../src/features/people/people-file/difference.ts'
import { freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { peopleFile } from '../../support/features/people-file.ts'
import { type Deps, setRoster } from '../../support/features/roster.ts'

const INES = 'ines@x.fr;Inès;mobilites;pilote'
const OMAR = 'omar@x.fr;Omar;mobilites;'
const LATE = 'late@x.fr;Late;;'
const count = ({ added, changed, leaving, replaced, same }: FileDifference) => [
  added.length,
  changed.length,
  leaving.length,
  replaced.length,
  same,
]

onEachEngine('the people file', engine => {
  const fresh = freshDatabase(engine)
  let at: ReturnType<typeof setRoster>
  const set = (deps: Deps = {}) => setRoster(fresh.db, deps)
  beforeEach(() => {
    at = set()
  })

  const rows = () =>
    fresh.db.read(async tx => ({
      expected: await open(tx).selectFrom('expected_person').selectAll().orderBy('email').execute(),
      mails: await open(tx).selectFrom('known_mail').selectAll().execute(),
      people: await open(tx).selectFrom('person').selectAll().orderBy('object_id').execute(),
    }))

  it('is told before it is applied, and applied again changes nothing', async () => {
    assert.deepEqual(count(await at.compares(INES, OMAR)), [2, 0, 0, 0, 0])
    assert.deepEqual((await rows()).expected, [])
    await at.imports(INES, OMAR)
    const once = await rows()
    assert.deepEqual(
      once.expected.map(({ email, name }) => [email, name]),
      [
        ['ines@x.fr', 'Inès'],
        ['omar@x.fr', 'Omar'],
      ],
    )
    assert.deepEqual(count(await at.imports(INES, OMAR)), [0, 0, 0, 0, 2])
    assert.deepEqual(await rows(), once)
  })

  it('changes nothing at all with one fault', async () => {
    await at.imports(OMAR)
    const before = await rows()
    const outcome = await at.roster.apply(peopleFile(INES, 'x;X;nowhere;'))
    assert.deepEqual('faults' in outcome && outcome.faults.map(({ line }) => line), [3, 3])
    assert.deepEqual(await rows(), before)
  })

  it('finds somebody by the e-mail of their sign-in, then forgets it', async () => {
    await at.imports(INES, OMAR)
    const ines = await at.signsIn('ines', 'Ines@X.fr')
    assert.deepEqual([ines.role, ines.direction, ines.leads], ['pilot', 'mobilites', ['mobilites']])
    const { expected, mails, people } = await rows()
    assert.deepEqual(
      expected.map(({ email }) => email),
      ['omar@x.fr'],
    )
    assert.equal(mails.length, 1)
    assert.doesNotMatch(JSON.stringify([mails, people, await at.facts()]), /ines@/i)
    assert.deepEqual(count(await at.imports(INES, OMAR)), [0, 0, 0, 0, 2])
  })

  it('has Teams asked once of somebody who writes, also before anybody is expected', async () => {
    at = set({ mails: { ines: 'INES@x.fr' } })
    await at.writes('ines')
    assert.deepEqual(
      (await at.facts()).map(({ kind }) => kind),
      ['people.reachable', 'people.met'],
    )
    await at.imports(INES)
    for (let n = 0; n < 3; n++) assert.equal((await at.writes('ines')).role, 'agent')
    const facts = await at.facts()
    assert.deepEqual(
      facts.map(({ kind }) => kind),
      ['people.met'],
    )
    for (let n = 0; n < 2; n++) await at.people.askWho(String(facts[0]?.payload.person), 'chat-ines')
    assert.equal((await at.writes('ines')).role, 'pilot')
    assert.deepEqual(
      [at.asked, (await at.facts()).map(({ kind }) => kind)],
      [['ines'], ['people.direction-chosen']],
    )
  })

  it('does not ask again where Teams did not say, and takes the sign-in’s word later', async () => {
    await at.imports(INES)
    const { id } = await at.writes('ines')
    await at.people.askWho(id, 'chat-ines')
    await at.facts()
    await at.writes('ines')
    assert.deepEqual([at.asked, await at.facts()], [['ines'], []])
    assert.equal((await at.signsIn('ines', 'ines@x.fr')).role, 'pilot')
  })

  it('knows who came before they were in a file', async () => {
    await at.imports(OMAR)
    await at.signsIn('ines', 'ines@x.fr')
    const { added } = await at.imports(OMAR, INES)
    assert.deepEqual(
      added.map(({ person }) => person?.name),
      ['ines'],
    )
    assert.equal((await at.writes('ines')).role, 'pilot')
    assert.deepEqual(
      (await rows()).expected.map(({ email }) => email),
      ['omar@x.fr'],
    )
  })

  it('changes what it says anew, and leaves what people said since where it says nothing', async () => {
    await at.imports(INES, OMAR, LATE)
    await at.signsIn('ines', 'ines@x.fr')
    const late = await at.signsIn('late', 'late@x.fr')
    await at.people.chooseDirection(late, 'culture')
    assert.deepEqual(count(await at.imports(INES, OMAR, LATE)), [0, 0, 0, 0, 3])
    assert.equal((await at.writes('late')).direction, 'culture')
    const { changed } = await at.imports('ines@x.fr;Inès;lycees;encadrement', OMAR, LATE)
    assert.deepEqual(
      changed.map(({ what }) => what),
      [['direction', 'seat']],
    )
    const ines = await at.writes('ines')
    assert.deepEqual([ines.role, ines.direction, ines.leads], ['manager', 'lycees', ['lycees']])
  })

  it('takes back the role it gave to who is no longer named, and nothing else', async () => {
    await at.imports(INES, OMAR, 'late@x.fr;Late;;')
    const { id } = await at.signsIn('ines', 'ines@x.fr')
    const omar = await at.signsIn('omar', 'omar@x.fr')
    await at.people.assignRole(omar.id, 'manager', ['culture'])
    const { leaving } = await at.imports('new@x.fr;New;;')
    assert.deepEqual(
      leaving.map(({ name, loses }) => [name, loses]),
      [
        ['ines', true],
        ['omar', false],
        ['Late', false],
      ],
    )
    const ines = await at.writes('ines')
    assert.deepEqual([ines.id, ines.role, ines.direction], [id, 'agent', 'mobilites'])
    assert.equal((await at.writes('omar')).role, 'manager')
    assert.deepEqual(count(await at.imports('new@x.fr;New;;')), [0, 0, 0, 0, 1])
  })

  it('gives a Direction one pilot: a new one takes the place of who was named by hand', async () => {
    await at.imports(OMAR)
    await at.signsIn('omar', 'omar@x.fr')
    const paul = await at.writes('paul')
    await at.facts()
    await at.people.askWho(paul.id, 'chat-paul')
    await at.people.assignRole(paul.id, 'pilot', ['mobilites'])
    await at.signsIn('paul', 'paul@x.fr')
    const { replaced } = await at.imports('omar@x.fr;Omar;mobilites;pilote')
    assert.deepEqual(
      replaced.map(({ person }) => person.name),
      ['paul'],
    )
    assert.deepEqual([(await at.writes('paul')).role, (await at.writes('omar')).role], ['agent', 'pilot'])
    assert.deepEqual(
      (await at.people.pilots('mobilites')).map(({ name }) => name),
      ['omar'],
    )
  })

  it('says who keeps a seat that it gives to somebody who has not come', async () => {
    const paul = await at.writes('paul')
    await at.people.assignRole(paul.id, 'pilot', ['mobilites'])
    const keeps = async (...lines: string[]) =>
      (await at.compares(...lines)).kept.map(({ person, entry }) => [person.name, entry.name])
    assert.deepEqual(await keeps(INES), [['paul', 'Inès']])
    assert.deepEqual(await keeps('ines@x.fr;Inès;culture;pilote'), [])
    assert.deepEqual(await keeps('ines@x.fr;Inès;mobilites;suppléance'), [])
    await at.imports(INES)
    assert.equal((await at.signsIn('ines', 'ines@x.fr')).role, 'agent')
    assert.deepEqual(await keeps(INES), [])
  })

  it('lets nobody keep a seat that it takes from them', async () => {
    await at.imports(OMAR.replace(/;$/, ';pilote'))
    await at.signsIn('omar', 'omar@x.fr')
    const { kept, leaving } = await at.compares(INES)
    assert.deepEqual([kept.length, leaving.length], [0, 1])
  })

  it('exchanges two pilots, and calls upon a deputy only where there is no pilot', async () => {
    const named = (one: string, other: string) => [
      `ines@x.fr;Inès;${one};pilote`,
      `omar@x.fr;Omar;${other};pilote`,
      'dina@x.fr;Dina;mobilites;suppléance',
    ]
    await at.imports(...named('mobilites', 'lycees'))
    for (const who of ['ines', 'omar', 'dina']) await at.signsIn(who, `${who}@x.fr`)
    const pilots = async () =>
      (await at.people.pilots()).map(({ name, leads }) => [name, leads?.[0]]).toSorted()
    assert.deepEqual(await pilots(), [
      ['ines', 'mobilites'],
      ['omar', 'lycees'],
    ])
    await at.imports(...named('lycees', 'mobilites'))
    assert.deepEqual(await pilots(), [
      ['ines', 'lycees'],
      ['omar', 'mobilites'],
    ])
    const dina = await at.writes('dina')
    assert.deepEqual([dina.role, dina.leads, dina.deputy], ['pilot', ['mobilites'], true])
    await at.imports('ines@x.fr;Inès;lycees;pilote', 'dina@x.fr;Dina;mobilites;suppléance')
    assert.deepEqual(await pilots(), [
      ['dina', 'mobilites'],
      ['ines', 'lycees'],
    ])
  })

  it('stands in the journal with each role that it gives, takes or passes on, at once or at the first contact', async () => {
    await at.imports(INES, OMAR)
    await at.signsIn('ines', 'ines@x.fr')
    await at.signsIn('omar', 'omar@x.fr')
    await at.imports(INES, 'omar@x.fr;Omar;mobilites;encadrement')
    await at.imports('omar@x.fr;Omar;mobilites;pilote')
    const named = set({ organisers: ['omar'] })
    await named.signsIn('omar', 'omar@x.fr')
    await named.signsIn('omar', 'omar@x.fr')
    const kept = await fresh.db.read(tx =>
      open(tx)
        .selectFrom('audit')
        .innerJoin('audit_person', 'audit_person.who', 'audit.thing')
        .innerJoin('person', 'person.id', 'audit_person.person_id')
        .select(['person.object_id', 'act', 'audit.who', 'audit.role', 'door'])
        .execute(),
    )
    assert.deepEqual(kept.map(({ object_id, act }) => `${object_id} ${act}`).toSorted(), [
      'ines people.role-agent',
      'ines people.role-pilot',
      'omar people.role-manager',
      'omar people.role-organiser',
      'omar people.role-pilot',
    ])
    assert.ok(kept.every(({ who, role, door }) => who === '' && role === 'operator' && door === 'command'))
  })

  it('leaves a seat that was given by hand while its pilot was awaited', async () => {
    await at.imports(INES)
    const paul = await at.writes('paul')
    await at.people.assignRole(paul.id, 'pilot', ['mobilites'])
    assert.equal((await at.signsIn('ines', 'ines@x.fr')).role, 'agent')
    assert.equal((await at.writes('paul')).role, 'pilot')
  })

  it('keeps apart what the operator gives and what the file gives', async () => {
    const row = 'omar@x.fr;Omar;;organisation'
    await at.imports(row, INES)
    const named = set({ organisers: ['omar', 'ines'] })
    assert.equal((await named.signsIn('ines', 'ines@x.fr')).role, 'organiser')
    assert.equal((await named.signsIn('omar', 'omar@x.fr')).role, 'organiser')
    assert.equal((await at.writes('ines')).role, 'pilot')
    assert.equal((await at.writes('omar')).role, 'organiser')
    assert.equal((await at.writes('omar')).role, 'organiser')
  })

  it('refuses two lines for one person under two addresses', async () => {
    await at.imports(INES)
    await at.people.greet({
      tenant: 'aaaaaaaa-0000-4000-8000-000000000001',
      objectId: 'ines',
      name: 'Inès',
      language: 'fr',
      mails: ['ines@x.fr', 'i.roques@x.fr'],
    })
    const outcome = await at.roster.apply(peopleFile(INES, 'i.roques@x.fr;Inès;;'))
    assert.deepEqual('faults' in outcome && outcome.faults, [
      { line: 3, code: 'person-twice', details: { other: 2 } },
    ])
    assert.deepEqual(count(await at.imports('i.roques@x.fr;Inès;mobilites;pilote')), [0, 0, 0, 0, 1])
  })

  it('takes nothing from those whom another secret keeps from being known', async () => {
    await at.imports(INES)
    await at.signsIn('ines', 'ines@x.fr')
    const later = set({ secret: 'another one' })
    assert.deepEqual(count(await later.imports(INES)), [1, 0, 0, 0, 0])
    assert.equal((await later.writes('ines')).role, 'pilot')
    assert.equal((await later.signsIn('ines', 'ines@x.fr')).role, 'pilot')
    assert.deepEqual(count(await later.imports(INES)), [0, 0, 0, 0, 1])
    assert.deepEqual((await rows()).expected, [])
  })

  it('has one person for ten first contacts at once', async () => {
    await at.imports(INES)
    const actors = await Promise.all(Array.from({ length: 10 }, () => at.signsIn('ines', 'ines@x.fr')))
    assert.deepEqual([...new Set(actors.map(({ id, role }) => `${id} ${role}`))].length, 1)
  })
})
