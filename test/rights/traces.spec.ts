import assert from 'node:assert/strict'
import { type Database, open } from '../../src/db/index.ts'
import { accessStore } from '../../src/features/rights/access-store.ts'
import { PARTS } from '../../src/features/rights/domain.ts'
import { erasureStore } from '../../src/features/rights/erasure-store.ts'
import { BESIDE } from '../../src/features/rights/non-personal-data-store.ts'
import { TRACES } from '../../src/features/rights/personal-data-map-store.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { readInventory } from '../support/reading/inventory.ts'
import { countsOf, type Planted, plant, wordsOf } from '../support/rights/planted.ts'
import { foundIn } from '../support/rights/scan.ts'

const known = new Set(TRACES.map(({ table, column }) => `${table}.${column}`))
/** Tables whose whole row is deleted. */
const gone = new Set(TRACES.filter(({ fate }) => fate === 'delete').map(({ table }) => String(table)))

/** Every fault with its column, in one message. */
function refuse(faults: readonly string[]): void {
  assert.equal(faults.length, 0, `\nsrc/features/rights/personal-data-map-store.ts:\n${faults.join('\n')}`)
}

function somebody(name: string): Planted {
  const id = () => randomIds.next()
  return { id: id(), name: `${name} ${id()}`, objectId: id(), chat: `chat-${id()}`, who: id() }
}

describe('the registry of what designates somebody', () => {
  it('knows every column that docs/donnees.md says to designate or to name a person', () => {
    const theirs = readInventory().entries.filter(({ data }) => data === 'pseudonyme' || data === 'identité')
    assert.ok(theirs.length > 60)
    refuse(
      theirs
        .map(({ column }) => column)
        .filter(column => !known.has(column) && !(column in BESIDE) && !gone.has(column.split('.')[0] ?? ''))
        .map(column => `${column} is not there: who is erased would stay in it`),
    )
  })

  it('tells every fact, text and choice of a row that is told, or of none', () => {
    const told = new Map<string, Set<string>>()
    for (const { table, told: how } of TRACES)
      if ('columns' in how) told.set(table, new Set([...(told.get(table) ?? []), ...how.columns]))
    const UNTOLD: readonly string[] = [
      // Of others who read or wrote it, or the same for everybody.
      'workshop.description',
      'workshop.place',
      'workshop.link',
      'workshop.was_place',
      'workshop.was_link',
      'workshop.reason',
      'ballot.sequel_word',
      'series.description',
      // Sealed: unreadable while the ballot runs.
      'sealed_vote.envelope',
      // Follows from whom one chose to show it to, and whose it was taken up after.
      'commitment.shown_to',
      'commitment.inspired_by',
    ]
    refuse(
      readInventory()
        .entries.filter(({ data }) => ['fait', 'texte', 'réservé', 'identité'].includes(data))
        .filter(({ column }) => {
          const [table = '', name = ''] = column.split('.')
          return told.has(table) && !told.get(table)?.has(name) && !UNTOLD.includes(column)
        })
        .filter(({ column }) => !known.has(column) && !(column in BESIDE))
        .map(({ column }) => `${column} is told to nobody`),
    )
  })

  it('says nothing of what is no column, nor twice the same', () => {
    const listed = readInventory().entries.map(({ column }) => column)
    const all = [...TRACES.map(({ table, column }) => `${table}.${column}`), ...Object.keys(BESIDE)]
    refuse([
      ...all.filter(column => !listed.includes(column)).map(column => `${column} is no column`),
      ...all.filter((column, at) => all.indexOf(column) < at).map(column => `${column} stands twice`),
    ])
  })

  it('has something told in every part', () => {
    const told = new Set(TRACES.flatMap(({ told }) => ('part' in told ? told.part : [])))
    assert.deepEqual(
      PARTS.filter(part => !told.has(part)),
      [],
    )
  })
})

