import assert from 'node:assert/strict'
import fc from 'fast-check'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import { TOPIC_OF } from '../../../src/db/transactions/table-topics.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { PublishedSynthesisView } from '../../../src/tabs/contract/ideas/synthesis.ts'
import { AXIS, ideaAt, lab, writerOf } from '../../support/features/syntheses.ts'
import { ideasOf, keepIdeas } from '../../support/features/themes.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { setStage } from '../../support/product/stage.ts'

const TEXTS = [
  'Un ordre du jour avant chaque réunion',
  'Deux réunions de moins par semaine',
  'Un potager sur le toit',
  'Une salle pour le silence',
]
const TEXT = 'Les réunions seraient préparées.'
const AUTHORS = ['ahmed', 'berthe', 'carlos', 'denise'].map(objectId => ({ objectId, name: objectId }))
const stranger = { objectId: 'samia', name: 'Samia Benali' }

describe('« Ce n’est pas ce que j’ai dit »', () => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  let by: Awaited<ReturnType<typeof writerOf>>
  let reader: typeof by
  let authors: readonly (typeof by)[]

  beforeEach(async () => {
    clock = fixedClock()
    stage = await setStage({ organisers: [lab.objectId], clock })
    by = await writerOf(stage)
    reader = await writerOf(stage, stranger)
    await keepIdeas(stage.app.database, ideasOf(AXIS, TEXTS))
    authors = await Promise.all(AUTHORS.map(who => writerOf(stage, who)))
    for (const [at, { actor }] of authors.entries())
      await change(`author = '${actor.id}', unnamed = ${at % 2}`, at)
  })
  afterEach(() => stage.close())

  const write = (text: string) => stage.app.database.transact(tx => sql.raw(text).execute(open(tx)))
  const change = (set: string, at: number) => write(`update idea set ${set} where id = '${ideaAt(at)}'`)
  const rows = async () =>
    (
      await stage.app.database.read(tx =>
        sql<Record<string, unknown>>`select * from synthesis_objection`.execute(open(tx)),
      )
    ).rows
  const seenBy = (who: typeof by) =>
    who.call<PublishedSynthesisView>('get', '/syntheses/published/:axis', { params: { axis: AXIS } })
  async function said(who = reader, text = TEXT) {
    const { themes, alone } = await seenBy(who)
    const all = [...themes.flatMap(({ sentences }) => sentences), ...alone.sentences]
    const found = all.find(each => each.text === text)
    assert.ok(found)
    return found
  }
  async function object(at: number, objects = true, text = TEXT) {
    const who = authors[at]
    assert.ok(who)
    const { id } = await said(who, text)
    await who.call('put', '/syntheses/published/sentences/:id/objection', {
      params: { id },
      body: { objects },
    })
  }
  const marks = async (at = 0) => [(await said(authors[at])).objected, (await said()).contested]
  const contested = async () =>
    (await by.sentences()).filter(({ text }) => text === TEXT).map(each => Number(each.contested))
  /** Sets the clock to 10:00 so many days later. */
  const days = (n: number) => clock.advance(n * DAY)

  it('is shown to whoever says it at once, and to everybody else from the next day on', async () => {
    await by.write(TEXT, [0, 1])
    await by.publish()
    await object(0)
    await object(0)
    assert.deepEqual([await marks(), await contested()], [[true, false], [0]])
    clock.advance(13 * HOUR)
    assert.deepEqual(await marks(), [true, false])
    clock.advance(HOUR + MINUTE)
    assert.deepEqual([await marks(), await contested()], [[true, true], [1]])
    await object(1)
    days(1)
    assert.deepEqual(await contested(), [2])
  })

  it('is taken back: at once where nobody was shown it, the next day otherwise, and the night forgets it', async () => {
    await by.write(TEXT, [0])
    await by.publish()
    await object(0)
    await object(0, false)
    await object(0, false)
    assert.deepEqual([await marks(), await rows()], [[false, false], []])
    await object(0)
    days(1)
    await object(0, false)
    assert.deepEqual([await marks(), await contested()], [[false, true], [1]])
    // Said again the same day, nothing has moved.
    await object(0)
    assert.deepEqual(await marks(), [true, true])
    days(1)
    assert.deepEqual(await marks(), [true, true])
    await object(0, false)
    days(1)
    assert.deepEqual([await marks(), await contested()], [[false, false], [0]])
    await stage.settle()
    assert.deepEqual(await rows(), [])
  })

  it('is for an author of a cited idea alone: not of one that is merged into it, nor of another', async () => {
    await by.write(TEXT, [0, 2])
    await by.publish()
    await change("state = 'merged'", 2)
    for (const at of [1, 2]) await assert.rejects(object(at), { code: 'not-yours' })
    const { id } = await said()
    const asked = { params: { id }, body: { objects: true } }
    const door = '/syntheses/published/sentences/:id/objection'
    await assert.rejects(reader.call('put', door, asked), { code: 'not-yours' })
    await assert.rejects(by.call('put', door, { ...asked, params: { id: 'none' } }), { code: 'gone' })
    const [drafted] = await by.sentences()
    const ofDraft = { ...asked, params: { id: drafted?.id ?? '' } }
    for (const { call } of authors.slice(0, 1))
      await assert.rejects(call('put', door, ofDraft), { code: 'gone' })
    assert.deepEqual(await rows(), [])
  })

  it('can be taken back by an author whose idea is no longer there', async () => {
    await by.write(TEXT, [0, 1])
    await by.publish()
    await object(0)
    await change('hidden_at = 1', 0)
    await object(0, false)
    assert.deepEqual(await rows(), [])
  })

  it('keeps the sentence from being published again until somebody decides on it after it', async () => {
    const { id } = await by.write(TEXT, [0])
    await by.publish()
    await by.write('Un potager serait planté.', [2])
    await object(0)
    // Nobody in charge knows of it yet: what they decide that day is no answer to it.
    await by.decide(id, 'undecided')
    await by.decide(id, 'kept')
    await by.publish()
    assert.deepEqual((await by.draft()).blocked, [])
    days(1)
    assert.deepEqual([(await by.draft()).blocked, await marks()], [['contested'], [true, true]])
    await assert.rejects(by.publish(), { code: 'synthesis-contested' })
    await by.withdraw()
    await assert.rejects(by.publish(), { code: 'synthesis-contested' })
    await by.decide(id, 'kept')
    await by.decide(id, 'kept')
    assert.deepEqual([(await by.draft()).blocked, await contested()], [[], [0]])
    await by.publish()
    // Kept as it is, it still says that somebody does not recognise what they said.
    assert.deepEqual(await marks(), [true, true])
    const journal = await stage.app.database.read(tx =>
      sql`select 1 as one from audit where act = 'synthesis.decide'`.execute(open(tx)),
    )
    assert.equal(journal.rows.length, 3)
    await object(0, false)
    days(1)
    await object(0)
    days(1)
    assert.deepEqual(await contested(), [1])
  })

  it('goes with the words objected to: reworded, or removed, and published', async () => {
    const { id } = await by.write(TEXT, [0])
    const other = await by.write('Un potager serait planté.', [2])
    await by.publish()
    await object(0)
    await object(2, true, 'Un potager serait planté.')
    days(1)
    await by.reword(id, 'Une réunion aurait un ordre du jour.', [0])
    assert.deepEqual(await marks(), [true, true])
    await by.decide(other.id, 'removed')
    assert.deepEqual((await by.draft()).blocked, [])
    await by.publish()
    const now = await said(authors[0], 'Une réunion aurait un ordre du jour.')
    assert.deepEqual([now.objected, now.contested, await rows()], [false, false, []])
  })

  it('keeps a day and no hour, and no idea: not in the row, the journal or what pages hear', async () => {
    await by.write(TEXT, [0, 1, 2])
    await by.publish()
    await stage.settle()
    const before = await stage.app.database.read(tx => sql`select * from audit`.execute(open(tx)))
    await object(1)
    const [row] = await rows()
    assert.deepEqual(Object.keys(row ?? {}).sort(), [
      'ended_on',
      'person_id',
      'said_on',
      'sentence_id',
      'wording',
    ])
    assert.deepEqual([row?.said_on, row?.ended_on], ['2027-04-22', null])
    const after = await stage.app.database.read(tx => sql`select * from audit`.execute(open(tx)))
    assert.deepEqual(after.rows, before.rows)
    assert.equal(TOPIC_OF.synthesis_objection, null)
  })

  /** All that somebody else reads. */
  async function readByOthers(but: readonly number[]) {
    const others = authors.filter((_, at) => !but.includes(at))
    return JSON.stringify([
      await by.draft(),
      ...(await Promise.all([by, reader, ...others].map(seenBy))),
      (
        await stage.app.database.read(tx =>
          sql`select act, thing, at from audit where act like 'synthesis.%'`.execute(open(tx)),
        )
      ).rows,
    ])
  }

  it('stays when its author is erased, and leads to nobody: that it went would tell whose it was', async () => {
    await by.write(TEXT, [0, 1])
    await by.publish()
    await object(1)
    days(1)
    const before = await readByOthers([1])
    const { actor, call } = authors[1] ?? assert.fail()
    const file = JSON.stringify(await call('post', '/me/data/file', { body: {} }))
    assert.match(file, /synthesisObjection.*2027-04-22/)
    await call('post', '/me/data/erase', { body: { ideas: 'unname', sure: true } })
    clock.advance(HOUR)
    await stage.settle()
    assert.deepEqual([await readByOthers([1]), (await rows()).length], [before, 1])
    assert.ok(!JSON.stringify(await rows()).includes(actor.id))
  })

  it('is the same to read whichever of the cited authors says it', async () => {
    const pair = fc.record({
      cites: fc.subarray([0, 1, 2, 3], { minLength: 2 }),
      picks: fc.tuple(fc.nat(), fc.nat()),
      // From 10:00 on, until midnight.
      hours: fc.tuple(fc.nat(13), fc.nat(13)),
      unnamed: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    })
    let turn = 0
    await fc.assert(
      fc.asyncProperty(pair, async ({ cites, picks, hours, unnamed }) => {
        turn += 1
        for (const [at, is] of unnamed.entries()) await change(`unnamed = ${Number(is)}`, at)
        const text = `Les réunions seraient préparées, ${'o'.repeat(turn % 200)}.`
        const { id } = await by.write(text, cites)
        await by.publish()
        const [one, other] = picks.map(pick => cites[pick % cites.length] ?? 0)
        assert.ok(one !== undefined && other !== undefined)
        const world = async (at: number, hour: number) => {
          const seen = [await readByOthers([one, other])]
          clock.advance(hour * HOUR)
          await object(at, true, text)
          seen.push(await readByOthers([one, other]))
          clock.advance(DAY - hour * HOUR)
          seen.push(await readByOthers([one, other]))
          clock.advance(hour * HOUR)
          await object(at, false, text)
          seen.push(await readByOthers([one, other]))
          clock.advance(DAY - hour * HOUR)
          seen.push(await readByOthers([one, other]))
          return seen
        }
        const first = await world(one, hours[0])
        assert.deepEqual(await world(other, hours[1]), first)
        // Nothing moves but at midnight.
        const [before, evening, morning, noon, end] = first
        assert.ok(before === evening && morning === noon && end === before && morning !== before)
        await by.decide(id, 'removed')
      }),
      { numRuns: 20 },
    )
  })
})
