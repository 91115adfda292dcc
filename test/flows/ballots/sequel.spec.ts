import assert from 'node:assert/strict'
import { UNDO_TIME } from '../../../src/features/ballots/ballot/sequel.ts'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { UNDO_TIME as KEPT_AFTER } from '../../../src/features/next-steps/step/domain.ts'
import { MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { AwaitedView } from '../../../src/tabs/contract/ballots/sequels.ts'
import type { OwnStepView } from '../../../src/tabs/contract/next-steps.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA, PASCAL, type Person } from '../../support/sign-in/cast.ts'
import { type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { ballotOn, choiceOf, closeBallot, FILLED, openBallot, openMenu } from './steps.ts'

const ALL = [CAMILLE, KARIM, NADIA, AHMED, PASCAL, MAELLE]
const TRY = 'Prêter dix vélos au lycée de Rodez'
const WILL = 'La suite sera dite avant le vendredi 21 mai.'
const SHOULD = 'La suite devait être dite avant le vendredi 21 mai.'
const AGAIN = { again: ['same id', 'new id'] } as const

onEachEngine('what follows a ballot’s result', engine => {
  const at = freshBot(engine)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  const before = new Map<string, number>()
  const news = (person: Person) =>
    at.bot
      .as(person)
      .reads()
      .slice(before.get(person.name) ?? 0)
  const counted = () => ALL.map(person => news(person).length)
  const forget = () => {
    for (const person of ALL) before.set(person.name, at.bot.as(person).reads().length)
  }
  const awaited = () => at.bot.api(MAELLE).get<AwaitedView>('/ballots/awaited')
  const inChannel = (post: Shown) => at.bot.as(NADIA).sees(post)
  const codeOf = async (person: Person, method: 'POST' | 'PUT', path: string, body: object) =>
    ((await at.bot.api(person).ask(method, path, body)).body as { readonly code?: string }).code
  const step = (kind: string, id: string, due: string, nonce = 'nonce-of-a-step-of-these') => ({
    ...{ nonce, kind, id, text: TRY, due, mine: true },
  })

  beforeEach(async () => {
    await at.bot.seat(ALL)
    for (const person of ALL) await at.bot.as(person).installs()
    await at.bot.settle()
  })

  /** The Lab's own view of the result. */
  const seenByLab = (post: Shown) => at.bot.as(MAELLE).presses(post, 'Mon vote')

  it('is to be said by a day, is said late, promised and kept: the closed card is edited each time', async function () {
    this.timeout(90_000)
    const { bot } = at
    const { post } = await openBallot(bot)
    await bot.as(KARIM).presses(post, voteFor('Le calme'))
    const id = ballotOn(post)
    assert.equal(await codeOf(MAELLE, 'POST', '/steps', step('ballot', id, '2027-06-10')), 'step-early')
    await bot.until('2027-05-06T18:00:05+02:00')
    forget()
    says(inChannel(post), '« Le calme » arrive en tête', WILL)
    assert.deepEqual(await awaited(), {
      count: 1,
      items: [{ id, question: 'Par quoi commencer ?', due: '2027-05-21', late: false }],
    })
    assert.equal((await bot.api(KARIM).ask('GET', '/ballots/awaited')).status, 403)
    const { follows } = await bot.api(KARIM).get<BallotView>(`/ballots/${id}`)
    assert.deepEqual(follows, { kind: 'awaited', due: '2027-05-21', late: false })

    await bot.until('2027-05-21T23:59:00+02:00')
    says(inChannel(post), WILL)
    await bot.until('2027-05-22T08:00:00+02:00')
    says(inChannel(post), SHOULD)
    assert.equal((await awaited()).items[0]?.late, true)
    // Nobody is written to: neither voters, nor the Lab'.
    assert.deepEqual(counted(), [0, 0, 0, 0, 0, 0])

    for (const person of [CAMILLE, PASCAL]) {
      const seen = await bot.as(person).presses(post, 'Mon vote')
      assert.ok(!seen.buttons.includes('Écrire une suite'), person.name)
      assert.equal(
        await codeOf(person, 'POST', '/steps', step('ballot', id, '2027-06-10')),
        person === CAMILLE ? 'role-needed' : 'not-yours',
      )
    }
    assert.equal(await codeOf(MAELLE, 'POST', '/steps', step('ballot', id, '2027-05-21')), 'date-past')
    const form = await bot.as(MAELLE).presses(await seenByLab(post), 'Écrire une suite')
    says(form, 'Quelle est la suite', 'Par quoi commencer ?')
    const promised = await bot
      .as(MAELLE)
      .presses(form, 'Je m’en charge', { text: TRY, due: '2027-06-11' }, AGAIN)
    says(promised, 'La suite est écrite')
    await bot.later(SECOND)
    const line = `Suite : ${TRY} · le Lab’ · avant le vendredi 11 juin`
    says(inChannel(post), '« Le calme » arrive en tête', line)
    saysNothingOf(inChannel(post), 'devait être dite')
    assert.deepEqual(await awaited(), { count: 0, items: [] })

    await bot.until('2027-06-14T12:00:00+02:00')
    says(inChannel(post), `${line}, en retard`)
    assert.deepEqual(counted(), [0, 0, 0, 0, 0, 1])
    says(found(news(MAELLE).at(-1), 'her message'), 'La date du vendredi 11 juin est passée.')
    const own = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('mes suites'), 'Voir')
    await bot.as(MAELLE).presses(own, 'C’est fait', {}, AGAIN)
    forget()
    await bot.later(KEPT_AFTER)
    says(inChannel(post), `Suite tenue : ${TRY} · le Lab’`)
    await bot.until('2027-06-22T12:00:00+02:00')
    assert.deepEqual(counted(), [0, 0, 0, 0, 0, 0])
  })

  it('is that of the idea that won, where it stands there already: nobody is asked twice', async function () {
    this.timeout(30_000)
    const { bot } = at
    await bot.as(CAMILLE).says('idée Des vélos partagés')
    await bot.as(KARIM).says('idée Une heure de calme')
    const menu = await bot.as(MAELLE).presses(await openMenu(bot), 'Un scrutin')
    const ideas = ['Des vélos partagés', 'Une heure de calme'].map(title => choiceOf(menu, title))
    const filled = { ...FILLED, ideas: ideas.join(), question: 'Laquelle ?', options: '' }
    const preview = await bot.as(MAELLE).presses(menu, 'Voir l’aperçu', filled)
    await bot.as(MAELLE).presses(preview, 'Ouvrir le scrutin')
    await bot.settle()
    const post = found(bot.as(MAELLE).reads(WORKSHOPS).at(-1), 'the ballot')
    await bot.as(NADIA).presses(post, voteFor('Des vélos partagés'))
    await closeBallot(bot, post)
    await bot.later(SECOND)
    says(inChannel(post), 'La suite sera dite avant le')
    assert.equal((await awaited()).count, 1)

    const [idea = ''] = ideas
    await bot.api(MAELLE).put(`/ideas/${idea}/state`, { state: 'retained' })
    const written = await bot.api(MAELLE).post<OwnStepView>('/steps', step('idea', idea, '2027-06-11'))
    // What was decided can be taken back, and is told to nobody yet.
    await bot.later(TELL_AFTER / 2)
    says(inChannel(post), 'La suite sera dite avant le')
    await bot.later(TELL_AFTER / 2)
    const line = `Suite : ${TRY} · le Lab’ · avant le vendredi 11 juin`
    says(inChannel(post), line)
    saysNothingOf(inChannel(post), 'sera dite')
    assert.equal((await awaited()).count, 0)
    await bot.api(MAELLE).put(`/steps/${written.id}/state`, { state: 'kept' })
    await bot.later(KEPT_AFTER)
    says(inChannel(post), `Suite tenue : ${TRY}`)
    // Hidden with the idea that it stands on: it is to be said again.
    await bot.api(MAELLE).post(`/ideas/${idea}/hide`, { reason: 'Nomme quelqu’un' })
    await bot.later(SECOND)
    says(inChannel(post), 'La suite sera dite avant le')
    assert.equal((await awaited()).count, 1)
  })

  it('is for those in charge of the Direction that alone was asked, and for the Lab’', async () => {
    const { bot } = at
    await openMenu(bot)
    const asked = { audience: 'directions', to: 'lycees', channel: WORKSHOPS.id }
    const form = {
      ...FILLED,
      question: 'Quel jour ?',
      options: 'Lundi\nMardi',
      nonce: 'nonce-of-a-ballot-of-one',
    }
    const { id } = await bot.api(MAELLE).post<BallotView>('/ballots', { ...form, ...asked })
    await bot.settle()
    const post = found(bot.as(MAELLE).reads(WORKSHOPS).at(-1), 'the ballot')
    await bot.as(CAMILLE).presses(post, voteFor('Lundi'))
    await closeBallot(bot, post)
    await bot.later(SECOND)
    const view = await bot.api(PASCAL).get<BallotView>(`/ballots/${id}`)
    assert.deepEqual([view.mayFollow, view.maySettle], [true, 'reason'])
    const other = await bot.api(CAMILLE).get<BallotView>(`/ballots/${id}`)
    assert.deepEqual([other.mayFollow, other.maySettle], [undefined, undefined])
    await bot.api(PASCAL).post('/steps', step('ballot', id, '2027-06-11'))
    await bot.later(MINUTE)
    says(inChannel(post), `Suite : ${TRY} · Direction des lycées · avant le vendredi 11 juin`)
    assert.equal(
      await codeOf(PASCAL, 'PUT', `/ballots/${id}/sequel`, { none: true, word: 'Rien' }),
      'sequel-said',
    )
  })

  it('is of no ballot before its result, nor of one that was given up: a sentence each, and its question stays unread', async () => {
    const { bot } = at
    await openMenu(bot)
    const typed = {
      ...FILLED,
      question: 'Quel mois ?',
      options: 'Mai\nJuin',
      nonce: 'nonce-of-a-ballot-prepared',
    }
    const { id } = await bot.api(MAELLE).post<BallotView>('/ballots', { ...typed, opening: 'hand' })
    const on = async () => bot.api(KARIM).ask('GET', `/steps/on?kind=ballot&id=${id}`)
    assert.ok(!JSON.stringify((await on()).body).includes('Quel mois'))
    const write = () => codeOf(MAELLE, 'POST', '/steps', step('ballot', id, '2027-06-11'))
    assert.equal(await write(), 'step-early')
    assert.equal(
      await codeOf(MAELLE, 'PUT', `/ballots/${id}/sequel`, { none: true, word: 'Rien' }),
      'step-early',
    )
    await bot.api(MAELLE).post(`/ballots/${id}/close`, {})
    assert.equal(await write(), 'gone')
    assert.equal((await on()).status, 404)
    assert.deepEqual(await awaited(), { count: 0, items: [] })
    assert.equal(
      await codeOf(MAELLE, 'POST', '/steps', step('ballot', 'nobody0000000000', '2027-06-11')),
      'gone',
    )
  })

  it('may be nothing, for a reason in a line: read by others once it can be taken back no more', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const id = ballotOn(post)
    await bot.as(KARIM).presses(post, voteFor('Le calme'))
    assert.equal(
      await codeOf(MAELLE, 'PUT', `/ballots/${id}/sequel`, { none: true, word: 'Rien' }),
      'step-early',
    )
    await closeBallot(bot, post)
    await bot.later(SECOND)
    forget()
    const form = await bot.as(MAELLE).presses(await seenByLab(post), 'Sans suite')
    says(form, 'Pourquoi rien ne suit', 'Par quoi commencer ?')
    assert.equal(
      await codeOf(MAELLE, 'PUT', `/ballots/${id}/sequel`, { none: true, word: ' ' }),
      'empty-text',
    )
    assert.equal(
      await codeOf(KARIM, 'PUT', `/ballots/${id}/sequel`, { none: true, word: 'Rien' }),
      'not-yours',
    )
    const done = await bot.as(MAELLE).presses(form, 'Sans suite', { word: 'Trop peu de voix' }, AGAIN)
    says(done, 'C’est noté', 'Sans suite : Trop peu de voix Vous pouvez l’annuler jusqu’à')
    assert.equal((await awaited()).count, 0)
    says(inChannel(post), 'La suite sera dite avant le')
    await bot.later(UNDO_TIME)
    says(inChannel(post), 'Sans suite : Trop peu de voix')
    saysNothingOf(inChannel(post), 'annuler', 'sera dite')
    assert.equal(await codeOf(MAELLE, 'PUT', `/ballots/${id}/sequel`, { none: false }), 'undo-over')
    assert.deepEqual(counted(), [0, 0, 0, 0, 0, 0])
    // Something follows after all.
    await bot.api(MAELLE).post('/steps', step('ballot', id, '2027-06-11'))
    await bot.later(SECOND)
    says(inChannel(post), `Suite : ${TRY}`)
    saysNothingOf(inChannel(post), 'Sans suite')
  })

  it('is nothing in one press after a vote at a workshop, and that is taken back in another', async () => {
    const { bot } = at
    const menu = await openMenu(bot)
    const form = await bot.as(MAELLE).presses(menu, 'Un atelier')
    const workshop = {
      ...{ title: 'Le lycée de demain', axis: 'usager', date: '2027-05-20', place: 'Salle Garonne' },
      ...{ seats: '8', channel: WORKSHOPS.id },
    }
    await bot.as(MAELLE).presses(await bot.as(MAELLE).presses(form, 'Voir l’aperçu', workshop), 'Publier')
    await bot.settle()
    const announced = found(bot.as(AHMED).reads(WORKSHOPS).at(-1), 'the workshop')
    await bot.as(KARIM).presses(announced, 'Je participe')
    const [, held = ''] = /"workshop":"(\w+)"/.exec(JSON.stringify(announced.card)) ?? []
    const room = { audience: `workshop:${held}`, nonce: 'nonce-of-a-ballot-of-a-room' }
    const typed = { ...FILLED, question: 'Quelle table suivre ?', options: 'La 1\nLa 2' }
    const { id } = await bot.api(MAELLE).post<BallotView>('/ballots', { ...typed, ...room })
    await bot.settle()
    const post = found(bot.as(MAELLE).reads(WORKSHOPS).at(-1), 'the ballot')
    await bot.as(KARIM).presses(post, voteFor('La 1'))
    await closeBallot(bot, post)
    await bot.later(SECOND)
    says(inChannel(post), 'La suite sera dite avant le')
    const seen = await seenByLab(post)
    const none = await bot.as(MAELLE).presses(seen, 'Sans suite', {}, AGAIN)
    says(none, 'Sans suite. Vous pouvez l’annuler jusqu’à')
    assert.equal((await awaited()).count, 0)
    const back = await bot.as(MAELLE).presses(none, 'Annuler', {}, AGAIN)
    says(back, 'La suite sera dite avant le')
    assert.equal((await awaited()).count, 1)
    await bot.later(UNDO_TIME)
    says(inChannel(post), 'La suite sera dite avant le')
    await bot.as(MAELLE).presses(await seenByLab(post), 'Sans suite')
    await bot.later(UNDO_TIME)
    says(inChannel(post), 'Sans suite.')
    const { items } = await bot.api(MAELLE).get<Page<AuditView>>('/audit')
    const kept = items.filter(({ act }) => act === 'ballots.no-sequel').map(({ thing }) => thing)
    assert.deepEqual(kept, [id, `${id}:undone`, id])
  })
})
