import assert from 'node:assert/strict'
import type { OpenData } from '../../../src/features/exports/open-data.ts'
import { recordStore } from '../../../src/features/trials/records/store.ts'
import { recordUsecases } from '../../../src/features/trials/records/usecases.ts'
import type { Download, Flow } from '../../../src/kernel/requests/route.ts'
import type { ReviewPreviewView } from '../../../src/tabs/contract/figures/publication.ts'
import type { ReviewView } from '../../../src/tabs/contract/figures/review.ts'
import type {
  TrialLessonsView,
  TrialLessonView,
  TrialRecordView,
} from '../../../src/tabs/contract/initiatives/trial-records.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WholeProgrammeView } from '../../../src/tabs/contract/programme/method.ts'
import { ahmed, decideTrial, maelle, nadia, setTrials } from '../../support/features/trials.ts'

const LEARNT = 'Le jour compte moins que l’heure'

describe('what trials leave', () => {
  let on: Awaited<ReturnType<typeof setTrials>>
  let trial: string

  beforeEach(async () => {
    on = await setTrials()
    trial = (await on.plan(on.initiative)).id
    await on.goTo('2027-05-21T12:00')
  })
  afterEach(() => on.stage.close())

  const refused = (code: string) => ({ name: 'Refusal', code })
  const decide = (id = trial) => on.stage.app.database.transact(tx => decideTrial(tx, id))
  const listed = async (query: Record<string, string> = {}) =>
    (await on.call(nadia))<Page<TrialRecordView>>('get', '/trial-records', { query })
  const review = async () => (await on.call(nadia))<ReviewView>('get', '/review')
  const usager = async () => (await review()).axes.find(({ axis }) => axis === 'usager')
  const lessons = async () => (await on.call(maelle))<TrialLessonsView>('get', '/trial-records/lessons')
  const reread = async (text: string, turn = 0, who = maelle) =>
    (await on.call(who))<TrialLessonView>('put', '/trial-records/:id/lesson', {
      params: { id: trial },
      body: { text, turn },
    })
  const method = async () =>
    (await (await on.call(maelle))<WholeProgrammeView>('get', '/programme/whole')).lessons

  it('is counted in the review as it begins, and by what was decided', async () => {
    assert.deepEqual([(await usager())?.begun.trials, (await usager())?.learnt.stopped], [1, 0])
    assert.equal((await review()).months.at(-2)?.begun, 2, 'the initiative and its trial, in April')
    await decide()
    on.clock.advance(60_000)
    assert.deepEqual([(await usager())?.begun.trials, (await usager())?.learnt.stopped], [1, 1])
  })

  it('is listed to everybody once it is decided, and of a Direction from the day it is planned', async () => {
    assert.deepEqual((await listed()).items, [])
    const here = await listed({ direction: 'lycees' })
    assert.deepEqual(
      here.items.map(({ id, state }) => [id, state]),
      [[trial, 'due']],
    )
    assert.deepEqual((await listed({ direction: 'culture' })).items, [])
    await decide()
    const [found] = (await listed()).items
    assert.deepEqual(
      [found?.state, found?.decision?.kind, found?.decision?.learnt],
      ['decided', 'stop', LEARNT],
    )
    assert.ok(!JSON.stringify(await listed()).includes(ahmed.name))
  })

  it('stands in the week of the pilots of its Directions as it begins and as it ends', async () => {
    const { thisWeek } = recordUsecases({
      store: recordStore,
      read: on.stage.app.database.read,
      clock: on.clock,
      zone: 'Europe/Paris',
    })
    const week = async (direction = 'lycees') => {
      const { begin, end } = await thisWeek([direction])
      return [begin.map(({ id }) => id), end.map(({ id }) => id)]
    }
    assert.deepEqual(await week(), [[], [trial]])
    assert.deepEqual(await week('culture'), [[], []])
    await decide()
    assert.deepEqual(await week(), [[], []])
    const next = await on.plan(on.initiative, { from: '2027-05-24', until: '2027-06-21' })
    assert.deepEqual(await week(), [[next.id], []])
    await on.goTo('2027-06-03T12:00')
    assert.deepEqual(await week(), [[], []])
  })

  it('is in no list while its initiative is hidden', async () => {
    await decide()
    const hide = { params: { id: on.initiative }, body: { reason: 'À relire' } }
    await (await on.call(maelle))('post', '/ideas/:id/hide', hide)
    assert.deepEqual((await listed()).items, [])
  })

  it('joins the method once somebody in charge has re-read it, and in other words as they change', async () => {
    await assert.rejects(reread('Relu'), refused('trial-undecided'))
    await decide()
    await assert.rejects(reread('Relu', 0, nadia), refused('role-needed'))
    const [before] = (await lessons()).items
    assert.deepEqual([before?.text, before?.turn, before?.joined], [undefined, 0, false])
    assert.match(before?.draft ?? '', /^Si nous relisons .* Arrêté\u00A0: Le jour compte/)
    const first = await reread('Le jour compte peu')
    assert.deepEqual([first.text, first.turn, first.joined], ['Le jour compte peu', 1, true])
    assert.deepEqual(await reread('Le jour compte peu'), first)
    await assert.rejects(reread('Autre chose', 0), refused('review-changed'))
    await reread('L’heure compte', 1)
    assert.deepEqual(await method(), [{ text: 'L’heure compte', axis: 'usager' }])
    assert.equal((await reread('', 2)).joined, false)
    assert.deepEqual(await method(), [])
  })

  it('lets no name that it knows leave, and no more than a lesson’s length', async () => {
    await decide()
    await assert.rejects(reread('Merci à Ahmed Saïdi'), refused('trial-lesson-name'))
    await assert.rejects(reread('a'.repeat(501)), refused('too-long'))
    assert.deepEqual(await method(), [])
  })

  it('leaves the administration as it was re-read, and no other way', async () => {
    await decide()
    const preview = async () =>
      (await (await on.call(maelle))<ReviewPreviewView>('get', '/review/publication/preview')).html
    const opened = async () => {
      const made = await (await on.call(maelle))<Download>('post', '/open-data', { body: {} })
      return JSON.parse(String(made.body)) as OpenData
    }
    assert.ok(!(await preview()).includes(LEARNT))
    assert.deepEqual((await opened()).trials, {
      begun: 1,
      generalised: 0,
      adjusted: 0,
      stopped: 1,
      learnt: [],
    })
    await reread('L’heure compte')
    assert.ok((await preview()).includes('L’heure compte'))
    assert.deepEqual((await opened()).trials.learnt, [
      { axis: 'usager', decision: 'stop', text: 'L’heure compte' },
    ])
  })

  it('is a table that organisers take, without the names of those who try', async () => {
    await decide()
    const flow = await (await on.call(maelle))<Flow>('post', '/exports/:name', {
      params: { name: 'trials' },
      body: { format: 'csv' },
    })
    let text = ''
    for await (const part of flow.parts) text += String(part)
    await flow.end?.()
    assert.ok(text.includes('Appels par semaine (appels) : –, puis –'.replace(' :', '\u00A0:')))
    assert.ok(text.includes(LEARNT) && text.includes('Arrêté') && text.includes('21/05/2027'))
    assert.ok(!text.includes(ahmed.name))
  })
})
