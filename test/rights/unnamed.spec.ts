import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../src/db/index.ts'
import type { Tables } from '../../src/db/tables/index.ts'
import { ERASED_WITHIN } from '../../src/features/ideas/erasure/usecases.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import type { IdeaView, MergeAskedView } from '../../src/tabs/contract/ideas/ideas.ts'
import { engines } from '../support/database/engines.ts'
import { IDEA } from '../support/product/inputs.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../support/product/one-of-each.ts'
import type { Someone } from '../support/product/stage.ts'

const nadia = { objectId: 'nadia', name: 'Nadia Ferrer' }
const karim = { objectId: 'karim', name: 'Karim Benali' }

for (const engine of engines)
  describe(`ideas without a name of somebody who is erased, on ${engine.name}`, function () {
    this.timeout(120_000)
    let table: OneOfEach
    let drop: () => Promise<void>
    let [boxed, spoken] = ['', '']
    beforeEach(async () => {
      const made = await engine.begin()
      drop = made.drop
      table = await setOneOfEach(made.url)
      boxed = await write('Mise dans la boîte', { box: table.things.box })
      table.clock.advance(HOUR)
      spoken = await write('Dite dans l’onglet')
      for (const idea of [boxed, spoken])
        await table.call(camille, 'post', '/ideas/:id/comments', {
          params: { id: idea },
          body: { nonce: randomIds.nonce(), text: 'Une précision' },
        })
      await table.call(nadia, 'put', '/ideas/:id/support', { params: { id: boxed }, body: { support: true } })
      // An edit in hand while the clock moves counts as made after it, and the next one would have to wait.
      await table.stage.settle()
      table.clock.advance(HOUR)
      await table.stage.settle()
    })
    afterEach(async () => {
      await table.close()
      await drop()
    })

    const write = (text: string, more = {}) =>
      table.made(camille, 'ideas.submit', 'idea', { ...IDEA, text, unnamed: 'on', ...more })
    const rows = <T extends keyof Tables>(name: T) =>
      table.stage.app.database.read(tx =>
        open(tx)
          .selectFrom(name as 'vote')
          .selectAll()
          .execute(),
      ) as unknown as Promise<readonly Tables[T][]>
    const row = async (id: string) => (await rows('idea')).find(idea => idea.id === id)
    const erase = (ideas: 'unname' | 'withdraw') =>
      table.call(camille, 'post', '/me/data/erase', { body: { ideas, sure: true } })
    const pass = async (ms: number) => {
      table.clock.advance(ms)
      await table.stage.settle()
    }

    /** All that others read of them, and the card in the channel. */
    async function seen(): Promise<unknown> {
      const all: unknown[] = []
      for (const who of [maelle, nadia, karim])
        for (const id of [boxed, spoken])
          for (const page of ['', '/thread', '/comments', '/joined'])
            all.push(await table.call(who, 'get', `/ideas/:id${page}` as '/ideas/:id', { params: { id } }))
      const cards = [...table.stage.sent.values()].filter(({ card }) => JSON.stringify(card).includes(boxed))
      return [all, cards.filter(({ to }) => !to.startsWith('chat-')).map(({ card, edits }) => [card, edits])]
    }

    for (const parting of ['unname', 'withdraw'] as const)
      it(`stay just as they were at that moment, for whoever reads them (${parting})`, async () => {
        const before = structuredClone(await seen())
        await erase(parting)
        await pass(15 * MINUTE)
        assert.deepEqual(await seen(), before)
        const acts = (await rows('audit')).filter(({ thing }) => [boxed, spoken].includes(thing))
        assert.deepEqual(acts, [])
      })

    it('lead to nobody, and not to each other', async () => {
      const { id } = await table.actor(camille)
      await erase('unname')
      const authors = await Promise.all([boxed, spoken].map(async idea => (await row(idea))?.author))
      assert.equal(new Set([...authors, id]).size, 3)
      const said = (await rows('idea_comment')).map(({ idea_id, author }) => [idea_id, author])
      for (const [at, idea] of [boxed, spoken].entries())
        assert.ok(said.some(([under, author]) => under === idea && author === authors[at]))
      const gave = (await rows('idea_support')).filter(({ idea_id }) => [boxed, spoken].includes(idea_id))
      assert.deepEqual(gave.map(({ idea_id, person_id }) => idea_id === person_id).sort(), [
        false,
        true,
        true,
      ])
      assert.deepEqual(await rows('idea_leaving'), [])
    })

    it('go one by one at moments of their own where that was asked, and the journal says nothing of it', async () => {
      const kept = await write('Retenue')
      await table.stage.as(maelle).presses('ideas.decide', { idea: kept, step: 'retained' })
      const began = table.clock.now()
      await erase('withdraw')
      const due = await rows('idea_leaving')
      const ids = due.map(({ idea_id }) => idea_id)
      assert.deepEqual([...ids].sort(), [boxed, spoken, kept].sort())
      assert.equal(new Set(due.map(({ due_at }) => due_at)).size, 3)
      assert.ok(due.every(each => Object.keys(each).sort().join() === 'due_at,idea_id'))
      const waiting = (await rows('fact')).filter(({ kind }) => kind === 'ideas.leave')
      assert.deepEqual(
        waiting.map(({ payload }) => payload),
        ['{}'],
      )
      assert.ok(waiting.every(({ due_at }) => !due.some(each => each.due_at === due_at)))
      const left = new Map<string, number>()
      for (let hours = 0; hours <= ERASED_WITHIN / HOUR + 2; hours++) {
        await pass(HOUR)
        for (const { id, state } of await rows('idea'))
          if (state === 'withdrawn' && !left.has(id)) left.set(id, table.clock.now())
      }
      for (const { idea_id, due_at } of due) {
        const at = left.get(idea_id)
        if (idea_id === kept) assert.equal(at, undefined)
        else assert.ok(at && at >= due_at && at < due_at + 3 * HOUR && at <= began + ERASED_WITHIN + 3 * HOUR)
      }
      assert.deepEqual(await rows('idea_leaving'), [])
      const gone = (await rows('idea_comment')).filter(({ idea_id }) => [boxed, spoken].includes(idea_id))
      assert.deepEqual([gone, (await row(spoken))?.text, (await row(kept))?.state], [[], '', 'retained'])
      const acts = (await rows('audit')).filter(({ at }) => at > began).map(({ act }) => act)
      assert.deepEqual(
        acts.filter(act => act.startsWith('ideas.')),
        [],
      )
      assert.match(JSON.stringify([...table.stage.sent.values()].map(({ card }) => card)), /Idée retirée/)
    })

    it('are given other moments where nothing ran for long: they do not go together', async () => {
      await erase('withdraw')
      await pass(2 * ERASED_WITHIN)
      assert.deepEqual([(await row(boxed))?.state, (await row(spoken))?.state], ['received', 'received'])
      const due = (await rows('idea_leaving')).map(({ due_at }) => due_at - table.clock.now())
      assert.equal(new Set(due).size, 2)
      assert.ok(due.every(in_ms => in_ms >= 0 && in_ms <= ERASED_WITHIN))
    })

    it('stand on the disk, once it is cleared, as all others without a name', async () => {
      for (const text of ['Une', 'Deux', 'Trois'])
        await table.made(karim, 'ideas.submit', 'idea', { ...IDEA, text, unnamed: 'on' })
      await erase('unname')
      await pass(3 * MINUTE)
      await pass(10 * MINUTE)
      if (engine.name === 'sqlite') return
      const { rows: stand } = await table.stage.app.database.read(tx =>
        sql<{ id: string; written: string }>`
          select id, xmin::text as written from idea where unnamed = 1 order by ctid`.execute(open(tx)),
      )
      const ids = stand.map(({ id }) => id)
      assert.ok(ids.includes(boxed) && ids.length >= 5)
      assert.deepEqual(ids, ids.toSorted())
      assert.equal(new Set(stand.map(({ written }) => written)).size, 1)
    })

    it('wait for the same answers: who was asked to join theirs may still say yes', async () => {
      const theirs = (await table.call(karim, 'post', '/ideas', {
        body: { nonce: randomIds.nonce(), text: 'Voisine', axis: 'usager' },
      })) as IdeaView
      const asked = { params: { id: spoken }, body: { into: theirs.id } }
      await table.call(camille, 'post', '/ideas/:id/merge', asked)
      const proposals = async () =>
        ((await table.call(karim, 'get', '/merges')) as { items: readonly MergeAskedView[] }).items
      const before = await proposals()
      await erase('unname')
      assert.deepEqual(await proposals(), before)
      const answer = { params: { id: before[0]?.id ?? '' }, body: { accept: true } }
      const joined = (await table.call(karim, 'post', '/merges/:id/answer', answer)) as IdeaView
      assert.equal(joined.supports, 2)
      await pass(DAY)
    })

    it('are hers no more when she comes back', async () => {
      const who: Someone = camille
      await erase('unname')
      const seenAgain = (await table.call(who, 'get', '/ideas/:id', { params: { id: spoken } })) as IdeaView
      assert.deepEqual([seenAgain.mine, seenAgain.supported, seenAgain.supports], [false, false, 0])
    })
  })
