import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { HOUR, MINUTE, SECOND } from '../../src/kernel/clock.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { onEachEngine } from '../db/engines.ts'
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
    assert.deepEqual(
      bench.teams.calls.map(call => call.to),
      ['a', 'b', 'c'],
    )
    assert.deepEqual(await states(), [{ kind: 'news', state: 'dead' }])
  })

  it('gives up at once what Teams will never take, and says so in the log', async () => {
    for (const status of [400, 403, 404, 413]) {
      bench.teams.fails.push({ status, code: 'Whatever' })
      await bench.note(`answer ${status}`, `${status}`)
      await bench.idle()
    }
    assert.deepEqual(new Set((await states()).map(fact => fact.state)), new Set(['dead']))
    assert.deepEqual(
      bench.log.map(line => [line.message, Reflect.get(line.fields, 'status')]),
      [400, 403, 404, 413].map(status => ['a fact is given up', status]),
    )
    await bench.pass(3 * HOUR)
    assert.equal(bench.teams.calls.length, 4)
  })

  it('tells how each post ended, once it has: not of what may pass, nor of edits', async () => {
    const begun = bench.clock.now()
    await bench.note('taken', 'a', { to: 'chat a' })
    bench.teams.fails.push(undefined, { status: 403, code: 'MessageWritesBlocked' })
    await bench.note('refused', 'b', { to: 'chat b' })
    await bench.idle()
    bench.teams.fails.push({ status: 503 })
    await bench.note('late', 'c', { to: 'chat c' })
    await bench.idle()
    bench.teams.fails.push({ status: 403 })
    await bench.note('edited', 'a', { to: 'chat a' })
    await bench.idle()
    const refused = { status: 403, code: 'MessageWritesBlocked' }
    const soFar = [
      { to: 'chat a', key: 'a', at: begun },
      { to: 'chat b', key: 'b', at: begun, refused },
    ]
    assert.deepEqual(bench.ended, soFar)
    await bench.pass(2_000)
    assert.deepEqual(bench.ended, [...soFar, { to: 'chat c', key: 'c', at: begun + 1_000 }])
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
    { status: 412 },
    { status: 429 },
    { status: 503 },
    { status: 0 },
    new Error('lost'),
  ]) {
    it(`tries again after ${'status' in failure ? failure.status : 'a fault of our own'}`, async () => {
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
    bench.teams.fails.push(...Array.from({ length: 20 }, (_, at) => (at === 1 ? undefined : { status: 500 })))
    await bench.note('failing', 'f')
    await bench.note('fine', 'g')
    await bench.pass(3 * HOUR)
    const moments = bench.teams.calls.filter(call => call.said === 'failing').map(call => call.at / SECOND)
    assert.deepEqual(moments, [0, 1, 3, 8, 23, 83, 383, 1_283, 4_883])
    assert.deepEqual(bench.teams.calls[1], { at: 0, what: 'post', to: 'channel', said: 'fine' })
    assert.equal(bench.log.at(-1)?.message, 'a fact is given up')
  })

  it('takes up what a process that died had in hand, once its lease is over', async () => {
    await bench.stop()
    await bench.note('news', 'n')
    await bench.db.queue.take()
    bench.restart()
    await bench.pass(MINUTE - 1)
    assert.deepEqual(bench.teams.calls, [])
    await bench.pass(1)
    assert.deepEqual(bench.said(), ['news'])
  })

  it('gives up a fact that brings its process down each time', async () => {
    await bench.stop()
    await bench.note('poison', 'p')
    for (let died = 0; died < 9; died++) {
      await bench.db.queue.take()
      bench.clock.advance(MINUTE)
    }
    bench.restart()
    await bench.idle()
    assert.deepEqual([bench.teams.calls, await states()], [[], [{ kind: 'poison', state: 'dead' }]])
  })

  it('posts again when its process died before it could write the post down', async () => {
    bench.teams.answer = new Promise(() => {})
    await bench.note('news', 'n')
    await bench.teams.asked
    bench.restart()
    await bench.pass(MINUTE)
    assert.deepEqual(bench.said(), ['news'])
    assert.deepEqual(await states(), [{ kind: 'news', state: 'done' }])
  })

  it('finishes the fact in hand before it stops, and begins no other', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    bench.teams.answer = promise
    await bench.note('news', 'n')
    await bench.note('more', 'm')
    await bench.teams.asked
    const stopped = bench.stop()
    resolve()
    await stopped
    assert.deepEqual(await states(), [
      { kind: 'news', state: 'done' },
      { kind: 'more', state: 'ready' },
    ])
  })
})
