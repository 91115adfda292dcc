import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { ideaRows } from '../../support/features/idea-stores.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'

const WHY = 'Des personnes y sont nommées'

onEachEngine('an idea that is reported', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, thread, person } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, karim, maelle] = [] as unknown as [Actor, Actor, Actor, Actor]

  beforeEach(async () => {
    ;({ ideas, thread, person } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie', 'lycees')
    karim = await person('karim', 'europe')
    maelle = await person('maelle')
  })

  async function submit(text = 'Un vélo partagé'): Promise<string> {
    clock.advance(SECOND)
    return (await ideas.submit(camille, { text, axis: 'usager' }, freshForm(camille))).id
  }

  const reported = async () => (await ideas.queue(maelle, 'reported', 20)).items
  const rowsOf = (table: 'idea_report' | 'message' | 'audit'): Promise<readonly object[]> =>
    fresh.db.read(tx => open(tx).selectFrom(table).selectAll().execute())
  const told = async () =>
    ((await rowsOf('message')) as readonly { person_id: string; subject: string }[]).map(row => [
      row.person_id,
      JSON.parse(row.subject).step,
    ])

  const audited = async () =>
    ((await rowsOf('audit')) as readonly { act: string }[])
      .map(({ act }) => act)
      .filter(act => act.startsWith('ideas.'))
      .sort()

  it('waits for organisers, counted once for each person, who is named to nobody', async () => {
    const id = await submit()
    clock.advance(SECOND)
    await ideas.report(sophie, id, '  ')
    await ideas.report(sophie, id, 'Une deuxième fois')
    await ideas.report(karim, id, WHY)
    const mark = async (actor: Actor) => (await ideas.show(actor, id)).reported
    assert.deepEqual([await mark(sophie), await mark(camille)], [true, undefined])
    const [watched, ...others] = await reported()
    assert.deepEqual([watched?.idea.id, watched?.reports, watched?.reasons], [id, 2, [WHY]])
    assert.equal(others.length, 0)
    const seen = JSON.stringify([watched, await ideas.watch(maelle, id)])
    for (const { id: who, name } of [sophie, karim]) assert.ok(!seen.includes(who) && !seen.includes(name))
    await assert.rejects(ideas.report(camille, id, ''), { code: 'own-idea-reported' })
    await assert.rejects(ideas.report(sophie, id, 'é'.repeat(281)), { code: 'too-long' })
    await assert.rejects(ideas.queue(sophie, 'reported', 20), { code: 'role-needed' })
  })

  it('comes up the oldest report first, a page at a time', async () => {
    const ids = [await submit('Un'), await submit('Deux'), await submit('Trois')]
    for (const id of [ids[2], ids[0], ids[1]]) {
      clock.advance(SECOND)
      await ideas.report(sophie, id ?? '', '')
    }
    const first = await ideas.queue(maelle, 'reported', 2)
    const second = await ideas.queue(maelle, 'reported', 2, first.next)
    const order = [...first.items, ...second.items].map(({ idea }) => idea.text)
    assert.deepEqual([order, second.next], [['Trois', 'Un', 'Deux'], undefined])
  })

  it('is left as it is, and asks no more, once organisers dismiss it; the reasons are forgotten', async () => {
    const id = await submit()
    await ideas.report(sophie, id, WHY)
    await assert.rejects(ideas.dismiss(karim, id), { code: 'role-needed' })
    await ideas.dismiss(maelle, id)
    await ideas.dismiss(maelle, id)
    await ideas.report(sophie, id, 'Encore')
    assert.deepEqual(await reported(), [])
    const rows = (await rowsOf('idea_report')) as readonly { reason: string | null }[]
    assert.deepEqual(
      rows.map(({ reason }) => reason),
      [null],
    )
    await ideas.report(karim, id, '')
    assert.equal((await reported()).length, 1)
    const acts = await audited()
    assert.deepEqual(acts, ['ideas.dismiss'])
  })

  describe('and hidden', () => {
    let id = ''
    beforeEach(async () => {
      id = await submit()
      await ideas.support(sophie, id, true)
      await ideas.comment(karim, id, 'Nous aussi', freshForm(karim))
      await ideas.report(sophie, id, WHY)
      clock.advance(SECOND)
      await ideas.hide(maelle, id, WHY)
      await ideas.hide(maelle, id, 'Autre chose')
    })

    it('is in no list, no search, no ballot, no figure, and is acted on by nobody, who hear why', async () => {
      assert.deepEqual((await ideas.list(sophie, {}, 20)).items, [])
      assert.deepEqual(await ideas.search(sophie, 'velo', 0, 10), [])
      assert.deepEqual(await ideas.search(sophie, '', 0, 10), [])
      assert.deepEqual([await ideas.top(10), await ideas.byIds([id]), await reported()], [[], [], []])
      assert.deepEqual((await ideas.waiting(maelle, 'lycees', 20)).items, [])
      assert.deepEqual(await ideas.waitingSince('lycees', clock.now() + 1, 20), [])
      assert.deepEqual(await ideas.axesSince('lycees', 0), [])
      assert.deepEqual(await fresh.db.read(tx => ideaRows(tx).cells()), [])
      for (const act of [
        () => ideas.show(sophie, id),
        () => ideas.comments(sophie, id, 20),
        () => ideas.support(sophie, id, false),
        () => ideas.comment(sophie, id, 'Oui', freshForm(sophie)),
        () => ideas.report(karim, id, ''),
        () => ideas.correct(camille, id, { text: 'Autre' }),
        () => ideas.answer(maelle, id, 'Oui'),
        () => ideas.decide(maelle, id, { step: 'retained' }),
      ]) {
        await assert.rejects(act(), { code: 'idea-hidden', details: { reason: WHY } })
      }
    })

    it('is seen by its author, who is not told yet, and by organisers', async () => {
      assert.equal((await ideas.show(camille, id)).hidden?.reason, WHY)
      assert.equal((await ideas.list(camille, { author: camille.id }, 20)).items[0]?.hidden?.reason, WHY)
      assert.equal((await ideas.show(maelle, id)).hidden?.reason, WHY)
      assert.equal((await ideas.queue(maelle, 'hidden', 20)).items[0]?.idea.id, id)
      assert.deepEqual(await told(), [])
      assert.equal((await ideas.posted(id))?.hidden?.reason, WHY)
      assert.deepEqual(await ideas.lately(), [id])
    })

    it('is where it was once it is shown again, with its supports and comments', async () => {
      await assert.rejects(ideas.restore(sophie, id), { code: 'role-needed' })
      clock.advance(SECOND)
      await ideas.restore(maelle, id)
      await ideas.restore(maelle, id)
      const { supports, comments, state, supported, hidden } = await ideas.show(sophie, id)
      assert.deepEqual([supports, comments, state, supported, hidden], [2, 1, 'received', true, undefined])
      assert.equal((await ideas.search(sophie, 'velo', 0, 10)).length, 1)
      assert.equal((await ideas.list(sophie, {}, 20)).items.length, 1)
      const kinds = (await thread.of('idea', id, 20)).items.map(({ kind, by }) => [kind, by])
      assert.deepEqual(kinds.slice(-2), [
        ['hidden', undefined],
        ['restored', undefined],
      ])
      const acts = await audited()
      assert.deepEqual(acts, ['ideas.hide', 'ideas.restore'])
    })

    it('needs a reason and somebody who organises', async () => {
      const other = await submit('Autre')
      await assert.rejects(ideas.hide(sophie, other, WHY), { code: 'role-needed' })
      await assert.rejects(ideas.hide(maelle, other, ' '), { code: 'empty-text' })
      await assert.rejects(ideas.hide(maelle, 'gone', WHY), { code: 'gone' })
    })
  })
})
