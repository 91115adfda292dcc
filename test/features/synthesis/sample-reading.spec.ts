import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import type { PublishedSynthesisView } from '../../../src/tabs/contract/ideas/synthesis.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { AXIS, ideaAt, lab, writerOf } from '../../support/features/syntheses.ts'
import { ideasOf, keepIdeas } from '../../support/features/themes.ts'
import { setStage } from '../../support/product/stage.ts'

const MEETINGS = Array.from({ length: 70 }, (_, at) => `Une réunion de moins le ${at}`)

describe('what people read of what words have placed', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let by: Awaited<ReturnType<typeof writerOf>>
  const clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
  beforeEach(async () => {
    stage = await setStage({ organisers: [lab.objectId], clock })
    by = await writerOf(stage)
  })
  afterEach(() => stage.close())

  const keep = (texts: readonly string[]) => keepIdeas(stage.app.database, ideasOf(AXIS, texts))
  const run = async () => {
    clock.advance(1_000)
    await by.call('post', '/themes/run', { body: { axis: AXIS } })
    await stage.settle()
    clock.advance(1_000)
  }
  const state = async () => (await by.draft()).sample
  const read = async (wrong: readonly number[]) => {
    const { items } = await by.sample()
    for (const [at, { id }] of items.entries())
      await by.call('put', '/syntheses/sample/:id', {
        params: { id },
        body: { axis: AXIS, right: !wrong.includes(at) },
      })
    return items
  }
  const move = (at: number, body: object) =>
    by.call('put', '/ideas/:id/theme', { params: { id: ideaAt(at) }, body: { axis: AXIS, ...body } })

  it('is nothing where a hand has put all of it, and keeps nothing from being published', async () => {
    await keep(MEETINGS.slice(0, 2))
    await move(0, { to: 'theme', theme: 'reunions' })
    await move(1, { to: 'alone' })
    assert.deepEqual(await state(), { state: 'none', size: 0, read: 0, right: 0 })
    await by.drawSample()
    assert.equal((await state()).state, 'none')
    await by.write('Moins de réunions.', [0], 'reunions')
    await by.publish()
  })

  it('is drawn once, read by pages with the unread first, and said right or not', async () => {
    await keep(MEETINGS)
    await run()
    assert.equal((await state()).state, 'to-draw')
    await by.drawSample()
    const ids = async () => {
      const all: string[] = []
      let after: string | undefined
      do {
        const page = await by.sample(after)
        assert.ok(page.items.length <= 20)
        all.push(...page.items.map(({ id }) => id))
        after = page.next
      } while (after !== undefined)
      return all
    }
    const first = await ids()
    assert.deepEqual([first.length, new Set(first).size], [60, 60])
    await by.drawSample()
    assert.deepEqual(await ids(), first)
    const [id = ''] = first
    for (const right of [true, true, false])
      await by.call('put', '/syntheses/sample/:id', { params: { id }, body: { axis: AXIS, right } })
    assert.equal((await ids()).at(-1), id)
    const { items } = await by.sample()
    assert.ok(items.every(each => each.right === undefined && each.theme.length > 3))
    assert.deepEqual(await state(), { state: 'reading', size: 60, read: 1, right: 0, low: 0 })
    const outside = MEETINGS.map((_, at) => at).find(at => !first.includes(ideaAt(at))) ?? 0
    await assert.rejects(by.judge(outside, true), { code: 'gone' })
    const audited = await stage.app.database.read(tx =>
      sql`select 1 as one from audit where act in ('synthesis.draw', 'synthesis.judge')`.execute(open(tx)),
    )
    assert.equal(audited.rows.length, 3)
  })

  it('holds back what is published until enough of it is right, and says so to its readers', async () => {
    await keep(MEETINGS.slice(0, 8))
    await run()
    await by.write('Moins de réunions.', [0], 'reunions')
    await assert.rejects(by.publish(), { code: 'synthesis-sample-to-draw' })
    await by.drawSample()
    await assert.rejects(by.publish(), { code: 'synthesis-sample-unread' })
    const items = await read([0, 1, 2])
    assert.equal(items.length, 8)
    assert.deepEqual(await state(), { state: 'done', size: 8, read: 8, right: 5, low: 62 })
    assert.deepEqual((await by.draft()).blocked, ['agreement-low'])
    await assert.rejects(by.publish(), { code: 'synthesis-agreement-low' })
    // Put where it belongs, an idea was wrong all the same; and nothing is drawn again for that.
    const wrong = MEETINGS.findIndex((_, at) => ideaAt(at) === items[0]?.id)
    await move(wrong, { to: 'alone' })
    await by.drawSample()
    assert.equal((await state()).right, 5)
    await run()
    assert.equal((await state()).state, 'stale')
    await assert.rejects(by.publish(), { code: 'synthesis-sample-stale' })
    await by.drawSample()
    assert.deepEqual(await state(), { state: 'reading', size: 7, read: 0, right: 0 })
    await read([0])
    await by.publish()
    const seen = await by.call<PublishedSynthesisView>('get', '/syntheses/published/:axis', {
      params: { axis: AXIS },
    })
    assert.deepEqual(seen.agreement, { read: 7, right: 6, low: 85 })
  })

  it('is stale once a word of a theme is another, and loses an idea whose words are erased', async () => {
    await keep(MEETINGS.slice(0, 4))
    await run()
    await by.drawSample()
    await read([])
    assert.equal((await state()).state, 'done')
    await stage.app.database.transact(tx =>
      sql`update idea set text = '' where id = ${ideaAt(0)}`.execute(open(tx)),
    )
    assert.deepEqual(await state(), { state: 'done', size: 3, read: 3, right: 3, low: 100 })
    const body = { axis: AXIS, title: 'Se réunir moins', words: ['réunion'] }
    await by.call('put', '/themes/:id/words', { params: { id: 'reunions' }, body })
    assert.equal((await state()).state, 'stale')
  })

  it('asks for no idea that is hidden before it is read', async () => {
    await keep(MEETINGS.slice(0, 4))
    await run()
    await by.drawSample()
    await stage.app.database.transact(tx =>
      sql`update idea set hidden_at = 1 where id = ${ideaAt(1)}`.execute(open(tx)),
    )
    const items = await read([])
    assert.equal(items.length, 3)
    assert.equal((await state()).state, 'done')
  })
})
