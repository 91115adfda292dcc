import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { HOUR, SECOND } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { ideaRows } from '../../support/features/idea-stores.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { factsOf } from '../../support/workshops/workshops.ts'

onEachEngine('two ideas that are joined', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, thread, person } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, karim, nadia, maelle] = [] as unknown as [Actor, Actor, Actor, Actor, Actor]
  let [bikes, shared] = ['', '']

  async function submit(actor: Actor, text: string): Promise<string> {
    clock.advance(SECOND)
    return (await ideas.submit(actor, { text, axis: 'usager' }, freshForm(actor))).id
  }

  beforeEach(async () => {
    ;({ ideas, thread, person } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie', 'europe')
    karim = await person('karim', 'culture')
    nadia = await person('nadia', 'lycees')
    maelle = await person('maelle')
    bikes = await submit(camille, 'Des vélos')
    shared = await submit(sophie, 'Des vélos partagés')
    await ideas.support(karim, bikes, true)
    await ideas.support(nadia, bikes, true)
    await ideas.support(nadia, shared, true)
  })

  const kindsOf = async (idea: string) => (await thread.of('idea', idea, 20)).items.map(({ kind }) => kind)
  const counts = async (id: string) => {
    const { supports, directions, state } = await ideas.show(maelle, id)
    return [supports, directions, state]
  }

  /** Runs scheduled facts until none is left, and lists who was notified of which step, about which idea. */
  async function told(): Promise<string[]> {
    for (let facts = await factsOf(fresh.db); facts.length > 0; facts = await factsOf(fresh.db)) {
      for (const { kind, payload } of facts) {
        const { merge, by, after } = payload as { merge?: string; by?: string; after?: string }
        if (kind === 'ideas.merged') await ideas.tellMerged(String(merge), String(by), String(after))
      }
    }
    const rows = await fresh.db.read(tx =>
      open(tx).selectFrom('message').selectAll().where('teller', '<>', 'returns').execute(),
    )
    const names = new Map([camille, sophie, karim, nadia, maelle].map(({ id, name }) => [id, name]))
    const about = (idea: unknown) => (idea === bikes ? 'bikes' : 'shared')
    return rows
      .map(({ person_id, subject }) => {
        const { step, idea } = JSON.parse(subject)
        return `${names.get(person_id)} ${step} ${about(idea)}`
      })
      .sort()
  }

  /** All messages so far were sent. */
  const sent = () =>
    fresh.db.transact(tx => open(tx).updateTable('message').set({ sent_at: clock.now() }).execute())

  it('count as one, both authors are named, and each whose support moved is told once', async () => {
    await ideas.merge(maelle, bikes, shared)
    const { idea, asked } = await ideas.merge(maelle, bikes, shared)
    assert.deepEqual([idea.id, idea.supports, idea.directions, asked], [shared, 4, 3, false])
    assert.deepEqual(idea.joined, [{ id: bikes, text: 'Des vélos', authorName: 'camille' }])
    assert.deepEqual(await counts(bikes), [0, 0, 'merged'])
    assert.equal((await ideas.show(karim, bikes)).leads?.text, 'Des vélos partagés')
    assert.equal((await ideas.show(karim, shared)).supported, true)
    const lines = ['camille', 'karim', 'nadia', 'sophie'].map(name => `${name} merged shared`)
    assert.deepEqual(await told(), lines)
    assert.deepEqual(await told(), lines)
    assert.equal((await kindsOf(bikes)).at(-1), 'merged')
    assert.equal((await kindsOf(shared)).at(-1), 'merged')
    assert.deepEqual(
      (await ideas.list(karim, {}, 20)).items.map(({ id }) => id),
      [shared],
    )
  })

  it('are acted on where they stand, and read where they were said', async () => {
    await ideas.comment(nadia, bikes, 'Deux suffisent', freshForm(nadia))
    await ideas.merge(maelle, bikes, shared)
    for (const act of [
      () => ideas.support(karim, bikes, false),
      () => ideas.comment(karim, bikes, 'Oui', freshForm(karim)),
      () => ideas.setAxis(camille, bikes, 'equipe'),
      () => ideas.answer(maelle, bikes, 'Oui'),
      () => ideas.undo(camille, bikes),
    ]) {
      await assert.rejects(act(), { code: 'idea-merged' })
    }
    assert.equal((await ideas.comments(karim, bikes, 20)).items.length, 1)
    await assert.rejects(ideas.undo(sophie, shared), { code: 'idea-joined' })
    clock.advance(HOUR)
  })

  it('let a supporter go in one tap, for good; an author’s support stays', async () => {
    await ideas.merge(maelle, bikes, shared)
    assert.equal((await ideas.support(nadia, shared, false)).supports, 3)
    await assert.rejects(ideas.support(camille, shared, false), { code: 'own-idea' })
    await ideas.undoMerge(maelle, bikes)
    assert.deepEqual(await counts(bikes), [2, 2, 'received'])
    assert.deepEqual(await counts(shared), [1, 1, 'received'])
  })

  it('keep what a person gives by hand to the one that stands', async () => {
    await ideas.merge(maelle, bikes, shared)
    assert.equal((await ideas.support(karim, shared, true)).supports, 4)
    await ideas.undoMerge(maelle, bikes)
    assert.equal((await ideas.show(karim, bikes)).supported, true)
    assert.equal((await ideas.show(karim, shared)).supported, true)
  })

  it('are taken apart by either author or an organiser, and each is told', async () => {
    await ideas.merge(maelle, bikes, shared)
    await told()
    await sent()
    await assert.rejects(ideas.undoMerge(karim, bikes), { code: 'not-yours' })
    const { state, supports, root } = await ideas.undoMerge(sophie, bikes)
    await ideas.undoMerge(camille, bikes)
    assert.deepEqual([state, supports, root], ['received', 3, undefined])
    assert.deepEqual(await counts(shared), [2, 2, 'received'])
    const undone = (await told()).filter(line => line.includes('unmerged'))
    assert.deepEqual(undone, ['camille unmerged bikes', 'karim unmerged bikes', 'nadia unmerged bikes'])
    assert.equal((await kindsOf(shared)).at(-1), 'unmerged')
    assert.equal((await ideas.search(karim, 'velos', 0, 10)).length, 2)
  })

  it('by one author need the other, who is asked once and says yes', async () => {
    await assert.rejects(ideas.merge(karim, bikes, shared), { code: 'not-yours' })
    assert.equal((await ideas.merge(camille, bikes, shared)).asked, true)
    assert.equal((await ideas.merge(camille, bikes, shared)).asked, true)
    assert.deepEqual(await told(), ['sophie merge-asked shared'])
    assert.deepEqual(await counts(bikes), [3, 2, 'received'])
    const [proposal] = await fresh.db.read(tx => ideaRows(tx).mergesOf(bikes))
    const id = proposal?.id ?? ''
    await assert.rejects(ideas.answerMerge(camille, id, true), { code: 'not-yours' })
    await assert.rejects(ideas.answerMerge(maelle, id, true), { code: 'not-yours' })
    await ideas.answerMerge(sophie, id, true)
    await ideas.answerMerge(sophie, id, true)
    assert.deepEqual(await counts(shared), [4, 3, 'received'])
    const lines = ['camille merged shared', 'karim merged shared', 'nadia merged shared']
    assert.deepEqual(await told(), [...lines, 'sophie merge-asked shared'].sort())
  })

  it('wait for the author who was asked, who alone is shown both, until the answer', async () => {
    await ideas.merge(camille, bikes, shared)
    const [asked] = (await ideas.mergesAsked(sophie, 20)).items
    assert.deepEqual([asked?.from.id, asked?.into.id, asked?.asked], [bikes, shared, true])
    for (const other of [camille, karim, maelle])
      assert.deepEqual((await ideas.mergesAsked(other, 20)).items, [])
    await ideas.answerMerge(sophie, String(asked?.merge.id), false)
    assert.deepEqual((await ideas.mergesAsked(sophie, 20)).items, [])
  })

  it('wait no more where one of the two was hidden', async () => {
    await ideas.merge(camille, bikes, shared)
    await ideas.hide(maelle, bikes, 'Doublon')
    assert.deepEqual(await ideas.mergesAsked(sophie, 20), { items: [] })
  })

  it('by one author stay apart when the other says no, and are not asked for again', async () => {
    await ideas.merge(camille, bikes, shared)
    const [proposal] = await fresh.db.read(tx => ideaRows(tx).mergesOf(bikes))
    await ideas.answerMerge(sophie, proposal?.id ?? '', false)
    assert.deepEqual(await told(), ['camille merge-declined bikes', 'sophie merge-asked shared'])
    await assert.rejects(ideas.merge(camille, bikes, shared), { code: 'merge-declined' })
    // Whoever said no may change their mind.
    await ideas.merge(sophie, bikes, shared)
    assert.deepEqual(await counts(shared), [4, 3, 'received'])
  })

  it('of one author are joined at once', async () => {
    const third = await submit(camille, 'Des vélos pour tous')
    assert.equal((await ideas.merge(camille, third, bikes)).asked, false)
  })

  it('form chains that come apart in any order, and never circles', async () => {
    const third = await submit(karim, 'Des vélos pour tous')
    await ideas.merge(maelle, bikes, shared)
    await ideas.merge(maelle, shared, third)
    assert.deepEqual(await counts(third), [4, 3, 'received'])
    await assert.rejects(ideas.merge(maelle, third, bikes), { code: 'idea-merged' })
    await assert.rejects(ideas.merge(maelle, third, third), { code: 'merge-same' })
    assert.deepEqual(
      (await ideas.show(maelle, third)).joined?.map(({ id }) => id),
      [bikes, shared],
    )
    await ideas.undoMerge(maelle, bikes)
    assert.deepEqual(
      [await counts(bikes), await counts(third)],
      [
        [3, 2, 'received'],
        [3, 3, 'received'],
      ],
    )
    await ideas.undoMerge(maelle, shared)
    assert.deepEqual(
      [await counts(shared), await counts(third)],
      [
        [2, 2, 'received'],
        [1, 1, 'received'],
      ],
    )
  })

  it('are neither hidden nor set aside, and an initiative joins none', async () => {
    const set = (id: string, state: 'aside' | 'initiative' | 'studied') =>
      fresh.db.transact(tx => ideaRows(tx).setState(id, state))
    await set(shared, 'aside')
    await assert.rejects(ideas.merge(maelle, bikes, shared), { code: 'merge-aside' })
    await set(shared, 'initiative')
    await assert.rejects(ideas.merge(maelle, shared, bikes), { code: 'merge-initiative' })
    await set(bikes, 'studied')
    await ideas.merge(maelle, bikes, shared)
    await ideas.undoMerge(maelle, bikes)
    assert.equal((await ideas.show(maelle, bikes)).state, 'studied')
    await ideas.hide(maelle, bikes, 'Des noms')
    await assert.rejects(ideas.merge(maelle, bikes, shared), { code: 'idea-hidden' })
  })

  it('are named in each other’s thread for as long as everybody may read them', async () => {
    await ideas.merge(maelle, bikes, shared)
    await ideas.undoMerge(maelle, bikes)
    const said = async () =>
      (await ideas.timeline(karim, shared, 20)).items.slice(1).map(({ kind, detail }) => [kind, detail])
    assert.deepEqual(await said(), [
      ['merged', 'Des vélos'],
      ['unmerged', 'Des vélos'],
    ])
    await ideas.hide(maelle, bikes, 'Des noms')
    const unsaid = [
      ['merged', undefined],
      ['unmerged', undefined],
    ]
    assert.deepEqual(await said(), unsaid)
    await ideas.restore(maelle, bikes)
    await ideas.undo(camille, bikes)
    assert.deepEqual(await said(), unsaid)
  })

  it('taken apart before anybody heard that they were joined are told to nobody', async () => {
    await ideas.merge(maelle, bikes, shared)
    await told()
    await ideas.undoMerge(maelle, bikes)
    assert.deepEqual(
      (await told()).filter(line => line.includes('unmerged')),
      [],
    )
  })

  it('taken apart are told to whoever joined them, and was therefore told nothing', async () => {
    await ideas.merge(camille, bikes, shared)
    const [proposal] = await fresh.db.read(tx => ideaRows(tx).mergesOf(bikes))
    await ideas.answerMerge(sophie, proposal?.id ?? '', true)
    await told()
    await sent()
    await ideas.undoMerge(camille, bikes)
    const lines = (await told()).filter(line => line.includes('unmerged'))
    assert.deepEqual(lines, ['karim unmerged bikes', 'nadia unmerged bikes', 'sophie unmerged shared'])
  })

  it('give a supporter theirs back where the other was hidden or taken back since: without its words', async () => {
    await ideas.merge(maelle, bikes, shared)
    const [merge] = await fresh.db.read(tx => ideaRows(tx).mergesOf(bikes))
    await ideas.undoMerge(maelle, bikes)
    await ideas.hide(maelle, shared, 'Des noms')
    const texts = async (actor: Actor) => {
      const { from, into } = await ideas.mergeSeen(actor, merge?.id ?? '')
      return [from.text, into.text]
    }
    assert.deepEqual(await texts(karim), ['Des vélos', ''])
    assert.deepEqual(await texts(sophie), ['Des vélos', 'Des vélos partagés'])
    await ideas.restore(maelle, shared)
    await ideas.undo(sophie, shared)
    assert.deepEqual(await texts(karim), ['Des vélos', ''])
  })

  it('are not asked for again the other way round, nor after the other author took them apart', async () => {
    await ideas.merge(camille, bikes, shared)
    const [proposal] = await fresh.db.read(tx => ideaRows(tx).mergesOf(bikes))
    await ideas.answerMerge(sophie, proposal?.id ?? '', false)
    await assert.rejects(ideas.merge(camille, shared, bikes), { code: 'merge-declined' })
    // Whoever said no may ask; as the other once did, that is a yes to them.
    assert.equal((await ideas.merge(sophie, shared, bikes)).asked, false)
    assert.deepEqual(await counts(bikes), [0, 0, 'merged'])
    clock.advance(SECOND)
    await ideas.undoMerge(sophie, bikes)
    for (const [from, into] of [
      [bikes, shared],
      [shared, bikes],
    ] as const)
      await assert.rejects(ideas.merge(camille, from, into), { code: 'merge-declined' })
  })

  it('joined by organisers and taken apart by an author need the other author again', async () => {
    await ideas.merge(maelle, bikes, shared)
    await ideas.undoMerge(sophie, bikes)
    await assert.rejects(ideas.merge(camille, bikes, shared), { code: 'merge-declined' })
    clock.advance(SECOND)
    assert.equal((await ideas.merge(sophie, bikes, shared)).asked, true)
    assert.equal((await ideas.merge(camille, bikes, shared)).asked, false)
  })

  it('are taken apart first when the one that stands is hidden, and nobody loses theirs with it', async () => {
    const third = await submit(karim, 'Des vélos pour tous')
    await ideas.merge(maelle, third, bikes)
    await ideas.merge(maelle, bikes, shared)
    await told()
    await sent()
    await ideas.hide(maelle, shared, 'Des noms')
    assert.deepEqual(await counts(bikes), [3, 2, 'received'])
    assert.equal((await ideas.show(karim, third)).root, bikes)
    const { hidden, joined } = await ideas.show(maelle, shared)
    assert.deepEqual([hidden?.reason, joined], ['Des noms', undefined])
    assert.ok((await told()).includes('camille unmerged bikes'))
    await ideas.restore(maelle, shared)
    assert.deepEqual(await counts(shared), [2, 2, 'received'])
  })

  it('offer the author of either no support to withdraw that is not theirs to withdraw', async () => {
    await ideas.merge(maelle, bikes, shared)
    const stays = async (actor: Actor) => (await ideas.show(actor, shared)).wroteJoined
    assert.deepEqual([await stays(camille), await stays(karim)], [true, undefined])
  })

  it('learn together the Direction that a supporter says later', async () => {
    const lea = await person('lea')
    await ideas.support(lea, bikes, true)
    await ideas.merge(maelle, bikes, shared)
    await ideas.place(lea.id, 'mobilites')
    assert.deepEqual(await counts(shared), [5, 4, 'received'])
    await ideas.undoMerge(maelle, bikes)
    assert.deepEqual(await counts(bikes), [4, 3, 'received'])
  })
})
