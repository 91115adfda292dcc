import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import { similarStore } from '../../../src/features/ideas/similarity/store.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { stemsOf } from '../../../src/search/stemming.ts'
import type {
  CloseIdeasView,
  PlacedIdeaView,
  ThemeBoardView,
  ThemeMoveInput,
  ThemeRemovedView,
} from '../../../src/tabs/contract/ideas/themes.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { ideasOf, keepIdeas } from '../../support/features/themes.ts'
import { callerOf } from '../../support/product/routes.ts'
import { setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const AXIS = 'equipe'
const TEXTS = [
  'Un ordre du jour avant chaque réunion',
  'Un annuaire à jour',
  'Une sieste après le déjeuner',
  'Un potager sur le toit',
  'Un annuaire de toutes nos réunions',
]

describe('the board of themes', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let call: ReturnType<typeof callerOf>
  beforeEach(async () => {
    stage = await setStage({ organisers: ['maelle'] })
    const actor = await stage.app.people.greet({ ...maelle, tenant: 't', language: 'fr' })
    call = callerOf(stage.app.routes, actor)
    await keepIdeas(stage.app.database, ideasOf(AXIS, TEXTS))
  })
  afterEach(() => stage.close())

  const board = (axis = AXIS) => call<ThemeBoardView>('get', '/themes', { query: { axis } })
  const themeOf = async (id: string) => (await board()).themes.find(theme => theme.id === id)
  const list = async (part: string, more: object = {}) =>
    (await call<Page<PlacedIdeaView>>('get', '/themes/ideas', { query: { axis: AXIS, part, ...more } })).items
  const run = async () => {
    await call('post', '/themes/run', { body: { axis: AXIS } })
    await stage.settle()
  }
  const move = (at: number, body: ThemeMoveInput) =>
    call('put', '/ideas/:id/theme', { params: { id: ideasOf(AXIS, TEXTS)[at]?.id ?? '' }, body })
  const make = (title: string, words: readonly string[], nonce = randomIds.nonce()) =>
    call<{ id: string }>('post', '/themes', { body: { nonce, axis: AXIS, title, words } })
  const audited = async () =>
    (
      await stage.app.database.read(tx =>
        sql<{ act: string }>`select act from audit where act like 'themes.%' order by act`.execute(open(tx)),
      )
    ).rows.map(({ act }) => act)

  it('begins with the themes of the method file, in its order, and all ideas to be put somewhere', async () => {
    const { themes, coverage, run } = await board()
    assert.deepEqual(
      themes.map(({ id, count }) => [id, count]),
      [
        ['reunions', 0],
        ['outils', 0],
        ['rencontres', 0],
        ['entraide', 0],
      ],
    )
    assert.deepEqual(coverage, { ideas: 5, placed: 0, aside: 5, alone: 0, byHand: 0, unread: 5 })
    assert.equal(run, undefined)
    assert.equal((await list('aside')).length, 5)
  })

  it('puts ideas by their words, says by which, and leaves beside what fits nowhere or in two', async () => {
    await run()
    const { themes, coverage, run: last } = await board()
    assert.deepEqual(
      themes.map(({ id, ideas }) => [id, ideas.map(({ text, reason }) => [text, ...reason])]),
      [
        ['reunions', [[TEXTS[0], 'réunion', 'ordre du jour']]],
        ['outils', [[TEXTS[1], 'annuaire']]],
        ['rencontres', [[TEXTS[2], 'déjeuner']]],
        ['entraide', []],
      ],
    )
    assert.deepEqual(coverage, { ideas: 5, placed: 3, aside: 2, alone: 0, byHand: 0, unread: 0 })
    assert.deepEqual([last?.state, last?.ideas], ['done', 5])
    assert.deepEqual(
      (await list('aside')).map(({ text }) => text),
      [TEXTS[4], TEXTS[3]],
    )
  })

  it('keeps what a hand has put, whatever the words say afterwards', async () => {
    await move(0, { to: 'theme', axis: AXIS, theme: 'entraide', stance: 'against' })
    await move(1, { to: 'alone', axis: AXIS })
    await run()
    const found = await themeOf('entraide')
    assert.deepEqual([found?.count, found?.pro, found?.con], [1, 0, 1])
    assert.deepEqual(
      found?.ideas.map(({ byHand, stance }) => [byHand, stance]),
      [[true, 'against']],
    )
    assert.deepEqual(
      (await list('alone')).map(({ text }) => text),
      [TEXTS[1]],
    )
    assert.deepEqual((await list('theme', { theme: 'entraide', stance: 'for' })).length, 0)
    assert.equal((await board()).coverage.byHand, 2)
    await move(0, { to: 'words', axis: AXIS })
    assert.equal((await themeOf('reunions'))?.count, 1)
    assert.deepEqual(await audited(), ['themes.move', 'themes.move', 'themes.move', 'themes.place'])
  })

  it('takes a theme off and puts it back with its ideas, saying how many', async () => {
    await run()
    const removed = (value: boolean) =>
      call<ThemeRemovedView>('put', '/themes/:id/removed', {
        params: { id: 'reunions' },
        body: { axis: AXIS, removed: value },
      })
    assert.equal((await removed(true)).left, 1)
    assert.equal((await removed(true)).left, 1)
    assert.deepEqual((await board()).coverage, {
      ideas: 5,
      placed: 2,
      aside: 3,
      alone: 0,
      byHand: 0,
      unread: 0,
    })
    await assert.rejects(move(3, { to: 'theme', axis: AXIS, theme: 'reunions' }), { code: 'theme-gone' })
    await removed(false)
    assert.equal((await themeOf('reunions'))?.count, 1)
    assert.deepEqual(await audited(), ['themes.place', 'themes.remove', 'themes.restore'])
  })

  it('takes a theme made there once, and puts ideas by its words from the next run on', async () => {
    await run()
    const nonce = randomIds.nonce()
    const [{ id }, again] = [
      await make('Toits', ['toit', 'potager'], nonce),
      await make('Toits', ['toit', 'potager'], nonce),
    ]
    assert.equal(again.id, id)
    assert.equal((await themeOf(id))?.count, 0)
    await run()
    assert.equal((await themeOf(id))?.count, 1)
    assert.equal((await board()).themes.at(-1)?.id, id)
    await assert.rejects(make('Autre', ['Toits']), { code: 'theme-word-twice' })
    await assert.rejects(make(' ', []), { code: 'empty-text' })
  })

  it('changes one of the method file in its place, and once for the same words', async () => {
    const body = { axis: AXIS, title: 'Se réunir moins', words: ['réunion', 'sieste'] }
    for (const _ of [1, 2]) await call('put', '/themes/:id/words', { params: { id: 'reunions' }, body })
    const [first] = (await board()).themes
    assert.deepEqual([first?.id, first?.title, first?.words], ['reunions', body.title, body.words])
    assert.deepEqual(await audited(), ['themes.change'])
    await assert.rejects(call('put', '/themes/:id/words', { params: { id: 'ailleurs' }, body }), {
      code: 'theme-gone',
    })
  })

  it('joins two: ideas and words of both stand under one', async () => {
    await run()
    const join = (id: string, into: string) =>
      call('post', '/themes/:id/join', { params: { id }, body: { axis: AXIS, into } })
    await join('outils', 'reunions')
    const found = await themeOf('reunions')
    assert.equal(found?.count, 2)
    assert.ok(found?.words.includes('annuaire'))
    assert.equal(await themeOf('outils'), undefined)
    await assert.rejects(join('outils', 'reunions'), { code: 'theme-gone' })
    await assert.rejects(join('reunions', 'reunions'), { code: 'malformed' })
    await run()
    // What stood under both is under one now.
    assert.equal((await themeOf('reunions'))?.count, 3)
  })

  it('shows no idea that was withdrawn, hidden, merged or moved to another axis', async () => {
    await run()
    const [first, second] = ideasOf(AXIS, TEXTS)
    await stage.app.database.transact(async tx => {
      await ideaStore(tx).withdraw(first?.id ?? '')
      await ideaStore(tx).setAxis(second?.id ?? '', 'usager')
    })
    const { coverage, themes } = await board()
    assert.deepEqual([coverage.ideas, coverage.placed], [3, 1])
    assert.deepEqual(
      themes.filter(({ count }) => count > 0).map(({ id }) => id),
      ['rencontres'],
    )
    assert.deepEqual((await board('usager')).coverage, {
      ideas: 1,
      placed: 0,
      aside: 1,
      alone: 0,
      byHand: 0,
      unread: 0,
    })
    await assert.rejects(move(0, { to: 'alone', axis: AXIS }), { code: 'gone' })
    await assert.rejects(move(1, { to: 'alone', axis: AXIS }), { code: 'gone' })
  })

  it('has beside an idea those that say nearly the same, of the board alone', async () => {
    const more = [
      'Un annuaire mis à jour',
      'Nos annuaires à jour',
      'Un annuaire à jour',
      'Les annuaires à jour',
    ]
    const kept = ideasOf(AXIS, more, 50)
    const elsewhere = ideasOf('usager', ['Un annuaire à jour'], 90)
    await keepIdeas(stage.app.database, [...kept, ...elsewhere])
    await stage.app.database.transact(async tx => {
      for (const { id, text } of [...kept, ...elsewhere, ...ideasOf(AXIS, TEXTS)])
        await similarStore(tx).putStems(id, stemsOf(text))
      await ideaStore(tx).withdraw(kept[3]?.id ?? '')
    })
    const ids = [...ideasOf(AXIS, TEXTS), ...elsewhere].map(({ id }) => id)
    const { items } = await call<CloseIdeasView>('get', '/themes/close', {
      query: { axis: AXIS, ids: ids.join() },
    })
    assert.deepEqual(
      items.map(({ id, ideas }) => [id, ideas.map(idea => idea.text).toSorted()]),
      [[ids[1], more.slice(0, 3).toSorted()]],
    )
    for (const odd of ['', '<', ids.concat(ids, ids, ids, ids).join()])
      await assert.rejects(call('get', '/themes/close', { query: { axis: AXIS, ids: odd } }), {
        code: 'malformed',
      })
  })

  it('says how many ideas have no axis, which are on no board', async () => {
    assert.equal((await board()).axisless, 0)
    const [one, two] = ideasOf(AXIS, ['Un banc', 'Une table'], 70)
    await keepIdeas(
      stage.app.database,
      [one, two].flatMap(idea => idea ?? []).map(({ axis: _, ...idea }) => idea),
    )
    assert.equal((await board()).axisless, 2)
    await stage.app.database.transact(tx => ideaStore(tx).withdraw(one?.id ?? ''))
    assert.deepEqual([(await board()).axisless, (await board()).coverage.ideas], [1, 5])
  })

  it('is read by pages, each idea once', async () => {
    await keepIdeas(
      stage.app.database,
      ideasOf(
        AXIS,
        Array.from({ length: 45 }, (_, at) => `Un banc ${at}`),
        10,
      ),
    )
    const seen: string[] = []
    let after: string | undefined
    do {
      const query = { axis: AXIS, part: 'aside', ...(after !== undefined && { after }) }
      const page = await call<Page<PlacedIdeaView>>('get', '/themes/ideas', { query })
      assert.ok(page.items.length <= 20)
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after !== undefined)
    assert.equal(seen.length, 50)
    assert.equal(new Set(seen).size, 50)
  })

  it('knows no axis but those of the programme', async () => {
    await assert.rejects(board('ailleurs'), { code: 'gone' })
    await assert.rejects(call('post', '/themes/run', { body: { axis: 'ailleurs' } }), { code: 'gone' })
    assert.equal((await call<ThemeBoardView>('get', '/themes')).axis, 'transitions')
  })
})
