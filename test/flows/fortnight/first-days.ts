import assert from 'node:assert/strict'
import { IDEAS, type Shown } from '../../support/teams/index.ts'
import type { Event } from './calendar.ts'
import { gistOf, spaced } from './cards.ts'
import type { Stage, Workshop } from './stage.ts'

export type Ideas = { readonly booklet: string; readonly bikes: string; readonly helmet: string }

type Announced = { readonly schools: Workshop; readonly talk: Workshop; readonly event: Event }

/** Thursday 29 April: two workshops and a box. Nadia has no chat with the bot: she acts in the channels. */
export async function announceAndAnswer(stage: Stage): Promise<Announced> {
  const { play, t, nadia, camille, owen } = stage
  await play.until('2027-04-29', '10:00')
  const when = { date: '2027-05-11', start: '09:30', end: '12:30' }
  const schools = await stage.announce({ title: t.schools, axis: 'usager', ...when })
  const soon = { date: '2027-05-07', start: '14:00', end: '16:00' }
  const talk = await stage.announce({ title: t.talk, axis: 'equipe', ...soon })

  const join = { verb: 'workshops.answer', data: { answer: 'yes' } }
  const mine = await camille.presses(schools.post, join)
  const event = await stage.fetchCalendar(camille, mine)
  await owen.presses(schools.post, join)
  const asked = await nadia.presses(schools.post, join)
  await nadia.opens(asked, { verb: 'people.direction' }, { direction: 'mobilites' })
  stage.name({ schools: schools.id, talk: talk.id })
  return { schools, talk, event }
}

async function invited({ wordsOf, nadia, t }: Stage, links: readonly string[]): Promise<void> {
  assert.match(links.join(), /teams\.microsoft\.com\/l\/app\//, 'nobody tells Nadia how to add the app')
  await nadia.does(t.invited(wordsOf(nadia.who).say('install.add')), async () => {})
}

/** The rest of that Thursday: ideas by a box, in the chat, in a channel; one taken back, one corrected. */
export async function dropIdeas(stage: Stage): Promise<Ideas> {
  const { play, t, nadia, camille, owen } = stage
  await play.until('2027-04-29', '11:00')
  const box = await stage.openBox()
  const sent = await nadia.presses(box, { verb: 'ideas.submit' }, { text: t.helmet, axis: 'transitions' })
  await invited(stage, sent.links)

  const hasty = await camille.types(`${t.idea} ${t.hasty}`)
  await play.until('2027-04-29', '11:12')
  await camille.presses(hasty, { verb: 'ideas.undo' })
  const told = await camille.types(`${t.idea} ${t.booklet}`)
  const placed = await camille.opens(told, { verb: 'ideas.set-axis' }, { axis: 'equipe' })
  const form = await camille.opens(placed, { verb: 'ideas.correct-form' })
  await camille.presses(form, { verb: 'ideas.correct' }, { text: t.bookletCorrected })

  await play.until('2027-04-29', '14:00')
  const aloud = await owen.types('idea Shared bikes between two schools', IDEAS)
  const axis = await owen.opens(aloud, { verb: 'ideas.ask-axis' })
  await owen.opens(axis, { verb: 'ideas.set-axis' }, { axis: 'transitions' })
  await camille.presses(aloud, { verb: 'ideas.support' })
  const ideas = {
    booklet: await stage.ideaCalled(t.bookletCorrected),
    bikes: await stage.ideaCalled('Shared bikes between two schools'),
    helmet: await stage.ideaCalled(t.helmet),
  }
  stage.name(ideas)
  return ideas
}

/** Friday 30 April: the message extension, supports, comments, and two more workshops. */
export async function talkItOver(stage: Stage, ideas: Ideas): Promise<Shown> {
  const { play, t, nadia, camille, owen, ines, wordsOf } = stage
  await play.until('2027-04-30', '09:30')
  const inserted = await camille.does(t.inserts(t.bookletCorrected), async () => {
    const { found } = await camille.gestures().searches('Micro-idées', t.bookletCorrected)
    assert.ok(found[0], 'the search finds nothing')
    return camille.gestures().inserts(found[0], IDEAS)
  })
  await owen.presses(inserted, { verb: 'ideas.support' })
  const form = await owen.opens(inserted, { verb: 'ideas.comment-form' })
  await owen.presses(form, { verb: 'ideas.comment' }, { text: t.comment })

  const helmet = stage.lastWith(IDEAS, t.helmet)
  for (const one of [camille, ines]) await one.presses(helmet, { verb: 'ideas.support' })

  await play.until('2027-04-30', '10:30')
  const dialog = await nadia.gestures().chooses('En faire une micro-idée', t.message)
  const send = wordsOf(nadia.who).say('idea.send')
  const filled = { text: t.map, axis: 'usager' }
  const done = await nadia.gestures().submits(dialog, send, filled, { again: 2 })
  await nadia.does(t.quotes(spaced(gistOf(done.card))), async () => {})

  await play.until('2027-04-30', '11:00')
  const noon = { date: '2027-05-12', start: '14:00', end: '15:30' }
  const coffee = await stage.announce({ title: t.coffee, axis: 'equipe', ...noon })
  const friday = { date: '2027-05-14', start: '14:00', end: '16:00' }
  const transport = await stage.announce({ title: t.transport, axis: 'territoires', ...friday })
  const ballot = await stage.openBallot([ideas.booklet, ideas.bikes])
  stage.name({ coffee: coffee.id, transport: transport.id, map: await stage.ideaCalled(t.map) })
  stage.name({ vote: await stage.ballotOpen() })
  return ballot
}
