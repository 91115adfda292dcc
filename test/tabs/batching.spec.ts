import assert from 'node:assert/strict'
import fc from 'fast-check'
import { batched } from '../../src/tabs/client/data/api/batching.ts'
import type { Call } from '../../src/tabs/client/data/api/call.ts'
import { Failure } from '../../src/tabs/client/data/api/failure.ts'

/** A server that answers each path with itself, and what was asked of it. */
function echo(
  answerBatch = (reads: readonly string[]): unknown => ({
    answers: reads.map(body => ({ status: 200, body })),
  }),
) {
  const asked: string[] = []
  const call = (async (method, path) => {
    asked.push(`${method} ${path.split('?')[0]}`)
    const [name, query] = path.split('?')
    return name === '/batch' ? answerBatch(new URLSearchParams(query).getAll('read')) : path
  }) as Call
  return { asked, call: batched(call) }
}

describe('what a page asks for in one breath', () => {
  it('goes in one call of at most twenty, and each gets its own answer', async () => {
    const paths = fc.uniqueArray(fc.webPath({ size: 'small' }), { minLength: 2, maxLength: 50 })
    await fc.assert(
      fc.asyncProperty(paths, async found => {
        const wanted = found.map(path => `/x${path}?q=é&r=${path}`)
        const { asked, call } = echo()
        assert.deepEqual(await Promise.all(wanted.map(path => call('GET', path))), wanted)
        assert.equal(asked.length, Math.ceil(wanted.length / 20))
      }),
    )
  })

  it('goes as it is where it is one thing, and what comes later goes later', async () => {
    const { asked, call } = echo()
    await call('GET', '/me')
    await Promise.all([call('GET', '/ideas'), call('GET', '/me'), call('POST', '/ideas', {})])
    assert.deepEqual(asked, ['GET /me', 'POST /ideas', 'GET /batch'])
  })

  it('hears of each what was refused', async () => {
    const refused = { status: 403, body: { code: 'role-needed', title: 'Réservé au Lab’.' } }
    const { call } = echo(reads => ({
      answers: reads.map(body => (body === '/me' ? refused : { status: 200, body })),
    }))
    const [me, ideas] = await Promise.allSettled([call('GET', '/me'), call('GET', '/ideas')])
    assert.ok(me?.status === 'rejected' && ideas?.status === 'fulfilled')
    const { kind, title, code } = me.reason as Failure
    assert.deepEqual([kind, title, code], ['refusal', 'Réservé au Lab’.', 'role-needed'])
  })

  it('fails together where the call does, and is asked singly of a release that knows no such call', async () => {
    const away = echo(() => {
      throw new Failure('offline')
    })
    const found = await Promise.allSettled([away.call('GET', '/me'), away.call('GET', '/ideas')])
    assert.deepEqual(
      found.map(each => each.status === 'rejected' && (each.reason as Failure).kind),
      ['offline', 'offline'],
    )
    const former = echo(() => {
      throw new Failure('refusal', 'Rien ici.', '', 'gone')
    })
    const answered = await Promise.all([former.call('GET', '/me'), former.call('GET', '/ideas')])
    assert.deepEqual(answered, ['/me', '/ideas'])
    assert.deepEqual(former.asked, ['GET /batch', 'GET /me', 'GET /ideas'])
  })
})
