import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { rawSend, startWeb } from './web.ts'

describe('the web server', () => {
  it('guards every answer, and does not say what it is made of', async () => {
    const web = await startWeb()
    try {
      for (const path of [
        '/health/live',
        '/tabs/personal',
        '/tabs/assets/personal-AbC1.js',
        '/absent',
        '/api/v1/x',
      ]) {
        const { headers } = await web.get(path)
        assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
        assert.equal(headers.get('referrer-policy'), 'no-referrer', path)
        assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, path)
        assert.equal(headers.get('server'), null, path)
        assert.equal(headers.get('x-powered-by'), null, path)
        assert.equal(headers.get('access-control-allow-origin'), null, path)
      }
    } finally {
      await web.close()
    }
  })

  it('tells whether it is up and whether it is ready', async () => {
    let isReady = true
    const web = await startWeb({ healthIssue: async () => (isReady ? undefined : 'disk-full') })
    try {
      assert.equal((await web.get('/health/ready')).status, 200)
      isReady = false
      const answer = await web.get('/health/ready')
      assert.equal(answer.status, 503)
      assert.deepEqual(await answer.json(), { status: 'not ready', reason: 'disk-full' })
      const head = async (path: string) =>
        (await fetch(`http://127.0.0.1:${web.port}${path}`, { method: 'HEAD' })).status
      assert.deepEqual([await head('/health/ready'), await head('/health/live')], [503, 200])
      assert.equal((await web.get('/health/live')).status, 200)
    } finally {
      await web.close()
    }
  })

  it('asks once whether it is ready for all who ask meanwhile', async () => {
    let asked = 0
    const { promise: known, resolve } = Promise.withResolvers<undefined>()
    const web = await startWeb({
      healthIssue: async () => {
        asked++
        return known
      },
    })
    try {
      const answers = Array.from({ length: 20 }, () => web.get('/health/ready'))
      // All twenty are there once one that was sent after them has its answer.
      assert.equal((await web.get('/health/live')).status, 200)
      resolve(undefined)
      assert.deepEqual([...new Set((await Promise.all(answers)).map(({ status }) => status))], [200])
      assert.ok(asked < 20, `${asked}`)
    } finally {
      await web.close()
    }
  })

  it('in demo mode answers only to this machine’s own names', async () => {
    const web = await startWeb({ demo: true })
    try {
      assert.equal((await web.get('/health/live')).status, 200)
      const rebound = 'GET /health/live HTTP/1.1\r\nHost: evil.example\r\n\r\n'
      assert.equal(await rawSend(web.port, rebound), 'HTTP/1.1 403 Forbidden')
      const policy = (await web.get('/tabs/personal')).headers.get('content-security-policy')
      assert.match(policy ?? '', /frame-ancestors [^;]*'self'/)
    } finally {
      await web.close()
    }
  })

  it('lets a running request end before it closes', async () => {
    const web = await startWeb()
    let answer: (() => void) | undefined
    const arrived = new Promise<void>(resolve => {
      web.server.get('/slow', (_: unknown, response: ServerResponse) => {
        resolve()
        return new Promise(done => {
          answer = () => {
            response.end('done')
            done()
          }
        })
      })
    })
    const asked = web.get('/slow')
    await arrived
    const closed = web.close()
    answer?.()
    assert.equal(await (await asked).text(), 'done')
    await closed
  })

  it('says when the port is taken', async () => {
    const web = await startWeb()
    const other = await startWeb()
    try {
      await assert.rejects(other.server.listen(web.port, '127.0.0.1'), /EADDRINUSE|ERR_SERVER_ALREADY_LISTEN/)
    } finally {
      await web.close()
      await other.close()
    }
  })
})
