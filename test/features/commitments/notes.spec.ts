import assert from 'node:assert/strict'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { allOf } from '../../support/product/pages.ts'

const INTENTION = {
  axis: 'usager',
  text: 'Relire un courrier',
  horizon: '2027-06-30',
  visibility: 'everyone',
} as const

type Features = ReturnType<typeof featuresOn>

onEachEngine('notes', engine => {
  const clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
  const fresh = freshDatabase(engine, { clock })
  let { commitments, person } = {} as Features
  let [camille, karim] = [] as unknown as [Actor, Actor]
  let id = ''

  beforeEach(async () => {
    ;({ commitments, person } = featuresOn(fresh.db, clock))
    camille = await person('camille')
    karim = await person('karim')
    ;({ id } = await commitments.take(camille, INTENTION, freshForm(camille)))
  })

  it('are written once for each form, and stand beside the commitment', async () => {
    const keys = freshForm(camille)
    const sent = [1, 2, 3].map(() => commitments.note(camille, id, ' Premier  courrier relu ', keys))
    await Promise.all(sent)
    const { notes, lastNote } = await commitments.show(camille, id)
    assert.deepEqual([notes, lastNote], [1, { text: 'Premier courrier relu', at: clock.now() }])
    clock.advance(1000)
    await Promise.all(['Deux', 'Trois'].map(text => commitments.note(camille, id, text, freshForm(camille))))
    const { items } = await commitments.notes(camille, id, 20)
    assert.equal(items.length, 3)
    assert.deepEqual(
      [
        (await commitments.show(camille, id)).notes,
        (await commitments.mine(camille, 5)).items[0]?.lastNote?.text,
      ],
      [3, items[0]?.text],
    )
  })

  it('are read by their owner alone, newest first, page by page', async () => {
    for (const text of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq']) {
      await commitments.note(camille, id, text, freshForm(camille))
      clock.advance(1)
    }
    const all = await allOf(after => commitments.notes(camille, id, 2, after))
    assert.deepEqual(
      all.map(({ text }) => text),
      ['Cinq', 'Quatre', 'Trois', 'Deux', 'Un'],
    )
    await assert.rejects(commitments.notes(karim, id, 20), { code: 'not-yours' })
    await assert.rejects(commitments.note(karim, id, 'Bravo', freshForm(karim)), { code: 'not-yours' })
    await assert.rejects(commitments.notes(camille, 'nothing', 20), { code: 'gone' })
  })

  it('are refused when nothing is said or too much, and still written once it is let go', async () => {
    const note = (text: string) => commitments.note(camille, id, text, freshForm(camille))
    await assert.rejects(note(' \u0000'), { code: 'empty-text' })
    await assert.rejects(note('x'.repeat(281)), { code: 'too-long' })
    await commitments.end(camille, id, 'let-go')
    assert.equal((await note('Trop large pour moi')).state, 'let-go')
  })
})
