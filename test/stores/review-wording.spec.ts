import assert from 'node:assert/strict'
import type { ReviewTitle } from '../../src/features/review/wording.ts'
import { wordingStore } from '../../src/features/review/wording-store.ts'
import type { WordingStore } from '../../src/features/review/wording-usecases.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

const OPENING = { kind: 'opening', axis: '', text: 'Un an ensemble.', turn: 1 } as const
const TITLE: ReviewTitle = { initiative: 'i', decision: 'kept', words: '', mark: 'm', turn: 1 }

onEachEngine('the words of a published review', engine => {
  const fresh = freshDatabase(engine, { clock: fixedClock() })
  const ask = <T>(work: (store: WordingStore) => Promise<T>) =>
    fresh.db.transact(tx => work(wordingStore(tx)))

  it('keep one paragraph for each axis and kind', async () => {
    assert.equal(await ask(store => store.addText(OPENING)), true)
    assert.equal(await ask(store => store.addText({ ...OPENING, text: 'Autre chose' })), false)
    const learnt = { kind: 'learnt', axis: 'equipe', text: 'Moins de courriels', turn: 1 } as const
    await ask(store => store.addText(learnt))
    await ask(store => store.setText({ ...learnt, text: 'Plus de rendez-vous', turn: 2 }))
    assert.deepEqual(await ask(store => store.lockText('learnt', 'equipe')), {
      ...learnt,
      text: 'Plus de rendez-vous',
      turn: 2,
    })
    assert.equal(await ask(store => store.lockText('proposed', 'equipe')), undefined)
    assert.deepEqual((await ask(store => store.texts())).map(({ kind, text }) => [kind, text]).sort(), [
      ['learnt', 'Plus de rendez-vous'],
      ['opening', OPENING.text],
    ])
  })

  it('keep one decision for each initiative', async () => {
    assert.equal(await ask(store => store.addTitle(TITLE)), true)
    assert.equal(await ask(store => store.addTitle({ ...TITLE, mark: 'n' })), false)
    const worded = { ...TITLE, decision: 'worded', words: 'Autrement', turn: 2 } as const
    await ask(store => store.setTitle(worded))
    assert.deepEqual(await ask(store => store.lockTitle('i')), worded)
    assert.equal(await ask(store => store.lockTitle('j')), undefined)
    assert.deepEqual([...(await ask(store => store.titles(['i', 'j'])))], [['i', worded]])
    assert.equal((await ask(store => store.titles([]))).size, 0)
  })
})
