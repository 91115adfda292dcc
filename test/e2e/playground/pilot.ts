import assert from 'node:assert/strict'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { whenWords } from '../../../src/features/workshops/index.ts'
import { exact } from '../../../src/kernel/personal-data/counts.ts'
import { momentOf } from '../../../src/kernel/time/time-zone.ts'
import type { Card } from './chat.ts'
import { dayIn, later, why } from './foot.ts'
import { CAST, DIRECTION, type Stage } from './stage.ts'
import {
  announce,
  axisIn,
  IDEA,
  OPTIONS,
  openBallot,
  QUESTION,
  shareCommitments,
  WORKSHOP,
  waitingIdea,
} from './town.ts'

const [SECOND, THIRD] = ['Une deuxième idée, plus courte', 'Une idée de la mi-avril']
const THERE = /Ateliers et idées/
const at = (stage: Stage, day: string, time: string) => momentOf(day, time, stage.words.zone) ?? assert.fail()

/** « Publier dans mon canal »: the draft, changed, stands in the channel under the pilot's name. */
async function publish(
  stage: Stage,
  card: Card,
  draft: string,
  text: string,
  act: (post: Card) => Promise<void>,
) {
  const { say, chat } = stage
  await card.press(say('nudge.publish'))
  await card.shows(say('nudge.post.where', { places: 'Faire Administration · Ateliers et idées' }))
  assert.equal(await card.typed(say('nudge.post.text')), draft)
  await card.shoot('post-form')
  await card.press(say('message.back'))
  await card.press(say('nudge.publish'))
  await card.shows(say('nudge.post.text'))
  await card.fill(say('nudge.post.text'), text)
  await card.press(say('nudge.post.send'))
  await card.shows(say('nudge.post.done'), text)
  await card.shoot('post-done')
  await stage.deliver()
  const direction = stage.app.programme.direction(DIRECTION)?.name ?? ''
  await chat.elsewhere(THERE, async last => {
    const post = await last(text)
    await post.shows(say('nudge.post.by', { name: stage.pilot.name, direction }))
    await post.shoot('post')
    await act(post)
  })
}

export async function axisSilent(stage: Stage): Promise<void> {
  const { say, chat, words } = stage
  await stage.on('2027-04-05')
  const axis = axisIn(stage, 'transitions')
  const title = say('nudge.silent', { axis })
  const card = await chat.arrived(title)
  await card.shows(say('nudge.silent.sentence'))
  await card.shoot('axis-silent')
  await why(stage, card, { topic: 'axis-silent', title })
  const days = { tomorrow: '2027-04-06', nextWeek: '2027-04-12' }
  await later(stage, card, title, days, days.tomorrow)
  const text = words.language === 'fr' ? 'Et vous, que changeriez-vous ?' : 'What would you change?'
  await publish(stage, card, say('post.axis', { axis }), text, async post => {
    await post.press(say('command.idee'))
    await post.shows(say('idea.form.title'))
  })
  await stage.on('2027-04-06')
  const again = await chat.arrived(title)
  await again.press(say('command.idee'))
  await again.shows(say('idea.form.title'))
  await again.fill(say('idea.label'), 'Préparer les départs à la retraite à deux')
  await again.choose(axis)
  await again.press(say('idea.send'))
  await again.shows(say('idea.received'))
  assert.equal(await stage.count('idea', { author: stage.pilot.id, axis: 'transitions' }), 1)
}

export async function workshopWeek(stage: Stage): Promise<void> {
  const { say, chat } = stage
  await stage.on('2027-04-07', '12:00')
  const workshop = await announce(stage, '2027-04-14', '14:00')
  await stage.on('2027-04-08')
  const card = await chat.arrived(WORKSHOP)
  const sentence = say('nudge.workshop', { days: 6, count: exact('seats', 12) })
  await card.shows(sentence, 'Hôtel de Région, Toulouse')
  await card.shoot('workshop-week')
  await why(stage, card, { topic: 'workshop-soon', title: sentence, date: dayIn(stage, '2027-04-14') })
  const days = { tomorrow: '2027-04-09', nextWeek: '2027-04-12' }
  await later(stage, card, sentence, days, days.nextWeek)
  await card.press(say('nudge.publish'))
  await card.shows(say('nudge.post.text'))
  await card.press(say('message.back'))
  await card.shows(sentence)
  for (const text of [IDEA, SECOND]) await waitingIdea(stage, text)
  await stage.on('2027-04-12')
  const again = await chat.arrived(WORKSHOP)
  await again.shows(say('nudge.workshop', { days: 2, count: exact('seats', 12) }))
  await again.press(say('workshop.join'))
  await again.shows(say('workshop.joined'))
  assert.equal(await stage.count('registration', { workshop_id: workshop, answer: 'yes' }), 1)
}

