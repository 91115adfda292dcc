import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { DAY } from '../../src/kernel/time/clock.ts'
import type { Call } from '../../src/tabs/client/data/api/call.ts'
import { Failure } from '../../src/tabs/client/data/api/failure.ts'
import { ideasIn, MOST_KEPT, newLine, type QueuedLine } from '../../src/tabs/client/personal/harvest/lines.ts'
import { type LineStorage, openQueue } from '../../src/tabs/client/personal/harvest/queue.ts'
import { sendingOf } from '../../src/tabs/client/personal/harvest/sending.ts'
import type { LineInput, LineView } from '../../src/tabs/contract/ideas/harvest.ts'

const PRESETS = { axis: 'equipe', table: '4', by: 'table', name: '' } as const

function phone(): LineStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    get length() {
      return texts.size
    },
    key: at => [...texts.keys()][at] ?? null,
    getItem: key => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: key => void texts.delete(key),
  }
}

/** A fake server: a call may be lost on its way, or its answer. */
function server(fates: readonly ('ok' | 'lost' | 'unheard')[]) {
  const ideas = new Map<string, string | undefined>()
  let calls = 0
  const call = (async (_: string, path: string, body: { keys?: string[]; lines?: LineInput[] }) => {
    const fate = fates[calls++] ?? 'ok'
    if (fate === 'lost') throw new Failure('offline')
    const items: object[] = []
    for (const key of body.keys ?? []) {
      ideas.set(key, undefined)
      items.push({ key })
    }
    for (const { key, text } of body.lines ?? []) {
      const state = !ideas.has(key) ? 'accepted' : ideas.get(key) === undefined ? 'undone' : 'there'
      if (state === 'accepted') ideas.set(key, text)
      items.push({ key, state, id: key, undoUntil: 0 } as LineView)
    }
    if (fate === 'unheard') throw new Failure('offline')
    ok(path.startsWith('/workshops/w/harvest'))
    return { items }
  }) as Call
  return { call, texts: () => [...ideas.values()].filter(text => text !== undefined).sort() }
}

describe('the lines of a harvest on a phone', () => {
  let now = 1_000
  const opened = (storage: LineStorage, me = 'me') =>
    openQueue({ storage, workshop: 'w', me, now: () => now })
  const lineOf = (key: string, text = key): QueuedLine => newLine({ ...PRESETS, key, text, at: now })
  const sender = (call: Call, queue: ReturnType<typeof opened>) =>
    sendingOf({
      call,
      queue,
      workshop: 'w',
      now: () => now,
      sent: () => {},
      undone: () => {},
      settled: () => {},
      state: () => {},
    })

  it('are the lines of a text, without the marks of a list that was pasted', () => {
    deepEqual(ideasIn('- Un banc\r\n• Un  abri \n\n 3. Un guide\n4 jours\n-1 trajet'), [
      'Un banc',
      'Un abri',
      'Un guide',
      '4 jours',
      '-1 trajet',
    ])
  })

  it('stay when the page is opened again, for who typed them alone, and for a week', () => {
    const storage = phone()
    opened(storage).put([lineOf('k1'), lineOf('k2')])
    opened(storage).putDraft('à finir')
    deepEqual(
      opened(storage)
        .lines()
        .map(({ key }) => key),
      ['k1', 'k2'],
    )
    equal(opened(storage).draft(), 'à finir')
    equal(opened(storage, 'somebody else').lines().length, 0)
    now += 7 * DAY + 1
    equal(opened(storage).lines().length, 0)
    equal(storage.texts.size, 0)
  })

  it('are not written over by another page that is open at once, and are two thousand at most', () => {
    const storage = phone()
    const [one, other] = [opened(storage), opened(storage)]
    one.put([lineOf('k1')])
    other.put([lineOf('k2')])
    equal(opened(storage).lines().length, 2)
    equal(one.room(), MOST_KEPT - 1)
  })

  it('live as long as the page where the browser keeps nothing, which is said', () => {
    const full = {
      ...phone(),
      setItem: () => {
        throw new Error('quota')
      },
    }
    const queue = opened(full)
    queue.put([lineOf('k1')])
    equal(queue.lines().length, 1)
    equal(queue.keeps(), false)
  })

  it('are all ideas in the end, each once and as it was last typed, whatever the network does', async () => {
    const fate = fc.constantFrom('ok' as const, 'lost' as const, 'unheard' as const)
    const act = fc.record({ kind: fc.constantFrom('add', 'change', 'remove', 'reopen'), at: fc.nat(5) })
    const run = fc.asyncProperty(
      fc.array(act, { maxLength: 12 }),
      fc.array(fate, { maxLength: 12 }),
      async (acts, fates) => {
        const storage = phone()
        const { call, texts } = server(fates)
        let queue = opened(storage)
        let sending = sender(call, queue)
        const wanted = new Map<string, string>()
        let serial = 0
        // As the page does it: what may have arrived is taken back under its old key.
        const leave = (line: QueuedLine) =>
          line.tried ? queue.put([{ ...line, state: 'undo' }]) : queue.drop([line.key])
        for (const { kind, at } of acts) {
          const line = queue.lines().filter(({ state }) => state === 'kept')[at]
          const key = `k${serial++}`
          if (kind === 'add') {
            queue.put([lineOf(key)])
            wanted.set(key, key)
          } else if (kind === 'reopen') {
            sending.stop()
            queue = opened(storage)
            sending = sender(call, queue)
          } else if (line) {
            leave(line)
            wanted.delete(line.key)
            if (kind === 'change') {
              queue.put([lineOf(key)])
              wanted.set(key, key)
            }
          }
          await sending.go()
        }
        for (let tries = 0; tries < 14 && queue.lines().length > 0; tries++) await sending.go()
        sending.stop()
        deepEqual(texts(), [...wanted.values()].sort())
        equal(queue.lines().length, 0)
      },
    )
    await fc.assert(run, { numRuns: 60 })
  })
})
