import assert from 'node:assert/strict'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { BallotCheck, BallotChoices, BallotPreview } from '../../../src/tabs/contract/ballots/drafts.ts'
import type { BallotRow, BallotSheet } from '../../../src/tabs/contract/ballots/sheets.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, setStage, TEAM } from '../../support/product/stage.ts'

const NONCE = 'nonce-of-one-form-in-a-tab'
const FORM = {
  question: 'Laquelle tester ?',
  options: 'Une\nDeux',
  date: '2027-05-07',
  time: '18:00',
  channel: CHANNEL,
}

describe('the tab’s doors to preparing and closing ballots', () => {
  let clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  let call: ReturnType<typeof callerOf>
  const person = (name: string): Promise<Actor> =>
    stage.app.people.greet({ tenant: 'region', objectId: name, name, language: 'fr' })

  beforeEach(async () => {
    clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
    stage = await setStage({ clock, organisers: ['maelle'] })
    await stage.as({ objectId: 'maelle', name: 'maelle' }).installs('channel')
    call = callerOf(stage.app.routes, { ...(await person('maelle')), role: 'organiser' })
  })
  afterEach(() => stage.close())

  const open = (form: object = {}) =>
    call<BallotSheet>('post', '/ballots', { body: { ...FORM, nonce: NONCE, ...form } })
  const on = <T = BallotSheet>(id: string, act: 'start' | 'close') =>
    call<T>('post', `/ballots/:id/${act}`, { params: { id } })
  const all = async () => (await call<Page<BallotRow>>('get', '/ballots/all')).items
  const vote = async (name: string, { id, options }: BallotSheet, at: number) =>
    callerOf(stage.app.routes, await person(name))('put', '/ballots/:id/vote', {
      params: { id },
      body: { option: options[at]?.id },
    })

  const check = (form: object) =>
    call<BallotCheck>('post', '/ballots/preview', { body: { ...FORM, ...form } })

  it('show a ballot as it would stand', async () => {
    const { faults, preview } = await check({
      kind: 'dots',
      most: '5',
      per: '3',
      quorum: '10',
      results: 'closing',
    })
    const shown = preview as BallotPreview
    assert.deepEqual(faults, [])
    assert.deepEqual(
      [shown.stage, shown.most, shown.perOption, shown.quorum, shown.options.map(({ title }) => title)],
      ['open', 5, 3, 10, ['Une', 'Deux']],
    )
    assert.deepEqual(shown.places, [{ id: CHANNEL, name: 'Ateliers', team: TEAM.name }])
    assert.deepEqual(await all(), [])
    await assert.rejects(check({ kind: 'other' }), { code: 'malformed' })
  })

  it('say all that keeps a ballot from being opened at once, as opening it says the first', async () => {
    const wrong = async (form: object) => (await check(form)).faults.map(({ code }) => code)
    const emptied = { question: ' ', options: 'Une', date: '', channel: '', audience: 'directions' }
    assert.deepEqual(await wrong(emptied), [
      'question-missing',
      'options-few',
      'end-missing',
      'directions-missing',
      'channel-missing',
    ])
    await assert.rejects(open(emptied), { code: 'question-missing' })
    // Faults elsewhere do not make a valid field wrong.
    assert.deepEqual(await wrong({ options: '', kind: 'approval', most: '4' }), ['options-few'])
    assert.deepEqual(await wrong({ date: '', opening: 'clock', openDate: '2027-05-08', openTime: '09:00' }), [
      'end-missing',
    ])
    const numbers = { kind: 'dots', most: '0', per: 'x', quorum: '-1', secret: 'on' }
    assert.deepEqual((await wrong(numbers)).slice(0, 3), ['dots-wrong', 'per-wrong', 'quorum-wrong'])
    const gone = { ideas: 'idea-that-is-gone', audience: 'workshop:workshop-that-is-gone' }
    assert.deepEqual(await wrong(gone), ['idea-gone', 'gone'])
  })

  it('refuse people of a workshop that is called off, whom the form offered before', async () => {
    const { id } = await call<{ id: string }>('post', '/workshops', {
      body: {
        workshop: {
          ...{ title: 'Atelier', description: '', axis: 'territoires', place: 'Narbonne', link: '' },
          ...{ date: '2027-05-01', start: '09:30', end: '12:30', seats: '8' },
        },
        where: { channel: CHANNEL, directions: [] },
        nonce: `${NONCE}-w`,
      },
    })
    const form = { audience: `workshop:${id}` }
    assert.deepEqual((await check(form)).faults, [])
    await call('post', '/workshops/:id/call-off', {
      params: { id },
      body: { off: 'cancelled', reason: 'La salle est prise' },
    })
    assert.deepEqual(
      (await check(form)).faults.map(({ code }) => code),
      ['ballot-workshop-off'],
    )
    await assert.rejects(open(form), { code: 'ballot-workshop-off' })
    const typed = { ...FORM, ...form, ideas: '', nonce: 'nonce-of-form-off' }
    const said = await stage.as({ objectId: 'maelle', name: 'maelle' }).presses('ballots.open', typed)
    assert.match(said.notice?.title ?? said.summary, /annulé ou reporté/)
  })

  it('open a ballot once for one form, tell where it appears, and close it with what came of it', async () => {
    const sheet = await open()
    assert.equal((await open()).id, sheet.id)
    assert.deepEqual([sheet.stage, sheet.verdict, sheet.places.length], ['open', undefined, 1])
    for (const [at, name] of ['camille', 'sophie', 'karim'].entries()) await vote(name, sheet, at % 2)
    const closed = await on(sheet.id, 'close')
    assert.deepEqual(
      [closed.stage, closed.verdict, closed.options.map(({ votes }) => votes)],
      ['closed', { kind: 'won', leaders: [sheet.options[0]?.id] }, [2, 1]],
    )
    assert.deepEqual(await on(sheet.id, 'close'), closed)
    clock.advance(200 * DAY)
    assert.deepEqual(
      (await all()).map(({ id }) => id),
      [sheet.id],
    )
    await assert.rejects(on(sheet.id, 'start'), { code: 'ballot-closed' })
  })

  it('keep a ballot until somebody opens it by hand, and show it to nobody else until then', async () => {
    const sheet = await open({ opening: 'hand', nonce: `${NONCE}-2` })
    const waiting = async () => (await call<Page<BallotRow>>('get', '/ballots/waiting')).items
    assert.deepEqual(
      (await waiting()).map(({ id, stage }) => [id, stage]),
      [[sheet.id, 'draft']],
    )
    const camille = callerOf(stage.app.routes, await person('camille'))
    await assert.rejects(camille('get', '/ballots/:id/sheet', { params: { id: sheet.id } }), {
      code: 'ballot-draft',
    })
    await assert.rejects(camille('get', '/ballots/waiting'), { code: 'role-needed' })
    assert.equal((await on(sheet.id, 'start')).stage, 'open')
    assert.deepEqual(await waiting(), [])
    const dropped = await open({ opening: 'hand', nonce: `${NONCE}-3`, question: 'Et celle-ci ?' })
    assert.deepEqual((await on(dropped.id, 'close')).cancelled, true)
    assert.deepEqual(
      (await all()).map(({ id }) => id),
      [sheet.id],
    )
  })

  it('ask about ideas, and name the idea that won and the channels to choose from', async () => {
    const idea = await call<{ id: string }>('post', '/ideas', {
      body: { nonce: NONCE, axis: 'equipe', text: 'Un vélo' },
    })
    const sheet = await open({ ideas: idea.id, options: 'Rien' })
    assert.deepEqual(sheet.ideas, [{ option: sheet.options[0]?.id, idea: idea.id }])
    const { channels, workshops } = await call<BallotChoices>('get', '/ballots/choices')
    assert.deepEqual([channels.map(({ id }) => id), workshops], [[CHANNEL], []])
  })

  it('say in which channel a workshop is announced', async () => {
    const lab = stage.as({ objectId: 'maelle', name: 'maelle' })
    const day = { axis: 'equipe', start: '14:00', end: '17:00', place: 'Foix', link: '', seats: '9' }
    const alone = { ...day, title: 'Seul', date: '2027-05-03', description: '', channel: CHANNEL }
    await lab.presses('workshops.publish', { ...alone, nonce: `${NONCE}-alone` })
    const { workshops } = await call<BallotChoices>('get', '/ballots/choices')
    assert.deepEqual(
      workshops.map(({ title, channel }) => [title, channel]),
      [['Seul', CHANNEL]],
    )
  })
})
