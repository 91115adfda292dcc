import assert from 'node:assert/strict'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { FiguresView } from '../../../src/tabs/contract/figures/figures.ts'
import type { WaitingView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { PreferencesView } from '../../../src/tabs/contract/messages.ts'
import type { Shown } from '../../support/teams/index.ts'
import type { Event } from './calendar.ts'
import { itemOn, spaced } from './cards.ts'
import type { Ideas } from './first-days.ts'
import { at } from './play.ts'
import type { Stage, Workshop } from './stage.ts'

const YES = { verb: 'workshops.answer', data: { answer: 'yes' } } as const
const NO = { verb: 'workshops.answer', data: { answer: 'no' } } as const

/** What the manager reads of the Direction on a Monday morning. */
export async function readFigures({ pascal, t, wordsOf }: Stage): Promise<FiguresView> {
  const figures = await pascal.api.get<FiguresView>('/directions/lycees/figures')
  const words = wordsOf(pascal.who)
  const count = words.say('count.rounded', { count: figures.participation.count })
  await pascal.does(t.figures(count, spaced(words.number(figures.direction.headcount))), async () => {})
  return figures
}

/** The weekend: a ballot was voted, a commitment taken; Inès answers before the nudge that was due on Monday. */
export async function vote(stage: Stage, post: Shown, talk: Workshop): Promise<void> {
  const { play, t, wordsOf, maelle, camille, nadia, owen, ines } = stage
  /** The card in the channel is in the programme's language. */
  const tap = (choice: string) => ({
    verb: 'ballots.vote',
    title: wordsOf(maelle.who).say('ballot.tap', { choice }),
  })
  await play.until('2027-04-30', '14:00')
  await camille.presses(post, tap(t.bookletCorrected))
  await owen.presses(post, tap(t.option))
  await nadia.presses(post, tap(t.bookletCorrected))
  const form = await camille.asks(t.commit)
  const words = { text: t.commitment, axis: 'usager', horizon: '2027-06-30', visibility: 'everyone' }
  await camille.presses(form, { verb: 'commitments.take' }, words)

  await play.until('2027-05-02', '21:00')
  await ines.presses(talk.post, NO)
  ines.noted({ kind: 'answered', thing: talk.id })
}

/** Monday 3 May: figures, a pause, a workshop that moves, a first answer after hours. */
export async function move(stage: Stage, schools: Workshop, ideas: Ideas): Promise<void> {
  const { play, t, maelle, owen, pascal, ines } = stage
  await play.until('2027-05-03', '09:00')
  play.saysNothingCame(t.refused, ines.who)
  await play.until('2027-05-03', '10:00')
  await owen.does(t.pauses, () =>
    owen.api.put<PreferencesView>('/me/messages', { pausedUntil: '2027-05-09' }),
  )
  owen.noted({ kind: 'paused', until: at('2027-05-10', '00:00') })

  await play.until('2027-05-03', '15:00')
  const mine = await maelle.opens(schools.post, { verb: 'workshops.mine' })
  const form = await maelle.opens(mine, { verb: 'workshops.change-form' })
  const asked = await maelle.opens(form, { verb: 'workshops.change' }, { start: '14:00', end: '17:00' })
  await maelle.presses(asked, { verb: 'workshops.change' })

  await play.until('2027-05-03', '18:20')
  const { items } = await pascal.api.get<WaitingView>('/directions/lycees/waiting')
  await pascal.does(t.waiting(items.length), async () => {})
  await answer(stage, ideas.booklet, t.bookletCorrected, t.yesBooklet)
}

async function answer({ pascal, t }: Stage, idea: string, title: string, text: string): Promise<void> {
  await pascal.does(t.answers(title), async () => {
    for (let times = 0; times < 2; times++) await pascal.api.post(`/ideas/${idea}/answer`, { text })
  })
}

/** Tuesday 4 May: the server is down from eight in the morning to seven in the evening. */
export async function restart({ play, t }: Stage): Promise<void> {
  await play.until('2027-05-04', '08:00')
  play.say(t.down)
  await play.restart(11 * HOUR)
  play.say(t.up)
}

/** Wednesday 5 May: a nudge, answered in place; a second answer of the manager. */
export async function joinInPlace(
  stage: Stage,
  schools: Workshop,
  ideas: Ideas,
  before: Event,
): Promise<void> {
  const { play, t, ines, camille } = stage
  await play.until('2027-05-05', '09:20')
  await ines.presses(play.lastTo(ines.who, 'workshop-soon'), YES)
  ines.noted({ kind: 'answered', thing: schools.id })
  const moved = await stage.fetchCalendar(camille, play.lastTo(camille.who, 'workshop-moved'))
  assert.deepEqual([moved.uid, moved.sequence], [before.uid, before.sequence + 1])
  assert.equal(moved.starts, at('2027-05-11', '14:00'))
  await play.until('2027-05-05', '16:00')
  await answer(stage, ideas.bikes, 'Shared bikes between two schools', t.yesBikes)
  play.say(t.enough)
}

/** Ascension, then Friday 7 May: what was due on the holiday comes a day later; Inès stops the topic. */
export async function stop(stage: Stage, ideas: Ideas): Promise<void> {
  const { play, t, ines, camille, pascal } = stage
  await play.until('2027-05-06', '12:00')
  play.saysNothingCame(t.holiday)
  await play.until('2027-05-07', '09:30')
  const why = await ines.presses(play.lastTo(ines.who, 'workshop-soon'), { verb: 'messages.why' })
  await ines.presses(why, { verb: 'messages.stop' })
  ines.noted({ kind: 'stopped', topic: 'workshop-soon' })
  const list = await camille.asks(t.myCommitments)
  const one = await camille.opens(list, { verb: 'commitments.show' })
  const form = await camille.opens(one, { verb: 'commitments.note-form' })
  await camille.presses(form, { verb: 'commitments.note' }, { text: t.note })
  await pascal.does(t.rewords(t.bookletCorrected), () =>
    pascal.api.post(`/ideas/${ideas.booklet}/answer`, { text: t.yesBookletAgain }),
  )
  // What moved since her first card, in one: she opens a row, and comes back.
  await play.until('2027-05-07', '11:30')
  const rows = play.lastTo(camille.who, 'moves')
  const opened = await camille.presses(rows, { verb: 'returns.item', data: { item: itemOn(rows.card) } })
  const back = await camille.presses(opened, { verb: 'returns.message' })
  assert.equal(back.text, rows.text)
}
