import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { keptWords } from '../../../src/features/trials/look-ins/domain.ts'
import { drawnFrom } from '../../../src/kernel/crypto/keyed-random.ts'
import { saidMean } from '../../../src/kernel/personal-data/step-mean.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { setLookIns } from '../../support/features/look-ins.ts'
import { ahmed, nadia } from '../../support/features/trials.ts'
import { LINK_SECRET } from '../../support/product/stage.ts'

const QUESTION = { kind: 'question', text: 'Les courriers sont-ils plus clairs ?', better: 'up' } as const
const TIME = { kind: 'question', text: 'Trouvez-vous le temps ?', better: 'up' } as const
const CALLS = { kind: 'number', text: 'Appels', unit: 'appels', better: 'down', start: '' } as const
const refused = (code: string) => ({ name: 'Refusal', code })

type Taps = { taps: { title: string; data: Record<string, string> }[]; questions: object[]; sentence: string }
const cardOf = (data: unknown) =>
  data as Taps & { buttons: { verb: string }[]; footer: string; title: string }

describe('a look-in', function () {
  this.timeout(20_000)
  let on: Awaited<ReturnType<typeof setLookIns>>

  beforeEach(async () => {
    on = await setLookIns(13, { measures: [QUESTION] })
  })
  afterEach(() => on.stage.close())

  const [OPENS, CLOSES] = ['2027-04-30T09:00', '2027-05-06T00:00']

  it('is asked of each who tries, once, at the rhythm of the trial, and of nobody else', async () => {
    await on.goTo('2027-04-30T08:59')
    assert.deepEqual(
      on.people.map(who => on.asked(who).length),
      on.people.map(() => 0),
    )
    await on.goTo(OPENS)
    await on.goTo('2027-05-05T23:00')
    assert.deepEqual(
      on.people.map(who => on.asked(who).length),
      on.people.map(() => 1),
    )
    assert.deepEqual([on.asked(ahmed).length, on.asked(nadia).length], [0, 0])
    await on.goTo('2027-05-07T09:00')
    assert.equal(on.asked(on.people[0] ?? ahmed).length, 2)
  })

  it('is answered in one press on its message, which says the rules before and what follows after', async () => {
    await on.goTo(OPENS)
    const [who, other] = on.people
    assert(who && other)
    const card = cardOf(on.asked(who)[0]?.card)
    const drawn = JSON.stringify(card)
    for (const words of ['sans votre nom', 'avant 5 réponses', '13 personnes qui essaient', 'Plutôt oui'])
      assert.ok(drawn.includes(words), words)
    const message = await on.stage.as(who).presses('trials.look-in', { trial: on.trial.id })
    const { taps, footer } = cardOf(message.card.data)
    assert.equal(taps.length, 5)
    assert.match(footer, /mercredi.5.mai/)
    const press = () => on.stage.as(who).presses('trials.answer', taps[3]?.data ?? {}, { id: 'press-1' })
    const done = await press()
    assert.match(done.notice?.title ?? '', /comptée, sans votre nom/)
    assert.match(done.notice?.text ?? '', /La suite/)
    assert.deepEqual(
      cardOf(done.card.data).buttons.map(({ verb }) => verb),
      ['trials.note-form', 'trials.show'],
    )
    assert.deepEqual([(await press()).notice, (await on.rows('trial_roll')).length], [done.notice, 1])
    const again = await on.stage.as(who).presses('trials.answer', taps[0]?.data ?? {})
    assert.match(again.notice?.title ?? '', /première réponse/)
    assert.deepEqual(
      (await on.rows('trial_tally')).map(({ step, count }) => [step, count]),
      [[4, 1]],
    )
    // Nothing that is kept while it is open says when, or ties the two.
    assert.deepEqual(Object.keys((await on.rows('trial_roll'))[0] ?? {}), ['round_id', 'person_id'])
  })

  it('is answered in the tab, once', async () => {
    await on.goTo('2027-04-29T18:00')
    await on.goTo('2027-05-06T00:00')
    await on.goTo('2027-05-07T08:59')
    on.clock.advance(60_000)
    const [who] = on.people
    assert(who)
    assert.equal((await on.seen(who)).asked, undefined)
    await on.stage.settle()
    const { asked } = await on.seen(who)
    assert.deepEqual([asked?.until, asked?.answered], ['2027-05-12', false])
    assert.equal((await on.says(who, 5)).asked?.answered, true)
    assert.equal((await on.says(who, 1)).asked?.answered, true)
    assert.deepEqual(
      (await on.rows('trial_tally')).map(({ step }) => step),
      [5],
    )
    assert.equal((await on.seen(ahmed)).asked, undefined)
  })

  it('answered in the tab alone goes on being asked, and is marked as after a press', async () => {
    const [tab, silent] = on.people
    assert(tab && silent)
    const { hypothesis, measures, ...rest } = on.trial
    await on.act(ahmed, 'put', '', on.trial.id, { ...rest, ...hypothesis, measures, until: '2027-06-18' })
    for (const day of ['2027-05-03', '2027-05-10', '2027-05-17', '2027-05-24', '2027-05-31', '2027-06-07']) {
      await on.goTo(`${day}T12:00`)
      assert.equal((await on.says(tab, 4)).asked?.answered, true)
    }
    assert.deepEqual([on.asked(tab).length, on.asked(silent).length], [5, 4])
    const marked = await on.stage.app.database.read(tx =>
      open(tx)
        .selectFrom('message')
        .select(['answered_at', 'acted_at'])
        .where('topic', '=', 'look-in')
        .where('answered_at', 'is not', null)
        .execute(),
    )
    assert.ok(marked.length > 0 && marked.every(({ acted_at }) => acted_at === null))
  })

  it('shows what may be shown of it once it is closed, and then nothing else is kept', async () => {
    await on.goTo(OPENS)
    for (const who of on.people.slice(0, 12)) await on.says(who, 4)
    const before = await on.seen(nadia)
    assert.deepEqual(
      before.measures.map(each => each.kind === 'question' && each.rounds),
      [[]],
    )
    await on.goTo(CLOSES)
    for (const table of ['trial_roll', 'trial_tally'] as const) assert.deepEqual(await on.rows(table), [])
    const [question] = (await on.seen(nadia)).measures
    assert.ok(question?.kind === 'question')
    const [round, ...more] = question.rounds
    assert.deepEqual([round?.day, round?.answers, more.length], ['2027-04-30', 5, 0])
    assert.ok(round && round.said >= 1.5 && round.said <= 4.5)
    assert.deepEqual((await on.seen(ahmed)).measures, (await on.seen(nadia)).measures)
    await on.goTo('2027-05-12T12:00')
    assert.deepEqual((await on.seen(nadia)).measures[0], question)
  })

  it('says of all its rounds, and of the next trial that asks the same, means that share their noise', async () => {
    const draw = drawnFrom(LINK_SECRET)
    const expected = async () => {
      const rounds = await on.rows('trial_round')
      const tally = [0, 0, 0, 12, 0]
      return rounds
        .filter(({ closed, number }) => closed === 1 && number > 0)
        .map(({ id }) =>
          saidMean(
            tally,
            draw(`look-in ${id} ${on.questions[0]}`),
            draw(`look-in kept ${on.initiative} les courriers sont-ils plus clairs ?`),
          ),
        )
    }
    for (const [opens, closes] of [
      [OPENS, CLOSES],
      ['2027-05-07T09:00', '2027-05-13T00:00'],
    ] as const) {
      await on.goTo(opens)
      for (const who of on.people.slice(0, 12)) await on.says(who, 4)
      await on.goTo(closes)
    }
    const said = (await on.rows('trial_result')).map(row => row.said)
    assert.deepEqual([said.length, [...said].sort()], [2, [...(await expected())].sort()])
    const { initiative } = on
    const again = [{ ...QUESTION, id: 'again', text: QUESTION.text.toUpperCase() }]
    assert.equal(
      keptWords({ initiative, measures: again }, 'again'),
      `look-in kept ${initiative} les courriers sont-ils plus clairs ?`,
    )
  })

  it('shows nothing of four, nor of who is fewer than thirteen', async () => {
    await on.goTo(OPENS)
    for (const who of on.people.slice(0, 4)) await on.says(who, 5)
    await on.goTo('2027-05-07T09:00')
    for (const who of on.people.slice(0, 11)) await on.says(who, 5)
    const [gone] = on.people
    if (gone) await on.tries(gone, false)
    await on.goTo('2027-05-13T00:00')
    assert.deepEqual(await on.rows('trial_result'), [])
    assert.deepEqual(await on.rows('trial_tally'), [])
    assert.equal((await on.rows('trial_round')).filter(({ closed }) => closed === 1).length, 3)
  })

  it('says no in words to who does not try it, comes too late or leaves something out', async () => {
    await on.goTo(OPENS)
    const [who, other] = on.people
    assert(who && other)
    const { asked } = await on.seen(who)
    const [measure] = on.questions
    const send = (whom: typeof who, body: object) => on.act(whom, 'put', '/answers', on.trial.id, body)
    const answers = [{ measure, step: 3 }]
    await assert.rejects(send(nadia, { round: asked?.round, answers }), refused('look-in-not-trying'))
    await assert.rejects(
      send(who, { round: asked?.round, answers: [...answers, ...answers] }),
      refused('malformed'),
    )
    await assert.rejects(
      send(who, { round: asked?.round, answers: [{ measure: 'none', step: 3 }] }),
      refused('malformed'),
    )
    const { taps } = cardOf(
      (await on.stage.as(other).presses('trials.look-in', { trial: on.trial.id })).card.data,
    )
    on.clock.advance(Date.parse('2027-05-06T00:00:00+02:00') - on.clock.now())
    await assert.rejects(send(who, { round: asked?.round, answers }), refused('look-in-closed'))
    const late = await on.stage.as(other).presses('trials.answer', taps[2]?.data ?? {})
    assert.match(late.notice?.title ?? '', /clos/)
    assert.match(cardOf(late.card.data).sentence, /est clos/)
    assert.deepEqual(await on.rows('trial_roll'), [])
  })

  it('is open to who joins while it is, by the tab and the card', async () => {
    await on.goTo(OPENS)
    assert.equal((await on.seen(nadia)).asked, undefined)
    await on.tries(nadia)
    assert.equal((await on.seen(nadia)).asked?.answered, false)
    assert.equal((await on.says(nadia, 2)).asked?.answered, true)
    await on.tries(nadia, false)
    await on.tries(nadia)
    assert.equal((await on.seen(nadia)).asked?.answered, true)
  })

  it('comes before the first day, begins anew where it asks something else, and ends as that begins', async () => {
    const [first] = on.people
    assert(first)
    assert.equal((await on.seen(first)).asked?.until, '2027-04-22')
    await on.says(first, 1)
    const { trial } = on
    const { hypothesis, ...rest } = trial
    const plan = { ...rest, ...hypothesis, from: '2027-04-26' }
    await on.act(ahmed, 'put', '', trial.id, { ...plan, measures: trial.measures })
    assert.deepEqual(
      [(await on.seen(first)).asked?.until, (await on.rows('trial_roll')).length],
      ['2027-04-25', 1],
    )
    await on.act(ahmed, 'put', '', trial.id, {
      ...plan,
      measures: trial.measures.map(({ id, kind, better }) => ({ id, kind, better, text: TIME.text })),
    })
    assert.deepEqual([await on.rows('trial_roll'), await on.rows('trial_tally')], [[], []])
    for (const who of on.people) await on.says(who, 2)
    await on.goTo('2027-04-26T00:00')
    const [question] = (await on.seen(nadia)).measures
    assert.ok(question?.kind === 'question' && question.rounds[0]?.start)
    assert.equal(question.rounds[0]?.day, '2027-04-22')
  })

  for (const [name, end] of [
    ['is replaced', 'put'],
    ['went with its trial', 'del'],
  ] as const)
    it(`leaves the disk as well where it ${name}`, async () => {
      const scrubs = () =>
        on.stage.app.database.read(async tx => {
          const facts = await open(tx).selectFrom('fact').select('kind').execute()
          return facts.filter(({ kind }) => kind === 'look-ins.scrub').length
        })
      const { hypothesis, measures, ...rest } = on.trial
      const [first] = on.people
      assert(first)
      await on.says(first, 1)
      assert.equal(await scrubs(), 0)
      const asked = measures.map(({ id, kind, better }) => ({ id, kind, better, text: TIME.text }))
      await on.act(ahmed, end, '', on.trial.id, { ...rest, ...hypothesis, measures: asked })
      assert.deepEqual([await on.rows('trial_roll'), await on.rows('trial_tally')], [[], []])
      assert.equal(await scrubs(), 1)
    })

  it('leaves the disk once, however often trials are taken away: nobody is answered meanwhile', async () => {
    const scrubs = () =>
      on.stage.app.database.read(tx =>
        open(tx)
          .selectFrom('fact')
          .select(['state', 'due_at'])
          .where('kind', '=', 'look-ins.scrub')
          .execute(),
      )
    const due_at = on.clock.now() + 10 * MINUTE
    await on.act(ahmed, 'del', '', on.trial.id)
    for (let n = 0; n < 5; n++) await on.act(ahmed, 'del', '', (await on.plan(on.initiative)).id)
    await on.stage.settle()
    assert.deepEqual(await scrubs(), [{ state: 'ready', due_at }])
    on.clock.advance(10 * MINUTE)
    await on.stage.settle()
    assert.deepEqual(await scrubs(), [{ state: 'done', due_at }])
  })

  it('follows days and rhythms that are moved, and never is open twice', async () => {
    const { hypothesis, ...rest } = on.trial
    const change = (more: object) =>
      on.act(ahmed, 'put', '', on.trial.id, { ...rest, ...hypothesis, measures: on.trial.measures, ...more })
    await on.goTo(OPENS)
    // The open one ends with the trial.
    await change({ until: '2027-05-03' })
    const [who] = on.people
    assert(who)
    assert.equal((await on.seen(who)).asked?.until, '2027-05-03')
    await change({ until: '2027-05-28', rhythm: 'fortnightly' })
    await on.goTo('2027-05-04T00:00')
    assert.equal((await on.seen(who)).asked, undefined)
    await on.goTo('2027-05-07T09:00')
    assert.equal((await on.seen(who)).asked?.until, '2027-05-12')
    await on.goTo('2027-05-26T09:00')
    assert.equal((await on.seen(who)).asked?.until, '2027-05-28')
    assert.deepEqual(
      (await on.rows('trial_round')).map(({ number }) => number).sort((a, b) => a - b),
      [0, 8, 15, 34],
    )
  })
})

