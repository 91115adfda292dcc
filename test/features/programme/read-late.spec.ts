import assert from 'node:assert/strict'
import { bootstrap } from '../../../src/bootstrap.ts'
import { wireFeatures } from '../../../src/composition/features.ts'
import type { Programme } from '../../../src/features/programme/index.ts'
import { silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { schemaFor } from '../../support/database/schema.ts'
import { configOf } from '../../support/product/stage.ts'

/** Fields that change while the server runs. */
const CHANGING: readonly string[] = [
  'axes',
  'phases',
  'nudges',
  'thresholds',
  'calendar',
  'lessons',
  'themes',
]

/** Where a stack leads to in our source. */
const placeIn = (stack = '') =>
  stack.split('\n').find(line => /src\/(features|composition)\//.test(line)) ?? stack

describe('what changes of the programme while the server runs', () => {
  it('is kept by nobody: composing the product reads none of it', async () => {
    const config = configOf({})
    const overrides = { clock: fixedClock(), migrations: schemaFor(config.databaseUrl) }
    const base = await bootstrap(config, silentLogger, overrides)
    const read: string[] = []
    const watched = new Proxy(base.programme, {
      get(target, name) {
        if (CHANGING.includes(String(name))) read.push(`${String(name)} ${placeIn(new Error().stack)}`)
        return Reflect.get(target, name)
      },
      ownKeys(target) {
        read.push(`all of it ${placeIn(new Error().stack)}`)
        return Reflect.ownKeys(target)
      },
    }) satisfies Programme
    wireFeatures(config, { ...base, programme: watched }, { channelsOf: async () => [] })
    await base.database.close()
    assert.deepEqual(read, [])
  })
})
