import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import type { RowSource } from '../../../src/db/maintenance/rows.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import type { Role } from '../../../src/kernel/access/role.ts'
import { Download } from '../../../src/kernel/requests/route.ts'
import { fold } from '../../../src/kernel/text/text.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type {
  PublicationView,
  ReviewPreviewView,
  ReviewTextView,
  ReviewTitlesView,
  ReviewTitleView,
} from '../../../src/tabs/contract/figures/publication.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { setStage } from '../../support/product/stage.ts'
import { readInventory } from '../../support/reading/inventory.ts'

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
/** Texts and names that may stand in the file: what organisers write, of which it says no more than open data. */
const SAID = ['ballot.question', 'ballot_option.title', 'review_text.text', 'review_title.words']
/** Less is a word of the language, or of ours: « initiative ». */
const SHORTEST = 12

const nonce = (of: string) => `a-nonce-of-a-form-${of}`

/** A programme of twenty people, who propose, comment, commit themselves and carry what was retained. */
async function seededStage() {
  const clock = fixedClock()
  const stage = await setStage({ clock, organisers: ['maelle'] })
  const { people, programme, routes, database } = stage.app
  const greet = (at: number) =>
    people.greet({
      objectId: `o-${at}`,
      name: `Prénom${at} Nomdefamille${at}`,
      tenant: TENANT,
      language: 'fr',
    })
  for (let at = 0; at < 20; at++) {
    const place = programme.directions[at % 4]?.id ?? ''
    const axis = programme.axes[at % 5]?.id ?? ''
    const call = callerOf(routes, await people.chooseDirection(await greet(at), place))
    const text = `Idée numéro ${at} : <i>changer</i> les horaires du lieu ${at}`
    const idea = { nonce: nonce(`idea-${at}`), axis, text, unnamed: at % 3 === 0 }
    const { id } = await call<{ readonly id: string }>('post', '/ideas', { body: idea })
    const horizon = '2027-06-30'
    const visibility = (['me', 'direction', 'everyone'] as const)[at % 3]
    const taken = {
      nonce: nonce(`word-${at}`),
      axis,
      text: `Engagement numéro ${at}, pour voir`,
      horizon,
      visibility,
    }
    await call('post', '/commitments', { body: taken })
    const comment = { nonce: nonce(`said-${at}`), text: `Commentaire numéro ${at}, pour dire` }
    await call('post', '/ideas/:id/comments', { params: { id }, body: comment })
    if (at % 4 > 0) continue
    await database.transact(tx => ideaStore(tx).setState(id, 'retained'))
    await call('post', '/initiatives', { body: { nonce: nonce(`carry-${at}`), idea: id } })
    const title = at === 0 ? '</h4><script>alert(1)</script>' : `Initiative numéro ${at}`
    const sheet = { title, problem: `Problème numéro ${at}`, story: `Histoire numéro ${at}`, phase: 'create' }
    const rest = { inspiring: '', outcome: '', resources: [] }
    if (at < 16) await call('put', '/initiatives/:id', { params: { id }, body: { ...sheet, ...rest } })
  }
  clock.advance(7 * DAY)
  await stage.settle()
  return stage
}

