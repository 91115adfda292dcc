import assert from 'node:assert/strict'
import { request } from 'node:http'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { tabLinks } from '../../src/kernel/requests/tab-link.ts'
import { thingOpener } from '../../src/kernel/requests/thing-link.ts'
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

describe('the address of a thing', () => {
  const ID = '7k3f9a2m4x5b6c8d'
  const opened: string[] = []
  let web: Awaited<ReturnType<typeof startWeb>>
  before(async () => {
    const opens = thingOpener(
      tabLinks({ mode: 'production', publicUrl: 'https://faire.example', teamsAppId: 'app' }),
    )
    web = await startWeb({
      opens: (letter, id) => {
        opened.push(letter + id)
        return opens(letter, id)
      },
    })
  })
  after(() => web.close())

  const follow = (path: string, init: RequestInit = {}) =>
    fetch(web.url + path, { redirect: 'manual', ...init })

  it('leads into Teams, in small letters or capitals, whatever is added to it', async () => {
    const place = `https://teams.microsoft.com/l/entity/app/personal?context=%7B%22subEntityId%22%3A%22idea%3A${ID}%22%7D`
    for (const path of [`/l/i/${ID}`, `/L/I/${ID.toUpperCase()}`, `/l/i/${ID}?to=https://evil.example`]) {
      const answer = await follow(path)
      assert.deepEqual([answer.status, answer.headers.get('location')], [302, place], path)
      assert.match(await answer.text(), /Cette page s’ouvre dans Teams/)
    }
  })

  it('is answered to HEAD as well, without cookies, framed by nobody', async () => {
    const answer = await follow(`/l/b/${ID}`, { method: 'HEAD' })
    assert.equal(answer.status, 302)
    const { headers } = answer
    assert.deepEqual(
      [headers.get('set-cookie'), headers.get('cache-control'), headers.get('referrer-policy')],
      [null, 'no-store', 'no-referrer'],
    )
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  })

  it('is not led elsewhere by what the request calls this server', async () => {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    }
    const path = `/l/i/${ID}`
    const { status, location } = await new Promise<{ status: number; location: string }>(
      (resolve, reject) => {
        const sent = request({ port: web.port, host: '127.0.0.1', path, headers }, response => {
          response.resume()
          resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' })
        })
        sent.on('error', reject).end()
      },
    )
    assert.equal(status, 302)
    assert.equal(new URL(location).host, 'teams.microsoft.com')
  })

  it('says in plain words, in both languages, that a bad one leads nowhere', async () => {
    for (const [language, words] of [
      ['fr-FR', /<html lang="fr">.*Ce lien ne mène nulle part/],
      ['en-GB', /<html lang="en">.*This link leads nowhere/],
    ] as const) {
      const answer = await follow(`/l/x/${ID}`, { headers: { 'accept-language': language } })
      assert.equal(answer.status, 404)
      assert.match(await answer.text(), words)
      assert.equal(answer.headers.get('location'), null)
    }
  })

  it('breaks on no nonsense, leads nowhere by it, and writes none of it in the log', async () => {
    const nonsense = [
      '/l/',
      '/l/i',
      '/l/i/',
      '/l/i/%',
      '/l/i/%00',
      '/l/i/%ff',
      '/l/i/..%2f..%2fetc',
      '/l/i/../../../etc/passwd',
      '/l/..%2f/x',
      '/l/i/%0d%0aset-cookie:%20a=b',
      '/l/i/https:%2f%2fevil.example',
      '/l//evil.example/x',
      `/l/i/${'a'.repeat(5_000)}`,
      '/l/i/%F0%9F%98%80',
      '/l/i/a/b',
      '/l/i/%3Cscript%3E',
    ]
    for (const path of nonsense) {
      const { status, body } = await rawGet(web.port, path)
      assert.ok(status >= 400 && status < 500, `${path.slice(0, 30)}: ${status}`)
      assert.doesNotMatch(body, /evil|script|passwd/)
    }
    assert.ok(opened.every(each => !each.includes('\0')))
    assert.deepEqual(web.logged, [])
  })
})
