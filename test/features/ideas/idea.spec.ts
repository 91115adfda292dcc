import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ideaText } from '../../../src/features/ideas/idea/domain.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { countGraphemes } from '../../../src/kernel/text/graphemes.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm, WHERE } from '../../support/features/ideas.ts'
import { programme } from '../../support/programme/programme.ts'
import { factsOf } from '../../support/workshops/workshops.ts'

const TEXT = 'Un carnet de passation d’une page'
const family = '👩‍👩‍👧‍👦'

describe('the text of an idea', () => {
  it('holds 280 characters as a person counts them, emoji included', () => {
    assert.equal(ideaText(family.repeat(280)), family.repeat(280))
    assert.throws(() => ideaText('é'.repeat(281)), { code: 'too-long', details: { count: 281, max: 280 } })
    assert.throws(() => ideaText(family.repeat(281)), { code: 'too-long', details: { count: 281, max: 280 } })
  })

  it('may not be made of nothing that can be seen', () => {
    for (const text of ['', '   ', '\u0000', '\u200F\u200E', '\u200D\u0301', '\n\t']) {
      assert.throws(() => ideaText(text), { code: 'empty-text' }, JSON.stringify(text))
    }
  })

  it('may not stack accents without end', () => {
    assert.throws(() => ideaText(`a${'\u0301'.repeat(10_000)}`), { code: 'too-long' })
  })

  it('stays within its bounds, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), typed => {
        try {
          const text = ideaText(typed)
          assert.ok(countGraphemes(text) <= 280)
          assert.equal(ideaText(text), text)
        } catch (refusal) {
          assert.match(String((refusal as { code?: string }).code), /^(empty-text|too-long)$/)
        }
      }),
    )
  })
})

