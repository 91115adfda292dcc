import assert from 'node:assert/strict'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { CAMILLE, TENANT } from './cast.ts'
import { type Flaw, type SignIn, startSignIn } from './tokens.ts'

describe('the bench: sign-in', () => {
  let signIn: SignIn
  before(async () => {
    signIn = await startSignIn({ appId: 'app' })
  })
  after(() => signIn.close())

  const verify = (token: string) =>
    jwtVerify(token, createRemoteJWKSet(new URL(signIn.keysUrl)), { algorithms: ['RS256'], audience: 'app' })

  it('publishes its keys where its document says', async () => {
    const document = (await (await fetch(signIn.openIdUrl)).json()) as Record<string, unknown>
    assert.equal(document.jwks_uri, signIn.keysUrl)
    assert.equal(document.issuer, 'https://api.botframework.com')
  })

  it('signs for Teams and for the tab’s user', async () => {
    const teams = await verify(await signIn.botToken({ serviceurl: 'http://here/' }))
    assert.equal(teams.payload.serviceurl, 'http://here/')
    const { payload } = await verify(await signIn.tabToken(CAMILLE))
    assert.deepEqual([payload.oid, payload.tid], [CAMILLE.objectId, TENANT])
  })

  for (const flaw of ['key', 'kid', 'expired', 'early', 'hmac', 'unsigned'] satisfies Flaw[]) {
    it(`makes a token that does not hold: ${flaw}`, async () => {
      await assert.rejects(verify(await signIn.tabToken(CAMILLE, {}, flaw)))
    })
  }

  it('has keys that can break down', async () => {
    signIn.breakDown()
    await assert.rejects(verify(await signIn.tabToken(CAMILLE)))
    signIn.breakDown(false)
    await verify(await signIn.tabToken(CAMILLE))
  })
})
