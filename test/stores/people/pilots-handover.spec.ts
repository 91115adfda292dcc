import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { peopleFileStore } from '../../../src/features/people/people-file/store.ts'
import { peopleStore } from '../../../src/features/people/person/store.ts'
import { handoverStore } from '../../../src/features/people/pilots/handover-store.ts'
import { handoverUsecases } from '../../../src/features/people/pilots/handover-usecases.ts'
import { pilotUsecases } from '../../../src/features/people/pilots/usecases.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { auditIn } from '../../support/features/audit.ts'
import { setRoster } from '../../support/features/roster.ts'
import { programme } from '../../support/programme/programme.ts'

const nonce = () => randomIds.nonce()
const refused = (code: string) => (error: unknown) => (error as { code?: string }).code === code

onEachEngine('who answers for a Direction', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let at: ReturnType<typeof setRoster>
  let relays: ReturnType<typeof handoverUsecases>
  let pilots: ReturnType<typeof pilotUsecases>
  beforeEach(() => {
    at = setRoster(fresh.db)
    const { directions } = programme
    const parts = { ...fresh.db, clock, store: peopleStore, directions, ids: randomIds }
    const audit = auditIn(parts)
    relays = handoverUsecases({ ...parts, audit, handover: handoverStore })
    pilots = pilotUsecases({ ...parts, peopleFile: peopleFileStore })
  })

  async function agent(name: string, direction = 'mobilites'): Promise<Actor> {
    return at.people.chooseDirection(await at.writes(name), direction)
  }
  async function pilot(name: string, direction = 'mobilites'): Promise<Actor> {
    const { id } = await agent(name, direction)
    await at.people.assignRole(id, 'pilot', [direction])
    return at.writes(name)
  }
  const now = async (name: string) => {
    const { role, leads, deputy } = await at.writes(name)
    return [role, leads, deputy]
  }
  const notedOf = async (kind: string) =>
    (await at.facts()).filter(fact => fact.kind === kind).map(({ payload }) => payload)
  const acts = () =>
    fresh.db.read(async tx =>
      (await open(tx).selectFrom('audit').selectAll().execute()).map(({ act, thing }) => [act, thing]),
    )

  it('is awaited while the people file names a pilot who has not come, and none is', async () => {
    const lab = { ...(await agent('lab')), role: 'organiser' } as const
    const at50 = async () => {
      const { items } = await pilots.piloted(lab, 50)
      const found = items.find(({ direction }) => direction.id === 'mobilites')
      return [found?.pilot?.name, found?.awaited]
    }
    const before = await pilots.unpiloted()
    await at.imports('amina@x.fr;Amina Fabre;mobilites;pilote', 'dina@x.fr;Dina;mobilites;suppléance')
    assert.deepEqual(await at50(), [undefined, 'Amina Fabre'])
    assert.equal(await pilots.unpiloted(), before - 1)
    const lacking = (await pilots.piloted(lab, 50, undefined, true)).items
    assert.ok(!lacking.some(({ direction }) => direction.id === 'mobilites'))
    await at.signsIn('amina', 'amina@x.fr')
    assert.deepEqual(await at50(), ['amina', undefined])
  })

  it('is one person, whoever hands over to whom at one time', async () => {
    const ines = await pilot('ines')
    const colleagues = await Promise.all(['a', 'b', 'c', 'd'].map(name => agent(name)))
    const tried = await Promise.allSettled(
      colleagues.map(({ id }) => relays.handOver(ines, 'mobilites', id, nonce())),
    )
    const done = tried.flatMap(each => (each.status === 'fulfilled' ? [each.value?.name] : []))
    assert.equal(done.length, 1)
    for (const each of tried)
      if (each.status === 'rejected') assert.ok(refused('role-needed')(each.reason), String(each.reason))
    const [{ pilot: found } = { pilot: undefined }] = (
      await pilots.piloted({ ...ines, role: 'organiser' }, 50)
    ).items.filter(({ direction }) => direction.id === 'mobilites')
    assert.equal(found?.name, done[0])
    assert.equal((await acts()).length, 1)
  })

  it('is named by two organisers at one time without a fault', async () => {
    const lab = { ...(await agent('lab')), role: 'organiser' } as const
    await at.people.assignRole(lab.id, 'organiser')
    const colleagues = await Promise.all(['a', 'b', 'c'].map(name => agent(name)))
    const tried = await Promise.allSettled(
      colleagues.map(({ id }) => relays.handOver(lab, 'mobilites', id, nonce())),
    )
    assert.deepEqual(
      tried.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'fulfilled'],
    )
    const roles = await Promise.all(['a', 'b', 'c'].map(async name => (await at.writes(name)).role))
    assert.deepEqual(roles.toSorted(), ['agent', 'agent', 'pilot'])
  })

  it('notes what is to follow, once: what waits moves, and whoever did not do it is told', async () => {
    const ines = await pilot('ines')
    const omar = await agent('omar')
    await at.facts()
    const once = nonce()
    for (let n = 0; n < 2; n++) {
      const found = await relays.handOver(ines, 'mobilites', omar.id, once)
      assert.equal(found?.name, 'omar')
    }
    const facts = await at.facts()
    assert.deepEqual(
      facts.map(({ kind, payload: { act: _, ...payload } }) => [kind, payload]),
      [
        ['people.appointed', { person: omar.id, direction: 'mobilites', as: 'pilot', other: ines.id }],
        ['people.relayed', { direction: 'mobilites', from: ines.id, to: omar.id }],
      ],
    )
    assert.deepEqual(await acts(), [['people.hand-over', 'mobilites']])
    assert.deepEqual(
      [await now('ines'), await now('omar')],
      [
        ['agent', undefined, undefined],
        ['pilot', ['mobilites'], undefined],
      ],
    )
  })

  it('stays with somebody who corrects their own Direction', async () => {
    const ines = await pilot('ines')
    await at.people.chooseDirection(ines, 'culture')
    assert.deepEqual(await now('ines'), ['pilot', ['mobilites'], undefined])
    const omar = await agent('omar')
    assert.equal(
      (await relays.handOver(await at.writes('ines'), 'mobilites', omar.id, nonce()))?.name,
      'omar',
    )
  })

  it('moves what waits too when a file puts somebody else in the place', async () => {
    const ines = await pilot('ines')
    await at.imports('late@x.fr;Late;;')
    const omar = await at.signsIn('omar', 'omar@x.fr')
    await at.facts()
    await at.imports('omar@x.fr;Omar;mobilites;pilote')
    assert.deepEqual(await notedOf('people.relayed'), [
      { direction: 'mobilites', from: ines.id, to: omar.id },
    ])
  })

  it('has one deputy, whoever names the next: a file says first whom it replaces', async () => {
    const ines = await pilot('ines')
    await at.imports('late@x.fr;Late;;', 'nadia@x.fr;Nadia;mobilites;suppléance')
    const omar = await at.signsIn('omar', 'omar@x.fr')
    await at.people.chooseDirection(omar, 'mobilites')
    await relays.nameDeputy(ines, 'mobilites', omar.id)
    // Named by hand, he is newer than what the file said of her.
    await at.signsIn('nadia', 'nadia@x.fr')
    assert.deepEqual([(await now('omar'))[2], (await now('nadia'))[0]], [true, 'agent'])
    await at.signsIn('zoe', 'zoe@x.fr')
    const rows = ['late@x.fr;Late;;', 'zoe@x.fr;Zoé;mobilites;suppléance'] as const
    const { replaced } = await at.compares(...rows)
    assert.deepEqual(
      replaced.map(({ person, by }) => [person.name, by.name]),
      [['omar', 'Zoé']],
    )
    await at.imports(...rows)
    assert.deepEqual([(await now('omar'))[0], (await now('zoe'))[2]], ['agent', true])
  })

  it('moves what waits for a deputy, where there was no pilot', async () => {
    const lab = await agent('lab')
    await at.people.assignRole(lab.id, 'organiser')
    const omar = await agent('omar')
    const nadia = await agent('nadia')
    await relays.nameDeputy(lab, 'mobilites', omar.id)
    assert.deepEqual(
      (await at.people.pilots('mobilites')).map(({ name }) => name),
      ['omar'],
    )
    await at.facts()
    await relays.handOver(lab, 'mobilites', nadia.id, nonce())
    assert.deepEqual(await notedOf('people.relayed'), [
      { direction: 'mobilites', from: omar.id, to: nadia.id },
    ])
    assert.deepEqual(
      (await at.people.pilots('mobilites')).map(({ name }) => name),
      ['nadia'],
    )
  })

  it('has one deputy: who is named takes the place of the one before', async () => {
    const ines = await pilot('ines')
    const [omar, nadia] = [await agent('omar'), await agent('nadia')]
    await relays.nameDeputy(ines, 'mobilites', omar.id)
    for (let n = 0; n < 2; n++) {
      const { deputies, found } = await relays.nameDeputy(ines, 'mobilites', nadia.id)
      assert.deepEqual(
        [deputies, found].map(each => each.map(({ name }) => name)),
        [['nadia'], ['omar']],
      )
    }
    assert.deepEqual(await now('omar'), ['agent', undefined, undefined])
    assert.deepEqual(
      (await notedOf('people.appointed')).map(({ person, as, other }) => [person, as, other]),
      [
        [omar.id, 'deputy', ines.id],
        [omar.id, 'agent', nadia.id],
        [nadia.id, 'deputy', ines.id],
      ],
    )
    const gone = await relays.removeDeputy(ines, 'mobilites')
    await relays.removeDeputy(ines, 'mobilites')
    assert.deepEqual(gone.deputies, [])
    assert.deepEqual(
      (await acts()).map(([act]) => act),
      ['people.name-deputy', 'people.name-deputy', 'people.remove-deputy'],
    )
  })

  it('is refused to who answers for another Direction, for none, or stands in', async () => {
    const ines = await pilot('ines')
    const omar = await agent('omar')
    const other = await pilot('other', 'culture')
    const hands = (who: Actor, to = omar.id) => relays.handOver(who, 'mobilites', to, nonce())
    await assert.rejects(hands(other), refused('not-yours'))
    await assert.rejects(hands(omar), refused('role-needed'))
    await assert.rejects(hands(ines, other.id), refused('relay-role'))
    await assert.rejects(hands(ines, 'nobody'), refused('person-unknown'))
    await relays.nameDeputy(ines, 'mobilites', omar.id)
    await assert.rejects(hands(await at.writes('omar')), refused('relay-deputy'))
    await assert.rejects(relays.handOver(ines, 'nowhere', omar.id, nonce()), refused('direction-unknown'))
    assert.deepEqual(await now('ines'), ['pilot', ['mobilites'], undefined])
  })

  it('is looked for among all colleagues, thousands of them, by the beginning of each name', async () => {
    const ines = await pilot('ines')
    await agent('zoé martin')
    await fresh.db.transact(async tx => {
      const row = await open(tx)
        .selectFrom('person')
        .selectAll()
        .where('name', '=', 'zoé martin')
        .executeTakeFirstOrThrow()
      for (let from = 0; from < 1_200; from += 100) {
        const rows = Array.from({ length: 100 }, (_, n) => ({
          ...row,
          id: `p${from + n}`,
          object_id: `o${from + n}`,
          name: `Aline ${from + n}`,
          chat: null,
        }))
        await open(tx).insertInto('person').values(rows).execute()
      }
    })
    const names = async (text: string) => {
      const { found, more } = await relays.prepare(ines, 'mobilites', text)
      return [found.map(({ name }) => name), more] as const
    }
    assert.deepEqual(await names(''), [[], true])
    assert.deepEqual(await names('ZOE'), [['zoé martin'], false])
    assert.deepEqual(await names('mart zo'), [['zoé martin'], false])
    assert.deepEqual(await names('nobody'), [[], false])
    const [aline, more] = await names('aline')
    assert.deepEqual([aline.length, more], [10, true])
  })

  it('is listed for organisers a page at a time, those without a pilot alone when asked', async () => {
    const lab = { ...(await agent('lab')), role: 'organiser' } as const
    await pilot('ines')
    const ids: string[] = []
    let after: string | undefined
    do {
      const { items, next } = await pilots.piloted(lab, 7, after, true)
      ids.push(...items.map(({ direction }) => direction.id))
      after = next
    } while (after !== undefined)
    assert.deepEqual(
      ids,
      programme.directions.map(({ id }) => id).filter(id => id !== 'mobilites'),
    )
    assert.equal(await pilots.unpiloted(), ids.length)
    await assert.rejects(pilots.piloted(lab, 7, 'nowhere'), refused('malformed'))
    await assert.rejects(pilots.piloted({ ...lab, role: 'pilot' }, 7), refused('role-needed'))
  })
})