onEachEngine('ideas', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, person, openChannel } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, maelle] = [] as unknown as [Actor, Actor, Actor]

  beforeEach(async () => {
    ;({ ideas, person, openChannel } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie')
    maelle = await person('maelle')
  })

  const submit = (actor: Actor, text = TEXT, more = {}) =>
    ideas.submit(actor, { text, ...more }, freshForm(actor))

  it('are kept without an axis, with their author as first supporter', async () => {
    const { id, axis, supports, directions, authorName } = await submit(camille)
    assert.deepEqual([axis, supports, directions, authorName], [undefined, 1, 1, 'camille'])
    assert.equal((await ideas.show(sophie, id)).mine, false)
  })

  it('are kept once, however often the same form arrives', async () => {
    const keys = freshForm(camille)
    const sent = Array.from({ length: 9 }, () => ideas.submit(camille, { text: TEXT }, keys))
    assert.equal(new Set((await Promise.all(sent)).map(({ id }) => id)).size, 1)
    assert.equal((await ideas.list(camille, {}, 20)).items.length, 1)
  })

  it('may be sent again after a refusal, from the same form', async () => {
    const keys = freshForm(camille)
    await assert.rejects(ideas.submit(camille, { text: 'é'.repeat(281) }, keys), { code: 'too-long' })
    assert.equal((await ideas.submit(camille, { text: TEXT }, keys)).text, TEXT)
  })

  it('take the axis their author says, and nobody else’s, and no axis that is not one', async () => {
    const { id } = await submit(camille)
    await assert.rejects(ideas.setAxis(sophie, id, 'equipe'), { code: 'not-yours' })
    await assert.rejects(ideas.setAxis(camille, id, 'constructor'), { code: 'axis-missing' })
    assert.equal((await ideas.setAxis(camille, id, 'equipe')).axis, 'equipe')
    await assert.rejects(submit(camille, TEXT, { axis: '' }), { code: 'axis-missing' })
  })

  it('count a supporter once, until the support is withdrawn', async () => {
    const { id } = await submit(camille)
    for (let n = 0; n < 3; n++) {
      const { supports, directions, supported } = await ideas.support(sophie, id, true)
      assert.deepEqual([supports, directions, supported], [2, 1, true])
    }
    assert.equal((await ideas.support(sophie, id, false)).supports, 1)
    assert.equal((await ideas.support(sophie, id, false)).supports, 1)
  })

  it('learn the Direction of a supporter who says it later and supports again', async () => {
    const { id } = await submit(camille)
    await ideas.support(sophie, id, true)
    const direction = programme.directions[0]?.id ?? ''
    assert.equal((await ideas.support(await person('sophie', direction), id, true)).directions, 2)
  })

  it('already count their author’s support, which stays', async () => {
    const { id } = await submit(camille)
    for (const support of [true, false]) {
      await assert.rejects(ideas.support(camille, id, support), { code: 'own-idea' })
    }
    assert.equal((await ideas.show(camille, id)).supports, 1)
  })

  it('are read by an observer, who neither sends nor supports one', async () => {
    const observer: Actor = { ...sophie, role: 'observer' }
    const { id } = await submit(camille)
    await assert.rejects(submit(observer), { code: 'role-needed' })
    await assert.rejects(ideas.support(observer, id, true), { code: 'role-needed' })
    assert.equal((await ideas.list(observer, {}, 4)).items.length, 1)
  })

  it('say that they are gone when they are', async () => {
    for (const act of [
      () => ideas.show(camille, 'gone'),
      () => ideas.support(camille, 'gone', true),
      () => ideas.setAxis(camille, 'gone', 'equipe'),
      () => submit(camille, TEXT, { box: 'gone' }),
    ]) {
      await assert.rejects(act(), { code: 'gone' })
    }
  })

  it('are listed newest first, a page at a time, each once', async () => {
    const sent: string[] = []
    for (let n = 0; n < 9; n++) {
      if (n % 3 === 0) clock.advance(1)
      sent.push((await submit(n % 2 ? sophie : camille, `Idée ${n}`)).id)
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const { items, next }: Awaited<ReturnType<typeof ideas.list>> = await ideas.list(camille, {}, 4, after)
      seen.push(...items.map(({ id }) => id))
      after = next
    } while (after !== undefined)
    assert.deepEqual([...seen].sort(), [...sent].sort())
    assert.equal((await ideas.list(camille, { author: sophie.id }, 20)).items.length, 4)
    await assert.rejects(ideas.list(camille, {}, 4, "1' or 1=1"), { code: 'malformed' })
  })

  it('are handed to a ballot in the order asked for, or by their supports', async () => {
    const [one, two] = [await submit(camille, 'Une'), await submit(camille, 'Deux')]
    await ideas.support(sophie, two.id, true)
    assert.deepEqual(
      (await ideas.top(1)).map(({ id }) => id),
      [two.id],
    )
    const found = await ideas.byIds([two.id, 'gone', one.id])
    assert.deepEqual(
      found.map(({ id }) => id),
      [two.id, one.id],
    )
  })

  it('that came by chat are posted nowhere', async () => {
    await factsOf(fresh.db)
    const { id } = await submit(camille)
    await ideas.support(sophie, id, true)
    assert.deepEqual(await factsOf(fresh.db), [])
  })

  it('sent to a box are posted in its channel, and not drawn again for a support', async () => {
    await openChannel()
    const box = await ideas.openBox(maelle, { question: 'Et si ?', where: WHERE }, freshForm(maelle))
    await factsOf(fresh.db)
    const { id } = await submit(camille, TEXT, { box: box.id })
    assert.deepEqual(await factsOf(fresh.db), [{ kind: 'ideas.changed', payload: { idea: id } }])
    await ideas.support(sophie, id, true)
    await ideas.support(sophie, id, true)
    assert.deepEqual(await factsOf(fresh.db), [])
  })

  it('are asked for by organisers only, in a channel that is known', async () => {
    const typed = { question: 'Et si ?', where: WHERE }
    await assert.rejects(ideas.openBox(camille, typed, freshForm(camille)), { code: 'role-needed' })
    await assert.rejects(ideas.openBox(maelle, typed, freshForm(maelle)), { code: 'channel-gone' })
    await openChannel()
    const long = { ...typed, question: 'x'.repeat(121) }
    await assert.rejects(ideas.openBox(maelle, long, freshForm(maelle)), { code: 'too-long' })
    const keys = freshForm(maelle)
    const boxes = [await ideas.openBox(maelle, typed, keys), await ideas.openBox(maelle, typed, keys)]
    assert.equal(boxes[0]?.id, boxes[1]?.id)
  })

  it('count their distinct supporters and Directions, whatever the order of taps', async () => {
    const cast = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name, at) => person(name, programme.directions[at % 3]?.id)),
    )
    const tap = fc.record({ who: fc.nat(cast.length - 1), support: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(tap, { maxLength: 12 }), async taps => {
        const { id } = await submit(sophie)
        const press = (at: number, support: boolean) => ideas.support(cast[at] ?? sophie, id, support)
        // Taps of one person keep their order; those of several cross.
        const rows = cast.map((_, at) => taps.filter(({ who }) => who === at).map(({ support }) => support))
        await Promise.all(
          rows.map(async (row, at) => {
            for (const support of row) await press(at, support)
          }),
        )
        const holding = rows.flatMap((row, at) => (row.at(-1) ? [at] : []))
        const { supports, directions } = await ideas.show(sophie, id)
        assert.deepEqual(
          [supports, directions],
          [1 + holding.length, new Set(holding.map(at => at % 3)).size],
        )
      }),
      { numRuns: engine.name === 'sqlite' ? 40 : 10 },
    )
  })

  it('count 30 people who tap at once, whether each tap arrives once or three times', async () => {
    const cast = await Promise.all(Array.from({ length: 30 }, (_, at) => person(`agent-${at}`)))
    for (const arrivals of [[1], [1, 2, 3]]) {
      const { id } = await submit(camille)
      await Promise.all(arrivals.flatMap(() => cast.map(actor => ideas.support(actor, id, true))))
      assert.equal((await ideas.show(camille, id)).supports, 31)
    }
  })
})
