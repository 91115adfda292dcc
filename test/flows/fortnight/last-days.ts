import assert from 'node:assert/strict'
import type { Ideas } from './first-days.ts'
import type { Stage } from './stage.ts'

/** Monday 10 May: a nudge is put off, a ballot closes by the clock, a commitment is taken up. */
export async function putOff(stage: Stage, ideas: Ideas): Promise<void> {
  const { play, t, ines, owen } = stage
  await play.until('2027-05-10', '09:30')
  play.say(t.stoppedTopic)
  const later = await ines.presses(play.lastTo(ines.who, 'ideas-waiting'), { verb: 'messages.why' })
  const [tomorrow = ''] = later.buttons
  await ines.presses(later, tomorrow)
  ines.noted({ kind: 'put off', topic: 'ideas-waiting', thing: ideas.helmet })
  await play.until('2027-05-10', '14:00')
  const form = await owen.opens(await owen.asks('my commitments'), { verb: 'commitments.near' })
  const taking = await owen.presses(form, { verb: 'commitments.me-too' })
  await owen.presses(taking, { verb: 'commitments.take' }, { horizon: '2027-06-30' })
}

/** Tuesday 11 May: Inès answers from her chat; Nadia adds the app and hears what still counts. */
export async function answerInPlace(stage: Stage, ideas: Ideas): Promise<void> {
  const { play, t, ines, nadia } = stage
  await play.until('2027-05-11', '09:10')
  await ines.presses(play.lastTo(ines.who, 'ideas-waiting'), { verb: 'nudges.answer' }, { text: t.yesHelmet })
  ines.noted({ kind: 'answered', thing: ideas.helmet })
  await play.until('2027-05-11', '10:30')
  assert.deepEqual(nadia.gestures().reads(), [])
  await nadia.does(t.adds, async () => {
    for (let times = 0; times < 2; times++) await nadia.gestures().installs()
  })
}

/**
 * Wednesday 12 May ends the fortnight: Inès hands over to Nadia, who hears of it at once, and the day after of what
 * there is to do.
 */
export async function end({ play, t, ines, nadia }: Stage): Promise<void> {
  await play.until('2027-05-12', '12:00')
  play.say(t.oneMore)
  const menu = await ines.types(t.handOver)
  await ines.presses(menu, { verb: 'people.hand-over' }, { to: nadia.who.name })
  ines.noted({ kind: 'handed over' })
  await play.until('2027-05-17', '12:00')
  play.saysNothingCame(t.whitMonday)
  await play.until('2027-05-19', '00:00')
}