export async function workshopTomorrow(stage: Stage): Promise<void> {
  const { say, chat, words } = stage
  await stage.on('2027-04-14', '12:00')
  const workshop = await announce(stage, '2027-04-16', '09:00')
  await stage.on('2027-04-15')
  const sentence = say('nudge.workshop', { days: 1, count: exact('seats', 12) })
  const card = await chat.arrived(sentence)
  assert.equal(await chat.news(), 1)
  await card.shoot('workshop-tomorrow')
  await why(stage, card, { topic: 'workshop-tomorrow', title: sentence, date: dayIn(stage, '2027-04-16') })
  await later(stage, card, sentence, { tomorrow: '2027-04-16' })
  const moment = { startsAt: at(stage, '2027-04-16', '09:00'), endsAt: at(stage, '2027-04-16', '17:00') }
  const when = whenWords(words, moment)
  const text = words.language === 'fr' ? 'Qui vient avec moi demain ?' : 'Who comes with me tomorrow?'
  await publish(stage, card, say('post.workshop', { title: WORKSHOP, when }), text, async post => {
    await post.press(say('workshop.join'))
    await post.shows(say('workshop.joined'))
  })
  assert.equal(await stage.count('registration', { workshop_id: workshop, answer: 'yes' }), 1)
  await waitingIdea(stage, THIRD)
}

export async function ideasWaiting(stage: Stage): Promise<void> {
  const { say, chat } = stage
  await stage.on('2027-04-19')
  const days = { days: 10 }
  const title = say('nudge.ideas.several', days)
  const card = await chat.arrived(title)
  await card.shows(
    IDEA,
    axisIn(stage, 'equipe'),
    say('nudge.idea.received', { date: dayIn(stage, '2027-04-08') }),
  )
  await card.shoot('ideas-waiting')
  await why(stage, card, { topic: 'ideas-waiting', title })
  await later(stage, card, title, { tomorrow: '2027-04-20', nextWeek: '2027-04-26' })
  await card.fill(say('nudge.answer.label'), 'Le service essaie ce carnet en juin.')
  await card.press(say('nudge.answer'))
  await card.shows(say('nudge.ideas.answered.sub'), 'Le service essaie ce carnet en juin.')
  await card.shoot('ideas-answered')
  await stage.pass(TELL_AFTER)
  assert.equal(await stage.count('idea', { text: IDEA, state: 'answered' }), 1)
  await card.press(say('nudge.next'))
  await card.shows(say('nudge.ideas.one', days), SECOND)
  await card.fill(say('nudge.answer.label'), 'Oui.')
  await card.press(say('nudge.answer'))
  await card.shows(say('nudge.ideas.answered.sub'))
  assert.ok(!(await card.buttons()).includes(say('nudge.next')))
  await stage.pass(TELL_AFTER)
  assert.equal(await stage.count('idea', { text: SECOND, state: 'answered' }), 1)
}

export async function horizons(stage: Stage): Promise<void> {
  const { say, chat } = stage
  await shareCommitments(stage, '2027-04-30', 6)
  await stage.on('2027-04-23')
  const title = say('nudge.horizons', { count: exact('shared', 6) })
  const card = await chat.arrived(title)
  await card.shows(say('nudge.horizons.sentence', { date: dayIn(stage, '2027-04-30') }))
  await card.shoot('horizons')
  await why(stage, card, { topic: 'horizons', title })
  await later(stage, card, title, { nextWeek: '2027-04-26' }, '2027-04-26')
  await card.press(say('command.engager'))
  await card.shows(say('commit.title'))
  await card.choose(axisIn(stage, 'usager'))
  await card.fill(say('commit.text'), 'Relire mes courriers avec un usager')
  await card.press(say('commit.take'))
  await card.shows(say('commit.taken'))
  // The form began with that end, about two months on; the next week speaks of one that is nearer.
  const [taken] = await stage.rows('commitment', { person_id: stage.pilot.id, horizon: '2027-06-30' })
  await stage.act(CAST.maelle, 'commitments.move', { commitment: taken?.id, horizon: '2027-04-30' })
  assert.equal(await stage.count('commitment', { person_id: stage.pilot.id, horizon: '2027-04-30' }), 1)
}

