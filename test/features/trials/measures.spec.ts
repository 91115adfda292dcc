import assert from 'node:assert/strict'
import type { TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import {
  ahmed,
  camille,
  maelle,
  nadia,
  setTrials,
  sophie,
  TRIAL_PLAN,
} from '../../support/features/trials.ts'

describe('the numbers of a trial', () => {
  let on: Awaited<ReturnType<typeof setTrials>>
  let trial = {} as TrialView
  let measure = ''

  beforeEach(async () => {
    on = await setTrials()
    trial = await on.plan(on.initiative)
    measure = trial.measures[0]?.id ?? ''
  })
  afterEach(() => on.stage.close())

  const refused = (code: string, details?: object) => ({
    name: 'Refusal',
    code,
    ...(details && { details }),
  })
  const typing = (who: typeof ahmed, typed: string, sure = false, of = measure) =>
    on.act(who, 'put', '/readings', trial.id, { measure: of, typed, sure })
  const readings = ({ measures }: TrialView) =>
    measures.flatMap(each => (each.kind === 'number' ? each.readings : []))

  it('are typed by who carries it and by a pilot of one of its Directions, and by nobody else', async () => {
    assert.deepEqual(readings(await typing(ahmed, '120')), [{ day: '2027-04-22', value: 120, start: true }])
    assert.deepEqual(readings(await typing(sophie, '118 appels')), [
      { day: '2027-04-22', value: 118, start: true },
    ])
    for (const who of [nadia, camille, maelle]) await assert.rejects(typing(who, '5'), refused('not-yours'))
    assert.deepEqual(readings((await on.trials(nadia, on.initiative)).current ?? trial), [
      { day: '2027-04-22', value: 118, start: true },
    ])
  })

  it('start with one number, until the end of the first day, and then have one a day', async () => {
    await typing(ahmed, '120')
    await on.goTo('2027-04-23T18:00')
    assert.deepEqual(readings(await typing(ahmed, '110')), [{ day: '2027-04-23', value: 110, start: true }])
    await on.goTo('2027-04-30T18:00')
    await typing(ahmed, '90')
    assert.deepEqual(readings(await typing(ahmed, '95,5')), [
      { day: '2027-04-23', value: 110, start: true },
      { day: '2027-04-30', value: 95.5 },
    ])
    await on.goTo('2027-05-24T18:00')
    assert.equal(readings(await typing(ahmed, '80')).at(-1)?.day, '2027-05-24')
  })

  it('have no starting point where none was typed in time', async () => {
    await on.goTo('2027-04-24T18:00')
    assert.deepEqual(readings(await typing(ahmed, '90')), [{ day: '2027-04-24', value: 90 }])
  })

  it('are asked about again when they are far from the last, and lost neither way', async () => {
    await typing(ahmed, '120')
    await on.goTo('2027-04-30T18:00')
    await assert.rejects(typing(ahmed, '1 201'), refused('number-far', { last: 120, typed: 1201 }))
    await assert.rejects(typing(ahmed, '-5'), refused('number-far'))
    assert.equal(readings(await typing(ahmed, '1 201', true)).at(-1)?.value, 1201)
    // What corrects today's is held against the day before.
    assert.equal(readings(await typing(ahmed, '121')).at(-1)?.value, 121)
  })

  it('are refused in a sentence where they say nothing, or answer a question', async () => {
    for (const typed of ['beaucoup', '', '12 min'])
      await assert.rejects(typing(ahmed, typed), refused('number-unclear'))
    await assert.rejects(typing(ahmed, '12', false, trial.measures[1]?.id), refused('gone'))
    await assert.rejects(typing(ahmed, '12', false, 'no-such-measure'), refused('gone'))
    await on.goTo('2027-04-30T18:00')
    await on.decided(trial.id, 'stop')
    await assert.rejects(typing(ahmed, '12'), refused('trial-decided'))
  })

  it('begin with what was typed in the plan, which is changed with it until the first day is over', async () => {
    const [number, question] = TRIAL_PLAN.measures
    assert.ok(number?.kind === 'number' && question)
    const planned = (start: string, ifWe = TRIAL_PLAN.ifWe) => ({
      ...TRIAL_PLAN,
      ifWe,
      measures: [
        { ...number, id: measure, start },
        { ...question, id: trial.measures[1]?.id },
      ],
    })
    const put = (start: string) => on.act(ahmed, 'put', '', trial.id, planned(start))
    assert.deepEqual(readings(await put('1 200')), [{ day: '2027-04-22', value: 1200, start: true }])
    assert.deepEqual(readings(await put('')), [{ day: '2027-04-22', value: 1200, start: true }])
    await assert.rejects(put('beaucoup'), refused('number-unclear'))
    assert.deepEqual(readings(await put('12,5')), [{ day: '2027-04-22', value: 12.5, start: true }])
    await on.goTo('2027-04-24T18:00')
    assert.equal(readings(await put('12.5')).length, 1)
    await assert.rejects(put('13'), refused('trial-begun'))
  })
})
