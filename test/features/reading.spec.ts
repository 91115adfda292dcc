import assert from 'node:assert/strict'
import type { ApiRoute } from '../../src/kernel/requests/route.ts'
import type { ChangeTopic } from '../../src/kernel/storage/change-topic.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../support/product/one-of-each.ts'

/** Pages read again what changed: a reading that changed something would make them read for ever. */
describe('reading through the API', () => {
  let table: OneOfEach
  before(async () => {
    table = await setOneOfEach()
    await table.stage.settle()
  })
  after(() => table.close())

  it('changes nothing that pages follow', async () => {
    const told: [string, readonly ChangeTopic[]][] = []
    let door = ''
    const leave = table.stage.app.database.subscribe(topics => told.push([door, topics]))
    const reading = Object.entries(table.calls()).filter(([name]) => name.startsWith('get '))
    assert.ok(reading.length > 20, `${reading.length}`)
    for (const [name, request] of reading) {
      door = name
      const [method, path = ''] = name.split(' ') as [ApiRoute['method'], string]
      // Some are refused to one of them: that is noted, in the journal alone.
      for (const who of [maelle, camille]) await table.call(who, method, path, request).catch(() => {})
    }
    leave()
    // The journal names who read the needs: this role must not read them.
    assert.deepEqual(told, [['get /workshops/:id/needs', ['audit']]])
  })
})
