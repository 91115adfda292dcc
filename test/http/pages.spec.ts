import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { mountTabs } from '../../src/http/pages/tabs.ts'
import { createRestify } from '../../src/http/transport/restify.ts'
import { rawGet, SCRIPT, startWeb } from './web.ts'

describe('the tabs’ pages', () => {
  let web: Awaited<ReturnType<typeof startWeb>>
  before(async () => {
    web = await startWeb()
  })
  after(() => web.close())

  it('ties the styles of each answer to a nonce of its own', async () => {
    const [one, two] = [await web.get('/tabs/personal'), await web.get('/tabs/personal')]
    const [a, b] = await Promise.all([one, two].map(each => each.text()))
    assert.notEqual(a, b)
    const nonce = /content="(\w+)"/.exec(a ?? '')?.[1]
    const policy = one.headers.get('content-security-policy') ?? ''
    assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`))
    assert.doesNotMatch(policy, /unsafe|script-src[^;]*nonce/)
    assert.equal(one.headers.get('cache-control'), 'no-cache')
    assert.match(one.headers.get('content-type') ?? '', /^text\/html/)
  })

  it('packs the page itself for who takes that, and for nobody else', async () => {
    const asked = (accepted: string) => web.get('/tabs/personal', { 'accept-encoding': accepted })
    for (const accepted of ['gzip, deflate, br', 'br;q=0.5', 'br']) {
      const packed = await asked(accepted)
      assert.equal(packed.headers.get('content-encoding'), 'br', accepted)
      assert.match(await packed.text(), /^<meta name="csp-nonce" content="nonce\d+">/)
    }
    for (const accepted of ['identity', 'gzip', 'br;q=0, gzip', 'br; q=0.0']) {
      const plain = await asked(accepted)
      assert.equal(plain.headers.get('content-encoding'), null, accepted)
      assert.equal(plain.headers.get('vary'), 'accept-encoding')
      assert.match(await plain.text(), /^<meta /)
    }
  })

  it('calls a page by the app’s name, as text, until the page says more', async () => {
    const html = await (await web.get('/tabs/personal')).text()
    assert.ok(html.endsWith('<title>Pôles &amp; « $&amp; » &lt;/title&gt;</title>'))
  })

  it('lets Teams frame a page, and nobody else', async () => {
    const policy = (await web.get('/tabs/personal')).headers.get('content-security-policy') ?? ''
    const framers = /frame-ancestors ([^;]+)/.exec(policy)?.[1]?.split(' ') ?? []
    assert.ok(
      framers.includes('https://teams.microsoft.com') && framers.includes('https://*.cloud.microsoft'),
    )
    assert.ok(!framers.includes("'self'") && !framers.includes('*'))
    assert.equal((await web.get('/tabs/personal')).headers.get('x-frame-options'), null)
  })

  it('sends what the build compressed, for good', async () => {
    const response = await web.get('/tabs/assets/personal-AbC1.js', { 'accept-encoding': 'br' })
    assert.equal(response.headers.get('content-encoding'), 'br')
    assert.equal(response.headers.get('cache-control'), 'public,max-age=31536000,immutable')
    assert.match(response.headers.get('content-type') ?? '', /javascript/)
    assert.equal(await response.text(), SCRIPT)
    const plain = await web.get('/tabs/assets/personal-AbC1.js', { 'accept-encoding': 'identity' })
    assert.equal(plain.headers.get('content-encoding'), null)
    assert.equal(await plain.text(), SCRIPT)
  })

  it('says whose software they hold, with the text of each licence', async () => {
    const response = await web.get('/tabs/licences.txt')
    assert.equal(response.headers.get('content-type'), 'text/plain; charset=utf-8')
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    const [one, two, ...more] = (await response.text()).split(/^-+$/m).map(each => each.trim())
    assert.equal(one, 'react 19.3.1 MIT\n\nMIT License\n\nCopyright (c) Équipe')
    assert.deepEqual([two, more], ['tabster 8.5.6', []])
  })

  it('reads that once, and says the same from then on', async () => {
    const own = await startWeb()
    const text = async () => (await own.get('/tabs/licences.txt')).text()
    const first = await text()
    rmSync(join(own.pages, 'licences.json'))
    assert.equal(await text(), first)
    await own.close()
  })

  it('says that nothing is there to read where nothing was built', async () => {
    const bare = await startWeb()
    rmSync(join(bare.pages, 'licences.json'))
    assert.equal((await bare.get('/tabs/licences.txt')).status, 404)
    await bare.close()
  })

  it('are told of by HEAD as by GET, and so is all else that is to be seen', async () => {
    const paths = ['/', '/tabs/personal', '/tabs/licences.txt', '/tabs/assets/personal-AbC1.js']
    for (const path of [...paths, '/tabs/absent', '/tabs/assets/absent.js']) {
      const [get, head] = await Promise.all(['GET', 'HEAD'].map(method => fetch(web.url + path, { method })))
      assert.equal(head?.status, get?.status, path)
      for (const name of ['content-type', 'cache-control', 'vary', 'x-content-type-options'])
        assert.equal(head?.headers.get(name), get?.headers.get(name), `${path} ${name}`)
      assert.equal(await head?.text(), '')
      assert.equal(head?.status, paths.includes(path) ? 200 : 404)
    }
  })

  it('stand beside one that says what this is, and nothing more', async () => {
    const response = await web.get('/')
    assert.equal(response.headers.get('content-type'), 'text/plain; charset=utf-8')
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.equal(await response.text(), 'Pôles & « $& » </title>\n')
  })

  it('have a short address for a projector, which leads to one place, whoever asks and whatever is added', async () => {
    for (const path of [
      '/salle',
      '/salle?to=https://elsewhere.example',
      '/salle?%0d%0alocation:%20x',
      '/salle#//x',
    ]) {
      const answer = await fetch(web.url + path, {
        redirect: 'manual',
        headers: { 'x-forwarded-host': 'elsewhere.example' },
      })
      assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/tabs/room'], path)
    }
    for (const path of [
      '//elsewhere.example/salle',
      '/salle//elsewhere.example',
      '/salle/..//elsewhere.example',
    ])
      assert.equal((await rawGet(web.port, path)).status, 404, path)
  })

  it('ignores a range that ends before it begins', async () => {
    assert.equal((await web.get('/tabs/assets/personal-AbC1.js', { range: 'bytes=5-2' })).status, 200)
  })

  it('leads nowhere else', async () => {
    const paths = [
      '/tabs/assets/../secret.txt',
      '/tabs/assets/..%2fsecret.txt',
      '/tabs/assets/%2e%2e/secret.txt',
      '/tabs/assets/..%2f..%2fdist-tabs-secret%2fs.txt',
      '/tabs/assets/%2e%2e%2f%2e%2e%2fdist-tabs-secret/s.txt',
      '/tabs/assets/..\\secret.txt',
      '/tabs/assets/..%5csecret.txt',
      '/tabs/assets/%00',
      '/tabs/assets/',
      '/tabs/assets//etc/passwd',
      '/tabs/..%2fsecret.txt',
      '/tabs/secret.txt',
      '/tabs/__proto__',
      '/tabs/%2e%2e',
    ]
    for (const path of paths) {
      const { status, body } = await rawGet(web.port, path)
      assert.ok(status === 404 || status === 400, `${path}: ${status}`)
      assert.doesNotMatch(body, /^secret|root:/)
    }
  })

  it('opens one file at a time on a connection, and none once the reader is gone', async () => {
    const large = join(web.pages, 'assets', 'large.js')
    writeFileSync(large, ' '.repeat(20_000_000))
    const server = createRestify()
    mountTabs(server, {
      folder: web.pages,
      framers: [],
      ids: { next: () => 'i', nonce: () => 'n' },
      name: '',
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as AddressInfo
    const opened = () => {
      const links = readdirSync('/proc/self/fd').map(fd => `/proc/self/fd/${fd}`)
      return links.filter(link => existsSync(link) && readlinkSync(link) === large).length
    }
    const reader = connect(port, '127.0.0.1')
    reader.on('error', () => {})
    reader.write('GET /tabs/assets/large.js HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50))
    await once(reader, 'data')
    reader.pause()
    assert.equal(opened(), 1)
    reader.resetAndDestroy()
    while (opened() > 0) await setImmediate()
    rmSync(large)
    await new Promise<void>(resolve => void server.server.close(() => resolve()))
  })

  it('leaves no request running once it is answered', async () => {
    const server = createRestify()
    const ids = { next: () => 'id', nonce: () => 'nonce' }
    mountTabs(server, { folder: web.pages, framers: [], ids, name: '' })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as AddressInfo
    const { inflightRequests } = server as unknown as { inflightRequests: () => number }
    const after = new Promise(resolve => server.on('after' as 'restifyError', resolve))
    await rawGet(port, '/tabs/assets/personal-AbC1.js')
    await after
    assert.equal(inflightRequests.call(server), 0)
    server.server.closeAllConnections()
    await new Promise<void>(resolve => void server.server.close(() => resolve()))
  })
})
