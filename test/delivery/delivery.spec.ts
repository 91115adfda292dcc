import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { HOUR, MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { onEachEngine } from '../support/database/engines.ts'
import { deliveryBench } from './bench.ts'

onEachEngine('delivery', engine => {
  const bench = deliveryBench(engine)
  const states = () =>
    bench.db.read(tx => open(tx).selectFrom('fact').select(['kind', 'state']).orderBy('created_at').execute())

  it('sends facts in the order they were written', async () => {
    const facts = ['one', 'two', 'three', 'four']
    for (const kind of facts) await bench.note(kind, kind)
    await bench.idle()
    assert.deepEqual(bench.said(), facts)
  })

  it('sends nothing before it is due, then wakes by itself', async () => {
    await bench.note('reminder', 'r', { dueAt: bench.clock.now() + 25 * MINUTE })
    await bench.pass(25 * MINUTE - 1)
    assert.deepEqual(bench.teams.calls, [])
    await bench.pass(1)
    assert.deepEqual(bench.said(), ['reminder'])
  })

  it('posts under a key once, then edits what stands there', async () => {
    await bench.note('opened', 'ballot:a')
    await bench.idle()
    await bench.note('closed', 'ballot:a')
    await bench.idle()
    assert.deepEqual(
      bench.teams.calls.map(({ what, to, said }) => [what, to, said]),
      [
        ['post', 'channel', 'opened'],
        ['update', 'message-1', 'closed'],
      ],
    )
  })

  it('posts nothing for an edit of what does not stand', async () => {
    bench.draws(({ kind }) => [{ to: 'channel', key: 'k', card: {}, summary: kind, editOnly: true }])
    await bench.note('changed', 'k')
    await bench.idle()
    assert.deepEqual([bench.teams.calls, await states()], [[], [{ kind: 'changed', state: 'done' }]])
  })

  it('neither edits nor posts again a message whose id Teams never told', async () => {
    await bench.db.posts.recordPost({ key: 'k', address: 'channel', message_id: '' }, bench.clock.now())
    await bench.note('changed', 'k')
    await bench.idle()
    assert.deepEqual([bench.teams.calls, bench.log], [[], []])
  })

  it('delivers every message of a fact, although one is refused', async () => {
    bench.draws(({ kind }) => ['a', 'b', 'c'].map(to => ({ to, key: to, card: {}, summary: kind })))
    bench.teams.fails.push(undefined, { status: 403, code: 'BotNotInConversationRoster' })
    await bench.note('news', 'n')
    await bench.idle()
    assert.deepEqual(bench.teams.calls.map(call => call.to).toSorted(), ['a', 'b', 'c'])
    assert.deepEqual(await states(), [{ kind: 'news', state: 'done' }])
  })

  it('gives up at once what Teams will never take, and says so in the log', async () => {
    for (const status of [400, 413]) {
      bench.teams.fails.push({ status, code: 'Whatever' })
      await bench.note(`answer ${status}`, `${status}`)
      await bench.idle()
    }
    assert.deepEqual(
      (await states()).map(fact => fact.state),
      ['dead', 'dead'],
    )
    assert.deepEqual(
      bench.log.map(line => [line.message, Reflect.get(line.fields, 'status')]),
      [400, 413].map(status => ['a fact is given up', status]),
    )
    await bench.pass(3 * HOUR)
    assert.equal(bench.teams.calls.length, 2)
  })

  it('tells how each post ended: not of what may pass, nor of edits', async () => {
    const begun = bench.clock.now()
    await bench.note('taken', 'a', { to: 'chat a' })
    await bench.idle()
    bench.teams.fails.push({ status: 403, code: 'MessageWritesBlocked' })
    await bench.note('refused', 'b', { to: 'chat b' })
    await bench.idle()
    bench.teams.fails.push({ status: 429 })
    await bench.note('late', 'c', { to: 'chat c' })
    await bench.idle()
    bench.teams.fails.push({ status: 403 })
    await bench.note('edited', 'a', { to: 'chat a' })
    await bench.idle()
    bench.teams.fails.push({ status: 413 })
    await bench.note('large', 'd', { to: 'chat d' })
    await bench.idle()
    const refused = { status: 403, code: 'MessageWritesBlocked' }
    const soFar = [
      { to: 'chat a', key: 'a', at: begun },
      { to: 'chat b', key: 'b', at: begun, refused },
      { to: 'chat d', key: 'd', at: begun, dead: { status: 413 } },
    ]
    assert.deepEqual(bench.ended, soFar)
    await bench.pass(2_000)
    assert.deepEqual(bench.ended, [...soFar, { to: 'chat c', key: 'c', at: begun + 1_000 }])
  })

  for (const status of [0, 408, 500, 502, 503, 504]) {
    it(`neither loses nor repeats what Teams may have taken when it answered ${status || 'nothing'}`, async () => {
      const begun = bench.clock.now()
      bench.teams.fails.push({ status, code: 'Odd' })
      await bench.note('news', 'n')
      await bench.pass(3 * HOUR)
      await bench.note('news again', 'n')
      await bench.idle()
      assert.deepEqual(bench.said(), ['news'])
      assert.deepEqual(bench.ended, [{ to: 'channel', key: 'n', at: begun, unknown: true }])
      assert.equal((await bench.db.posts.find('n'))?.state, 'unknown')
    })

    it(`edits again when Teams answered ${status || 'nothing'}: that may be done twice`, async () => {
      await bench.note('opened', 'b')
      await bench.idle()
      bench.teams.fails.push({ status })
      await bench.note('closed', 'b')
      await bench.pass(MINUTE)
      assert.deepEqual(bench.said(), ['opened', 'closed', 'closed'])
    })
  }

  it('posts anew, for another fact, what Teams refused there', async () => {
    bench.teams.fails.push({ status: 404 })
    await bench.note('news', 'n')
    await bench.idle()
    await bench.note('news', 'n', { to: 'elsewhere' })
    await bench.idle()
    assert.deepEqual(
      bench.teams.calls.map(({ what, to }) => [what, to]),
      [
        ['post', 'channel'],
        ['post', 'elsewhere'],
      ],
    )
  })

  it('leaves alone a card that was deleted', async () => {
    await bench.note('opened', 'b')
    await bench.idle()
    bench.teams.fails.push({ status: 404 })
    for (const said of ['voted', 'voted more']) {
      await bench.note(said, 'b')
      await bench.pass(MINUTE)
    }
    assert.deepEqual(bench.said(), ['opened', 'voted'])
  })

  it('gives up what a handler refuses', async () => {
    bench.draws(() => {
      throw new Refusal('gone')
    })
    await bench.note('odd', 'k')
    await bench.idle()
    assert.deepEqual(await states(), [{ kind: 'odd', state: 'dead' }])
  })

  for (const failure of [
    { status: 401 },
    { status: 412 },
    { status: 429 },
    { status: 0, code: 'ECONNREFUSED' },
    { status: 0, code: 'ENOTFOUND' },
    new Error('lost'),
  ]) {
    const { status = undefined, code = '' } = 'status' in failure ? failure : {}
    it(`tries again after ${status === undefined ? 'a fault of our own' : code || status}`, async () => {
      bench.teams.fails.push(failure)
      await bench.note('news', 'n')
      await bench.pass(SECOND)
      assert.deepEqual(
        bench.teams.calls.map(call => call.at),
        [0, SECOND],
      )
      assert.deepEqual(await states(), [{ kind: 'news', state: 'done' }])
    })
  }

  it('waits as long as Teams asks, in the whole thread and in no other', async () => {
    bench.teams.fails.push({ status: 429, retryAfterMs: 40 * SECOND })
    await bench.note('first', 'a')
    await bench.note('second', 'b')
    await bench.note('elsewhere', 'c', { to: 'chat' })
    await bench.pass(MINUTE)
    assert.deepEqual(
      bench.teams.calls.map(({ said, at }) => [said, at]),
      [
        ['first', 0],
        ['elsewhere', 0],
        ['first', 40 * SECOND],
        ['second', 40 * SECOND],
      ],
    )
  })

  it('lets others pass a fact that fails, gives it more and more time, and gives up after nine attempts', async () => {
    bench.teams.fails.push(...Array.from({ length: 20 }, (_, at) => (at === 1 ? undefined : { status: 429 })))
    await bench.note('failing', 'f', { to: 'a busy chat' })
    await bench.note('fine', 'g')
    await bench.pass(3 * HOUR)
    const moments = bench.teams.calls.filter(call => call.said === 'failing').map(call => call.at / SECOND)
    assert.deepEqual(moments, [0, 1, 3, 8, 23, 83, 383, 1_283, 4_883])
    assert.deepEqual(bench.teams.calls[1], { at: 0, what: 'post', to: 'channel', said: 'fine' })
    assert.equal(bench.log.at(-1)?.message, 'a fact is given up')
  })

  it('takes up at once what a process that died had in hand', async () => {
    await bench.stop()
    await bench.note('news', 'n')
    await bench.db.queue.take()
    bench.restart()
    await bench.idle()
    assert.deepEqual(bench.said(), ['news'])
  })

  it('gives up a fact that brings its process down each time', async () => {
    await bench.stop()
    await bench.note('poison', 'p')
    for (let died = 0; died < 9; died++) {
      await bench.db.queue.take()
      await bench.db.queue.reclaim()
    }
    bench.restart()
    await bench.idle()
    assert.deepEqual([bench.teams.calls, await states()], [[], [{ kind: 'poison', state: 'dead' }]])
  })

  it('says that it cannot know when its process died before Teams answered, and does not post again', async () => {
    const begun = bench.clock.now()
    bench.teams.answer = new Promise(() => {})
    await bench.note('news', 'n')
    await bench.teams.asked
    bench.restart()
    await bench.pass(MINUTE)
    assert.deepEqual(bench.said(), [])
    assert.deepEqual(bench.ended, [{ to: 'channel', key: 'n', at: begun, unknown: true }])
    assert.deepEqual(await states(), [{ kind: 'news', state: 'done' }])
  })

  for (const [what, fault, end] of [
    ['was in doubt', { status: 502 }, { unknown: true }],
    ['was taken', undefined, {}],
    ['was refused', { status: 403 }, { refused: { status: 403 } }],
  ] as const) {
    it(`tells once more how a post ended that ${what}, when its process died before anybody heard`, async () => {
      const begun = bench.clock.now()
      bench.teams.heard = new Promise(() => {})
      bench.teams.fails.push(fault)
      await bench.note('news', 'n')
      await bench.teams.asked
      await bench.untilWritten('n', what === 'was in doubt' ? 'sending' : undefined)
      bench.restart()
      if (what === 'was refused') bench.teams.fails.push(fault)
      await bench.idle()
      assert.deepEqual(bench.ended, [{ to: 'channel', key: 'n', at: begun, ...end }])
    })
  }

  it('takes the late word of a sender that was only slow', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    bench.teams.answer = promise
    await bench.note('news', 'n')
    const { asked } = bench.teams
    await asked
    const slow = bench.leave()
    await bench.pass(0)
    resolve()
    await slow
    assert.equal((await bench.db.posts.find('n'))?.state, 'sent')
    assert.deepEqual(
      bench.ended.map(({ unknown = false }) => unknown),
      [true, false],
    )
  })

  it('posts nothing more once another process sends', async () => {
    await bench.note('first', 'a')
    await bench.idle()
    const slow = bench.leave()
    await bench.idle()
    await slow
    await bench.note('second', 'b')
    await bench.idle()
    assert.deepEqual(bench.said(), ['second'])
  })

  it('finishes what is in hand before it stops, and begins no other', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    bench.teams.answer = promise
    await bench.note('news', 'n')
    await bench.teams.asked
    const stopped = bench.stop()
    await bench.note('more', 'm')
    resolve()
    await stopped
    assert.deepEqual(await states(), [
      { kind: 'news', state: 'done' },
      { kind: 'more', state: 'ready' },
    ])
  })

  it('does not wait for ever for an answer of Teams, which the next process holds for doubtful', async () => {
    bench.teams.answer = new Promise(() => {})
    await bench.note('news', 'n')
    await bench.teams.asked
    await bench.passUntil(bench.stop())
    bench.restart()
    await bench.idle()
    assert.equal((await bench.db.posts.find('n'))?.state, 'unknown')
  })
})
