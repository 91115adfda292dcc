import assert from 'node:assert/strict'
import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { type ApiRoute, Flow } from '../../src/kernel/requests/route.ts'
import { person } from '../support/sign-in/cast.ts'
import { startWeb } from './web.ts'

const PART = 'x'.repeat(64_000)
const FLOW_TIMES = { room: 200, whole: 2_000 }

describe('a file that is sent as it comes', () => {
  let web: Awaited<ReturnType<typeof startWeb>>
  let [asked, ended] = [0, 0]
  let wanted = Number.POSITIVE_INFINITY
  let fault: Error | undefined
  let over = Promise.withResolvers<void>()

  async function* parts() {
    while (asked < wanted) {
      asked += 1
      if (fault && asked === 3) throw fault
      yield PART
      // As a page of the database is waited for.
      await setTimeout(1)
    }
  }
  const route: ApiRoute = {
    method: 'get',
    path: '/file',
    run: async () =>
      new Flow('text/csv; charset=utf-8', 'all.csv', parts(), async () => {
        ended += 1
        over.resolve()
      }),
  }

  beforeEach(async () => {
    ;[asked, ended, wanted, fault] = [0, 0, Number.POSITIVE_INFINITY, undefined]
    over = Promise.withResolvers()
    web = await startWeb({ routes: [route], flowTimes: FLOW_TIMES })
  })
  afterEach(() => web.close())

  const address = () => `http://127.0.0.1:${web.port}/api/v1/file`
  const headers = async () => ({
    authorization: `Bearer ${await web.signIn.tabToken(person('Camille Martin'))}`,
  })

  it('comes whole, with its name, and lets go of what it was made from', async () => {
    wanted = 50
    const response = await fetch(address(), { headers: await headers() })
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="all.csv"')
    assert.equal(response.headers.get('cache-control'), 'no-store')
    assert.equal((await response.text()).length, 50 * PART.length)
    assert.equal(ended, 1)
  })

  it('is not made faster than it is read, and ends with a client that reads no more', async () => {
    const call = request(address(), { headers: await headers() }, response => void response.pause())
    call.on('error', () => {})
    call.end()
    await over.promise
    assert.equal(ended, 1)
    // What the sockets of this machine hold, and no more.
    assert.ok(asked < 400, `${asked} parts were made for nobody`)
  })

  it('ends with a client that goes away', async () => {
    const call = request(address(), { headers: await headers() }, response => {
      response.once('data', () => call.destroy())
    })
    call.on('error', () => {})
    call.end()
    await over.promise
    const made = asked
    await setTimeout(20)
    assert.ok(asked <= made + 1)
  })

  it('is cut off when it takes too long, so that nobody takes a part for all of it', async () => {
    const response = await fetch(address(), { headers: await headers() })
    await assert.rejects(response.text())
    await over.promise
    assert.equal(ended, 1)
  })

  it('is cut off and told in the log when something breaks on the way', async () => {
    fault = new Error('the database went away')
    const response = await fetch(address(), { headers: await headers() })
    await assert.rejects(response.text())
    await over.promise
    assert.ok(web.logged.some(({ message }) => message === 'an answer broke off'))
  })
})
