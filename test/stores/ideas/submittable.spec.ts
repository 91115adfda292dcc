import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { submittable } from '../../../src/features/ideas/idea/submittable-store.ts'
import { peopleStore } from '../../../src/features/people/person/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'

onEachEngine('ideas that may go to a language model', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const here = () => featuresOn(fresh.db, clock)
  const send = async (author: Actor, text: string, unnamed = false) =>
    (await here().ideas.submit(author, { text, unnamed }, freshForm(author))).id
  const set = (id: string, change: Record<string, unknown>) =>
    fresh.db.transact(tx => open(tx).updateTable('idea').set(change).where('id', '=', id).execute())
  const optOut = ({ id }: Actor, aiOptOut: boolean) =>
    fresh.db.transact(tx => peopleStore(tx).change(id, { aiOptOut }))
  const among = async (...ids: readonly string[]) => {
    const found = await fresh.db.read(tx => submittable(tx, ids))
    return ids.map(id => found.has(id))
  }

  it('are those of authors who did not refuse, named or not', async () => {
    const [sophie, camille] = [await here().person('sophie'), await here().person('camille')]
    const ids = [
      await send(sophie, 'Un banc'),
      await send(sophie, 'Un préau', true),
      await send(camille, 'Un jardin'),
      await send(camille, 'Un verger', true),
    ]
    assert.deepEqual(await among(...ids), [true, true, true, true])
    await optOut(camille, true)
    assert.deepEqual(await among(...ids), [true, true, false, false])
    await optOut(camille, false)
    assert.deepEqual(await among(...ids), [true, true, true, true])
    assert.deepEqual(await among(), [])
  })

  it('are judged each by its own author once they are merged', async () => {
    const [sophie, camille] = [await here().person('sophie'), await here().person('camille')]
    const [into, from] = [await send(sophie, 'Un banc'), await send(camille, 'Un banc de plus')]
    await set(from, { merged_into: into, root: into, state: 'merged' })
    await optOut(camille, true)
    assert.deepEqual(await among(into, from), [true, false])
  })

  it('are those that nobody in particular said at a table, and none of an author who cannot say any more', async () => {
    const sophie = await here().person('sophie')
    const ids = [
      await send(sophie, 'Un banc'),
      await send(sophie, 'Un préau'),
      await send(sophie, 'Un jardin'),
      await send(sophie, 'Un verger', true),
    ]
    const [table = '', nobody = '', named = '', erased = ''] = ids
    await set(table, { author: '', credit: 'table' })
    await set(nobody, { author: '', credit: 'nobody' })
    await set(named, { author: '', credit: 'person', credit_name: 'Nadia Ferrer' })
    await set(erased, { author: 'somebody who is erased' })
    assert.deepEqual(await among(...ids, 'no idea'), [true, true, false, false, false])
  })
})
