import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { KEPT } from '../../src/db/outbox/queue.ts'
import { contentSchema } from '../../src/features/programme/schema/content.ts'
import { NEEDS_KEPT } from '../../src/features/workshops/attendees/needs.ts'
import { formKey } from '../../src/kernel/storage/idempotency.ts'
import { DAY } from '../../src/kernel/time/clock.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { readInventory } from '../support/reading/inventory.ts'

const { entries, words, meaning } = readInventory()
const listed = entries.map(({ column }) => column)

/** Every fault with its column, in one message. */
function refuse(faults: readonly string[]): void {
  assert.equal(faults.length, 0, `\ndocs/donnees.md:\n${faults.join('\n')}`)
}

onEachEngine('the inventory of personal data', engine => {
  const fresh = freshDatabase(engine)

  it('has one row for each column of the database, and none that it has not', async () => {
    const tables = await fresh.db.read(tx =>
      open(tx).introspection.getTables({ withInternalKyselyTables: true }),
    )
    const real = tables.flatMap(({ name, columns }) => columns.map(column => `${name}.${column.name}`))
    assert.ok(real.includes('person.name') && real.includes('kysely_migration.name'))
    refuse([
      ...real.filter(column => !listed.includes(column)).map(column => `${column} has no row`),
      ...listed.filter(column => !real.includes(column)).map(column => `${column} is no column`),
      ...listed.filter((column, at) => listed.indexOf(column) < at).map(column => `${column} has two rows`),
    ])
  })
})

describe('the inventory of personal data', () => {
  it('says of each column what it is, why, for how long and who sees it, in the words it explains', () => {
    refuse(
      entries.flatMap(({ column, data, why, kept, seenBy }) => [
        ...(words.data.includes(data) ? [] : [`${column}: what is « ${data} »`]),
        ...(why === '' ? [`${column}: why`] : []),
        ...(words.kept.includes(kept) ? [] : [`${column}: how long is « ${kept} »`]),
        ...seenBy.filter(who => !words.seenBy.includes(who)).map(who => `${column}: who is « ${who} »`),
      ]),
    )
  })

  it('explains no word that it does not use', () => {
    const used = new Set(entries.flatMap(({ data, kept, seenBy }) => [data, kept, ...seenBy]))
    assert.deepEqual(
      Object.values(words).map(each => each.length > 2),
      [true, true, true],
    )
    refuse([...meaning.keys()].filter(word => !used.has(word)).map(word => `« ${word} » is not used`))
  })

  it('gives the periods that the code keeps', () => {
    const longest = formKey('person', 'nonce', {}).forMs / DAY
    assert.match(meaning.get(`${KEPT / DAY} jours`) ?? '', /sept jours/)
    assert.match(meaning.get(`${longest} jours`) ?? '', new RegExp(`${longest} jours`))
    const weeks = contentSchema.shape.retention.parse({}).figureWeeks
    assert.match(meaning.get(`${NEEDS_KEPT / DAY} jours`) ?? '', /trente jours/)
    assert.match(meaning.get('chiffres') ?? '', new RegExp(`${weeks} semaines`))
  })
})
