import assert from 'node:assert/strict'
import { momentOf } from '../../../src/kernel/time/time-zone.ts'
import { even } from './chat.ts'
import { dayIn, later, why } from './foot.ts'
import { DIRECTION, type Stage } from './stage.ts'
import { answerIdea, handOver, movePlace, OPTIONS, openBallot, PLACE, QUESTION, WORKSHOP } from './town.ts'

const noon = (stage: Stage, day: string) => momentOf(day, '12:00', stage.words.zone) ?? assert.fail()

export async function ideaAnswered(stage: Stage): Promise<void> {
  const { say, chat } = stage
  await stage.on('2027-04-06', '11:00')
  const [idea] = await stage.rows('idea', { author: stage.pilot.id, state: 'received' })
  await answerIdea(stage, idea?.id)
  const card = await chat.arrived('Essayons-le deux mois')
  const title = 'Préparer les départs à la retraite à deux'
  await card.shows(title, say('idea.state.answered'))
  await card.shoot('idea-answered')
  await why(stage, card, { topic: 'idea-answered', title })
  await later(stage, card, title, { tomorrow: '2027-04-07', nextWeek: '2027-04-12' })
  await card.press(say('commit.take'))
  await card.shows(say('commit.title'))
  await card.press(say('later'))
  await card.shows(title)
  await card.press(say('idea.another'))
  await card.shows(say('idea.form.title'))
}

export async function myWorkshop(stage: Stage): Promise<void> {
  const { say, chat } = stage
  await stage.on('2027-04-13')
  const title = say('nudge.me.workshop', { days: 1, date: '' })
  const card = await chat.arrived(title)
  await card.shows(WORKSHOP)
  await card.shoot('my-workshop-tomorrow')
  const told = { topic: 'my-workshop-tomorrow', title, date: dayIn(stage, '2027-04-14') } as const
  await why(stage, card, { ...told, counts: false })
  await later(stage, card, title, { tomorrow: '2027-04-14' })
  const calendar = await card.opens(say('workshop.calendar'))
  assert.match(await (await fetch(calendar)).text(), /^BEGIN:VCALENDAR[\s\S]*Accompagner les transitions/)
  assert.match(await card.opens(say('workshop.open')), /teams\.microsoft\.com\/l\/meetup-join/)
  await card.press(say('workshop.leave'))
  await card.shows(say('workshop.declined'))
  assert.equal(await stage.count('registration', { person_id: stage.pilot.id, answer: 'yes' }), 0)
}

export async function myHorizon(stage: Stage): Promise<void> {
  const { say, chat, words, pilot } = stage
  const held = (day: string) =>
    stage.count('commitment', { person_id: pilot.id, horizon: day, state: 'taken' })
  await stage.on('2027-04-27')
  const title = say('nudge.me.horizon', { date: dayIn(stage, '2027-04-30') })
  const card = await chat.arrived(title)
  await card.shows('Relire mes courriers avec un usager')
  await card.shoot('my-horizon')
  await why(stage, card, { topic: 'my-horizon', title, counts: false })
  await later(stage, card, title, { tomorrow: '2027-04-28' }, '2027-04-28')
  await card.press(say('commit.note'))
  await card.fill(say('commit.note.text'), 'Deux courriers relus.')
  await card.press(say('commit.note.save'))
  await card.shows(say('commit.note.done'))
  assert.equal(await stage.count('commitment_note', { text: 'Deux courriers relus.' }), 1)
  await stage.on('2027-04-28')
  const again = await chat.arrived(title)
  const end = say('commit.horizon.end', { month: words.month(noon(stage, '2027-05-31')) })
  await again.pick(say('commit.move'), end)
  await again.press(say('commit.move'))
  await again.shows(say('commit.move.done'))
  assert.deepEqual([await held('2027-04-30'), await held('2027-05-31')], [0, 1])
}

/** It was moved to that day. */
export async function myHorizonMoved(stage: Stage): Promise<void> {
  const { say, chat, pilot } = stage
  await stage.on('2027-05-28')
  const last = await chat.arrived(say('nudge.me.horizon', { date: dayIn(stage, '2027-05-31') }))
  await last.press(say('commit.keep'))
  await last.shows(say('commit.keep.done'))
  assert.equal(await stage.count('commitment', { person_id: pilot.id, state: 'kept' }), 1)
}

/** Once she is a pilot no more, who hears of it as one: on the day before it closes; then, put off, the vote is given. */
export async function myBallot(stage: Stage): Promise<void> {
  const { say, chat, words, pilot } = stage
  await stage.on('2027-06-07', '12:00')
  await openBallot(stage, '2027-06-09')
  await stage.on('2027-06-08')
  const closing = momentOf('2027-06-09', '18:00', words.zone) ?? assert.fail()
  const closes = { date: words.shortDay(closing), time: words.time(closing) }
  const title = say('nudge.me.ballot', closes)
  const card = await chat.arrived(title)
  await card.shows(QUESTION)
  await card.shoot('my-ballot-closing')
  await why(stage, card, { topic: 'my-ballot-closing', title, date: closes.date })
  await later(stage, card, title, { tomorrow: '2027-06-09' }, '2027-06-09')
  await stage.on('2027-06-09')
  const again = await chat.arrived(title)
  const choice = OPTIONS[1] ?? ''
  await again.tap(say('ballot.tap', { choice }))
  await again.shows(say('ballot.registered.is', { choice }))
  assert.equal(await stage.count('vote', { person_id: pilot.id }), 2)
}

export async function workshopMoved(stage: Stage): Promise<void> {
  const { say, chat, pilot } = stage
  await stage.on('2027-04-15', '11:00')
  const [held] = await stage.rows('registration', { person_id: pilot.id, answer: 'yes' })
  const place = 'Hôtel de Région, Montpellier'
  await movePlace(stage, held?.workshop_id, place)
  const card = await chat.arrived(place)
  const title = say('workshop.moved', {
    title: WORKSHOP,
    what: say('workshop.moved.place', { now: place, before: PLACE }),
  })
  await card.shows(title)
  await card.shoot('workshop-moved')
  await why(stage, card, { topic: 'workshop-moved', title, counts: false })
  await later(stage, card, title, { tomorrow: '2027-04-16' })
  await card.press(say('workshop.leave'))
  await card.shows(say('workshop.declined'))
  assert.equal(await stage.count('registration', { person_id: pilot.id, answer: 'yes' }), 0)
}

/** The last: somebody else is the pilot now. */
export async function relayed(stage: Stage): Promise<void> {
  const { say, chat, app } = stage
  await stage.on('2027-06-01')
  const name = await handOver(stage)
  const direction = app.programme.direction(DIRECTION)?.name ?? ''
  const title = say('nudge.relay.agent', { direction })
  const card = await chat.arrived(title)
  await card.shows(say('nudge.relay.agent.by', { name }), say('nudge.relay.agent.stays'))
  await card.shoot('relay')
  await why(stage, card, { topic: 'relay', title, counts: false })
  assert.deepEqual(await card.buttons(), [even(say('message.why'))])
}
