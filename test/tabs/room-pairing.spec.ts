import { deepEqual, equal, ok } from 'node:assert/strict'
import { MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { Failure } from '../../src/tabs/client/data/api/failure.ts'
import { beginPairing, type Paired, type PairingState } from '../../src/tabs/client/room/pairing/pair.ts'

/** A screen without a key, before a server that does what the test says. */
function setPairing(failure?: Failure['kind']) {
  let now = 0
  const waiting = new Set<{ at: number; run: () => void }>()
  const server = {
    failure,
    typed: '',
    asked: [] as number[],
    claims: 0,
  }
  const seen: PairingState[] = []
  const paired: Paired[] = []
  const post = async <T>(path: string, body: object): Promise<T> => {
    if (server.failure) throw new Failure(server.failure)
    if (path === '/pairings') {
      server.asked.push(now)
      const code = `CODE${server.asked.length}`
      return { code, secret: `secret of ${code}`, until: now + 2 * MINUTE } as T
    }
    server.claims++
    const { code, secret } = body as { code: string; secret: string }
    equal(secret, `secret of ${code}`)
    const yes = { state: 'paired', key: 'k', workshop: 'w', until: 9 }
    return (code === server.typed ? yes : { state: 'waiting' }) as T
  }
  const stop = beginPairing({
    post,
    elapsed: () => now,
    later: (wait, run) => {
      const one = { at: now + wait, run }
      waiting.add(one)
      return () => void waiting.delete(one)
    },
    told: state => void seen.push(state),
    paired: answer => void paired.push(answer),
  })
  return {
    server,
    paired,
    stop,
    shown: () => seen.at(-1),
    waits: () => waiting.size,
    async pass(ms: number) {
      const until = now + ms
      for (;;) {
        for (let turn = 0; turn < 20; turn++) await Promise.resolve()
        const next = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting.delete(next)
        now = next.at
        next.run()
      }
      now = until
    },
  }
}

describe('a screen that is paired', () => {
  it('shows a code, and asks every two seconds whether somebody typed it', async () => {
    const at = setPairing()
    await at.pass(21 * SECOND)
    deepEqual(at.shown(), { code: 'CODE1' })
    equal(at.server.claims, 10)
    at.stop()
  })

  it('shows another code before the first is past', async () => {
    const at = setPairing()
    await at.pass(5 * MINUTE)
    deepEqual(at.shown(), { code: 'CODE3' })
    for (const [n, when] of at.server.asked.slice(1).entries())
      ok(when - (at.server.asked[n] ?? 0) < 2 * MINUTE)
    at.stop()
  })

  it('has its key within two seconds, and asks for nothing more', async () => {
    const at = setPairing()
    await at.pass(4 * SECOND)
    at.server.typed = 'CODE1'
    await at.pass(2 * SECOND)
    deepEqual(at.paired, [{ state: 'paired', key: 'k', workshop: 'w', until: 9 }])
    equal(at.waits(), 0)
  })

  it('keeps its code while a call or two are lost, and says so from the third on', async () => {
    const at = setPairing()
    await at.pass(SECOND)
    at.server.failure = 'offline'
    await at.pass(4 * SECOND)
    deepEqual(at.shown(), { code: 'CODE1' })
    await at.pass(10 * SECOND)
    deepEqual(at.shown(), { code: 'CODE1', trouble: 'offline' })
    at.server.failure = undefined
    await at.pass(MINUTE)
    equal(at.shown()?.trouble, undefined)
    at.stop()
  })

  it('comes back by itself after a night without network', async () => {
    const at = setPairing('offline')
    await at.pass(8 * 60 * MINUTE)
    deepEqual(at.shown(), { trouble: 'offline' })
    at.server.failure = undefined
    await at.pass(MINUTE)
    deepEqual(at.shown(), { code: 'CODE1' })
    at.stop()
  })

  it('shows no code that is past', async () => {
    const at = setPairing()
    await at.pass(SECOND)
    at.server.failure = 'offline'
    await at.pass(3 * MINUTE)
    deepEqual(at.shown(), { trouble: 'offline' })
    at.stop()
  })

  it('asks for another code where the server knows the first no more', async () => {
    const at = setPairing()
    await at.pass(SECOND)
    at.server.failure = 'session'
    await at.pass(3 * SECOND)
    at.server.failure = undefined
    await at.pass(10 * SECOND)
    deepEqual(at.shown(), { code: 'CODE2' })
    at.stop()
  })

  it('waits where too many codes were asked for, and says that', async () => {
    const at = setPairing('refusal')
    await at.pass(10 * SECOND)
    deepEqual(at.shown(), { trouble: 'busy' })
    at.stop()
  })
})
