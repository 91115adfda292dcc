import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../src/db/index.ts'
import type { Fact } from '../../src/kernel/storage/outbox.ts'
import { DAY, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

onEachEngine('the queue of facts', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const note = (kind: string, more: Partial<Fact> = {}) =>
    fresh.db.transact(tx => fresh.db.note(tx, { kind, payload: { id: kind }, ...more }))
  const take = async () => (await fresh.db.queue.take())?.fact.kind
  const states = () =>
    fresh.db.read(tx => open(tx).selectFrom('fact').select(['kind', 'state']).orderBy('created_at').execute())

  it('hands facts out in the order they were written, each once', async () => {
    for (const kind of ['one', 'two', 'three']) await note(kind)
    assert.deepEqual(
      [await take(), await take(), await take(), await take()],
      ['one', 'two', 'three', undefined],
    )
  })

  it('keeps a fact back until it is due', async () => {
    await note('later', { dueAt: clock.now() + MINUTE })
    await note('now')
    assert.deepEqual([await take(), await take()], ['now', undefined])
    clock.advance(MINUTE)
    assert.equal(await take(), 'later')
  })

  it('hands out what is told to many when nothing else is due', async () => {
    for (const kind of ['to one', 'to another']) await note(kind, { bulk: true })
    await note('card')
    await note('reminder', { dueAt: clock.now() + MINUTE })
    assert.deepEqual([await take(), await take()], ['card', 'to one'])
    clock.advance(MINUTE)
    assert.deepEqual([await take(), await take(), await take()], ['reminder', 'to another', undefined])
  })

  it('gives each fact to one of many who ask at once', async () => {
    for (let at = 0; at < 10; at++) await note(`fact-${at}`)
    const taken = await Promise.all(Array.from({ length: 30 }, take))
    assert.equal(new Set(taken.filter(Boolean)).size, taken.filter(Boolean).length)
    for (let kind = await take(); kind; kind = await take()) taken.push(kind)
    assert.equal(taken.filter(Boolean).length, 10)
  })

  it('hands out again what a sender that died had in hand, and counts that attempt', async () => {
    await note('lost')
    await fresh.db.queue.take()
    clock.advance(DAY)
    assert.deepEqual([await fresh.db.queue.nextDue(), await take()], [undefined, undefined])
    assert.deepEqual([await fresh.db.queue.reclaim(), await fresh.db.queue.reclaim()], [1, 0])
    assert.equal((await fresh.db.queue.take())?.attempts, 2)
  })

  it('hands nothing to a sender that another took over from: nobody would take it back', async () => {
    const { lease, queue } = fresh.db
    const old = await lease.take(await lease.look())
    const next = await lease.take(await lease.look())
    await note('news')
    assert.deepEqual([await queue.take(old), (await queue.take(next))?.fact.kind], [undefined, 'news'])
  })

  it('leaves what was done by the next sender as it is, whatever the one before says late', async () => {
    await note('slow')
    const taken = await fresh.db.queue.take()
    assert.ok(taken)
    await fresh.db.queue.finish(taken.id)
    await fresh.db.queue.requeue(taken, clock.now(), 1)
    assert.deepEqual(await states(), [{ kind: 'slow', state: 'done' }])
  })

  it('takes back two facts that wait under one key as one', async () => {
    await note('old', { mergeKey: 'k' })
    await fresh.db.queue.take()
    await note('new', { mergeKey: 'k' })
    await fresh.db.queue.reclaim()
    assert.deepEqual([await take(), await take()], ['new', undefined])
  })

  it('says what it handed out: kind, payload and merge key', async () => {
    await note('ballot.changed', { mergeKey: 'ballot:a' })
    const taken = await fresh.db.queue.take()
    const fact = { kind: 'ballot.changed', payload: { id: 'ballot.changed' }, mergeKey: 'ballot:a' }
    assert.deepEqual(taken?.fact, fact)
  })

  it('joins a fact put back with the one that came under its key meanwhile', async () => {
    await note('old', { mergeKey: 'k' })
    const taken = await fresh.db.queue.take()
    assert.ok(taken)
    await note('new', { mergeKey: 'k' })
    await fresh.db.queue.requeue(taken, clock.now() + MINUTE, 3)
    assert.deepEqual(await states(), [
      { kind: 'old', state: 'done' },
      { kind: 'new', state: 'ready' },
    ])
    clock.advance(MINUTE)
    assert.equal((await fresh.db.queue.take())?.attempts, 4)
  })

  it('counts all that is due, and tells how old the oldest is that is not bulk', async () => {
    const [{ now }, { queue }] = [clock, fresh.db]
    assert.deepEqual(await queue.backlog(), { due: 0 })
    await note('to-everybody', { bulk: true })
    clock.advance(MINUTE)
    assert.deepEqual(await queue.backlog(), { due: 1 })
    await note('card')
    const at = now()
    clock.advance(MINUTE)
    assert.deepEqual(await queue.backlog(), { due: 2, oldest: at })
  })

  it('forgets what was done a week ago, never what was given up', async () => {
    await note('done')
    await note('dead')
    for (const end of ['finish', 'deadLetter'] as const) {
      const taken = await fresh.db.queue.take()
      assert.ok(taken)
      await fresh.db.queue[end](taken.id)
    }
    await note('waiting')
    clock.advance(8 * DAY)
    await fresh.db.queue.sweep()
    assert.deepEqual(
      (await states()).map(row => row.kind),
      ['dead', 'waiting'],
    )
  })

  // PostgreSQL reads a table of three rows whole, whatever its indexes.
  if (engine.name === 'sqlite')
    it('is read through its index however many facts are done', async () => {
      const plan = await fresh.db.read(tx =>
        sql<{
          detail: string
        }>`explain query plan select id from fact where state = 'ready' and due_at <= 5
        order by due_at, created_at, id limit 1`.execute(open(tx)),
      )
      assert.match(plan.rows.map(row => row.detail).join(), /^SEARCH fact USING (COVERING )?INDEX fact_ready/)
    })
})
