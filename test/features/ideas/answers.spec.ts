import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Database, open } from '../../../src/db/index.ts'
import type { Subject } from '../../../src/features/messages/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { ideaRows } from '../../support/features/idea-stores.ts'
import { featuresOn, freshForm, publish, WHERE } from '../../support/features/ideas.ts'
import { factsOf } from '../../support/workshops/workshops.ts'

const TEXT = 'Un carnet de passation d’une page'
const REPLY = 'Nous l’essayons en juin'

onEachEngine('an idea that is out', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, people, thread, person, openChannel } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, maelle] = [] as unknown as [Actor, Actor, Actor]

  beforeEach(async () => {
    ;({ ideas, people, thread, person, openChannel } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie', 'lycees')
    maelle = await person('maelle')
  })

  const submit = (actor: Actor, text = TEXT, more = {}) =>
    ideas.submit(actor, { text, ...more }, freshForm(actor))
  const comment = (actor: Actor, idea: string, text: string) =>
    ideas.comment(actor, idea, text, freshForm(actor))
  const kindsOf = async (idea: string) => (await thread.of('idea', idea, 20)).items.map(({ kind }) => kind)

  async function leader(name: string, direction = 'lycees'): Promise<Actor> {
    const { id } = await person(name)
    await people.assignRole(id, 'manager', [direction])
    return person(name)
  }

  const rowsOf = ({ read }: Database, table: 'idea_word' | 'idea_support' | 'message') =>
    read(tx => open(tx).selectFrom(table).selectAll().execute())
  /** Of each move, not the cards in which they are told. */
  const movesIn = async (db: Database) =>
    ((await rowsOf(db, 'message')) as { person_id: string; teller: string }[]).filter(
      ({ teller }) => teller !== 'returns',
    )

  describe('is taken back', () => {
    it('by its author, and is in no list any more; its supports stay', async () => {
      const { id, undoUntil } = await submit(camille)
      assert.equal(undoUntil, clock.now() + 10 * MINUTE)
      await ideas.support(sophie, id, true)
      clock.advance(10 * MINUTE - 1)
      await ideas.undo(camille, id)
      await ideas.undo(camille, id)
      assert.deepEqual((await ideas.list(sophie, {}, 20)).items, [])
      assert.deepEqual((await ideas.list(camille, { author: camille.id }, 20)).items, [])
      assert.deepEqual(await ideas.top(10), [])
      assert.deepEqual(await ideas.byIds([id]), [])
      assert.deepEqual(await ideas.search(sophie, 'carnet', 0, 10), [])
      assert.deepEqual(await ideas.search(sophie, '', 0, 10), [])
      const chief = await leader('pascal')
      assert.deepEqual((await ideas.waiting(chief, 'lycees', 20)).items, [])
      assert.deepEqual(await fresh.db.read(tx => ideaRows(tx).cells()), [])
      assert.deepEqual(await fresh.db.read(tx => ideaRows(tx).cellsOf('lycees')), [])
      assert.deepEqual(await rowsOf(fresh.db, 'idea_word'), [])
      assert.equal((await rowsOf(fresh.db, 'idea_support')).length, 2)
      assert.deepEqual(await kindsOf(id), ['received', 'withdrawn'])
    })

    it('for ten minutes, and by nobody else', async () => {
      const { id } = await submit(camille)
      await assert.rejects(ideas.undo(sophie, id), { code: 'not-yours' })
      clock.advance(10 * MINUTE)
      await assert.rejects(ideas.undo(camille, id), { code: 'undo-over' })
      assert.equal((await ideas.show(camille, id)).undoUntil, undefined)
    })

    it('for good: nothing is done with it any more, and the same form says so', async () => {
      const keys = freshForm(camille)
      const { id } = await ideas.submit(camille, { text: TEXT }, keys)
      await ideas.undo(camille, id)
      for (const act of [
        () => ideas.show(sophie, id),
        () => ideas.support(sophie, id, true),
        () => ideas.setAxis(camille, id, 'equipe'),
        () => ideas.correct(camille, id, { text: 'Autre' }),
        () => comment(sophie, id, 'Oui'),
        () => ideas.comments(sophie, id, 20),
        () => ideas.answer(maelle, id, REPLY),
      ]) {
        await assert.rejects(act(), { code: 'gone' })
      }
      await assert.rejects(ideas.submit(camille, { text: TEXT }, keys), { code: 'idea-withdrawn' })
    })

    it('also when somebody says their Direction later: what they did stays counted', async () => {
      const lea = await person('lea')
      const [kept, gone] = [await submit(lea, 'Gardée'), await submit(lea, 'Retirée')]
      await ideas.undo(lea, gone.id)
      await ideas.place(lea.id, 'lycees')
      assert.equal((await ideas.show(lea, kept.id)).directions, 1)
    })
  })

  describe('is corrected', () => {
    it('by its author: the new words are shown and found, the old ones no longer', async () => {
      const { id } = await submit(camille)
      const { text, axis } = await ideas.correct(camille, id, { text: 'Un vélo partagé', axis: 'equipe' })
      assert.deepEqual([text, axis], ['Un vélo partagé', 'equipe'])
      assert.deepEqual(await ideas.search(sophie, 'carnet', 0, 10), [])
      assert.equal((await ideas.search(sophie, 'vélo', 0, 10)).length, 1)
      await ideas.correct(camille, id, { text: 'Un vélo partagé', axis: 'equipe' })
      assert.deepEqual(await kindsOf(id), ['received', 'corrected', 'axis'])
    })

    it('before anybody else supports it, and before its answer', async () => {
      const { id } = await submit(camille)
      const correct = () => ideas.correct(camille, id, { text: 'Autre chose' })
      await assert.rejects(ideas.correct(sophie, id, { text: 'x' }), { code: 'not-yours' })
      await ideas.support(sophie, id, true)
      assert.equal((await ideas.show(camille, id)).correctable, false)
      await assert.rejects(correct(), { code: 'idea-supported' })
      await ideas.support(sophie, id, false)
      assert.equal((await ideas.show(camille, id)).correctable, true)
      await ideas.answer(maelle, id, REPLY)
      await assert.rejects(correct(), { code: 'idea-answered' })
    })
  })

  describe('is commented', () => {
    it('once for a form however often it arrives, the oldest first, a page at a time', async () => {
      const { id } = await submit(camille)
      const keys = freshForm(sophie)
      const sent = Array.from({ length: 9 }, () => ideas.comment(sophie, id, 'Nous le faisons déjà', keys))
      assert.equal(new Set((await Promise.all(sent)).map(each => each.id)).size, 1)
      for (let n = 0; n < 4; n++) {
        clock.advance(1)
        await comment(camille, id, `Réponse ${n}`)
      }
      const first = await ideas.comments(camille, id, 3)
      const second = await ideas.comments(camille, id, 3, first.next)
      const texts = [...first.items, ...second.items].map(({ text }) => text)
      assert.deepEqual(texts, ['Nous le faisons déjà', 'Réponse 0', 'Réponse 1', 'Réponse 2', 'Réponse 3'])
      assert.equal(second.next, undefined)
      assert.deepEqual([first.items[0]?.authorName, first.items[0]?.mine], ['sophie', false])
      assert.equal((await ideas.show(camille, id)).comments, 5)
      assert.equal((await kindsOf(id)).filter(kind => kind === 'commented').length, 5)
    })

    it('in 280 characters that can be seen, by who takes part', async () => {
      const { id } = await submit(camille)
      await assert.rejects(comment(sophie, id, 'é'.repeat(281)), { code: 'too-long' })
      await assert.rejects(comment(sophie, id, '\u200D '), { code: 'empty-text' })
      await assert.rejects(comment({ ...sophie, role: 'observer' }, id, 'Oui'), { code: 'role-needed' })
      await assert.rejects(comment(sophie, 'gone', 'Oui'), { code: 'gone' })
      await assert.rejects(ideas.comments(sophie, id, 3, "1' or 1=1"), { code: 'malformed' })
    })
  })

  describe('is answered', () => {
    it('by those who answer for its Direction, and by an organiser', async () => {
      const { id } = await submit(camille)
      await assert.rejects(ideas.answer(sophie, id, REPLY), { code: 'role-needed' })
      await assert.rejects(ideas.answer(await leader('ines', 'mobilites'), id, REPLY), { code: 'not-yours' })
      const pascal = await leader('pascal')
      assert.equal((await ideas.show(pascal, id)).mayAnswer, true)
      const { state, answer, answererName } = await ideas.answer(pascal, id, REPLY)
      assert.deepEqual(
        [state, answer?.text, answer?.as, answererName],
        ['answered', REPLY, 'manager', 'pascal'],
      )
      await assert.rejects(ideas.answer(await leader('claire'), id, 'Non'), { code: 'not-yours' })
      assert.equal((await ideas.answer(maelle, id, 'En juillet')).answererName, 'maelle')
    })

    it('without a Direction, by an organiser alone', async () => {
      const { id } = await submit(await person('lea'))
      await assert.rejects(ideas.answer(await leader('pascal'), id, REPLY), { code: 'not-yours' })
      assert.equal((await ideas.answer(maelle, id, REPLY)).state, 'answered')
    })

    it('in 600 characters', async () => {
      const { id } = await submit(camille)
      await assert.rejects(ideas.answer(maelle, id, 'é'.repeat(601)), { code: 'too-long' })
      assert.equal((await ideas.answer(maelle, id, 'é'.repeat(600))).answer?.text.length, 600)
    })

    it('once as far as others are told, whatever is said after', async () => {
      const { id } = await submit(camille)
      await factsOf(fresh.db)
      await ideas.answer(maelle, id, REPLY)
      await ideas.answer(maelle, id, REPLY)
      await publish(fresh.db, clock, ideas)
      await ideas.answer(maelle, id, 'En juillet')
      await publish(fresh.db, clock, ideas)
      const reason = `idea-answered:${id}`
      const about = { idea: id, step: 'answered', number: 2, as: 'organiser', reason, teller: 'ideas' }
      const stepped = { kind: 'ideas.stepped', payload: { ...about, by: maelle.id, after: '' } }
      const told = (await factsOf(fresh.db)).filter(({ kind }) => kind !== 'ideas.due')
      assert.deepEqual(told, [stepped])
      assert.deepEqual(await kindsOf(id), ['received', 'answered', 'answered'])
    })

    it('and tells each supporter once, a page of them for each fact, but not who answered', async () => {
      const { id } = await submit(camille)
      const cast = await Promise.all(Array.from({ length: 230 }, (_, n) => person(`agent-${n}`)))
      await fresh.db.transact(async tx => {
        for (const { id: person } of cast) await ideaRows(tx).putSupport({ idea: id, person, at: 1 })
        await ideaRows(tx).putSupport({ idea: id, person: maelle.id, at: 1 })
      })
      await factsOf(fresh.db)
      await ideas.answer(maelle, id, REPLY)
      await publish(fresh.db, clock, ideas)
      const pages: string[] = []
      for (let round = 0; round < 6; round++) {
        for (const { kind, payload } of await factsOf(fresh.db)) {
          if (kind !== 'ideas.stepped') continue
          const page = payload as Subject
          pages.push(String(page.after))
          await ideas.tellPage(page)
          await ideas.tellPage(page)
        }
      }
      assert.equal(pages.length, 5)
      const told = await movesIn(fresh.db)
      const expected = [camille, ...cast].map(each => each.id)
      assert.deepEqual(told.map(each => each.person_id).sort(), expected.sort())
    })

    it('by its own author, who is told nothing', async () => {
      const pascal = await leader('pascal')
      const { id } = await submit(await people.chooseDirection(pascal, 'lycees'))
      await ideas.answer(pascal, id, REPLY)
      await publish(fresh.db, clock, ideas)
      const { payload } = (await factsOf(fresh.db)).at(-1) ?? {}
      await ideas.tellPage(payload as Subject)
      assert.deepEqual(await rowsOf(fresh.db, 'message'), [])
    })
  })

  describe('waits for its answer', () => {
    it('in its Direction, the oldest first, for those who answer there', async () => {
      const pascal = await leader('pascal')
      const sent: string[] = []
      for (let n = 0; n < 5; n++) {
        sent.push((await submit(camille, `Idée ${n}`)).id)
        clock.advance(DAY)
      }
      await ideas.answer(pascal, sent[1] ?? '', REPLY)
      await publish(fresh.db, clock, ideas)
      const expected = sent.filter((_, at) => at !== 1)
      const first = await ideas.waiting(pascal, 'lycees', 3)
      const second = await ideas.waiting(pascal, 'lycees', 3, first.next)
      assert.deepEqual(
        [...first.items, ...second.items].map(({ id }) => id),
        expected,
      )
      const since = await ideas.waitingSince('lycees', clock.now() - 3 * DAY - 10 * MINUTE, 10)
      assert.deepEqual(
        since.map(({ id }) => id),
        [sent[0]],
      )
    })

    it('out of sight of those who do not', async () => {
      await submit(camille)
      for (const actor of [
        camille,
        await leader('ines', 'mobilites'),
        { ...sophie, role: 'observer' as const },
      ]) {
        assert.deepEqual(await ideas.waiting(actor, 'lycees', 20), { items: [], mayAnswer: false })
      }
      assert.equal((await ideas.waiting(maelle, 'lycees', 20)).items.length, 1)
      await assert.rejects(ideas.waiting(maelle, 'nowhere', 20), { code: 'gone' })
    })
  })

  it('is found by the beginnings of its words, whatever their case and accents, the most supported first', async () => {
    const [velo, piste] = [
      await submit(camille, 'Des vélos au lycée'),
      await submit(camille, 'La piste des Vélos'),
    ]
    await ideas.support(sophie, piste.id, true)
    const found = async (text: string, skip = 0) =>
      (await ideas.search(sophie, text, skip, 10)).map(({ id }) => id)
    assert.deepEqual(await found('VELO'), [piste.id, velo.id])
    assert.deepEqual(await found('velo', 1), [velo.id])
    assert.deepEqual(await found('lyc vé'), [velo.id])
    assert.deepEqual(await found(''), [piste.id, velo.id])
    for (const text of ['élo', 'vélodrome', 'zz', "'; drop table idea; --"])
      assert.deepEqual(await found(text), [], text)
  })

  it('is counted by Direction, axis and state', async () => {
    const [one] = [
      await submit(camille, 'Une', { axis: 'equipe' }),
      await submit(camille, 'Deux', { axis: 'equipe' }),
    ]
    await submit(await person('lea'), 'Trois')
    await ideas.answer(maelle, one.id, REPLY)
    await publish(fresh.db, clock, ideas)
    const cells = await fresh.db.read(tx => ideas.measures[0]?.count(tx) ?? Promise.resolve([]))
    const sorted = cells.map(cell => JSON.stringify(cell, ['direction', 'axis', 'state', 'count'])).sort()
    assert.deepEqual(sorted, [
      '{"direction":"","axis":"","state":"received","count":1}',
      '{"direction":"lycees","axis":"equipe","state":"answered","count":1}',
      '{"direction":"lycees","axis":"equipe","state":"received","count":1}',
    ])
    const within = await fresh.db.read(tx => ideas.measures[0]?.within(tx, 'lycees') ?? Promise.resolve([]))
    const here = within.map(cell => JSON.stringify(cell, ['direction', 'axis', 'state', 'count'])).sort()
    assert.deepEqual(here, sorted.slice(1))
  })

  it('is drawn again in its channel for each change of its own, and for no comment', async () => {
    await openChannel()
    const box = await ideas.openBox(maelle, { question: 'Et si ?', where: WHERE }, freshForm(maelle))
    const { id } = await submit(camille, TEXT, { box: box.id })
    const changed = async () =>
      (await factsOf(fresh.db)).filter(({ kind }) => kind === 'ideas.changed').length
    await changed()
    const answered = async (text: string) => {
      await ideas.answer(maelle, id, text)
      assert.equal(await changed(), 0)
      await publish(fresh.db, clock, ideas)
    }
    for (const act of [
      () => ideas.correct(camille, id, { text: 'Autre chose' }),
      () => answered(REPLY),
      () => answered('En juillet'),
    ]) {
      await act()
      assert.equal(await changed(), 1)
    }
    const back = await submit(camille, TEXT, { box: box.id })
    await changed()
    await ideas.undo(camille, back.id)
    assert.equal(await changed(), 1)
    await ideas.undo(camille, back.id)
    assert.equal(await changed(), 0)
  })

  it('stays as it is in its channel, whatever others answer', async () => {
    await openChannel()
    const box = await ideas.openBox(maelle, { question: 'Et si ?', where: WHERE }, freshForm(maelle))
    const { id } = await submit(camille, TEXT, { box: box.id })
    await factsOf(fresh.db)
    await comment(sophie, id, 'Oui')
    await ideas.support(sophie, id, true)
    await ideas.support(sophie, id, false)
    assert.deepEqual(
      (await factsOf(fresh.db)).filter(({ kind }) => kind === 'ideas.changed'),
      [],
    )
  })

  it('keeps the figures of its supports and comments true, whatever is done in whatever order', async () => {
    const cast = [sophie, await person('karim', 'numerique'), await person('nadia', 'mobilites')]
    const gesture = fc.record({
      who: fc.nat(cast.length - 1),
      what: fc.constantFrom('support', 'unsupport', 'comment', 'correct', 'undo', 'answer'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(gesture, { maxLength: 10 }), async gestures => {
        const { id } = await submit(camille)
        const act = async ({ who, what }: { who: number; what: string }) => {
          const actor = cast[who] ?? sophie
          if (what === 'support') await ideas.support(actor, id, true)
          if (what === 'unsupport') await ideas.support(actor, id, false)
          if (what === 'comment') await comment(actor, id, 'Oui')
          if (what === 'correct') await ideas.correct(camille, id, { text: `Autre ${who}` })
          if (what === 'undo') await ideas.undo(camille, id)
          if (what === 'answer') await ideas.answer(maelle, id, `${REPLY} ${who}`)
        }
        await Promise.all(
          gestures.map(each => act(each).catch(error => assert.ok(error.code, String(error)))),
        )
        const [idea, supporters, comments] = await fresh.db.read(async tx => [
          await ideaRows(tx).find(id),
          await ideaRows(tx).supporters(id, 100, ''),
          await ideaRows(tx).comments(id, 'all', 100),
        ])
        assert.deepEqual([idea?.supports, idea?.comments], [supporters.length, comments.length])
        const withdrawn = gestures.some(({ what }) => what === 'undo')
        assert.equal(idea?.state === 'withdrawn', withdrawn)
      }),
      { numRuns: engine.name === 'sqlite' ? 40 : 10 },
    )
  })
})
