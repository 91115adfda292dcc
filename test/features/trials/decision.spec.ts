import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { UNDO_TIME } from '../../../src/features/next-steps/step/domain.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import type { DecidedTrialView, TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import type { OwnStepView, StepsOnView } from '../../../src/tabs/contract/next-steps.ts'
import { ahmed, camille, maelle, nadia, setTrials, sophie } from '../../support/features/trials.ts'
import { CHANNEL, type Someone, TEAM } from '../../support/product/stage.ts'

/** Who answers for `lycees`. */
const pascal = { objectId: 'pascal', name: 'Pascal Vidal' }
const LAST_DAY = '2027-05-21T10:00'
const WHY = 'Les appels ont baissé d’un tiers'
const LEARNT = 'Relire à deux suffit, trois ralentit'
const GENERALISED = {
  kind: 'generalise',
  why: WHY,
  learnt: LEARNT,
  directions: ['europe', 'culture', 'mobilites'],
} as const
const STOPPED = { kind: 'stop', why: WHY, learnt: LEARNT } as const

describe('the decision on a trial', () => {
  let on: Awaited<ReturnType<typeof setTrials>>
  let trial = ''

  beforeEach(async () => {
    on = await setTrials()
    await on.seat(pascal, 'lycees', 'manager')
    // The bot can write to whoever wrote to it.
    for (const who of [ahmed, camille, nadia, pascal]) await on.stage.as(who).says('aide')
    trial = (await on.plan(on.initiative)).id
  })
  afterEach(() => on.stage.close())

  const refused = (code: string) => ({ name: 'Refusal', code })
  const decide = (who: Someone, body: object) => on.act(who, 'put', '/decision', trial, body)
  const toLastDay = () => on.goTo(LAST_DAY)
  const rows = <T>(read: (db: ReturnType<typeof open>) => Promise<T>) =>
    on.stage.app.database.read(tx => read(open(tx)))
  const cardsTo = (who: Someone) =>
    [...on.stage.sent.values()].filter(({ to }) => to === `chat-${who.objectId}`)
  const tries = async (who: Someone) => {
    const person = (await on.actor(who)).id
    await on.stage.app.database.transact(async tx => {
      const row = { trial_id: trial, person_id: person, joined_at: on.clock.now() }
      await open(tx).insertInto('trial_tester').values(row).execute()
    })
  }

  it('generalises it: the initiative is done, its outcome is what was learnt, and the same again is one', async () => {
    await toLastDay()
    const made = await decide(ahmed, GENERALISED)
    const { kind, on: day, why, learnt, directions } = made.decision ?? assert.fail('nothing is decided')
    assert.deepEqual(
      [made.state, kind, day, why, learnt],
      ['decided', 'generalise', '2027-05-21', WHY, LEARNT],
    )
    assert.deepEqual(
      directions,
      on.stage.app.programme.directions
        .map(({ id }) => id)
        .filter(id => GENERALISED.directions.some(one => one === id)),
    )
    const { phase, outcome } = await on.sheet(nadia, on.initiative)
    assert.deepEqual([phase, outcome], ['done', LEARNT])
    const initiative = await rows(db => db.selectFrom('initiative').selectAll().executeTakeFirst())
    assert.equal(initiative?.trial, 'generalised')
    await decide(ahmed, GENERALISED)
    await assert.rejects(decide(ahmed, STOPPED), refused('trial-decided'))
    await assert.rejects(decide(maelle, { ...GENERALISED, why: 'Autre chose' }), refused('trial-decided'))
  })

  it('stops it with the same honours, and keeps an outcome that its carrier wrote', async () => {
    const { initiative, call, sheet } = on
    const known = await sheet(ahmed, initiative)
    const body = { ...known, outcome: 'Écrit avant' }
    await (await call(ahmed))('put', '/initiatives/:id', { params: { id: initiative }, body })
    await on.goTo('2027-05-04T10:00')
    const made = await decide(ahmed, STOPPED)
    assert.deepEqual([made.decision?.kind, made.decision?.directions], ['stop', []])
    const { phase, outcome } = await sheet(nadia, initiative)
    assert.deepEqual([phase, outcome], ['done', 'Écrit avant'])
  })

  it('adjusts it: the initiative goes on testing, and another trial may follow', async () => {
    await toLastDay()
    await decide(ahmed, { ...STOPPED, kind: 'adjust' })
    assert.equal((await on.sheet(nadia, on.initiative)).phase, 'test')
    const { current, past, mayPlan } = await on.trials(ahmed, on.initiative)
    assert.deepEqual([current, past.length, mayPlan], [undefined, 1, true])
    const next = await on.plan(on.initiative, { from: '2027-05-24', until: '2027-06-18', change: 'À trois' })
    assert.equal(next.number, 2)
  })

  it('is made by one of two who decide at once', async () => {
    await toLastDay()
    const made = await Promise.allSettled([decide(ahmed, GENERALISED), decide(maelle, STOPPED)])
    assert.deepEqual(made.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const { kind } = (await on.trials(nadia, on.initiative)).past[0]?.decision ?? {}
    const failed = made.find(each => each.status === 'rejected')
    assert.equal(failed?.reason.code, 'trial-decided')
    assert.equal(kind, made[0]?.status === 'fulfilled' ? 'generalise' : 'stop')
  })

  it('is refused with a reason, and nothing changes', async () => {
    await assert.rejects(decide(ahmed, STOPPED), refused('trial-not-begun'))
    await on.goTo('2027-05-04T10:00')
    await assert.rejects(decide(ahmed, GENERALISED), refused('trial-early'))
    await assert.rejects(decide(ahmed, { ...STOPPED, kind: 'adjust' }), refused('trial-early'))
    await toLastDay()
    const wrong = {
      'trial-why-missing': { ...STOPPED, why: ' … ' },
      'trial-why-long': { ...STOPPED, why: 'é'.repeat(601) },
      'trial-learnt-missing': { ...STOPPED, learnt: '' },
      'trial-learnt-long': { ...STOPPED, learnt: 'x'.repeat(601) },
      'trial-directions-missing': { ...GENERALISED, directions: [] },
      'trial-direction': { ...GENERALISED, directions: ['nowhere'] },
    }
    for (const [code, body] of Object.entries(wrong))
      await assert.rejects(decide(ahmed, body), refused(code), code)
    await assert.rejects(decide(nadia, STOPPED), refused('trial-not-carrier'))
    await assert.rejects(decide(sophie, STOPPED), refused('trial-not-carrier'))
    assert.equal((await on.trials(ahmed, on.initiative)).current?.state, 'due')
    const [entry] = await rows(db =>
      db.selectFrom('audit').selectAll().where('act', '=', 'trials.decide').execute(),
    )
    assert.equal(entry, undefined)
  })

  it('is the Lab’s as well where who carried it left, and is kept in the journal', async () => {
    const { initiative, call } = on
    await toLastDay()
    const leaving = { params: { id: initiative }, body: { joined: false } }
    await (await call(ahmed))('put', '/initiatives/:id/membership', leaving)
    await assert.rejects(decide(ahmed, STOPPED), refused('trial-not-carrier'))
    assert.equal((await on.trials(maelle, initiative)).current?.mayDecide, true)
    await decide(maelle, STOPPED)
    const entries = await rows(db =>
      db
        .selectFrom('audit')
        .selectAll()
        .where('act', '=', 'trials.decide')
        .where('refused', 'is', null)
        .execute(),
    )
    assert.deepEqual(
      entries.map(({ thing }) => thing),
      [`${trial}:stop`],
    )
  })

  it('waits while its idea is hidden', async () => {
    await toLastDay()
    const hiding = { params: { id: on.initiative }, body: { reason: 'Un nom y est cité' } }
    await (await on.call(maelle))('post', '/ideas/:id/hide', hiding)
    await assert.rejects(decide(ahmed, STOPPED), refused('idea-hidden'))
    await (await on.call(maelle))('post', '/ideas/:id/restore', { params: { id: on.initiative } })
    await decide(ahmed, STOPPED)
  })

  describe('is asked for', () => {
    const asked = async (who: Someone) => {
      const { id } = await on.actor(who)
      return rows(db =>
        db
          .selectFrom('message')
          .select(['reason', 'state'])
          .where('person_id', '=', id)
          .where('topic', '=', 'my-trial')
          .where('teller', '=', 'trial-decisions')
          .orderBy('created_at')
          .execute(),
      )
    }

    it('on the last day at nine, and once more a week later', async () => {
      await on.goTo('2027-05-21T08:55')
      assert.deepEqual(await asked(ahmed), [])
      await on.goTo('2027-05-21T09:05')
      assert.equal((await asked(ahmed)).length, 1)
      for (const day of ['2027-05-28', '2027-06-04', '2027-06-11', '2027-06-18'])
        await on.goTo(`${day}T09:05`)
      assert.equal((await asked(ahmed)).length, 2)
      const told = cardsTo(ahmed).filter(({ summary }) => summary.includes('attend votre décision'))
      assert.deepEqual([told.length, (await asked(maelle)).length], [2, 0])
    })

    it('no more once it is made, and of the day that it was moved to', async () => {
      const known = (await on.trials(ahmed, on.initiative)).current ?? assert.fail('no trial')
      const measures = known.measures.map(each => ({ ...each, start: '' }))
      await on.act(ahmed, 'put', '', trial, { ...known, ...known.hypothesis, until: '2027-05-28', measures })
      await on.goTo('2027-05-21T09:05')
      assert.deepEqual(await asked(ahmed), [])
      await on.goTo('2027-05-28T09:05')
      assert.equal((await asked(ahmed)).length, 1)
      await decide(ahmed, STOPPED)
      await on.goTo('2027-06-04T09:05')
      assert.equal((await asked(ahmed)).length, 1)
    })

    it('of whoever took it over, and of nobody while nobody carries it', async () => {
      const { initiative, call } = on
      const joining = (joined: boolean) => ({ params: { id: initiative }, body: { joined } })
      await (await call(camille))('put', '/initiatives/:id/membership', joining(true))
      await (await call(ahmed))('put', '/initiatives/:id/membership', joining(false))
      await on.goTo('2027-05-21T09:05')
      assert.deepEqual([await asked(ahmed), await asked(camille)], [[], []])
      await (await call(camille))('post', '/initiatives', {
        body: { nonce: randomIds.nonce(), idea: initiative },
      })
      await on.goTo('2027-05-28T09:05')
      assert.deepEqual([(await asked(ahmed)).length, (await asked(camille)).length], [0, 1])
    })
  })

  describe('is told', () => {
    const DECIDED = 'trial-decided'
    const moves = () =>
      rows(db =>
        db
          .selectFrom('message')
          .innerJoin('person', 'person.id', 'message.person_id')
          .select(['person.name', 'message.subject', 'message.reason'])
          .where('reason', 'like', `%:${DECIDED}:%`)
          .orderBy('person.name')
          .execute(),
      )

    it('once to those who support, commented, joined or try it, and not to who decided', async () => {
      const { initiative, call } = on
      const sent = (who: Someone, method: 'put' | 'post', path: string, body: object) =>
        call(who).then(one => one(method, path, { params: { id: initiative }, body }))
      await sent(nadia, 'put', '/ideas/:id/support', { support: true })
      await sent(camille, 'post', '/ideas/:id/comments', {
        text: 'Chez nous aussi',
        nonce: randomIds.nonce(),
      })
      await sent(sophie, 'put', '/initiatives/:id/membership', { joined: true })
      await sent(nadia, 'put', '/initiatives/:id/membership', { joined: true })
      await tries(nadia)
      await tries(pascal)
      await toLastDay()
      await decide(ahmed, GENERALISED)
      await on.stage.settle()
      assert.deepEqual(
        (await moves()).map(({ name }) => name),
        [camille, nadia, pascal, sophie].map(({ name }) => name).toSorted(),
      )
      await on.goTo('2027-05-24T15:00')
      const [card] = cardsTo(pascal).filter(({ summary }) => summary.includes('généralisé dans 3 Directions'))
      assert.match(JSON.stringify(card?.card ?? {}), /Relire à deux suffit/)
      assert.doesNotMatch(JSON.stringify(await moves()), /"step":"(phase|outcome)"/)
      const other = await rows(db =>
        db
          .selectFrom('message')
          .select('reason')
          .where('reason', 'like', `idea:${initiative}:outcome%`)
          .execute(),
      )
      assert.deepEqual(other, [])
    })

    it('to seven hundred who try it, a page at a time, each once', async function () {
      this.timeout(60_000)
      const many = Array.from({ length: 700 }, (_, n) => ({ objectId: `tester-${n}`, name: `Testeur ${n}` }))
      const people: string[] = []
      for (const who of many) people.push((await on.actor(who)).id)
      await on.stage.app.database.transact(async tx => {
        const testers = people.map(person_id => ({ trial_id: trial, person_id, joined_at: 1 }))
        await open(tx).insertInto('trial_tester').values(testers).execute()
      })
      await toLastDay()
      await decide(ahmed, STOPPED)
      await on.stage.settle()
      assert.equal((await moves()).length, 700)
      const facts = await rows(db =>
        db.selectFrom('fact').select('id').where('kind', '=', 'trials.decided').execute(),
      )
      assert.equal(facts.length, 15)
    })

    it('in the idea’s history, once', async () => {
      await toLastDay()
      await decide(ahmed, STOPPED)
      await decide(ahmed, STOPPED)
      const { items } = await (await on.call(nadia))<{ items: { kind: string; detail?: string }[] }>(
        'get',
        '/ideas/:id/thread',
        { params: { id: on.initiative } },
      )
      assert.deepEqual(
        items.filter(({ kind }) => kind === DECIDED).map(({ detail }) => detail),
        ['stop'],
      )
    })
  })

  describe('in channels', () => {
    const posts = () => [...on.stage.sent.values()].filter(({ to }) => to.startsWith('19:'))

    async function bind(id: string, direction: string): Promise<void> {
      const { channels } = on.stage.app
      await channels.channelChanged(TEAM, { id, name: id, address: id }, 'created')
      await channels.bind(await on.actor(maelle), id, 'channel', direction)
    }

    it('is a card once a day, however often who carries it plans and stops another', async () => {
      await bind('19:lycees@thread.tacv2', 'lycees')
      const stop = async () => {
        const { id } = await on.plan(on.initiative, { from: dateIn(on.clock.now(), 'Europe/Paris') })
        const { unheard, sameDay } = await on.act<DecidedTrialView>(ahmed, 'put', '/decision', id, STOPPED)
        return [unheard, sameDay]
      }
      await on.goTo('2027-05-04T10:00')
      const before = posts().length
      await decide(ahmed, STOPPED)
      for (let n = 0; n < 5; n++) assert.deepEqual(await stop(), [[], ['lycees']])
      await on.stage.settle()
      assert.equal(posts().length - before, 1)
      await on.goTo('2027-05-05T10:00')
      assert.deepEqual(await stop(), [[], []])
      await on.stage.settle()
      assert.equal(posts().length - before, 2)
    })

    it('is one card in each Direction of the trial and of those it goes to, emptied while the idea is hidden', async () => {
      await bind('19:lycees@thread.tacv2', 'lycees')
      await bind('19:europe@thread.tacv2', 'europe')
      await toLastDay()
      const before = posts().length
      await decide(ahmed, GENERALISED)
      await decide(ahmed, GENERALISED)
      await on.stage.settle()
      const made = posts().slice(before)
      assert.deepEqual(made.map(({ to }) => to).toSorted(), [
        '19:europe@thread.tacv2',
        '19:lycees@thread.tacv2',
      ])
      const text = JSON.stringify(made[0]?.card)
      assert.match(text, /Relire nos courriers.*Généralisé à|Généralisé/)
      assert.doesNotMatch(text, /Ahmed|pas encore dite/)
      const hiding = { params: { id: on.initiative }, body: { reason: 'Un nom y est cité' } }
      await (await on.call(maelle))('post', '/ideas/:id/hide', hiding)
      await on.stage.settle()
      const hidden = posts().slice(before)
      assert.equal(hidden.length, 2)
      for (const { card } of hidden) assert.doesNotMatch(JSON.stringify(card), /Relire|appels/)
      await (await on.call(maelle))('post', '/ideas/:id/restore', { params: { id: on.initiative } })
      on.clock.advance(MINUTE)
      await on.stage.settle()
      assert.match(JSON.stringify(posts().at(before)?.card), /Relire à deux suffit/)
      assert.equal(posts().length, before + 2)
    })

    it('says in the tab which Directions have none, so that they are told otherwise', async () => {
      await bind('19:lycees@thread.tacv2', 'lycees')
      await toLastDay()
      const answer = (await decide(ahmed, GENERALISED)) as DecidedTrialView
      assert.deepEqual(answer.unheard.toSorted(), GENERALISED.directions.toSorted())
    })

    it('hinders nothing where no Direction has one', async () => {
      await toLastDay()
      await decide(ahmed, GENERALISED)
      await on.stage.settle()
      assert.deepEqual(
        posts().filter(({ to }) => to !== CHANNEL),
        [],
      )
    })
  })

  describe('and what follows of it', () => {
    const write = async (who: Someone, more: object = {}) => {
      const given = { kind: 'trial', id: trial, text: 'Imprimer le mémo', due: '2027-06-30', mine: true }
      const body = { ...given, nonce: randomIds.nonce(), ...more }
      return (await on.call(who))<OwnStepView>('post', '/steps', { body })
    }
    const read = async (who: Someone) =>
      (await on.call(who))<StepsOnView>('get', '/steps/on', { query: { kind: 'trial', id: trial } })

    it('is promised by who carries it for its group alone, and by those in charge for theirs', async () => {
      await assert.rejects(write(ahmed), refused('step-early'))
      await toLastDay()
      await decide(ahmed, STOPPED)
      assert.deepEqual([(await read(ahmed)).mayWrite, (await read(ahmed)).forInitiative], [true, true])
      assert.deepEqual([(await read(pascal)).mayWrite, (await read(pascal)).forInitiative], [true, undefined])
      assert.equal((await read(nadia)).mayWrite, false)
      await assert.rejects(write(ahmed, { mine: false }), refused('step-own-initiative'))
      assert.equal((await write(ahmed)).forInitiative, true)
      assert.equal((await write(pascal, { text: 'En parler en réunion' })).forInitiative, undefined)
      assert.equal((await write(maelle, { text: 'Mettre le mémo en ligne' })).direction, undefined)
      for (const who of [nadia, sophie]) await assert.rejects(write(who), refused('not-yours'))
      const [seen] = (await on.trials(nadia, on.initiative)).past as readonly TrialView[]
      const promisers = seen?.next?.map(
        ({ by, forInitiative }) => by ?? (forInitiative ? 'its group' : 'the Lab’'),
      )
      const { name } = on.stage.app.programme.direction('lycees') ?? {}
      assert.deepEqual(promisers?.toSorted(), [name, 'its group', 'the Lab’'])
    })

    it('is told once it is kept, to those who follow its idea', async () => {
      await toLastDay()
      await (await on.call(nadia))('put', '/ideas/:id/support', {
        params: { id: on.initiative },
        body: { support: true },
      })
      await decide(ahmed, STOPPED)
      const { id } = await write(ahmed)
      await on.stage.settle()
      await (await on.call(ahmed))('put', '/steps/:id/state', { params: { id }, body: { state: 'kept' } })
      on.clock.advance(UNDO_TIME + 1_000)
      await on.stage.settle()
      const kept = await rows(db =>
        db.selectFrom('message').select('subject').where('reason', 'like', '%next-kept%').execute(),
      )
      assert.equal(kept.length, 1)
      await on.goTo('2027-05-24T15:00')
      const [card] = cardsTo(nadia).slice(-1)
      assert.match(JSON.stringify(card?.card), /Imprimer le mémo/)
    })

    it('goes to those in charge once who carried it leaves', async () => {
      await toLastDay()
      await decide(ahmed, STOPPED)
      const { id } = await write(ahmed)
      const leaving = { body: { ideas: 'unname', sure: true } }
      await (await on.call(ahmed))('post', '/me/data/erase', leaving)
      await on.stage.settle()
      const taken = await (await on.call(pascal))<OwnStepView>('post', '/steps/:id/take', {
        params: { id },
        body: { named: false },
      })
      assert.deepEqual([taken.forInitiative, taken.direction], [undefined, 'lycees'])
    })
  })
})