describe('the published review of a programme', function () {
  this.timeout(60_000)
  let stage: Awaited<ReturnType<typeof setStage>>
  let lab: Actor
  before(async () => {
    stage = await seededStage()
    lab = await actor('maelle', 'organiser')
  })
  after(() => stage?.close())

  async function actor(objectId: string, role: Role): Promise<Actor> {
    const { people } = stage.app
    const greeting = { objectId, name: `${objectId} par son nom`, tenant: TENANT, language: 'fr' } as const
    const { id } = await people.greet(greeting)
    await people.assignRole(id, role, [])
    return people.greet(greeting)
  }
  const call = <T>(...request: Parameters<ReturnType<typeof callerOf>>) =>
    callerOf(stage.app.routes, lab)<T>(...request)
  const preview = async () => (await call<ReviewPreviewView>('get', '/review/publication/preview')).html
  const titles = async () => (await call<ReviewTitlesView>('get', '/review/publication/titles')).items
  const decide = ({ id, title, turn }: ReviewTitleView, change: object) =>
    call<ReviewTitleView>('put', '/review/publication/titles/:id', {
      params: { id },
      body: { title, decision: 'kept', words: '', turn, ...change },
    })
  const write = (text: string, turn: number, about: object = { kind: 'opening', axis: '' }) =>
    call<ReviewTextView>('put', '/review/publication/texts', { body: { ...about, text, turn } })
  const acts = async (act: string) =>
    stage.app.database.read(tx =>
      open(tx).selectFrom('audit').select('thing').where('act', '=', act).execute(),
    )

  /** All that people wrote and are called, from every column that the inventory calls so. */
  async function written(): Promise<readonly string[]> {
    const columns = readInventory()
      .entries.filter(({ data }) => ['texte', 'réservé', 'identité'].includes(data))
      .filter(({ column }) => !SAID.includes(column))
    const found: unknown[] = []
    for (const [table = '', column = ''] of columns.map(each => each.column.split('.'))) {
      const rows = await stage.app.database.read(tx =>
        (open(tx) as unknown as RowSource).selectFrom(table).select(column).execute(),
      )
      found.push(...rows.map(row => row[column]))
    }
    return found.filter(text => typeof text === 'string').filter(text => text.length >= SHORTEST)
  }

  it('says no text and no name that anybody wrote, of all that the database holds', async () => {
    const said = await written()
    const read = (await preview()).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
    const html = fold(read.replaceAll('&amp;', '&'))
    assert.ok(said.length > 100, String(said.length))
    const found = said.filter(text => html.includes(fold(text)))
    assert.deepEqual(found, [])
  })

  it('says what was asked, proposed and begun', async () => {
    const html = await preview()
    assert.match(html, /<h1>Faire Administration<\/h1>/)
    assert.match(html, /idées déposées/)
    assert.match(html, /initiatives?, qui (?:n’est|ne sont) pas nommées? ici/)
  })

  it('names an initiative once its title was re-read, or under other words, and asks again when it changed', async () => {
    const [first, second] = (await titles()).filter(({ unfit, title }) => !unfit && !title.includes('<'))
    assert.ok(first && second)
    const kept = await decide(first, {})
    assert.deepEqual([kept.decision, kept.stale, kept.turn], ['kept', false, 1])
    await decide(second, { decision: 'worded', words: 'Des mots du Lab’' })
    let html = await preview()
    assert.ok(html.includes(`<strong>${first.title}</strong>`))
    assert.ok(html.includes('<strong>Des mots du Lab’</strong>'))
    assert.ok(!html.includes(second.title))
    await stage.app.database.transact(async tx => {
      const changed = open(tx).updateTable('initiative').set({ title: 'Un tout autre titre' })
      await changed.where('idea_id', 'in', [first.id, second.id]).execute()
    })
    html = await preview()
    assert.doesNotMatch(html, /Un tout autre titre|Des mots du Lab’/)
    const again = (await titles()).filter(({ id }) => [first.id, second.id].includes(id))
    assert.deepEqual(
      again.map(({ stale }) => stale),
      [true, true],
    )
    await assert.rejects(decide({ ...first, turn: 1 }, {}), { code: 'review-title-changed' })
    const [one] = again
    assert.ok(one)
    await decide(one, { decision: 'left' })
    assert.doesNotMatch(await preview(), /Un tout autre titre/)
  })

  it('keeps inert a title that would run', async () => {
    const hostile = (await titles()).find(({ title }) => title.includes('<script>'))
    assert.ok(hostile)
    await decide(hostile, {})
    const html = await preview()
    assert.ok(html.includes('<strong>&lt;/h4&gt;&lt;script&gt;alert(1)&lt;/script&gt;</strong>'))
    assert.doesNotMatch(html, /<script/)
    await decide({ ...hostile, turn: 1 }, { decision: 'left' })
  })

  it('keeps out a title that is the text of an idea, or names who carries it', async () => {
    const [title] = (await titles()).filter(({ decision }) => decision === undefined)
    assert.ok(title)
    const row = await stage.app.database.read(tx =>
      open(tx)
        .selectFrom('initiative')
        .innerJoin('idea', 'idea.id', 'initiative.idea_id')
        .innerJoin('person', 'person.id', 'initiative.owner')
        .select(['idea.text', 'person.name'])
        .where('initiative.idea_id', '=', title.id)
        .executeTakeFirstOrThrow(),
    )
    const worded = (words: string) => decide(title, { decision: 'worded', words })
    await assert.rejects(worded(row.text.toUpperCase().slice(0, 120)), { code: /review-title-idea|too-long/ })
    await assert.rejects(worded(`L’équipe de ${row.name}`), { code: 'review-title-name' })
    await assert.rejects(worded(''), { code: 'empty-text' })
    await assert.rejects(worded('x'.repeat(121)), { code: 'too-long' })
  })

  it('keeps paragraphs with their version, so that nobody writes over somebody unseen', async () => {
    const first = await write('Un an ensemble.', 0)
    assert.deepEqual(first, { text: 'Un an ensemble.', turn: 1 })
    // The same once more is no other version.
    assert.deepEqual(await write('Un an ensemble.', 0), first)
    await assert.rejects(write('Autre chose.', 0), { code: 'review-changed' })
    assert.deepEqual(await write('<b>Deux</b>\nans', 1), { text: '<b>Deux</b> ans', turn: 2 })
    await write('Moins de courriels.', 0, { kind: 'learnt', axis: 'equipe' })
    const html = await preview()
    assert.match(html, /&lt;b&gt;Deux&lt;\/b&gt; ans/)
    assert.match(html, /Ce qu’on a appris<\/h4><p class="written">Moins de courriels\./)
    const { axes, opening, language } = await call<PublicationView>('get', '/review/publication')
    assert.deepEqual([opening.turn, language], [2, 'fr'])
    assert.equal(axes.find(({ axis }) => axis === 'equipe')?.learnt.text, 'Moins de courriels.')
    assert.deepEqual(await write(' ', 2), { text: '', turn: 3 })
    assert.doesNotMatch(await preview(), /class="opening"/)
    await assert.rejects(write('x'.repeat(1_201), 3), { code: 'too-long' })
    await assert.rejects(write('x', 0, { kind: 'learnt', axis: 'inconnu' }), { code: 'axis-missing' })
    await assert.rejects(write('x', 0, { kind: 'opening', axis: 'equipe' }), { code: 'axis-missing' })
    assert.deepEqual(
      (await acts('review.prepare')).map(({ thing }) => thing).filter(thing => thing?.startsWith('equipe')),
      ['equipe:learnt'],
    )
  })

  it('takes no idea that is copied word for word, in a paragraph or in place of a title', async () => {
    const opening = async () => (await call<PublicationView>('get', '/review/publication')).opening
    const copied =
      'On a dit : «\u00A0IDEE  numéro 3 : <i>changer</i> les horaires du lieu 3\u00A0», et c’est fait.'
    await assert.rejects(write(copied, (await opening()).turn), { code: 'review-quotes-idea' })
    const [title] = await titles()
    assert.ok(title)
    await assert.rejects(decide(title, { decision: 'worded', words: copied }), { code: 'review-quotes-idea' })
    const { turn } = await write(
      'On a parlé des horaires de plusieurs lieux, et c’est fait.',
      (await opening()).turn,
    )
    await write('', turn)
  })

  it('is a file to save, which the journal keeps', async () => {
    const made = await call('post', '/review/publication', { body: {} })
    assert.ok(made instanceof Download)
    assert.match(made.name, /^\d{4}-\d\d-\d\d-occitanie-bilan\.html$/)
    assert.equal(made.type, 'application/octet-stream')
    assert.match(String(made.body), /^<!doctype html>/)
    assert.equal((await acts('review.publish')).length, 1)
  })

  for (const role of ['agent', 'pilot', 'manager', 'observer'] as const)
    it(`is for organisers: ${role}s neither prepare nor make it`, async () => {
      const other = callerOf(stage.app.routes, await actor(`somebody-${role}`, role))
      for (const [method, path] of [
        ['get', '/review/publication'],
        ['get', '/review/publication/titles'],
        ['get', '/review/publication/preview'],
        ['post', '/review/publication'],
      ] as const)
        await assert.rejects(other(method, path, { body: {} }), { code: 'role-needed' }, path)
    })
})

describe('the published review of nothing', () => {
  it('is refused', async () => {
    const clock = fixedClock()
    const stage = await setStage({ clock, organisers: ['maelle'] })
    const greeting = { objectId: 'maelle', name: 'Maëlle Rivière', tenant: TENANT, language: 'fr' } as const
    const lab = await stage.app.people.greet(greeting)
    const call = callerOf(stage.app.routes, lab)
    await assert.rejects(call('post', '/review/publication', { body: {} }), { code: 'review-empty' })
    await assert.rejects(call('get', '/review/publication/preview'), { code: 'review-empty' })
    const body = { nonce: 'a-nonce-of-one-form-1', axis: 'usager', text: 'Relire nos courriers' }
    await call('post', '/ideas', { body })
    clock.advance(DAY)
    assert.match((await call<ReviewPreviewView>('get', '/review/publication/preview')).html, /1 idée déposée/)
    await stage.close()
  })
})
