import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { BallotChoices } from '../../../src/tabs/contract/ballots/drafts.ts'
import type { AudienceView } from '../../../src/tabs/contract/channels.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type {
  ChangeCheckView,
  ChannelChoice,
  CheckView,
  OpeningTodayView,
  PlannedView,
  PlanView,
  SeriesView,
  SheetView,
} from '../../../src/tabs/contract/workshops/planning.ts'
import { PLACE, TYPED, TYPED_RULES } from '../../support/product/inputs.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'
import { CHANNEL, type Someone } from '../../support/product/stage.ts'

const helene = { objectId: 'helene', name: 'Hélène Gaubert' }
const NONCE = 'nonce-of-one-form-in-a-tab'

describe('the organisers’ doors to workshops and series', () => {
  let table: OneOfEach
  beforeEach(async () => {
    table = await setOneOfEach()
  })
  afterEach(() => table.close())

  const get = async <T>(who: Someone, path: string, id = '', query = {}): Promise<T> =>
    (await table.call(who, 'get', path, { params: { id }, query })) as T
  const send = async <T>(method: 'post' | 'put', path: string, id: string, body: object): Promise<T> =>
    (await table.call(maelle, method, path, { params: { id }, body: body as Record<string, unknown> })) as T
  const listed = async (query: object, who: Someone = maelle) =>
    (await get<Page<PlanView>>(who, '/planning', '', query)).items

  it('say all that is wrong with a form at once, each beside its field', async () => {
    const workshop = { ...TYPED, title: ' ', axis: 'none', date: '', link: 'http://x.fr', seats: '0' }
    const where = { channel: '', directions: [] }
    const { faults, preview } = await send<CheckView>('post', '/workshops/check', '', { workshop, where })
    assert.deepEqual(
      faults.map(({ field, title }) => [field, title]),
      [
        ['title', 'title-missing'],
        ['when', 'date-missing'],
        ['link', 'link-unsafe'],
        ['seats', 'capacity'],
        ['axis', 'axis-missing'],
        ['where', 'channel-missing'],
      ],
    )
    assert.equal(preview, undefined)
  })

  it('announce once what was looked at before, in the channel that was chosen', async () => {
    const channels = await get<Page<ChannelChoice>>(maelle, '/channels')
    assert.deepEqual(
      channels.items.map(({ id }) => id),
      [CHANNEL],
    )
    const workshop = { ...TYPED, title: 'Une heure pour commencer' }
    const checked = await send<CheckView>('post', '/workshops/check', '', { workshop, where: PLACE })
    assert.deepEqual([checked.faults, checked.targets?.channels.length], [[], 1])
    const made = () => send<PlannedView>('post', '/workshops', '', { workshop, where: PLACE, nonce: NONCE })
    const { id } = await made()
    assert.equal((await made()).id, id)
    const found = await listed({ text: 'heure comm' })
    assert.deepEqual(
      found.map(plan => [plan.id, plan.series, plan.days.length]),
      [[id, false, 1]],
    )
  })

  it('say where a choice leads before anything is announced, and whom it is meant for', async () => {
    const free = await get<AudienceView>(maelle, '/channels/targets', '', { channels: CHANNEL })
    assert.deepEqual([free.channels.length, free.headcount, free.free], [1, 0, 1])
    await send('put', '/channels/:id/binding', CHANNEL, { part: 'channel', direction: 'lycees' })
    const both = { channels: CHANNEL, directions: 'lycees,modernisation' }
    const {
      channels,
      unbound,
      headcount,
      free: unknown,
    } = await get<AudienceView>(maelle, '/channels/targets', '', both)
    assert.deepEqual([channels.length, unbound, unknown], [1, ['modernisation'], 0])
    const { directions } = table.stage.app.programme
    assert.equal(headcount, directions.find(({ id }) => id === 'lycees')?.headcount)
    for (const [query, code] of [
      [{}, 'channel-missing'],
      [{ channels: 'gone' }, 'channel-gone'],
      [{ directions: 'modernisation' }, 'no-bound-channel'],
    ] as const)
      await assert.rejects(get(maelle, '/channels/targets', '', query), { code })
    await assert.rejects(get(camille, '/channels/targets', '', both), { code: 'role-needed' })
  })

  it('announce in channels and in those of Directions at once, as in one channel before', async () => {
    const workshop = { ...TYPED, title: 'Deux façons de dire où' }
    const where = { channels: [CHANNEL], directions: ['modernisation'] }
    const { targets } = await send<CheckView>('post', '/workshops/check', '', { workshop, where })
    assert.deepEqual([targets?.channels.length, targets?.unbound], [1, ['modernisation']])
    const old = { channel: CHANNEL, directions: [] }
    for (const each of [where, old]) {
      const made = await send<PlannedView>('post', '/workshops', '', {
        ...{ workshop, where: each },
        nonce: `${NONCE}-${Object.keys(each)[0]}`,
      })
      const { channels } = await get<SheetView>(maelle, '/workshops/:id/plan', made.id)
      assert.equal(channels.length, 1)
    }
  })

  it('say who would hear of a change, and change nothing before it is sent', async () => {
    const { workshop: id } = table.things
    await table.call(camille, 'put', '/workshops/:id/answer', { params: { id }, body: { answer: 'yes' } })
    const check = (workshop: object) =>
      send<ChangeCheckView>('post', '/workshops/:id/change/check', id, { workshop })
    assert.deepEqual(await check({ ...TYPED, title: 'Autrement dit' }), {
      faults: [],
      moved: 'nothing',
      told: 0,
      untold: 0,
    })
    const elsewhere = { ...TYPED, place: 'Lézignan' }
    assert.deepEqual(await check(elsewhere), { faults: [], moved: 'where', told: 1, untold: 0 })
    const before = await get<SheetView>(maelle, '/workshops/:id/plan', id)
    assert.equal(before.place, TYPED.place)
    const after = await send<SheetView>('put', '/workshops/:id', id, { workshop: elsewhere, nonce: NONCE })
    assert.equal(after.place, 'Lézignan')
  })

  it('say from when one can register, and no free seats before', async () => {
    const { id } = await send<PlannedView>('post', '/workshops', '', {
      workshop: { ...TYPED, title: 'Ouvert plus tard' },
      where: PLACE,
      nonce: `${NONCE}-later`,
    })
    const opened = async (openDate: string) => {
      const rules = { reserved: 0, quotas: false, releaseDays: 0, closeDays: 0, confirmHours: 24 }
      await send('put', '/workshops/:id/rules', id, { ...rules, openDate, openTime: '09:00' })
      const [plan] = await listed({ text: 'ouvert plus tard' })
      return [plan, plan?.days[0]].map(each => [each?.early, each?.opensAt])
    }
    const later = [true, Date.parse('2027-05-03T07:00:00Z')]
    assert.deepEqual(await opened('2027-05-03'), [later, later])
    assert.deepEqual(await opened(''), [
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('say what opens today, to organisers how many wait for it, never fewer than five', async () => {
    const { id } = await send<PlannedView>('post', '/workshops', '', {
      workshop: { ...TYPED, title: 'Ouvert tantôt' },
      where: PLACE,
      nonce: `${NONCE}-today`,
    })
    const opens_at = table.clock.now() + HOUR
    await table.stage.app.database.transact(async tx => {
      await open(tx).updateTable('workshop').set({ opens_at }).where('id', '=', id).execute()
    })
    const ask = async (from: number, until: number) => {
      for (let one = from; one < until; one++) {
        const someone = { objectId: `asks-${one}`, name: `Personne ${one}` }
        await table.actor(someone, 'agent')
        await table.call(someone, 'put', '/workshops/:id/opening', { params: { id }, body: { on: true } })
      }
    }
    const today = async (who: Someone = maelle) =>
      (await get<Page<OpeningTodayView>>(who, '/openings/today')).items
    const line = { id, series: false, title: 'Ouvert tantôt', opensAt: opens_at, opened: false }
    await ask(0, 4)
    assert.deepEqual(await today(), [line])
    await ask(4, 7)
    assert.deepEqual(await today(), [{ ...line, asked: 5 }])
    await table.actor(helene, 'observer')
    assert.deepEqual(await today(helene), [line])
    await assert.rejects(today(camille), { code: 'role-needed' })
    table.clock.advance(HOUR)
    assert.equal((await today())[0]?.opened, true)
    table.clock.advance(DAY)
    assert.deepEqual(await today(), [])
  })

  it('lead a series from its first words to its channels, its days put right on the way', async () => {
    const text = { title: 'Cinq journées', description: '', axis: 'equipe' }
    const { id } = await send<SeriesView>('post', '/series', '', { ...text, nonce: NONCE })
    const day = (date: string) =>
      send<SeriesView>('post', '/series/:id/days', id, {
        workshop: { ...TYPED, date },
        nonce: `${NONCE}-${date}`,
      })
    await day('2027-05-10')
    const { days, proposed } = await day('2027-05-17')
    assert.deepEqual([days.length, proposed.date], [2, '2027-05-24'])
    const [first, second] = days
    const left = await send<SeriesView>('post', '/days/:id/remove', second?.id ?? '', {})
    assert.equal(left.days.length, 1)
    const rules = {
      ...{ reserved: 2, quotas: true, releaseDays: 7, openDate: '', openTime: '' },
      ...{ closeDays: 1, confirmHours: 48 },
    }
    const ruled = await send<SeriesView>('put', '/series/:id/rules', id, rules)
    const quotas = ruled.days[0]?.directions.reduce((sum, { quota = 0 }) => sum + quota, 0)
    assert.deepEqual([quotas, ruled.usual[0]?.seats], [6, 6])
    const share = (seats: number, direction = 'lycees') =>
      send<SeriesView>('put', '/series/:id/quotas', id, {
        days: [first?.id],
        quotas: [{ direction, seats }],
      })
    await assert.rejects(share(5), { code: 'quota-sum' })
    await assert.rejects(share(6, 'nowhere'), { code: 'direction-unknown' })
    assert.deepEqual((await share(6)).days[0]?.directions, [{ direction: 'lycees', quota: 6, seats: 0 }])
    assert.deepEqual(
      (await listed({ when: 'drafts', text: 'cinq' })).map(plan => [plan.id, plan.stage]),
      [[id, 'draft']],
    )
    const told = await send<SeriesView>('post', '/series/:id/announce', id, { where: PLACE, nonce: NONCE })
    assert.deepEqual([told.announced, told.stage, told.days[0]?.stage], [true, 'announced', 'announced'])
    assert.deepEqual(await listed({ when: 'drafts', text: 'cinq' }), [])
    const asked = async () =>
      (await get<BallotChoices>(maelle, '/ballots/choices', '')).workshops.find(({ id }) => id === first?.id)
    // A day is announced with its series.
    assert.equal((await asked())?.channel, PLACE.channel)
    const off = { reason: 'La salle est prise' }
    const cancelled = await send<SeriesView>('post', '/series/:id/call-off', id, off)
    assert.deepEqual([cancelled.stage, cancelled.days[0]?.reason], ['cancelled', off.reason])
    // Nobody takes part in it any longer: no ballot is for them.
    assert.equal(await asked(), undefined)
  })

  it('give out the seats of a workshop that stands alone by rules of its own', async () => {
    const { workshop: id, day } = table.things
    const rule = (of: string, change: object = {}) =>
      send<SheetView>('put', '/workshops/:id/rules', of, { ...TYPED_RULES, ...change })
    const share = (quotas: object[], of = id) =>
      send<SheetView>('put', '/workshops/:id/quotas', of, { quotas })
    const lycees = (seats: number) => share([{ direction: 'lycees', seats }])
    await assert.rejects(lycees(6), { code: 'quota-off' })
    const before = await get<SheetView>(maelle, '/workshops/:id/plan', id)
    const ruled = await rule(id, { openDate: TYPED.date, openTime: '08:00', closeDays: 0 })
    const given = ruled.directions.reduce((sum, { quota = 0 }) => sum + quota, 0)
    const usual = ruled.usual?.reduce((sum, { seats }) => sum + seats, 0)
    assert.deepEqual([before.usual, given, usual], [undefined, 6, 6])
    assert.deepEqual([ruled.rules.reserved, ruled.opensAt], [2, ruled.startsAt - 1.5 * HOUR])
    const answer = { params: { id }, body: { answer: 'yes' } }
    await assert.rejects(table.call(camille, 'put', '/workshops/:id/answer', answer), {
      code: 'registration-not-open',
    })
    await assert.rejects(lycees(5), { code: 'quota-sum' })
    await assert.rejects(share([{ direction: 'nowhere', seats: 6 }]), { code: 'direction-unknown' })
    assert.deepEqual((await lycees(6)).directions, [{ direction: 'lycees', quota: 6, seats: 0 }])
    await assert.rejects(rule(id, { reserved: 8 }), { code: 'reserved-many' })
    await assert.rejects(rule(day), { code: 'rules-of-series' })
    await assert.rejects(share([{ direction: 'lycees', seats: 6 }], day), { code: 'rules-of-series' })
    assert.equal((await rule(id, { quotas: false, closeDays: 0 })).usual, undefined)
    await table.ended(id)
    await assert.rejects(rule(id), { code: 'change-over' })
  })

  it('group the days of a series under it, and find them by state, axis and words', async () => {
    const { series } = table.things
    await send<SeriesView>('post', '/series/:id/announce', series, { where: PLACE, nonce: NONCE })
    const plans = await listed({})
    assert.deepEqual(
      plans.filter(plan => plan.series).map(({ id, days }) => [id, days.length]),
      [[series, 1]],
    )
    assert.equal((await listed({ state: 'open' })).length, plans.length)
    for (const query of [{ state: 'full' }, { axis: 'usager' }, { text: 'rien de tel' }])
      assert.deepEqual(await listed(query), [], JSON.stringify(query))
    table.clock.advance(60 * DAY)
    assert.deepEqual(await listed({}), [])
    assert.equal((await listed({ when: 'past' })).length, plans.length)
  })

  it('show observers counts alone, and no draft', async () => {
    await table.actor(helene, 'observer')
    const { series, workshop } = table.things
    assert.ok((await listed({}, helene)).length > 0)
    await assert.rejects(listed({ when: 'drafts' }, helene), { code: 'role-needed' })
    await assert.rejects(get(helene, '/series/:id', series), { code: 'role-needed' })
    await table.call(camille, 'put', '/workshops/:id/answer', {
      params: { id: workshop },
      body: { answer: 'yes' },
    })
    const sheet = await get<SheetView>(helene, '/workshops/:id/plan', workshop)
    assert.equal(sheet.seats, 1)
    assert.doesNotMatch(JSON.stringify(sheet), /Camille/)
  })

  it('publish a summary once, then correct it', async () => {
    const { workshop: id } = table.things
    await table.ended(id)
    table.clock.advance(HOUR)
    const put = (sequel: string, turn: number) =>
      send<{ turn: number }>('put', '/workshops/:id/summary', id, { sequel, turn })
    assert.equal((await put('Deux essais dès lundi', 0)).turn, 1)
    assert.equal((await put('Deux essais dès mardi', 1)).turn, 2)
    await assert.rejects(put('Un autre texte', 1), { code: 'summary-changed' })
  })
})
