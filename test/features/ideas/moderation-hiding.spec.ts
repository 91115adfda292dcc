import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { factsOf } from '../../support/workshops/workshops.ts'

const WHY = 'Des personnes y sont nommées'

type Features = ReturnType<typeof featuresOn>
type Ideas = Features['ideas']

/** What is hidden, and by which acts. */
type Thing = {
  readonly name: string
  readonly make: (ideas: Ideas, author: Actor) => Promise<string>
  readonly hide: (ideas: Ideas, actor: Actor, id: string) => Promise<unknown>
  readonly restore: (ideas: Ideas, actor: Actor, id: string) => Promise<unknown>
  readonly takeBack: (ideas: Ideas, author: Actor, id: string) => Promise<unknown>
}

async function submit(ideas: Ideas, author: Actor): Promise<string> {
  return (await ideas.submit(author, { text: 'Un vélo partagé', axis: 'usager' }, freshForm(author))).id
}

const THINGS: readonly Thing[] = [
  {
    name: 'an idea',
    make: submit,
    hide: (ideas, actor, id) => ideas.hide(actor, id, WHY),
    restore: (ideas, actor, id) => ideas.restore(actor, id),
    takeBack: (ideas, author, id) => ideas.undo(author, id),
  },
  {
    name: 'a comment',
    make: async (ideas, author) =>
      (await ideas.comment(author, await submit(ideas, author), 'Nous aussi', freshForm(author))).id,
    hide: (ideas, actor, id) => ideas.hideComment(actor, id, WHY),
    restore: (ideas, actor, id) => ideas.restoreComment(actor, id),
    takeBack: (ideas, author, id) => ideas.withdrawComment(author, id),
  },
]

for (const { name, make, hide, restore, takeBack } of THINGS)
  onEachEngine(`the author of ${name} that organisers hide`, engine => {
    const clock = fixedClock()
    const fresh = freshDatabase(engine, { clock })
    let { ideas, person } = {} as Features
    let [camille, maelle] = [] as unknown as [Actor, Actor]
    let id = ''

    beforeEach(async () => {
      ;({ ideas, person } = featuresOn(fresh.db, clock))
      camille = await person('camille', 'lycees')
      maelle = await person('maelle')
      id = await make(ideas, camille)
      clock.advance(SECOND)
    })

    /** Lets the time go by, and what is due come true. */
    async function wait(ms: number): Promise<void> {
      clock.advance(ms)
      for (const { kind, payload } of await factsOf(fresh.db))
        if (kind === 'ideas.hiding-due') await ideas.tellHiding(payload as { idea: string; at: number })
    }
    const hides = (by = maelle) => hide(ideas, by, id)
    const restores = () => restore(ideas, maelle, id)
    const told = async () => {
      const rows = await fresh.db.read(tx => open(tx).selectFrom('message').selectAll().execute())
      const steps = rows.map(({ person_id, subject }) => [person_id, JSON.parse(subject).step])
      assert.ok(steps.every(([who]) => who === camille.id))
      return steps.map(([, step]) => step)
    }

    it('hears why ten minutes later, once, however often it was pressed', async () => {
      await hides()
      await hides()
      await wait(TELL_AFTER - 1)
      assert.deepEqual(await told(), [])
      await hides()
      await wait(1)
      assert.deepEqual(await told(), ['hidden'])
      await wait(2 * TELL_AFTER)
      assert.deepEqual(await told(), ['hidden'])
    })

    it('hears nothing at all of what is visible again before that, however often it was pressed', async () => {
      for (let time = 0; time < 3; time++) {
        await hides()
        clock.advance(SECOND)
        await restores()
        await restores()
      }
      await wait(TELL_AFTER - 1)
      await wait(2 * TELL_AFTER)
      assert.deepEqual(await told(), [])
    })

    it('hears of the last hiding alone, ten minutes after it, where it was undone in between', async () => {
      await hides()
      clock.advance(SECOND)
      await restores()
      clock.advance(SECOND)
      await hides()
      await wait(TELL_AFTER - 1)
      assert.deepEqual(await told(), [])
      await wait(1)
      assert.deepEqual(await told(), ['hidden'])
    })

    it('hears at once, and once, that it is visible again, when they were told', async () => {
      await hides()
      await wait(TELL_AFTER)
      await restores()
      await restores()
      assert.deepEqual(await told(), ['hidden', 'restored'])
      await hides()
      clock.advance(SECOND)
      await restores()
      await wait(TELL_AFTER)
      assert.deepEqual(await told(), ['hidden', 'restored'])
    })

    it('hears nothing of what they took back meanwhile', async () => {
      await hides()
      await takeBack(ideas, camille, id)
      await wait(TELL_AFTER)
      assert.deepEqual(await told(), [])
    })
  })

onEachEngine('somebody who hides what is their own', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })

  it('knows it, and is told nothing, nor when they show it again', async () => {
    const { ideas, person } = featuresOn(fresh.db, clock)
    const maelle = await person('maelle')
    for (const { make, hide, restore } of THINGS) {
      const id = await make(ideas, maelle)
      await hide(ideas, maelle, id)
      clock.advance(TELL_AFTER)
      assert.ok((await factsOf(fresh.db)).every(({ kind }) => kind !== 'ideas.hiding-due'))
      await restore(ideas, maelle, id)
    }
    const rows = await fresh.db.read(tx => open(tx).selectFrom('message').selectAll().execute())
    assert.deepEqual(rows, [])
  })
})
