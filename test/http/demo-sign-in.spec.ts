import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DEMO_TENANT, PERSONAS } from '../../src/demo/personas/personas.ts'
import { createIssuer } from '../../src/demo/personas/token-issuer.ts'
import { createTokenCheck } from '../../src/http/sign-in/token.ts'
import { HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/product/clock.ts'

describe('the demo’s sign-in', () => {
  const clock = fixedClock()
  const issuer = createIssuer('demo', clock)
  const stranger = createIssuer('demo', clock)
  const elsewhere = createIssuer('another', clock)
  const server = createServer((_, response) => void response.end(JSON.stringify(issuer.keys())))
  let check: ReturnType<typeof createTokenCheck>
  before(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const keysUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    check = createTokenCheck(
      { audiences: ['demo'], tenants: [DEMO_TENANT], organisation: '', keysUrl },
      clock,
    )
  })
  after(() => {
    server.close()
    server.closeAllConnections()
  })

  const [lab] = PERSONAS
  const refused = { name: 'Refusal', code: 'sign-in' }

  it('is Entra’s, with other keys', async () => {
    const { objectId, tenant } = await check(`Bearer ${issuer.tokenFor(lab)}`, 'fr')
    assert.deepEqual([objectId, tenant], [lab.objectId, DEMO_TENANT])
    await assert.rejects(check(`Bearer ${stranger.tokenFor(lab)}`, 'fr'), refused)
    await assert.rejects(check(`Bearer ${elsewhere.tokenFor(lab)}`, 'fr'), refused)
    const token = issuer.tokenFor(lab)
    clock.advance(HOUR + 2 * MINUTE)
    await assert.rejects(check(`Bearer ${token}`, 'fr'), refused)
  })
})
