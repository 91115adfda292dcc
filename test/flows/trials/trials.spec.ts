import assert from 'node:assert/strict'
import type { TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import { type Engine, onEachEngine, sqlite } from '../../support/database/engines.ts'
import { type Bot, freshBot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import { KARIM, MAELLE, type Person } from '../../support/sign-in/cast.ts'
import { perWeek, type StoryLine } from './ledger.ts'
import { playFour, playGeneralised, playStopped, type TrialPlay } from './plays.ts'

/** Messages a week that the shipped programme allows anybody. */
const BUDGET = 3

/** The card that tells of a decision. */
const DECIDED = /Un essai que vous suivez est décidé/

const toldOf = (lines: readonly StoryLine[], words: RegExp) =>
  lines.filter(({ told, what }) => told && words.test(what))

const postedIn = (lines: readonly StoryLine[]) =>
  lines
    .flatMap(({ who, what }) => (who.name.startsWith('#') && what.includes('Pourquoi') ? [who.name] : []))
    .toSorted()

const timesEach = (lines: readonly StoryLine[]) =>
  [...Map.groupBy(lines, ({ who }) => who.name).values()].map(those => those.length)

/** Plays on a bot of its own for each test, and holds it to what holds of all. */
function playing(engine: Engine) {
  const standing = freshBot(engine)
  return async function played(play: TrialPlay) {
    const bot: Bot = standing.bot
    const { stage, id, title } = await play(bot)
    const { lines } = stage.ledger
    const full = [...perWeek(lines)].filter(([, count]) => count > BUDGET)
    assert.deepEqual(full, [], 'nobody gets more in a week than they allow')
    assert.deepEqual(bot.teams.complaints, [])
    const seen = async (who: Person): Promise<TrialView> =>
      found((await stage.trialsOf(who, id)).past[0], 'the decided trial')
    return { stage, lines, title, seen }
  }
}

describe('a trial, played over six weeks', () => {
  const played = playing(sqlite)

  it('goes from a hypothesis to three Directions, and tells each once', async function () {
    this.timeout(300_000)
    const { lines, seen } = await played(playGeneralised)
    const trial = await seen(KARIM)
    assert.equal(trial.decision?.kind, 'generalise')
    assert.equal(trial.testers, 15)
    const [number, question] = trial.measures
    assert.deepEqual(
      number?.kind === 'number' && number.readings.map(({ value }) => value),
      [42, 38, 31, 27.5],
    )
    assert.ok(question?.kind === 'question' && question.rounds.length >= 2, 'rounds of fifteen are shown')
    assert.deepEqual(postedIn(lines), ['# europe', '# lycees', '# numerique'], 'each Direction has one card')
    // Testers, supporters and the author.
    const heard = toldOf(lines, DECIDED)
    assert.ok(heard.length >= 15, `${heard.length} heard`)
    assert.deepEqual(
      timesEach(heard).filter(times => times !== 1),
      [],
    )
  })

  it('stops with the same honours: all who touched it hear why, once', async function () {
    this.timeout(300_000)
    const { lines, seen } = await played(playStopped)
    const { decision } = await seen(MAELLE)
    assert.equal(decision?.kind, 'stop')
    assert.match(decision?.learnt ?? '', /agenda partagé/)
    const heard = toldOf(lines, DECIDED)
    assert.ok(heard.length >= 7, `${heard.length} heard`)
    assert.deepEqual(
      timesEach(heard).filter(times => times !== 1),
      [],
    )
  })
})

onEachEngine('a small trial, played over six weeks', engine => {
  const played = playing(engine)

  it('lives in a lycée on a number and on what four people sign, and shows nothing of what they answer', async function () {
    this.timeout(300_000)
    const { seen } = await played(playFour)
    const trial = await seen(MAELLE)
    const [number, question] = trial.measures
    assert.ok(number?.kind === 'number' && number.readings.length === 6)
    assert.deepEqual(question?.kind === 'question' && question.rounds, [])
  })
})
