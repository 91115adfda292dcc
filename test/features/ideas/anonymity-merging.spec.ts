import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { exportStore } from '../../../src/features/ideas/register/export-store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { factsOf } from '../../support/workshops/workshops.ts'

type World = ReturnType<typeof featuresOn> & {
  readonly cast: Readonly<Record<'camille' | 'sophie' | 'karim' | 'nadia' | 'maelle', Actor>>
  readonly ids: { readonly named: string; readonly unnamed: string; readonly other: string }
}
/** Who wrote the idea that shows no name: who wrote the named one, or somebody else. */
type Author = 'camille' | 'sophie'

/** Acts after submission, by others or by the author. */
const STORIES: Readonly<Record<string, (world: World, author: Actor) => Promise<unknown>>> = {
  'an organiser joins it with the named one': ({ ideas, cast: { maelle }, ids }) =>
    ideas.merge(maelle, ids.unnamed, ids.named),
  'an organiser joins the named one with it, and takes them apart': async ({ ideas, cast, ids }) => {
    await ideas.merge(cast.maelle, ids.named, ids.unnamed)
    await ideas.undoMerge(cast.maelle, ids.named)
  },
  'a colleague asks for it to be joined with their own, behind which the named one stands': async world => {
    const { ideas, cast, ids } = world
    await ideas.merge(cast.maelle, ids.named, ids.other)
    await ideas.merge(cast.karim, ids.other, ids.unnamed)
  },
  'its author says yes to that colleague': async (world, author) => {
    const { ideas, cast, ids } = world
    await ideas.merge(cast.maelle, ids.named, ids.other)
    await ideas.merge(cast.karim, ids.other, ids.unnamed)
    const asked = await ideas.mergesAsked(author, 20)
    await ideas.answerMerge(author, asked.items[0]?.merge.id ?? '', true)
  },
  'its author takes it from the named one': async ({ ideas, cast: { maelle }, ids }, author) => {
    await ideas.merge(maelle, ids.unnamed, ids.named)
    await ideas.undoMerge(author, ids.unnamed)
  },
  'its author speaks under it once it is joined': async (world, author) => {
    const { ideas, cast, ids } = world
    await ideas.merge(cast.maelle, ids.named, ids.unnamed)
    await ideas.comment(author, ids.unnamed, 'Une précision', freshForm(author))
    await ideas.support(cast.nadia, ids.unnamed, false)
  },
  'the named one loses its name while they are joined': async ({ ideas, cast, ids }) => {
    await ideas.merge(cast.maelle, ids.unnamed, ids.named)
    await ideas.unname(cast.camille, ids.named)
  },
  'an organiser hides what stands for both': async ({ ideas, cast: { maelle }, ids }) => {
    await ideas.merge(maelle, ids.unnamed, ids.named)
    await ideas.hide(maelle, ids.named, 'Un nom')
  },
}

