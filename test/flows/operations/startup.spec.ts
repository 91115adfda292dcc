import assert from 'node:assert/strict'
import { serve } from '../../../src/serve.ts'
import { freePort } from '../../support/machine/port.ts'
import { openWorld } from '../../support/product/world.ts'

describe('the doors', () => {
  it('open once all behind them has begun', async () => {
    const world = await openWorld()
    const { app } = world
    const config = { ...app.config, port: await freePort() }
    const isOpen = () =>
      fetch(`http://127.0.0.1:${config.port}/health/live`).then(
        () => true,
        () => false,
      )
    const seen: boolean[] = []
    const { stop } = await serve({ ...app, config, start: async () => void seen.push(await isOpen()) })
    seen.push(await isOpen())
    await stop()
    await world.close()
    assert.deepEqual(seen, [false, true])
  })
})
