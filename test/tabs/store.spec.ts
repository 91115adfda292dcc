import { deepEqual, equal, rejects } from 'node:assert/strict'
import { personalActs } from '../../src/tabs/client/data/actions/personal.ts'
import type { Call } from '../../src/tabs/client/data/api/call.ts'
import { Failure } from '../../src/tabs/client/data/api/failure.ts'
import { READERS } from '../../src/tabs/client/data/sources/sources.ts'
import { createStore } from '../../src/tabs/client/data/store/store.ts'
import type { CommitmentView } from '../../src/tabs/contract/commitments.ts'

const taken: CommitmentView = {
  id: 'c1',
  axis: 'equipe',
  text: 'Ranger',
  horizon: '2027-06-30',
  visibility: 'me',
  state: 'taken',
  stage: 'taken',
  notes: 0,
}

/** A server whose answers wait until `release`, in the order of the calls. */
function slowServer() {
  const waiting: (() => void)[] = []
  const calls: string[] = []
  let commitments: readonly CommitmentView[] = [taken]
  let broken = ''
  const answerTo = (method: string, path: string): unknown => {
    if (path === broken) throw new Failure('fault', '', 'ab12')
    if (method === 'POST') commitments = [{ ...taken, state: 'kept', endedOn: '2027-05-17' }]
    if (method === 'POST') return commitments[0]
    return path === '/commitments/shared' ? [] : { items: path === '/commitments' ? commitments : [] }
  }
  const call = (async (method: string, path: string) => {
    calls.push(`${method} ${path}`)
    const answer = (() => {
      try {
        return answerTo(method, path)
      } catch (thrown) {
        return thrown
      }
    })()
    await new Promise<void>(resolve => waiting.push(resolve))
    if (answer instanceof Failure) throw answer
    return answer
  }) as Call
  return {
    call,
    calls,
    release: (count = waiting.length) => {
      for (const go of waiting.splice(0, count)) go()
    },
    releaseLast: () => waiting.pop()?.(),
    breakAt: (path: string) => {
      broken = path
    },
  }
}

/** How many sources a reading of all of them asks. */
const SOURCES = Object.keys(READERS).length