onEachEngine('who wrote an idea that shows no name, joined with one that does', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })

  async function begin(author: Author): Promise<World> {
    const features = featuresOn(fresh.db, clock)
    const names = ['camille', 'sophie', 'karim', 'nadia'] as const
    const [camille, sophie, karim, nadia] = (await Promise.all(
      names.map(name => features.person(`${name}-${author}`, 'lycees')),
    )) as [Actor, Actor, Actor, Actor]
    const cast = { camille, sophie, karim, nadia, maelle: await features.person('maelle') }
    const submit = async (who: Actor, text: string, unnamed: boolean) => {
      clock.advance(MINUTE)
      return (await features.ideas.submit(who, { text, axis: 'usager', unnamed }, freshForm(who))).id
    }
    const ids = {
      named: await submit(camille, 'Un guichet', false),
      unnamed: await submit(cast[author], 'Moins de réunions', true),
      other: await submit(karim, 'Un annuaire', false),
    }
    for (const id of Object.values(ids)) await features.ideas.support(nadia, id, true)
    return { ...features, cast, ids }
  }

  async function messagesTo(tx: Tx, { id }: Actor, ids: readonly string[]) {
    const rows = await open(tx).selectFrom('message').select('subject').where('person_id', '=', id).execute()
    return rows
      .map(({ subject }) => JSON.parse(subject))
      .sort((a, b) => ids.indexOf(a.idea) - ids.indexOf(b.idea) || (a.step < b.step ? -1 : 1))
  }

  /** Everything readable by somebody who wrote neither idea, and the recipients of notifications other than authors. */
  async function told({ ideas, thread, cast, ids }: World): Promise<unknown> {
    const seen: unknown[] = []
    const look = async (reading: Promise<unknown>) =>
      seen.push(
        await reading.catch(thrown => {
          if (thrown instanceof Refusal) return thrown.code
          throw thrown
        }),
      )
    for (const reader of [cast.maelle, cast.nadia, cast.karim]) {
      for (const id of Object.values(ids)) {
        await look(ideas.show(reader, id))
        await look(ideas.timeline(reader, id, 50))
        await look(ideas.comments(reader, id, 50))
        await look(thread.of('idea', id, 50))
      }
      await look(ideas.mergesAsked(reader, 20))
    }
    const ours = (id: string) => Object.values(ids).includes(id)
    const register = ideas.register(cast.maelle, { part: 'all' }, 50)
    await look(register.then(({ items }) => items.filter(({ idea }) => ours(idea.id))))
    for (let facts = await factsOf(fresh.db); facts.length > 0; facts = await factsOf(fresh.db))
      for (const { kind, payload } of facts)
        if (kind === 'ideas.merged') {
          const { merge, by, after } = payload as { merge: string; by: string; after: string }
          await ideas.tellMerged(merge, by, after)
        }
    const rows = await fresh.db.read(async tx => [
      (await exportStore(tx).page(50)).filter(({ id }) => ours(id)),
      await messagesTo(tx, cast.nadia, Object.values(ids)),
      await messagesTo(tx, cast.karim, Object.values(ids)),
      await open(tx)
        .selectFrom('audit')
        .select(['role', 'act', 'thing', 'door'])
        .where('thing', 'in', Object.values(ids))
        .execute(),
    ])
    return [...seen, ...rows]
  }

  /** The same words for the same thing in each world: by which of its cast and ideas it is, and when. */
  function alike(world: World, seen: unknown, since: number): readonly string[] {
    const names = [
      ...Object.entries(world.cast).flatMap(([name, { id, name: called }]) => [
        [id, `person ${name}`],
        [called, `name ${name}`],
      ]),
      ...Object.entries(world.ids).map(([name, id]) => [id, `idea ${name}`]),
    ] as [string, string][]
    const text = names.reduce(
      (all, [is, as]) => all.replaceAll(`"${is}"`, `"${as}"`),
      JSON.stringify(seen, null, 1),
    )
    return text
      .replace(/"author": "person (camille|sophie)"/g, '"author": "of a row, which leaves no door"')
      .replace(/\b\d{13}\b/g, at => String(Number(at) - since))
      .replace(/"[0-9a-hjkmnp-tv-z]{16}"/g, '"an id"')
      .split('\n')
  }

  for (const [story, act] of Object.entries(STORIES))
    it(`is not told where ${story}`, async () => {
      const sights: (readonly string[])[] = []
      for (const author of ['camille', 'sophie'] as const) {
        const since = clock.now()
        const world = await begin(author)
        await act(world, world.cast[author])
        sights.push(alike(world, await told(world), since))
      }
      assert.deepEqual(sights[0], sights[1])
    })

  it('stands in the journal beside no act of theirs: what its author joins or takes apart is not kept there', async () => {
    const { ideas, cast, ids } = await begin('sophie')
    const acts = () =>
      fresh.db.read(tx =>
        open(tx)
          .selectFrom('audit')
          .select(['act', 'role'])
          .where('thing', '=', ids.unnamed)
          .orderBy('at')
          .execute(),
      )
    await ideas.merge(cast.maelle, ids.unnamed, ids.named)
    await ideas.undoMerge(cast.sophie, ids.unnamed)
    assert.deepEqual(await acts(), [{ act: 'ideas.merge', role: 'organiser' }])
    await ideas.merge(cast.maelle, ids.unnamed, ids.other)
    clock.advance(MINUTE)
    await ideas.undoMerge(cast.karim, ids.unnamed)
    assert.deepEqual((await acts()).at(-1), { act: 'ideas.undo-merge', role: 'agent' })
  })
})
