import assert from 'node:assert/strict'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { rawGet, startWeb } from './web.ts'

const LINK =
  'https://teams.microsoft.com/l/entity/app/personal?context=%7B%22subEntityId%22%3A%22room%3Aw%22%7D'

describe('a room’s short address', () => {
  const asked: string[] = []
  let web: Awaited<ReturnType<typeof startWeb>>
  before(async () => {
    web = await startWeb({
      leadsTo: async code => {
        asked.push(code)
        if (code === 'K7PM42QX') return LINK
        throw new Refusal('room-address')
      },
    })
  })
  after(() => web.close())

  const scan = (path: string, language = 'fr-FR') =>
    fetch(web.url + path, { redirect: 'manual', headers: { 'accept-language': language } })

  it('leads into Teams, in small letters or capitals, and is kept by nobody', async () => {
    for (const path of ['/S/K7PM42QX', '/s/K7PM42QX', '/S/K7PM42QX?to=https://elsewhere.example']) {
      const answer = await scan(path)
      assert.deepEqual([answer.status, answer.headers.get('location')], [302, LINK], path)
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
    }
  })

  it('says one sentence to whoever is led nowhere, in their language', async () => {
    assert.match(await (await scan('/S/K7PM42QX')).text(), /Cette page s’ouvre dans Teams, avec votre compte/)
    const french = await scan('/S/OLD')
    assert.equal(french.status, 404)
    assert.equal(french.headers.get('content-type'), 'text/html; charset=utf-8')
    assert.match(await french.text(), /<html lang="fr">.*Ce code ne mène plus nulle part/)
    assert.match(await (await scan('/S/OLD', 'en-GB')).text(), /<html lang="en">.*This code leads nowhere/)
  })

  it('runs and loads nothing, and repeats nothing of what was asked', async () => {
    const answer = await scan('/S/%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    assert.equal(answer.status, 404)
    assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src/)
    const html = await answer.text()
    assert.doesNotMatch(html, /script|alert/)
    assert.match(html, /<title>Pôles &amp; « \$&amp; » &lt;\/title&gt;<\/title>/)
  })

  it('breaks on no nonsense, and writes none of it in the log', async () => {
    const nonsense = [
      '/S/',
      '/S/%',
      '/S/%00',
      '/S/%ff',
      '/S/..%2f..%2fetc',
      `/S/${'A'.repeat(5_000)}`,
      '/S/%F0%9F%98%80',
      '/S/a/b',
    ]
    for (const path of nonsense) {
      const { status } = await rawGet(web.port, path)
      assert.ok(status >= 400 && status < 500, `${path.slice(0, 20)}: ${status}`)
    }
    assert.ok(asked.every(code => !code.includes('\0')))
    assert.deepEqual(web.logged, [])
  })
})
