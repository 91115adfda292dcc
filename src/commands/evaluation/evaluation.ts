import { createAssistant } from '../../assistant/index.ts'
import { dayOf } from '../../assistant/spend.ts'
import { assistantStore } from '../../assistant/store.ts'
import type { AssistantSettings } from '../../config/index.ts'
import { openDatabase } from '../../db/index.ts'
import { groundingUsecases } from '../../features/grounding/usecases.ts'
import { ASSIST_TASKS } from '../../kernel/assist/task.ts'
import { randomIds } from '../../kernel/crypto/ids.ts'
import { silentLogger } from '../../kernel/monitoring/logger.ts'
import { noMeter } from '../../kernel/monitoring/meter.ts'
import { noTrace } from '../../kernel/monitoring/trace.ts'
import { type Clock, monotonic, systemClock } from '../../kernel/time/clock.ts'
import type { Say } from '../command-line/lines.ts'
import { LABELLED_IDEAS } from './idea-set.ts'
import { type HeardCall, listenTo } from './listening.ts'
import { evaluateQuestions } from './questions.ts'
import { callLines, questionLines, sentenceLines, themeLines } from './report.ts'
import { evaluateSentences } from './sentences.ts'
import { evaluateThemes } from './themes.ts'

/** What a model wrote one by one, that which does not stand as well. */
function saidIn(calls: readonly HeardCall[]): number {
  return calls.reduce((sum, { said }) => sum + (Array.isArray(said) ? said.length : 0), 0)
}

/**
 * Puts what the app asks of a model to the endpoint of the settings, over ideas that come with it, whatever tasks are
 * switched on, and says what became of it. What it uses is held by the settings' bound, counted apart from the server's day.
 * @returns whether it answered at all
 */
export async function evaluate(
  settings: AssistantSettings,
  say: Say,
  clock: Clock = systemClock,
): Promise<boolean> {
  const database = await openDatabase({ url: 'file::memory:' })
  try {
    await database.migrate()
    const { transact, read } = database
    const { assist, stop } = createAssistant(
      { ...settings, tasks: ASSIST_TASKS },
      { transact, read, clock, ids: randomIds, log: silentLogger, meter: noMeter, trace: noTrace },
    )
    const heard = listenTo(assist, monotonic)
    const grounding = groundingUsecases({ assist: heard.assist })
    say(`${settings.model} at ${settings.url}, ${dayOf(clock.now())}, over ${LABELLED_IDEAS.length} ideas`)
    const questions = await evaluateQuestions({ grounding })
    const asked = heard.calls.slice(0, questions.questions * 2)
    const firsts = asked.filter((_, at) => at % 2 === 0)
    for (const line of questionLines(questions, saidIn(firsts))) say(line)
    const before = heard.calls.length
    const themes = await evaluateThemes({ grounding })
    for (const line of themeLines(themes, saidIn(heard.calls.slice(before)))) say(line)
    for (const line of sentenceLines(await evaluateSentences({ grounding }))) say(line)
    const days = await read(tx => assistantStore(tx).days(''))
    const tokens = days.reduce((sum, day) => sum + day.tokens, 0)
    for (const line of callLines(heard.calls, tokens)) say(line)
    stop()
    return heard.calls.some(({ outcome }) => outcome === 'said')
  } finally {
    await database.close()
  }
}
