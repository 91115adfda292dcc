import assert from 'node:assert/strict'
import { previewBlocks } from '../../src/cards/preview-blocks.ts'
import { createRender, type RenderedCard } from '../../src/cards/render.ts'
import { staticBodyOf } from '../../src/cards/static-card.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { MINUTE } from '../../src/kernel/time/clock.ts'
import type { BallotCheck } from '../../src/tabs/contract/ballots/drafts.ts'
import type { BallotSheet } from '../../src/tabs/contract/ballots/sheets.ts'
import type { CardPreview } from '../../src/tabs/contract/bot-card.ts'
import type { BoxView } from '../../src/tabs/contract/ideas/boxes.ts'
import type {
  CheckView,
  PlannedView,
  SeriesView,
  SheetView,
} from '../../src/tabs/contract/workshops/planning.ts'
import type { SeriesCheckView } from '../../src/tabs/contract/workshops/series.ts'
import { TYPED_RULES } from '../support/product/inputs.ts'
import { maelle, type OneOfEach, setOneOfEach } from '../support/product/one-of-each.ts'
import { CHANNEL } from '../support/product/stage.ts'

/**
 * Removes all that may differ between a preview and its post: ids, in addresses and in data of buttons. Texts, order
 * and layout are compared as a whole.
 */
const nothingElse = (posted: RenderedCard) => ({
  chat: staticBodyOf(posted, titles => `Boutons de la carte\u00A0: ${titles}`),
  tab: { language: 'fr', blocks: previewBlocks(posted) },
})

const PLACE = { channel: CHANNEL, directions: [] as string[] }
const WORKSHOP = {
  ...{ title: 'Accueillir *mieux* [ici](https://x.fr)', description: 'Une demi-journée, **ensemble**.' },
  ...{ axis: 'usager', date: '2027-05-20', start: '09:30', end: '12:30' },
  ...{ place: 'Carcassonne', link: '', seats: '48' },
}
const LINK = 'https://teams.microsoft.com/l/meetup-join/1'
const NONCE = 'nonce-of-one-form-in-a-tab'