describe('a look-in of two questions, and a number', function () {
  this.timeout(20_000)
  let on: Awaited<ReturnType<typeof setLookIns>>

  beforeEach(async () => {
    on = await setLookIns(2, { measures: [QUESTION, CALLS, TIME] })
  })
  afterEach(() => on.stage.close())

  it('keeps what was chosen where something is left out', async () => {
    await on.goTo('2027-04-30T09:00')
    const [who] = on.people
    assert(who)
    const press = (data: object) => on.stage.as(who).presses('trials.answer', { ...data })
    const { card } = await on.stage.as(who).presses('trials.look-in', { trial: on.trial.id })
    const { about } = card.data as { about: object }
    assert.deepEqual([cardOf(card.data).taps.length, cardOf(card.data).questions.length], [0, 2])
    const half = await press({ ...about, step0: '4', step1: '' })
    assert.match(half.notice?.title ?? '', /Il manque une réponse/)
    assert.deepEqual(
      cardOf(half.card.data).questions.map(each => (each as { value: string }).value),
      ['4', ''],
    )
    for (const step1 of ['6', 'x', '0', '2.5'])
      assert.match(
        (await press({ ...about, step0: '4', step1 })).notice?.title ?? '',
        /Il manque une réponse/,
      )
    assert.match((await press({ ...about, step0: '4', step1: '2' })).notice?.title ?? '', /comptée/)
    assert.deepEqual((await on.rows('trial_tally')).length, 2)
  })

  it('reminds who carries it of a number that is as old as the rhythm, and nobody else', async () => {
    const due = (who: { objectId: string }) =>
      [...on.stage.sent.values()].filter(
        ({ to, summary }) => to === `chat-${who.objectId}` && /attend un chiffre/.test(summary),
      )
    await on.goTo('2027-04-30T09:00')
    assert.equal(due(ahmed).length, 1)
    const [who] = on.people
    assert(who)
    assert.equal(due(who).length, 0)
    const { message } = await on.stage.app.database.read(async () => ({ message: due(ahmed)[0] }))
    assert.ok(JSON.stringify(message?.card).includes('trials.reading-form'))
  })
})
