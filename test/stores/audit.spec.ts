import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../src/db/index.ts'
import type { AuditEntry, JournalFilter } from '../../src/features/audit/domain.ts'
import { journalCut, journalHeads, journalRow } from '../../src/features/audit/journal-cards.ts'
import { auditRoutes } from '../../src/features/audit/routes.ts'
import { auditStore } from '../../src/features/audit/store.ts'
import { auditUsecases } from '../../src/features/audit/usecases.ts'
import { wordsIn } from '../../src/i18n/words.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import type { Flow } from '../../src/kernel/requests/route.ts'
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

  it('of one millisecond are read in the order in which they were written, page by page too', async () => {
    const one = journal()
    const acts = Array.from({ length: 40 }, (_, n) => `ideas.act-${n}`)
    for (const each of acts) await fresh.db.transact(tx => one.record(tx, lab, each, 'i1'))
    const first = await one.list(lab, 25)
    const rest = await one.list(lab, 25, first.next)
    assert.deepEqual([...first.items, ...rest.items].map(({ act: said }) => said).toReversed(), acts)
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

  it('leave as a file that says in its last line where it was cut, and says nothing of it where it was not', async () => {
    for (let n = 0; n < 3; n++) await act(pascal)
    clock.advance(1)
    const words = wordsIn('fr', 'Europe/Paris')
    const parts = { words, zone: 'Europe/Paris', directionName: () => undefined }
    const table = {
      name: 'journal',
      heads: journalHeads(words),
      row: (entry: AuditEntry) => journalRow(parts, entry, new Map()),
      cut: (kept: number, all: number) => journalCut(words, kept, all),
    }
    const lines = async (most: number) => {
      const routes = auditRoutes({ audit: journal(), zone: parts.zone, most, tableIn: () => table })
      const route = routes.find(({ path }) => path === '/audit/file')
      const flow = (await route?.run({ actor: lab, params: {}, query: {}, body: {} } as never)) as Flow
      let text = ''
      for await (const part of flow.parts) text += part
      return text.split('\r\n').slice(0, -1)
    }
    const cut = await lines(2)
    assert.equal(cut[0], '\uFEFFJour;Heure;Geste;Sur quoi;Combien;Identifiant;Rôle;Qui;Où;Refusé')
    assert.equal(cut.length, 4)
    assert.match(cut[3] ?? '', /^Le fichier s’arrête ici\u00A0: les 2 entrées les plus récentes, sur 3\./)
    clock.advance(1)
    const whole = await lines(4)
    assert.equal(whole.length, 5)
    assert.match(whole[1] ?? '', /;Journal exporté;Journal;2 lignes;journal:2;le Lab’;/)
  })
})
