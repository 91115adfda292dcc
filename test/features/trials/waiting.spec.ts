import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import type { WaitingTrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import { setLookIns } from '../../support/features/look-ins.ts'
import { ahmed, maelle, nadia, sophie } from '../../support/features/trials.ts'
import { found } from '../../support/product/card-assertions.ts'
import type { Someone } from '../../support/product/stage.ts'

const idOf = (card: unknown) => /"message":"(\w+)"/.exec(JSON.stringify(card))?.[1] ?? ''

describe('what trials wait for from somebody', function () {
  this.timeout(20_000)
  let on: Awaited<ReturnType<typeof setLookIns>>

  beforeEach(async () => {
    on = await setLookIns(2)
  })
  afterEach(() => on.stage.close())

  const waits = async (who: Someone) =>
    (await (await on.call(who))<{ items: readonly WaitingTrialView[] }>('get', '/me/trials')).items
  const kinds = async (who: Someone) => (await waits(who)).map(({ awaits }) => awaits)
  const type = (who: Someone, typed: string) =>
    on.act(who, 'put', '/readings', on.trial.id, { measure: on.trial.measures[0]?.id, typed, sure: true })

  it('is a look-in for who tries it, from the hour at which it opens until they answered or it closes', async () => {
    const [one, other] = on.people
    assert(one && other)
    // The look-in before the first day.
    assert.deepEqual(await kinds(one), ['answer'])
    await on.goTo('2027-04-30T08:59')
    assert.deepEqual(await kinds(one), [])
    await on.goTo('2027-04-30T09:00')
    const title = 'Relire nos courriers'
    const asked = { initiative: on.initiative, title, awaits: 'answer', until: '2027-05-05' }
    assert.deepEqual(await waits(one), [asked])
    await on.says(one, 4)
    assert.deepEqual([await kinds(one), await kinds(other), await kinds(nadia)], [[], ['answer'], []])
    await on.goTo('2027-05-06T00:00')
    assert.deepEqual(await kinds(other), [])
  })

  it('is a number for who carries it and its pilots, once a rhythm is over, until one of them types it', async () => {
    await on.goTo('2027-04-30T08:59')
    assert.deepEqual([await kinds(ahmed), await kinds(sophie)], [[], []])
    await on.goTo('2027-04-30T09:00')
    const [due] = await waits(sophie)
    assert.deepEqual(due?.awaits === 'number' && due.measure, 'Appels par semaine')
    assert.deepEqual([await kinds(ahmed), await kinds(maelle)], [['number'], []])
    await type(sophie, '12')
    assert.deepEqual([await kinds(ahmed), await kinds(sophie)], [[], []])
    // Nobody asks for it in between.
    await on.goTo('2027-05-06T12:00')
    assert.deepEqual(await kinds(ahmed), [])
    await on.goTo('2027-05-07T09:00')
    assert.deepEqual(await kinds(ahmed), ['number'])
  })

  it('is the decision for who carries it from the last day on, before all else, and nothing once it is made', async () => {
    await on.goTo('2027-05-20T23:00')
    assert.ok(!(await kinds(ahmed)).includes('decision'))
    await on.goTo('2027-05-21T09:00')
    await on.tries(ahmed)
    assert.deepEqual([await kinds(ahmed), await kinds(sophie)], [['decision'], ['number']])
    await on.decided(on.trial.id, 'stop')
    assert.deepEqual([await kinds(ahmed), await kinds(sophie)], [[], []])
  })

  it('stands in the Monday of the pilots of its Directions while a number is due', async () => {
    await on.stage.as(sophie).installs('personal')
    const body = { text: 'Un banc devant l’accueil', axis: 'usager', nonce: randomIds.nonce() }
    await (await on.call(ahmed))('post', '/ideas', { body })
    await on.goTo('2027-05-03T12:00')
    const message = () =>
      found([...on.stage.sent.values()].filter(({ to }) => to === 'chat-sophie').at(-1), 'a message')
    assert.equal(message().summary, 'Votre semaine de pilote')
    assert.match(
      JSON.stringify(message().card),
      /Un essai attend son chiffre\u00A0: «\u00A0Relire nos courriers\u00A0»/,
    )
    await type(ahmed, '12')
    const next = { message: idOf(message().card), direction: '', after: '' }
    const drawn = await on.stage.as(sophie).presses('nudges.week-next', next)
    assert.doesNotMatch(JSON.stringify(drawn.card), /attend son chiffre/)
  })

  it('is nothing while its initiative is hidden', async () => {
    await on.goTo('2027-04-30T09:00')
    const hiding = { params: { id: on.initiative }, body: { reason: 'À relire' } }
    await (await on.call(maelle))('post', '/ideas/:id/hide', hiding)
    for (const who of [ahmed, sophie, ...on.people]) assert.deepEqual(await waits(who), [])
  })
})
