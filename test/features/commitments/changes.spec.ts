import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import {
  type Commitment,
  type CommitmentVisibility,
  type Ending,
  UNDO_TIME,
} from '../../../src/features/commitments/commitment/domain.ts'
import { KEPT } from '../../../src/features/commitments/commitment/idea-usecases.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine, sqlite } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'

const NOW = Date.parse('2027-04-22T08:00:00Z')
const INTENTION = {
  axis: 'usager',
  text: 'Relire un courrier',
  horizon: '2027-06-30',
  visibility: 'me',
} as const

onEachEngine('a commitment that stands', engine => {
  let clock = fixedClock(NOW)
  const fresh = freshDatabase(engine, { clock })
  let { commitments, ideas, thread, person, people } = {} as ReturnType<typeof featuresOn>
  let [camille, karim] = [] as unknown as [Actor, Actor]

  beforeEach(async () => {
    clock = fixedClock(NOW)
    ;({ commitments, ideas, thread, person, people } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    karim = await person('karim', 'lycees')
  })

  const take = (change: object = {}, actor = camille) =>
    commitments.take(actor, { ...INTENTION, ...change }, freshForm(actor))
  const change = (id: string, given: object, actor = camille) =>
    commitments.change(actor, id, given, freshForm(actor))
  const near = async (actor = karim) =>
    (await commitments.near(actor, undefined, 20)).items.map(({ text, reworded }) => [text, reworded])
  const kinds = async (idea: string) => (await thread.of('idea', idea, 50)).items.map(({ kind }) => kind)
  const waiting = () =>
    fresh.db.read(tx =>
      open(tx)
        .selectFrom('fact')
        .select(['payload', 'due_at'])
        .where('kind', '=', KEPT)
        .orderBy('due_at')
        .execute(),
    )
  /** What delivery would do with all that is due. */
  const tellDue = async () => {
    for (const { payload, due_at } of await waiting()) {
      const { commitment, ended } = JSON.parse(payload)
      if (due_at <= clock.now()) await commitments.tellKept(commitment, ended)
    }
  }

  it('changes its words, axis, horizon and who sees it, each alone, whatever else another device changed', async () => {
    const { id } = await take()
    await change(id, { text: ' Relire deux courriers ' })
    await change(id, { axis: 'equipe' })
    await change(id, { horizon: '2027-09-30' })
    const { text, axis, horizon, visibility } = await change(id, { visibility: 'everyone' })
    assert.deepEqual(
      [text, axis, horizon, visibility],
      ['Relire deux courriers', 'equipe', '2027-09-30', 'everyone'],
    )
    const { notes, at, state } = await commitments.show(camille, id)
    assert.deepEqual([notes, at, state], [0, NOW, 'taken'])
  })

  it('is changed once for each form: an older one that comes again undoes nothing', async () => {
    const { id } = await take()
    const keys = freshForm(camille)
    await commitments.change(camille, id, { text: 'Un' }, keys)
    await change(id, { text: 'Deux' })
    await commitments.change(camille, id, { text: 'Un' }, keys)
    assert.equal((await commitments.show(camille, id)).text, 'Deux')
  })

  it('keeps both changes of two devices at once, and its note', async () => {
    const { id } = await take()
    await Promise.all([
      change(id, { text: 'Relire deux courriers' }),
      change(id, { visibility: 'everyone' }),
      commitments.note(camille, id, 'Commencé', freshForm(camille)),
    ])
    const { text, visibility, notes } = await commitments.show(camille, id)
    assert.deepEqual([text, visibility, notes], ['Relire deux courriers', 'everyone', 1])
  })

  it('stays as it is when a change is refused', async () => {
    const sophie = await person('sophie')
    const { id } = await take()
    const refused: [object, string][] = [
      [{ axis: 'toString' }, 'axis-missing'],
      [{ text: ' ' }, 'empty-text'],
      [{ text: 'x'.repeat(300), visibility: 'everyone' }, 'too-long'],
      [{ horizon: '' }, 'horizon-missing'],
      [{ horizon: '2027-04-21' }, 'date-past'],
    ]
    for (const [given, code] of refused) await assert.rejects(change(id, given), { code }, code)
    await assert.rejects(change(id, { text: 'Autre' }, karim), { code: 'not-yours' })
    await assert.rejects(change('gone', {}), { code: 'gone' })
    const hers = await take({}, sophie)
    await assert.rejects(change(hers.id, { visibility: 'direction' }, sophie), {
      code: 'own-direction-missing',
    })
    assert.equal((await commitments.show(camille, id)).text, INTENTION.text)
    await commitments.end(camille, id, 'kept')
    await assert.rejects(change(id, { horizon: '2027-09-30' }), { code: 'commitment-ended' })
    assert.equal((await change(id, { text: 'Relu', horizon: INTENTION.horizon })).text, 'Relu')
  })

  it('is read by those it is shown to as long as it is; what they took up after it is theirs', async () => {
    const { id } = await take()
    assert.deepEqual(await near(), [])
    await change(id, { visibility: 'direction' })
    assert.deepEqual(await near(), [[INTENTION.text, false]])
    const own = { horizon: '2027-06-30', visibility: 'me' } as const
    const mine = await commitments.meToo(karim, id, own, freshForm(karim))
    await change(id, { text: 'Relire deux courriers' })
    assert.deepEqual(await near(), [['Relire deux courriers', true]])
    await change(id, { visibility: 'me' })
    assert.deepEqual(await near(), [])
    await assert.rejects(commitments.inspiration(karim, id), { code: 'gone' })
    assert.equal((await commitments.show(karim, mine.id)).text, INTENTION.text)
  })

  it('counts as reworded only what others could read before', async () => {
    const { id } = await take()
    await change(id, { text: 'Une première fois' })
    assert.equal((await change(id, { visibility: 'everyone' })).rewordedAt, undefined)
    assert.equal((await change(id, { horizon: '2027-09-30' })).rewordedAt, undefined)
    clock.advance(MINUTE)
    assert.equal((await change(id, { axis: 'equipe' })).rewordedAt, NOW + MINUTE)
  })

  it('is shown, once kept, to the Direction that its owner has then', async () => {
    const { id } = await take()
    await commitments.end(camille, id, 'kept')
    await people.chooseDirection(camille, 'mobilites')
    const moved = (await people.actor(camille.id)) as Actor
    const shared = await change(id, { visibility: 'direction' }, moved)
    assert.deepEqual([shared.direction, shared.state], ['mobilites', 'kept'])
    assert.deepEqual(await near(), [])
  })

  it('tells its idea once that somebody committed, from when everyone may read it', async () => {
    const { id: idea } = await ideas.submit(karim, { text: 'Des courriers clairs' }, freshForm(karim))
    const { id } = await take({ idea })
    assert.equal((await kinds(idea)).includes('committed'), false)
    for (const visibility of ['everyone', 'me', 'everyone'] as const) await change(id, { visibility })
    assert.equal((await kinds(idea)).filter(kind => kind === 'committed').length, 1)
  })

  it('tells that it was kept once that can be taken back no more, and never what was taken back', async () => {
    const { id: idea } = await ideas.submit(karim, { text: 'Des courriers clairs' }, freshForm(karim))
    const { id } = await take({ idea, visibility: 'everyone' })
    const told = async () => (await kinds(idea)).filter(kind => kind === 'kept').length
    const { endedAt = 0 } = await commitments.end(camille, id, 'kept')
    assert.deepEqual(
      (await waiting()).map(({ due_at }) => due_at),
      [NOW + UNDO_TIME],
    )
    await commitments.undoEnd(camille, id, endedAt + UNDO_TIME)
    clock.advance(UNDO_TIME)
    await tellDue()
    assert.equal(await told(), 0)
    await commitments.end(camille, id, 'kept')
    await tellDue()
    assert.equal(await told(), 0)
    clock.advance(UNDO_TIME)
    await tellDue()
    await tellDue()
    assert.equal(await told(), 1)
    await commitments.end(camille, id, 'let-go')
    await commitments.end(camille, id, 'kept')
    clock.advance(UNDO_TIME)
    await tellDue()
    assert.equal(await told(), 1)
  })

  it('tells that it was kept when it is shown to everyone later', async () => {
    const { id: idea } = await ideas.submit(karim, { text: 'Des courriers clairs' }, freshForm(karim))
    const { id } = await take({ idea })
    await commitments.end(camille, id, 'kept')
    await change(id, { visibility: 'everyone' })
    clock.advance(UNDO_TIME)
    await tellDue()
    assert.deepEqual((await kinds(idea)).slice(-2), ['committed', 'kept'])
  })

  it('comes back exactly as it was before it ended, for ten minutes, once', async () => {
    const { id } = await take({ visibility: 'direction' })
    const before = await commitments.show(camille, id)
    const ended = await commitments.end(camille, id, 'let-go')
    assert.deepEqual(await near(), [])
    const until = commitments.undoUntil(ended) ?? 0
    assert.equal(until, NOW + UNDO_TIME)
    clock.advance(UNDO_TIME - 1)
    assert.deepEqual(await commitments.undoEnd(camille, id, until), before)
    assert.deepEqual(await commitments.undoEnd(camille, id, until), before)
    assert.deepEqual(await near(), [[INTENTION.text, false]])
    const again = await commitments.end(camille, id, 'kept')
    assert.deepEqual(await commitments.undoEnd(camille, id, until), again)
    await assert.rejects(commitments.undoEnd(karim, id, until), { code: 'not-yours' })
    clock.advance(UNDO_TIME)
    assert.equal(commitments.undoUntil(again), undefined)
    const late = (again.endedAt ?? 0) + UNDO_TIME
    await assert.rejects(commitments.undoEnd(camille, id, late), { code: 'ending-stands' })
  })
})

describe('whatever is done to a commitment', () => {
  const clock = fixedClock(NOW)
  const fresh = freshDatabase(sqlite, { clock })
  const VISIBLE: readonly CommitmentVisibility[] = ['me', 'direction', 'everyone']
  const step = fc.oneof(
    fc.record({ visibility: fc.constantFrom(...VISIBLE) }),
    fc.record({ text: fc.constantFrom('Un', 'Deux') }),
    fc.record({ end: fc.constantFrom<Ending>('kept', 'let-go') }),
    fc.record({ wait: fc.integer({ min: 1, max: 12 }) }),
  )

  it('an undo in time gives back the state before the last ending, and a colleague reads what is shown alone', async () => {
    const { commitments, person } = featuresOn(fresh.db, clock)
    const camille = await person('camille', 'lycees')
    const karim = await person('karim', 'lycees')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
        let now: Commitment = await commitments.take(camille, INTENTION, freshForm(camille))
        let before: Pick<Commitment, 'state' | 'endedAt'> | undefined
        for (const each of steps) {
          if ('wait' in each) clock.advance(each.wait * MINUTE)
          else if ('end' in each) {
            if (each.end !== now.state)
              before = { state: now.state, ...(now.endedAt && { endedAt: now.endedAt }) }
            now = await commitments.end(camille, now.id, each.end)
          } else now = await commitments.change(camille, now.id, each, freshForm(camille))
        }
        const shown = (await commitments.near(karim, undefined, 100)).items.some(({ id }) => id === now.id)
        assert.equal(shown, now.visibility !== 'me' && now.state !== 'let-go')
        const until = commitments.undoUntil(now)
        if (until === undefined || before === undefined) return
        const { state, endedAt } = await commitments.undoEnd(camille, now.id, until)
        assert.deepEqual([state, endedAt], [before.state, before.endedAt])
      }),
      { numRuns: 30 },
    )
  })
})
