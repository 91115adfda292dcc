import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { camille, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'

const lea = { objectId: 'lea', name: 'Léa Marty' }
const noe = { objectId: 'noe', name: 'Noé Sans' }

onEachEngine('a Direction said after the tap', engine => {
  let table: OneOfEach
  let drop: () => Promise<void>
  beforeEach(async () => {
    const made = await engine.begin()
    drop = made.drop
    table = await setOneOfEach(made.url)
    for (const who of [lea, noe])
      for (const verb of ['workshops.answer', 'ideas.support', 'ballots.vote']) await tap(who, verb)
    await settle()
  })
  afterEach(async () => {
    await table.close()
    await drop()
  })

  const tap = (who: typeof lea, verb: string, change: object = {}) =>
    table.stage.as(who).presses(verb, { ...table.presses()[verb], ...change })

  /** Sends what waits, the edits that pace holds back for a while too. */
  async function settle() {
    await table.stage.settle()
    table.clock.advance(MINUTE)
    await table.stage.settle()
  }

  async function says(who: typeof lea, direction: string) {
    await tap(who, 'people.direction', { direction })
    await settle()
  }

  /** Directions of one person's rows, and the tallies stored beside them. */
  async function rowsOf(who: typeof lea) {
    const { id } = await table.actor(who)
    return table.stage.app.database.read(async tx => {
      const [db, one] = [open(tx), 'direction' as const]
      const mine = await Promise.all([
        db.selectFrom('registration').select(one).where('person_id', '=', id).executeTakeFirst(),
        db.selectFrom('idea_support').select(one).where('person_id', '=', id).executeTakeFirst(),
        db.selectFrom('vote').select(one).where('person_id', '=', id).executeTakeFirst(),
        db.selectFrom('idea').select(one).where('author', '=', id).executeTakeFirst(),
      ])
      return mine.map(row => row?.direction)
    })
  }
  async function tallies() {
    return table.stage.app.database.read(async tx => {
      const seats = await open(tx)
        .selectFrom('workshop')
        .select('directions')
        .where('id', '=', table.things.workshop)
        .executeTakeFirstOrThrow()
      const idea = await open(tx)
        .selectFrom('idea')
        .select('directions')
        .where('id', '=', table.things.idea)
        .executeTakeFirstOrThrow()
      return [seats.directions, idea.directions]
    })
  }
  const shown = () => [...table.stage.sent.values()].map(({ card }) => JSON.stringify(card)).join('\n')

  it('counts what was answered, supported and voted before; the card in the channel keeps to what it says', async () => {
    assert.deepEqual(
      [await rowsOf(lea), await tallies()],
      [
        [null, null, null, undefined],
        [0, 0],
      ],
    )
    assert.doesNotMatch(shown(), /participent déjà/)
    await says(lea, 'numerique')
    assert.deepEqual(await rowsOf(lea), ['numerique', 'numerique', 'numerique', undefined])
    assert.deepEqual(
      [await rowsOf(noe), await tallies()],
      [
        [null, null, null, undefined],
        [1, 1],
      ],
    )
    assert.doesNotMatch(shown(), /participent déjà/)
  })

  it('counts an author’s idea, and their own support of it', async () => {
    await says(camille, 'lycees')
    assert.deepEqual(await rowsOf(camille), [undefined, 'lycees', undefined, 'lycees'])
    assert.deepEqual(await tallies(), [0, 1])
  })

  it('leaves what is over, and what stood under another Direction', async () => {
    await says(noe, 'culture')
    table.clock.advance(30 * DAY)
    await says(lea, 'numerique')
    assert.deepEqual(await rowsOf(lea), [null, 'numerique', null, undefined])
    await says(noe, 'tourisme')
    assert.deepEqual(await rowsOf(noe), ['culture', 'culture', 'culture', undefined])
  })

  it('is counted again by the same answer given once more, as long as it can be given', async () => {
    await says(lea, 'numerique')
    await says(lea, 'culture')
    for (const verb of ['workshops.answer', 'ideas.support', 'ballots.vote']) await tap(lea, verb)
    // A seat is counted under the Direction that she comes from, until the next day.
    assert.deepEqual(await rowsOf(lea), ['numerique', 'culture', 'culture', undefined])
    table.clock.advance(DAY)
    await tap(lea, 'workshops.answer')
    assert.deepEqual(await rowsOf(lea), ['culture', 'culture', 'culture', undefined])
    await settle()
    assert.deepEqual(await tallies(), [1, 1])
  })
})