onEachEngine('the registry of what designates somebody', engine => {
  const fresh = freshDatabase(engine)

  async function erase(db: Database, { id, chat }: Planted): Promise<void> {
    await db.transact(tx => erasureStore(tx, randomIds).erase({ id, chat }))
  }

  it('knows every column of the schema that is called like one of a person', async () => {
    const tables = await fresh.db.read(tx => open(tx).introspection.getTables())
    const named = tables.flatMap(({ name, columns }) =>
      columns
        .filter(column => /^(person(_id)?|author|owner|organiser|who|by|.*_by)$/.test(column.name))
        .map(column => `${name}.${column.name}`),
    )
    assert.ok(named.length > 30)
    // Of what a thing comes after, not of whom.
    const things = ['idea.inspired_by', 'commitment.inspired_by', 'audit_person.who']
    refuse(named.filter(column => !known.has(column) && !things.includes(column)))
  })

  it('leaves nothing of a person who stands in every table, and all of another', async () => {
    const [gone, other, third] = [somebody('Camille'), somebody('Nadia'), somebody('Karim')]
    await plant(fresh.db, [gone, other, third])
    const before = await foundIn(fresh.db, wordsOf(gone))
    assert.deepEqual(
      [...known].filter(
        column => !before.includes(column) && !/^(audit|commitment_note|limit_use)\./.test(column),
      ),
      [],
      'planted everywhere',
    )
    const rest = await foundIn(fresh.db, wordsOf(other))
    await erase(fresh.db, gone)
    assert.deepEqual(await foundIn(fresh.db, wordsOf(gone)), [])
    assert.deepEqual(await foundIn(fresh.db, wordsOf(other)), rest)
    assert.deepEqual(await foundIn(fresh.db, [gone.who]), ['audit.who'])
    await erase(fresh.db, gone)
    assert.deepEqual(await foundIn(fresh.db, wordsOf(other)), rest, 'a second time changes nothing')
  })

  it('keeps the rows that others count on', async () => {
    const people = [somebody('Camille'), somebody('Nadia')]
    await plant(fresh.db, people)
    const before = await countsOf(fresh.db)
    await erase(fresh.db, people[0] as Planted)
    const after = await countsOf(fresh.db)
    const fewer = Object.keys(before).filter(table => after[table] !== before[table])
    // Messages waiting for the person's chat are deleted, and with a comment its reports by others.
    assert.deepEqual(fewer.sort(), [...gone, 'fact', 'idea_comment_report'].sort())
  })

  it('puts one stranger in all that belongs together, and another in each thing', async () => {
    const person = somebody('Camille')
    await plant(fresh.db, [person, somebody('Nadia')])
    await erase(fresh.db, person)
    const places = await fresh.db.read(async tx => {
      const at = async (
        table: 'registration' | 'attendance' | 'table_place' | 'vote' | 'vote_choice',
        by: string,
      ) =>
        (
          await open(tx)
            .selectFrom(table)
            .select('person_id')
            .where(by as never, '=', '1' as never)
            .execute()
        ).map(row => row.person_id)
      return {
        seat: await at('registration', 'workshop_id'),
        came: await at('attendance', 'workshop_id'),
        sat: await at('table_place', 'workshop_id'),
        voted: await at('vote', 'ballot_id'),
        chose: await at('vote_choice', 'ballot_id'),
      }
    })
    assert.deepEqual(places.came, places.seat)
    assert.deepEqual(places.sat, places.seat)
    assert.deepEqual(places.chose, places.voted)
    assert.notDeepEqual(places.voted, places.seat)
  })

  it('tells each what is theirs and nothing of another', async () => {
    const [person, other] = [somebody('Camille'), somebody('Nadia')]
    await plant(fresh.db, [person, other])
    await fresh.db.read(async tx => {
      const store = accessStore(tx)
      for (const { name } of store.names) {
        const rows = await store.rows(person.id, name, 10, 0)
        assert.equal(rows.length, 1, name)
        assert.equal(await store.count(person.id, name), 1, name)
        const text = JSON.stringify(rows)
        assert.deepEqual(
          wordsOf(other).filter(word => text.includes(word)),
          [],
          name,
        )
      }
    })
  })
})
