import assert from 'node:assert/strict'
import { byName } from '../../src/tabs/client/organiser/workshops/tables/door-list.ts'

const named = (...names: readonly string[]) => names.map(name => ({ id: name, name }))

describe('the list for the door', () => {
  it('is by name whatever the table, leaders among the others, accents and capitals where a dictionary has them', () => {
    const tables = [
      { number: 2, leaders: named('Zoé Martin'), people: named('Éric Noël', 'Agnès d’Orsay') },
      { number: 1, leaders: [], people: named('Eric Noé', 'Étienne Bon', 'agathe Bo', '') },
    ]
    assert.deepEqual(
      byName({ tables, offered: [] }, 'fr').map(({ name, table }) => [name, table]),
      [
        ['agathe Bo', 1],
        ['Agnès d’Orsay', 2],
        ['Eric Noé', 1],
        ['Éric Noël', 2],
        ['Étienne Bon', 1],
        ['Zoé Martin', 2],
      ],
    )
  })

  it('has who is offered a seat where their name is looked for, without a table', () => {
    const tables = [{ number: 1, leaders: [], people: named('Agnès d’Orsay', 'Zoé Martin') }]
    assert.deepEqual(
      byName({ tables, offered: named('Éric Noël', '') }, 'fr').map(({ name, table }) => [name, table]),
      [
        ['Agnès d’Orsay', 1],
        ['Éric Noël', undefined],
        ['Zoé Martin', 1],
      ],
    )
  })
})
