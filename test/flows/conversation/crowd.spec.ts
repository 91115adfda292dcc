import assert from 'node:assert/strict'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { openWorld, type World } from '../../support/product/world.ts'
import { CAST, MAELLE, manyPeople } from '../../support/sign-in/cast.ts'
import { IDEAS, WORKSHOPS } from '../../support/teams/index.ts'

const CROWD = manyPeople(30)

onEachEngine('thirty people at once, through Teams', engine => {
  let world: World
  let drop: () => Promise<void>
  beforeEach(async () => {
    const made = await engine.begin()
    drop = made.drop
    world = await openWorld({ url: made.url, people: [...CAST, ...CROWD] })
    await world.as(MAELLE).installs(WORKSHOPS)
    await world.settle()
  })
  afterEach(async () => {
    await world.close()
    await drop()
  })

  it('each support an idea three times, and it has thirty-one supports', async () => {
    const idea = await world.as(MAELLE).says('idée Réparer avant de racheter', IDEAS)
    await Promise.all(
      CROWD.map(person => world.as(person).presses(idea, 'Soutenir', {}, { again: ['same id', 'new id'] })),
    )
    await world.pass(10 * SECOND)
    const listed = await world.as(MAELLE).says('idées')
    assert.match(listed.text, /31 soutiens/)
    assert.deepEqual(
      world.teams.calls.filter(({ kind }) => kind === 'edit'),
      [],
    )
  })
})
