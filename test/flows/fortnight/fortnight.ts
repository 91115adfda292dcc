import type { WholeLanguage } from '../../../src/kernel/text/language.ts'
import { arrive } from './arrivals.ts'
import { announceAndAnswer, dropIdeas, talkItOver } from './first-days.ts'
import { answerInPlace, end, putOff } from './last-days.ts'
import { type Six, sixPeople } from './people.ts'
import { at, openPlay, type Play } from './play.ts'
import { joinInPlace, move, readFigures, restart, stop, vote } from './second-week.ts'
import { createStage } from './stage.ts'

type Options = { readonly language: WholeLanguage; readonly url: string; readonly programmeFile?: string }

/**
 * Thursday 29 April to Wednesday 12 May 2027, and the Tuesday after: two weekends, 1 and 8 May among them, Ascension on
 * Thursday 6, Whit Monday on 17. `url`: a database that can be opened twice.
 */
export async function openFortnight(options: Options) {
  const six = sixPeople(options.language)
  const play = await openPlay({ ...options, people: Object.values(six), start: at('2027-04-29', '08:00') })
  return {
    play,
    six,
    /** Answers what the manager read before and after. @throws when an act meets what it does not expect. */
    run: () => run(play, six),
  }
}

async function run(play: Play, six: Six) {
  const stage = createStage(play, six)
  await arrive(stage, '2027-04-29')
  const { schools, talk, event } = await announceAndAnswer(stage)
  const ideas = await dropIdeas(stage)
  const ballot = await talkItOver(stage, ideas)
  await vote(stage, ballot, talk)
  await play.until('2027-05-03', '08:30')
  const before = await readFigures(stage)
  await move(stage, schools, ideas)
  await restart(stage)
  await joinInPlace(stage, schools, ideas, event)
  await stop(stage, ideas)
  await play.until('2027-05-10', '08:30')
  const after = await readFigures(stage)
  await putOff(stage, ideas)
  await answerInPlace(stage, ideas)
  await end(stage)
  return [before, after] as const
}