/** The one put off comes beside the week's message, in which each thing is done in place. */
export async function digest(stage: Stage): Promise<void> {
  const { say, chat, words } = stage
  const workshop = await announce(stage, '2027-04-30', '14:00')
  await stage.on('2027-04-26')
  const near = await chat.arrived(say('nudge.horizons.sentence', { date: dayIn(stage, '2027-04-30') }))
  await near.press(say('commit.near'))
  await near.shows(say('commit.near.title'), 'Relire un courrier')
  await near.shoot('horizons-near')
  const title = say('nudge.digest')
  const card = await chat.arrived(title)
  const moment = { startsAt: at(stage, '2027-04-30', '14:00'), endsAt: at(stage, '2027-04-30', '17:00') }
  const draft = say('post.workshop', { title: WORKSHOP, when: whenWords(words, moment) })
  await card.shows(
    THIRD,
    draft,
    say('nudge.week.ready', { places: 'Faire Administration · Ateliers et idées' }),
  )
  await card.shoot('digest')
  await why(stage, card, { topic: 'digest', title })
  await later(stage, card, title, { tomorrow: '2027-04-27' })
  await card.fill(say('nudge.answer.label'), 'Nous en parlons jeudi.')
  await card.press(say('nudge.answer'))
  await card.shows(say('nudge.week.answered'), 'Nous en parlons jeudi', say('nudge.week.none'))
  await card.shoot('digest-answered')
  await card.press(say('idea.take-back.answer'))
  await card.shows(say('idea.take-back.done'), THIRD)
  assert.equal(await card.typed(say('nudge.answer.label')), 'Nous en parlons jeudi.')
  await card.press(say('nudge.answer'))
  await card.shows(say('nudge.week.none'))
  await card.press(say('nudge.post.send'))
  await card.shows(say('nudge.post.done'))
  await card.shoot('digest-published')
  assert.ok(!(await card.buttons()).includes(say('nudge.post.send')))
  await stage.deliver()
  assert.equal(await stage.count('pilot_post', { thing: 'workshop', thing_id: workshop }), 1)
}

export async function ballotClosing(stage: Stage): Promise<void> {
  const { say, chat, words } = stage
  await stage.on('2027-05-03', '12:00')
  await openBallot(stage, '2027-05-05')
  await stage.on('2027-05-04')
  const closes = { date: dayIn(stage, '2027-05-05'), time: words.time(at(stage, '2027-05-05', '18:00')) }
  const title = say('nudge.ballot', closes)
  const card = await chat.arrived(title)
  await card.shows(QUESTION)
  await card.shoot('ballot-closing')
  await why(stage, card, { topic: 'ballot-closing', title, date: closes.date })
  await later(stage, card, title, { tomorrow: '2027-05-05' }, '2027-05-05')
  const text = words.language === 'fr' ? 'Plus qu’un jour pour voter.' : 'One day left to vote.'
  await publish(stage, card, say('post.ballot', closes), text, async post => {
    await post.shows(QUESTION, ...OPTIONS)
    await post.press(say('ballot.seeMine'))
    await post.shows(say('ballot.notYet'))
  })
  await stage.on('2027-05-05')
  await ballotAgain(stage)
}

/** The next day it is there again: the vote is given on it. */
async function ballotAgain(stage: Stage): Promise<void> {
  const { say, chat, words } = stage
  const closes = { date: dayIn(stage, '2027-05-05'), time: words.time(at(stage, '2027-05-05', '18:00')) }
  const card = await chat.arrived(say('nudge.ballot', closes))
  const choice = OPTIONS[0] ?? ''
  await card.tap(say('ballot.tap', { choice }))
  await card.shows(say('ballot.registered.is', { choice }))
  assert.equal(await stage.count('vote', { person_id: stage.pilot.id }), 1)
}
