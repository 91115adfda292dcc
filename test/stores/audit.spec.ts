import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../src/db/index.ts'
import type { JournalFilter } from '../../src/features/audit/domain.ts'
import { auditStore } from '../../src/features/audit/store.ts'
import { auditUsecases } from '../../src/features/audit/usecases.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { DAY, HOUR } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

const pascal: Actor = { id: 'person-pascal', name: 'Pascal Vidal', role: 'manager', language: 'fr' }
const lab: Actor = { id: 'person-maelle', name: 'Maëlle Rivière', role: 'organiser', language: 'fr' }

onEachEngine('the journal’s rows', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const journal = () => auditUsecases({ ...fresh.db, store: auditStore, clock, ids: randomIds })
  const act = (actor: Actor) => fresh.db.transact(tx => journal().record(tx, actor, 'ideas.answer', 'i1'))
  const rows = async () => (await journal().list(lab, 50)).items

  it('are changed by nobody, not even by a statement of ours', async () => {
    await act(pascal)
    const before = await rows()
    const attempts = [
      fresh.db.transact(tx => open(tx).updateTable('audit').set({ who: '' }).execute()),
      fresh.db.transact(tx => open(tx).deleteFrom('audit').execute()),
      // SQLite has no word for it, and takes a delete without a condition for the same.
      ...(engine.name === 'postgres' ? [fresh.db.transact(tx => sql`truncate audit`.execute(open(tx)))] : []),
    ]
    for (const attempt of attempts) await assert.rejects(attempt, /rows of audit are only added/)
    assert.deepEqual(await rows(), before)
  })

  it('stay when a person is erased; only whose they are goes, for good', async () => {
    await act(pascal)
    await act(pascal)
    const [one, two] = await rows()
    assert.ok(one?.who && one.who === two?.who)
    await fresh.db.transact(tx =>
      open(tx).deleteFrom('audit_person').where('person_id', '=', pascal.id).execute(),
    )
    assert.equal((await rows()).length, 2)
    const names = await fresh.db.read(tx => open(tx).selectFrom('audit_person').selectAll().execute())
    assert.deepEqual(names, [])
    // The same person under a new pseudonym: nothing ties the old rows to them.
    await act(pascal)
    const all = await rows()
    assert.equal(new Set(all.map(({ who }) => who)).size, 2)
    assert.doesNotMatch(JSON.stringify(all), /pascal/i)
  })

  it('are read page by page, newest first, each once', async () => {
    for (let n = 0; n < 7; n++) {
      if (n % 2) clock.advance(1)
      await act(n % 3 ? pascal : lab)
    }
    const ids: string[] = []
    let after: string | undefined
    do {
      const page: Awaited<ReturnType<ReturnType<typeof journal>['list']>> = await journal().list(
        lab,
        3,
        after,
      )
      ids.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after !== undefined)
    assert.equal(new Set(ids).size, 7)
    assert.deepEqual(
      ids,
      (await rows()).map(({ id }) => id),
    )
  })

  it('are read by act, role, refusal and day, each on its own and together', async () => {
    await act(pascal)
    await act(lab)
    await journal().refused({ actor: pascal, entryPoint: 'tab', act: 'get /audit', code: 'role-needed' })
    clock.advance(DAY)
    await act(pascal)
    const found = async (filter: JournalFilter) =>
      (await journal().list(lab, 50, undefined, filter)).items.map(each => [each.role, each.act])
    const answer = ['manager', 'ideas.answer']
    assert.deepEqual(await found({ act: 'ideas.answer', role: 'manager' }), [answer, answer])
    assert.deepEqual(await found({ refused: true }), [['manager', 'get /audit']])
    assert.deepEqual(await found({ from: clock.now() - HOUR }), [answer])
    assert.deepEqual(await found({ role: 'organiser', until: clock.now() }), [['organiser', 'ideas.answer']])
    assert.deepEqual(await found({ act: 'ideas.hide' }), [])
  })

  it('leave as one moment of it: what is added while they are read does not come with them', async () => {
    for (let n = 0; n < 3; n++) await act(pascal)
    clock.advance(1)
    const { rows: count, pages } = await journal().take(lab, {}, 50)
    await act(pascal)
    let read = 0
    for await (const { entries } of pages) read += entries.length
    assert.deepEqual([count, read], [3, 3])
    assert.equal((await rows()).length, 5)
  })

  it('leave up to a bound, the newest of them, and it is said how many there were', async () => {
    for (let n = 0; n < 5; n++) await act(pascal)
    clock.advance(1)
    const newest = (await rows()).slice(0, 3)
    const { all, rows: count, pages } = await journal().take(lab, {}, 3)
    const read = []
    for await (const { entries } of pages) read.push(...entries)
    assert.deepEqual([all, count, read], [5, 3, newest])
    assert.equal((await rows())[0]?.thing, 'journal:3')
  })
})
