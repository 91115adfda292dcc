import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { only } from '../../../src/features/ballots/ballot/choice.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { ballot, usecasesOn } from '../../support/features/ballots.ts'
import { createDatabase } from '../../support/product/bot.ts'
import { openWorld, type World } from '../../support/product/world.ts'
import { agent, lab } from '../../support/workshops/workshops.ts'

onEachEngine('a secret ballot at the end of which the server stops', engine => {
  const ballotSecrets = ['wraps the ballots of these tests alone']
  let world: World
  let drop: () => Promise<void>
  beforeEach(async () => {
    const made = await createDatabase(engine)
    drop = made.drop
    world = await openWorld({ url: made.url, ids: randomIds, ballotSecrets })
  })
  afterEach(async () => {
    await world.close().finally(drop)
  })

  /** Seven sealed votes, none of which the server has told anybody about. */
  async function voted() {
    const desk = usecasesOn(world.app.database, world.clock)
    const { id, options } = await desk.open(lab, ballot(world.clock.now(), { secret: true }), [])
    for (let who = 0; who < 7; who++) await desk.vote(agent(who), id, only(options[who % 2]?.id ?? ''))
    return { id, desk }
  }
  const left = async () => {
    const { read } = world.app.database
    const rows = (table: 'sealed_vote' | 'ballot_key' | 'ballot_scrub') =>
      read(tx => open(tx).selectFrom(table).selectAll().execute())
    return [await rows('sealed_vote'), await rows('ballot_key'), await rows('ballot_scrub')].map(
      all => all.length,
    )
  }
  const result = async (id: string) => {
    const shown = await usecasesOn(world.app.database, world.clock).show(lab, id)
    return [shown.votes, ...shown.options.map(({ votes }) => votes)]
  }

  it('is counted when it starts again, and the disk cleared ten minutes after its end', async () => {
    const { id, desk } = await voted()
    await world.app.delivery.stop()
    await desk.close(lab, id)
    await world.restart(9 * MINUTE)
    assert.deepEqual(await left(), [0, 0, 1])
    await world.restart(MINUTE)
    assert.deepEqual(
      [await left(), await result(id)],
      [
        [0, 0, 0],
        [7, 4, 3, 0],
      ],
    )
  })

  it('is counted later where the server was down at its end, and later still where its secret was missing', async () => {
    const { id } = await voted()
    await world.restart(8 * DAY, { ballotSecrets: [] })
    assert.deepEqual(await left(), [7, 1, 0])
    assert.deepEqual(
      world.logged.map(({ message }) => message),
      ['BALLOT_SECRET lacks the one that this ballot was opened under'],
    )
    await world.restart(DAY)
    assert.deepEqual(await left(), [0, 0, 1])
    await world.restart(10 * MINUTE)
    assert.deepEqual(
      [await left(), await result(id)],
      [
        [0, 0, 0],
        [7, 4, 3, 0],
      ],
    )
  })
})
