import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  audienceOf,
  type Commitment,
  type CommitmentVisibility,
} from '../../../src/features/commitments/commitment/domain.ts'
import type { SharedCommitment } from '../../../src/features/commitments/sharing/domain.ts'
import { unsharedCells } from '../../../src/features/commitments/sharing/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { fixedClock, freshDatabase, onEachEngine, sqlite } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { allOf } from '../../support/product/pages.ts'

const CLOCK = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
const INTENTION = {
  axis: 'usager',
  text: 'Relire un courrier',
  horizon: '2027-06-30',
  visibility: 'everyone',
} as const

type Features = ReturnType<typeof featuresOn>

const texts = (items: readonly SharedCommitment[]) => items.map(({ text }) => text).toSorted()

describe('what is shared with somebody', () => {
  const fresh = freshDatabase(sqlite, { clock: CLOCK })

  const DIRECTIONS = ['lycees', 'mobilites', undefined]
  const taken = fc.record({
    who: fc.nat({ max: 3 }),
    visibility: fc.constantFrom<CommitmentVisibility>('me', 'direction', 'everyone'),
    axis: fc.constantFrom('usager', 'equipe'),
    end: fc.constantFrom(undefined, 'kept' as const, 'let-go' as const),
  })
  const mix = fc.record({
    homes: fc.array(fc.constantFrom(...DIRECTIONS), { minLength: 4, maxLength: 4 }),
    leads: fc.constantFrom([], ['mobilites']),
    taken: fc.array(taken, { maxLength: 12 }),
  })
  type Mix = typeof mix extends fc.Arbitrary<infer T> ? T : never

  let round = 0
  /** People and commitments of one mix, recognised by their texts. */
  async function play({ commitments, person }: Features, { homes, taken, leads }: Mix) {
    const mine = `${++round} `
    const people = await Promise.all(homes.map((home, n) => person(`${round}-${n}`, home)))
    const made: Commitment[] = []
    for (const [n, { who, visibility, axis, end }] of taken.entries()) {
      const actor = people[who] as Actor
      if (visibility === 'direction' && actor.direction === undefined) continue
      const given = { ...INTENTION, axis, visibility, text: `${mine}${n}` }
      const one = await commitments.take(actor, given, freshForm(actor))
      made.push(end ? await commitments.end(actor, one.id, end) : one)
    }
    const viewer: Actor = { ...(people[0] as Actor), leads }
    return { viewer, made, ours: ({ text }: { text: string }) => text.startsWith(mine) }
  }

  it('is what they share and did not let go, whatever the mix of visibilities, Directions and states', async () => {
    await fc.assert(
      fc.asyncProperty(mix, async mix => {
        const features = featuresOn(fresh.db, CLOCK)
        const { viewer, made, ours } = await play(features, mix)
        const near = await allOf(after => features.commitments.near(viewer, undefined, 2, after))
        const open = (one: Commitment) => one.visibility !== 'me' && one.state !== 'let-go'
        const allowed = made.filter(
          one =>
            one.person !== viewer.id &&
            open(one) &&
            (one.visibility === 'everyone' || one.direction === viewer.direction),
        )
        assert.deepEqual(texts(near.filter(ours)), allowed.map(({ text }) => text).toSorted())
        assert.ok(near.every(each => !('lastNote' in each) && !('notes' in each)))

        const under = await allOf(after => features.commitments.near(viewer, 'equipe', 2, after))
        assert.deepEqual(texts(under), texts(near.filter(({ axis }) => axis === 'equipe')))

        for (const direction of ['lycees', 'mobilites']) {
          const list = await allOf(after => features.commitments.ofDirection(viewer, direction, 2, after))
          const within = viewer.direction === direction || mix.leads.some(led => led === direction)
          const expected = made.filter(
            one => one.direction === direction && open(one) && (one.visibility === 'everyone' || within),
          )
          assert.deepEqual(texts(list.filter(ours)), expected.map(({ text }) => text).toSorted())
          const counts = await features.commitments.stagesOf(viewer, direction)
          const of = (axis: string, stage: string) =>
            list.filter(one => one.axis === axis && one.stage === stage).length
          assert.deepEqual(
            counts.filter(({ axis }) => axis === 'usager' || axis === 'equipe'),
            ['usager', 'equipe'].map(axis => ({
              axis,
              taken: of(axis, 'taken'),
              underway: of(axis, 'underway'),
              kept: of(axis, 'kept'),
            })),
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is nothing without an audience', () => {
    const one = { direction: 'lycees', state: 'taken' } as const
    assert.equal(audienceOf({ ...one, visibility: 'me' }), undefined)
    assert.equal(audienceOf({ ...one, visibility: 'direction' }), 'direction:lycees')
    assert.equal(audienceOf({ ...one, visibility: 'everyone', state: 'let-go' }), undefined)
    assert.equal(audienceOf({ visibility: 'direction', state: 'taken' }), undefined)
  })
})

onEachEngine('commitments among colleagues', engine => {
  const clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
  const fresh = freshDatabase(engine, { clock })
  let { commitments, ideas, thread, person } = {} as Features
  let [camille, sophie, karim] = [] as unknown as [Actor, Actor, Actor]

  beforeEach(async () => {
    ;({ commitments, ideas, thread, person } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie')
    karim = await person('karim', 'mobilites')
  })

  const take = (actor: Actor, change: object = {}) =>
    commitments.take(actor, { ...INTENTION, ...change }, freshForm(actor))
  const OWN = { horizon: '2027-09-30', visibility: 'me' } as const

  it('are taken up in the same words, once however often it is asked, and again once let go', async () => {
    const { id } = await take(camille)
    const keys = freshForm(karim)
    const many = [keys, keys, freshForm(karim), freshForm(karim)]
    const sent = await Promise.all(many.map(each => commitments.meToo(karim, id, OWN, each)))
    assert.equal(new Set(sent.map(one => one.id)).size, 1)
    const [mine] = sent
    assert.deepEqual([mine?.text, mine?.axis, mine?.horizon], ['Relire un courrier', 'usager', '2027-09-30'])
    assert.deepEqual([mine?.inspiredBy, mine?.visibility], [id, 'me'])
    assert.equal((await commitments.near(karim, undefined, 20)).items[0]?.joined, true)

    await commitments.end(karim, mine?.id ?? '', 'let-go')
    assert.equal((await commitments.near(karim, undefined, 20)).items[0]?.joined, false)
    const again = await commitments.meToo(karim, id, OWN, freshForm(karim))
    assert.notEqual(again.id, mine?.id)
  })

  it('are gone for those they are not shown to, and nobody takes up their own', async () => {
    const kept = await take(camille, { visibility: 'me' })
    const within = await take(camille, { visibility: 'direction' })
    const letGo = await take(camille)
    await commitments.end(camille, letGo.id, 'let-go')
    for (const { id } of [kept, within, letGo, { id: 'nothing' }]) {
      await assert.rejects(commitments.meToo(karim, id, OWN, freshForm(karim)), { code: 'gone' })
      const sly = { ...INTENTION, inspiredBy: id }
      await assert.rejects(commitments.take(karim, sly, freshForm(karim)), { code: 'gone' })
    }
    const { id } = await take(camille)
    await assert.rejects(commitments.meToo(camille, id, OWN, freshForm(camille)), { code: 'own-commitment' })
    assert.deepEqual((await commitments.mine(karim, 50)).items, [])
  })

  it('are read by name, by those who answer for the Direction too, and by no observer', async () => {
    const { id } = await take(camille, { visibility: 'direction' })
    const head: Actor = { ...karim, leads: ['lycees'] }
    const lab: Actor = { ...karim, role: 'organiser' }
    const seen = async (actor: Actor) => (await commitments.ofDirection(actor, 'lycees', 20)).items
    assert.deepEqual(
      (await seen(head)).map(({ author, stage, mine }) => [author, stage, mine]),
      [['camille', 'taken', false]],
    )
    assert.equal((await seen(camille))[0]?.mine, true)
    assert.deepEqual([await seen(karim), await seen(lab)], [[], []])
    await take(camille, { visibility: 'everyone', text: 'Pour tous' })
    assert.equal((await seen(karim)).length, 1)
    assert.deepEqual(await seen({ ...head, role: 'observer' }), [])
    assert.equal((await commitments.meToo(head, id, OWN, freshForm(head))).inspiredBy, id)
    await assert.rejects(commitments.ofDirection(karim, 'nowhere', 20), { code: 'gone' })
    await assert.rejects(commitments.near({ ...karim, role: 'observer' }, undefined, 20), {
      code: 'role-needed',
    })
  })

  it('are counted by stage as far as one may see them, what was let go nowhere', async () => {
    await take(camille, { visibility: 'direction' })
    await take(camille, { visibility: 'me' })
    const noted = await take(camille)
    await commitments.note(camille, noted.id, 'Premier courrier relu', freshForm(camille))
    await commitments.end(camille, (await take(camille)).id, 'kept')
    await commitments.end(camille, (await take(camille)).id, 'let-go')
    const counts = async (actor: Actor) =>
      (await commitments.stagesOf(actor, 'lycees')).filter(({ axis }) => axis === 'usager')
    const usager = (taken: number) => [{ axis: 'usager', taken, underway: 1, kept: 1 }]
    assert.deepEqual(await counts(camille), usager(1))
    assert.deepEqual(await counts({ ...karim, leads: ['lycees'] }), usager(1))
    assert.deepEqual(await counts(karim), usager(0))
    assert.deepEqual(await counts({ ...camille, role: 'observer' }), usager(0))
    await assert.rejects(commitments.stagesOf(karim, 'nowhere'), { code: 'gone' })
  })

  it('come newest first and each once, however the pages are cut', async () => {
    for (let n = 0; n < 7; n++) {
      // Two at the same moment: the id decides.
      if (n % 2 === 0) clock.advance(1000)
      await take(n % 3 ? sophie : camille, { text: `Engagement ${n}` })
    }
    const one = await allOf(after => commitments.near(karim, undefined, 2, after))
    assert.equal(one.length, 7)
    assert.deepEqual(one, (await commitments.near(karim, undefined, 20)).items)
  })

  it('say how far they have come, never a note', async () => {
    const { id } = await take(camille)
    await commitments.note(camille, id, 'Premier courrier relu', freshForm(camille))
    const [shared] = (await commitments.near(karim, undefined, 20)).items
    assert.equal(shared?.stage, 'underway')
    assert.doesNotMatch(JSON.stringify(shared), /Premier/)
    await commitments.end(camille, id, 'kept')
    assert.equal((await commitments.near(karim, undefined, 20)).items[0]?.stage, 'kept')
  })

  it('are told in the thread of their idea only when everyone may see them', async () => {
    const { id: idea } = await ideas.submit(sophie, { text: 'Relire nos courriers' }, freshForm(sophie))
    const kinds = async () => {
      const { items } = await thread.of('idea', idea, 20)
      return items.filter(({ kind }) => kind === 'committed').map(({ by }) => by ?? 'nobody named')
    }
    await take(camille, { idea, visibility: 'me' })
    await take(camille, { idea, visibility: 'direction' })
    await take(camille)
    assert.deepEqual(await kinds(), [])
    const keys = freshForm(camille)
    for (const _ of [1, 2]) await commitments.take(camille, { ...INTENTION, idea }, keys)
    assert.deepEqual(await kinds(), ['nobody named'])
  })

  it('are counted as people who keep one to themselves, by axis, wherever they work', async () => {
    await take(camille, { visibility: 'me' })
    await take(camille, { visibility: 'me', text: 'Un autre' })
    await take(camille)
    await take(karim, { visibility: 'me', axis: 'equipe' })
    await take(sophie, { visibility: 'me' })
    const { id } = await take(karim, { visibility: 'me' })
    await commitments.end(karim, id, 'let-go')
    const cells = async () =>
      (await fresh.db.read(unsharedCells)).map(({ direction, axis, count }) => `${direction}${axis} ${count}`)
    assert.deepEqual((await cells()).toSorted(), ['equipe 1', 'usager 2'])
    await commitments.place(sophie.id, 'lycees')
    assert.deepEqual((await cells()).toSorted(), ['equipe 1', 'usager 2'])
  })
})