describe('the store behind the tab', () => {
  it('reads every source at once', async () => {
    const server = slowServer()
    const store = createStore(server.call, READERS)
    const done = store.refresh()
    equal(server.calls.length, SOURCES)
    server.release()
    await done
    deepEqual(store.snapshot().values.commitments, [taken])
  })

  it('reads once for all who ask meanwhile', async () => {
    const server = slowServer()
    const store = createStore(server.call, READERS)
    const both = Promise.all([store.refresh(), store.refresh()])
    server.release()
    await both
    equal(server.calls.length, SOURCES)
  })

  it('keeps an act’s answer when a reading that is older arrives after it', async () => {
    const server = slowServer()
    const store = createStore(server.call, READERS)
    const first = store.refresh()
    server.release()
    await first
    const older = store.refresh()
    const act = personalActs(store).end('c1', 'kept')
    server.releaseLast()
    await act
    server.release(SOURCES)
    await older
    equal(store.snapshot().values.commitments?.[0]?.state, 'kept')
  })

  it('reads again what is about a topic, and that alone', async () => {
    const server = slowServer()
    const store = createStore(server.call, READERS)
    const first = store.refresh()
    server.release()
    await first
    server.calls.length = 0
    const again = store.refreshAbout(['ballots', 'ideas'])
    deepEqual(server.calls, ['GET /ideas?mine=1', 'GET /ideas', 'GET /merges', 'GET /ballots', 'GET /steps'])
    server.breakAt('/ballots')
    server.release()
    await again
    deepEqual(store.snapshot().values.commitments, [taken])
  })

  it('keeps what a topic had read again when a reading of all that is older arrives after it', async () => {
    const answers: ((votes: number) => void)[] = []
    const call = ((_: string, path: string) =>
      new Promise<unknown>(resolve => {
        if (path === '/ballots') answers.push(votes => resolve({ items: [{ id: 'b1', votes }] }))
        else resolve({ items: [] })
      })) as Call
    const store = createStore(call, READERS)
    const older = store.refresh()
    const newer = store.refreshAbout(['ballots'])
    answers[1]?.(2)
    await newer
    answers[0]?.(1)
    await older
    equal(store.snapshot().values.ballots?.[0]?.votes, 2)
    deepEqual(store.snapshot().values.ideas, [])
  })

  it('shows an act before the server has it, whatever is read meanwhile, and takes it back where it is refused', async () => {
    const idea = { id: 'i1', supported: false, supports: 1 }
    let answer = Promise.withResolvers<unknown>()
    const call = (async (method: string, path: string) => {
      if (method === 'PUT') return answer.promise
      return { items: path === '/ideas' ? [idea] : [] }
    }) as Call
    const store = createStore(call, READERS)
    const shown = () => store.snapshot().values.ideas?.map(({ supported, supports }) => [supported, supports])
    await store.refresh()
    const refused = personalActs(store).support('i1', true)
    deepEqual(shown(), [[true, 1]])
    await store.refresh()
    deepEqual(shown(), [[true, 1]])
    answer.reject(new Failure('refusal', 'Non.'))
    await rejects(refused, { title: 'Non.' })
    deepEqual(shown(), [[false, 1]])
    answer = Promise.withResolvers()
    const taken = personalActs(store).support('i1', true)
    answer.resolve({ ...idea, supported: true, supports: 2 })
    await taken
    deepEqual(shown(), [[true, 2]])
  })

  it('shows what could be read, and why the rest could not', async () => {
    const server = slowServer()
    server.breakAt('/ballots')
    const store = createStore(server.call, READERS)
    const done = store.refresh()
    server.release()
    await done
    const { values, failures, loadedAt } = store.snapshot()
    deepEqual(values.commitments, [taken])
    equal(failures.ballots?.reference, 'ab12')
    equal(loadedAt, undefined)
  })

  it('drops an idea that was taken back, before it has read again', async () => {
    const idea = { id: 'i1' }
    const call = (async (method: string, path: string) => {
      if (method === 'POST') return idea
      return { items: path === '/ideas?mine=1' ? [idea, { id: 'i2' }] : [] }
    }) as Call
    const store = createStore(call, READERS)
    await store.refresh()
    await personalActs(store).undo('i1')
    deepEqual(
      store.snapshot().values.myIdeas?.map(({ id }) => id),
      ['i2'],
    )
  })

  it('looks a few pages further while a list has nothing of what it shows', async () => {
    const calls: string[] = []
    let last = 3
    const call = (async (_: string, path: string) => {
      calls.push(path)
      if (!path.startsWith('/ideas?after') && path !== '/ideas') return { items: [] }
      const page = Number(path.split('=')[1] ?? 0)
      return { items: [{ id: `i${page}`, mine: page < last }], next: String(page + 1) }
    }) as Call
    const store = createStore(call, READERS)
    await store.refresh()
    deepEqual(
      store.snapshot().values.ideas?.map(({ id }) => id),
      ['i0', 'i1', 'i2', 'i3'],
    )
    last = 100
    await store.refresh()
    equal(store.snapshot().values.ideas?.length, 4)
    equal(store.snapshot().cut.ideas, true)
  })

  it('reads on from where a list was cut, and as far again each time', async () => {
    const calls: string[] = []
    const call = (async (_: string, path: string) => {
      calls.push(path)
      if (path === '/ideas') return { items: [{ id: 'i2' }], next: 'x/1' }
      if (path === '/ideas?after=x%2F1') return { items: [{ id: 'i1' }] }
      return { items: [] }
    }) as Call
    const store = createStore(call, READERS)
    await store.refresh()
    equal(store.snapshot().cut.ideas, true)
    await store.readOn(['ideas'])
    deepEqual(
      store.snapshot().values.ideas?.map(({ id }) => id),
      ['i2', 'i1'],
    )
    equal(store.snapshot().cut.ideas, false)
    await store.refresh()
    equal(calls.filter(path => path.startsWith('/ideas?after')).length, 2)
  })
})