describe('a preview, which is the card that is posted', () => {
  let table: OneOfEach
  let serial = 0
  beforeEach(async () => {
    table = await setOneOfEach()
    await table.stage.settle()
  })
  afterEach(() => table.close())

  const send = async <T>(path: string, body: object, id = '', method: 'post' | 'put' = 'post') =>
    (await table.call(maelle, method, path, {
      params: { id },
      body: body as Record<string, unknown>,
    })) as T
  const nonce = () => `${NONCE}-${++serial}`

  /** Edits of one card are a few minutes apart. */
  async function later(): Promise<void> {
    await table.stage.settle()
    table.clock.advance(20 * MINUTE)
    await table.stage.settle()
  }

  /** The card that comes into the channel while `act` runs. */
  async function postedBy(act: () => Promise<unknown>): Promise<RenderedCard> {
    const before = new Set(table.stage.sent.keys())
    await act()
    await later()
    const [found, ...more] = [...table.stage.sent]
      .filter(([id, { to }]) => !before.has(id) && to === CHANNEL)
      .map(([, { card }]) => card)
    assert.deepEqual(more, [])
    assert.ok(found)
    return found as RenderedCard
  }

  /** What a preview of the chat shows of the card, as it is drawn; and what pressing its first button sends. */
  async function chatPreview(verb: string, data: Record<string, unknown>) {
    const { card, language, summary } = await table.stage.as(maelle).presses(verb, data)
    const shown = createRender()(card, language, summary)
    const container = (shown.body as { type: string; items?: object[] }[]).find(
      ({ type }) => type === 'Container',
    )
    return { items: container?.items, fields: (card.data as { fields: Record<string, unknown> }).fields }
  }

  const WORKSHOPS: Readonly<Record<string, object>> = {
    'in a room': {},
    online: { place: '', link: LINK },
    'in a room and online, without a description': { link: LINK, description: '' },
    'for one person': { seats: '1' },
  }
  for (const [name, change] of Object.entries(WORKSHOPS))
    it(`is so of a workshop ${name}, in the chat and in a tab`, async () => {
      const workshop = { ...WORKSHOP, ...change }
      const { preview } = await send<CheckView>('/workshops/check', { workshop, where: PLACE })
      const typed = { ...workshop, channel: CHANNEL, directions: '', nonce: randomIds.nonce() }
      const chat = await chatPreview('workshops.preview', typed)
      const posted = await postedBy(() => table.stage.as(maelle).presses('workshops.publish', chat.fields))
      assert.deepEqual({ chat: chat.items, tab: preview }, nothingElse(posted))
      const again = await postedBy(() =>
        send<PlannedView>('/workshops', { workshop, where: PLACE, nonce: nonce() }),
      )
      assert.deepEqual(preview, nothingElse(again).tab)
    })

  it('is so of a workshop for several Directions', async () => {
    await table.call(maelle, 'put', '/channels/:id/binding', {
      params: { id: CHANNEL },
      body: { direction: 'lycees', part: 'channel' },
    })
    const where = { channel: '', directions: ['lycees', 'modernisation'] }
    const { preview, targets } = await send<CheckView>('/workshops/check', { workshop: WORKSHOP, where })
    assert.deepEqual(targets?.unbound, ['modernisation'])
    const posted = await postedBy(() => send('/workshops', { workshop: WORKSHOP, where, nonce: nonce() }))
    assert.deepEqual(preview, nothingElse(posted).tab)
  })

  const SERIES: Readonly<Record<string, { days: readonly object[]; rules?: object }>> = {
    'of two plain days': { days: [{}, { date: '2027-05-27' }] },
    'with quotas, kept seats and a later opening': {
      days: [{}, { date: '2027-05-27', title: 'Une autre', link: LINK }],
      rules: { quotas: true, reserved: 10, releaseDays: 7, openDate: '2027-05-10', openTime: '09:00' },
    },
    'whose registration closes before its days': { days: [{}], rules: { closeDays: 3 } },
    'whose seats are kept to the end': { days: [{}], rules: { reserved: 4, releaseDays: 0 } },
    'whose registration is closed on one day already': {
      days: [{ date: '2027-04-25' }, {}],
      rules: { closeDays: 20 },
    },
  }
  async function prepared({ days, rules }: { days: readonly object[]; rules?: object }): Promise<string> {
    const text = { title: WORKSHOP.title, description: WORKSHOP.description, axis: 'usager' }
    const { id } = await send<SeriesView>('/series', { ...text, nonce: nonce() })
    for (const day of days)
      await send('/series/:id/days', { workshop: { ...WORKSHOP, ...day }, nonce: nonce() }, id)
    if (rules)
      await send('/series/:id/rules', { ...TYPED_RULES, quotas: false, reserved: 0, ...rules }, id, 'put')
    return id
  }
  for (const [name, how] of Object.entries(SERIES))
    it(`is so of a series ${name}, in the chat and in a tab`, async () => {
      const id = await prepared(how)
      const { preview } = await send<SeriesCheckView>('/series/:id/check', { where: PLACE }, id)
      const chat = await chatPreview('workshops.series-preview', { series: id, channel: CHANNEL })
      const posted = await postedBy(() =>
        table.stage.as(maelle).presses('workshops.series-announce', chat.fields),
      )
      assert.deepEqual({ chat: chat.items, tab: preview }, nothingElse(posted))
    })

  it('is so of a series that stands there already, has a full day, one put off and one called off, and gets another', async () => {
    const id = await prepared({ days: [{ seats: '1' }, { date: '2027-05-27' }, { date: '2027-06-03' }] })
    await postedBy(() => send('/series/:id/announce', { where: PLACE, nonce: nonce() }, id))
    const { days } = (await table.call(maelle, 'get', '/series/:id', { params: { id } })) as SeriesView
    const [full, putOff, off] = days as readonly SheetView[]
    await table.call(maelle, 'put', '/workshops/:id/answer', {
      params: { id: full?.id ?? '' },
      body: { answer: 'yes' },
    })
    await send('/workshops/:id/call-off', { off: 'postponed', reason: 'Grève' }, putOff?.id)
    await send('/workshops/:id/call-off', { off: 'cancelled', reason: 'Salle prise' }, off?.id)
    await send('/series/:id/days', { workshop: { ...WORKSHOP, date: '2027-06-10' }, nonce: nonce() }, id)
    await later()
    const { preview } = await send<SeriesCheckView>('/series/:id/check', { where: PLACE }, id)
    const chat = await chatPreview('workshops.series-preview', { series: id })
    await table.stage.as(maelle).presses('workshops.series-announce', chat.fields)
    await later()
    const stands = [...table.stage.sent.values()].findLast(({ card }) =>
      JSON.stringify(card).includes('Salle prise'),
    )
    assert.deepEqual({ chat: chat.items, tab: preview }, nothingElse(stands?.card as RenderedCard))
  })

  const BALLOT = {
    ...{ question: 'Quel *nom* ?', options: 'Le relais\nLe **carnet**\nLa passerelle', ideas: '' },
    ...{ date: '2027-05-28', time: '18:00', channel: CHANNEL, directions: '' },
  }
  const eight = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit']
  const BALLOTS: Readonly<Record<string, object>> = {
    'of one choice': {},
    'of several choices': { kind: 'approval', most: '2' },
    'of points': { kind: 'dots', most: '5', per: '3' },
    'that is secret': { secret: 'on', results: 'closing' },
    'whose totals are for the end, with a quorum': { results: 'closing', quorum: '5' },
    'of eight options': { options: eight.join('\n') },
    'of eight long options': { options: eight.map(each => `${each} ${'mot '.repeat(14)}`).join('\n') },
    'for two Directions': { audience: 'directions', to: 'lycees,modernisation' },
    'for who is in the channel': { audience: 'channels' },
  }
  for (const [name, change] of Object.entries(BALLOTS))
    it(`is so of a ballot ${name}, in the chat and in a tab`, async () => {
      const typed = { ...BALLOT, ...change }
      const { faults, preview } = await send<BallotCheck>('/ballots/preview', typed)
      assert.deepEqual(faults, [])
      const chat = await chatPreview('ballots.preview', { ...typed, nonce: randomIds.nonce() })
      const posted = await postedBy(() => table.stage.as(maelle).presses('ballots.open', chat.fields))
      assert.deepEqual({ chat: chat.items, tab: preview?.card }, nothingElse(posted))
    })

  it('stands before it is said where, of a ballot and of a series, and only what is missing is refused', async () => {
    const { faults, card, preview } = await send<BallotCheck>('/ballots/preview', { ...BALLOT, channel: '' })
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['channel-missing'],
    )
    assert.equal(preview, undefined)
    const posted = await postedBy(() => send('/ballots', { ...BALLOT, nonce: nonce() }))
    assert.deepEqual(card, nothingElse(posted).tab)
    const half = await send<BallotCheck>('/ballots/preview', { ...BALLOT, channel: '', options: '' })
    assert.equal(half.card, undefined)
    const id = await prepared({ days: [{}] })
    const nowhere = { where: { channels: [], directions: [] } }
    const series = await send<SeriesCheckView>('/series/:id/check', nowhere, id)
    assert.deepEqual(
      series.faults.map(({ field }) => field),
      ['where'],
    )
    const announced = await postedBy(() => send('/series/:id/announce', { where: PLACE, nonce: nonce() }, id))
    assert.deepEqual(series.preview, nothingElse(announced).tab)
  })

  it('is so of five days made at once, one a week, with a share for each Direction', async () => {
    const text = { title: WORKSHOP.title, description: '', axis: 'usager' }
    const { id } = await send<SeriesView>('/series', { ...text, nonce: nonce() })
    const rules = { ...TYPED_RULES, quotas: true, reserved: 0, openDate: '2027-05-10', openTime: '09:00' }
    const body = { workshop: { ...WORKSHOP, seats: '140' }, count: 5, rules, nonce: nonce() }
    const { days } = await send<SeriesView>('/series/:id/days', body, id)
    assert.deepEqual(
      days.map(({ typed }) => typed.date),
      ['2027-05-20', '2027-05-27', '2027-06-03', '2027-06-10', '2027-06-17'],
    )
    for (const { directions, capacity } of days) {
      assert.equal(
        directions.reduce((sum, { quota = 0 }) => sum + quota, 0),
        capacity,
      )
      assert.ok(directions.every(({ quota = 0 }) => quota >= 1))
    }
    const { preview } = await send<SeriesCheckView>('/series/:id/check', { where: PLACE }, id)
    const posted = await postedBy(() => send('/series/:id/announce', { where: PLACE, nonce: nonce() }, id))
    assert.deepEqual(preview, nothingElse(posted).tab)
    const said = JSON.stringify(preview)
    assert.ok(said.includes('5 journées, 700 places en tout'))
    assert.ok(!said.includes('Je participe'))
    // Each day says until when its seats are kept: not the date of the first for all of them.
    const kept = days.map(({ releaseAt }) => releaseAt)
    assert.equal(new Set(kept).size, rules.releaseDays > 0 ? 5 : 1)
  })

  for (const opening of ['clock', 'hand'])
    it(`is so of a ballot that opens later, by ${opening}, once it is open`, async () => {
      const later = { opening, openDate: '2027-05-10', openTime: '09:00' }
      const typed = { ...BALLOT, ...later }
      const { preview } = await send<BallotCheck>('/ballots/preview', typed)
      const chat = await chatPreview('ballots.preview', { ...typed, nonce: randomIds.nonce() })
      const { id } = await send<BallotSheet>('/ballots', { ...typed, nonce: nonce() })
      const posted = await postedBy(() => send('/ballots/:id/start', {}, id))
      assert.deepEqual({ chat: chat.items, tab: preview?.card }, nothingElse(posted))
    })

  it('is so of a box, in a tab; the chat opens it at once', async () => {
    const question = 'Que *changer* d’abord ?'
    const preview = await send<CardPreview>('/idea-boxes/preview', { question })
    const posted = await postedBy(() =>
      send<BoxView>('/idea-boxes', { question, channel: CHANNEL, nonce: nonce() }),
    )
    assert.deepEqual(preview, nothingElse(posted).tab)
  })
})
