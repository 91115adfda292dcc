import assert from 'node:assert/strict'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { CAST, CHANNEL, DIRECTION, type Stage } from './stage.ts'

const { nadia, camille } = CAST

/** What the others do, through the same door as everybody. */
export const IDEA = 'Un carnet de passation d’une page, relu par celle ou celui qui arrive'
export const QUESTION = 'Quelle idée essayer d’abord à la rentrée ?'
export const OPTIONS = ['Un carnet de passation', 'Un courrier relu à deux']
export const PLACE = 'Hôtel de Région, Toulouse'
export const HOST = 'teams.microsoft.com'
export const WORKSHOP = 'Accompagner les transitions professionnelles'

/** As the programme's axes are called. */
export function axisIn({ app, words }: Stage, id: string): string {
  return app.programme.axis(id)?.title[words.language] ?? assert.fail(id)
}

/** And the time in which the answer can be taken back is over. */
export async function answerIdea(stage: Stage, idea: unknown): Promise<void> {
  await stage.act(camille, 'ideas.answer', { idea, text: 'Essayons-le deux mois, puis décidons.' })
  await stage.pass(TELL_AFTER)
}

/** The Direction's channel is bound, and on four of five axes something was said and answered. */
export async function settle(stage: Stage): Promise<void> {
  await stage.act(camille, 'channels.bind', { channel: CHANNEL, part: 'channel', direction: DIRECTION })
  for (const axis of ['territoires', 'usager', 'employeur', 'equipe']) {
    const { idea } = await stage.act(nadia, 'ideas.submit', { text: `Un premier essai : ${axis}`, axis })
    await answerIdea(stage, idea)
  }
}

const SHEET = {
  title: WORKSHOP,
  axis: 'employeur',
  start: '09:00',
  end: '17:00',
  place: PLACE,
  link: `https://${HOST}/l/meetup-join/1`,
  seats: '12',
}

/** Answers its id. */
export async function announce(stage: Stage, date: string, start: string): Promise<string> {
  const made = await stage.act(camille, 'workshops.publish', { ...SHEET, date, start, channel: CHANNEL })
  return String(made.id)
}

/** Of the workshop on 16 April. */
export async function movePlace(stage: Stage, workshop: unknown, place: string): Promise<void> {
  await stage.act(camille, 'workshops.change', {
    ...{ ...SHEET, workshop, date: '2027-04-16', place },
    sure: true,
  })
}

/** Answers the name of the new pilot. */
export async function handOver(stage: Stage): Promise<string> {
  const [person] = await stage.rows('person', { object_id: nadia?.objectId ?? '' })
  await stage.act(camille, 'people.hand-over', { direction: DIRECTION, to: person?.id })
  return nadia?.name ?? ''
}

/** More options than can be pressed on their rows: they are chosen from a list. */
export const LISTED = 'Quel jour se retrouver ?'
export const DAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi']

export async function openBallot(
  stage: Stage,
  date: string,
  question = QUESTION,
  options = OPTIONS,
): Promise<void> {
  const form = { question, options: options.join('\n'), date, time: '18:00', channel: CHANNEL }
  await stage.act(camille, 'ballots.open', form)
}

export async function waitingIdea(stage: Stage, text: string): Promise<void> {
  await stage.act(nadia, 'ideas.submit', { text, axis: 'equipe' })
}

export async function shareCommitments(stage: Stage, horizon: string, count: number): Promise<void> {
  for (let at = 1; at <= count; at++) {
    const text = `Relire un courrier sur ${at} avec un usager`
    await stage.act(nadia, 'commitments.take', { axis: 'usager', text, horizon, visibility: 'direction' })
  }
}
