import { UNSAID } from '../../kernel/assist/unsaid.ts'
import type { HeardCall } from './listening.ts'
import type { QuestionFigures } from './questions.ts'
import type { SentenceFigures } from './sentences.ts'
import type { ThemeFigures } from './themes.ts'

const share = (part: number, whole: number) =>
  whole === 0 ? `${part} of 0` : `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`

/** The middle one, and the one that nineteen in twenty are not above (ms). */
function spansOf(calls: readonly HeardCall[]): string {
  const times = calls.map(({ ms }) => ms).toSorted((one, other) => one - other)
  const at = (part: number) => ((times[Math.ceil(part * times.length) - 1] ?? 0) / 1000).toFixed(1)
  return `${at(0.5)} s in the middle, ${at(0.95)} s for 19 in 20`
}

/** Each way in which nothing was said, and how often. */
function silencesOf(calls: readonly HeardCall[]): string {
  const counts = UNSAID.map(each => [each, calls.filter(({ outcome }) => outcome === each).length] as const)
  return counts.flatMap(([each, count]) => (count === 0 ? [] : [`${each} ${count}`])).join(', ')
}

/** What became of themes that the model proposed. `said`: those that do not stand as well. */
export function themeLines(figures: ThemeFigures, said: number): readonly string[] {
  const { stand, ideas, placed, alike, lone, lonePlaced } = figures
  return [
    `themes     of those it proposed, ${share(stand, said)} stand; by their words ${share(placed, ideas)} of the ideas are under one`,
    `           beside ideas that a person put together with them: ${share(alike, placed)}; of ideas that stand alone, put under one: ${share(lonePlaced, lone)}`,
  ]
}

/** What became of sentences for a synthesis. */
export function sentenceLines(figures: SentenceFigures): readonly string[] {
  const { themes, written, stand, doubtful, lone, loneSaid } = figures
  return [
    `synthesis  ${share(written, themes)} themes have a sentence that stands; doubtful: ${share(doubtful, stand)}`,
    `           ideas that stand alone, said by a sentence of their own: ${share(loneSaid, lone)}`,
  ]
}

/** How many calls there were, how long they took, and what they used. */
export function callLines(calls: readonly HeardCall[], tokens: number): readonly string[] {
  const said = calls.filter(({ outcome }) => outcome === 'said').length
  const silences = silencesOf(calls)
  return [
    `calls      ${share(said, calls.length)} answered${silences === '' ? '' : `; ${silences}`}; ${spansOf(calls)}; ${tokens.toLocaleString('en')} tokens`,
  ]
}

/** What became of plain questions. `said`: sentences of the model, those that do not stand as well. */
export function questionLines(figures: QuestionFigures, said: number): readonly string[] {
  const { questions, answered, stand, doubtful, cited, onTheme, ordered, empty, sameCited } = figures
  const same =
    sameCited === undefined
      ? 'nothing is cited'
      : `${Math.round(100 * sameCited)} % of what is cited is cited both times`
  return [
    `questions  ${share(answered, questions)} have a sentence that stands; of what it wrote, ${share(stand, said)} stands`,
    `           doubtful: ${share(doubtful, stand)}; ideas cited that answer the question: ${share(onTheme, cited)}`,
    `           the same ideas in another order: ${same}`,
    `           an idea that gives orders was followed or cited: ${ordered} times; one that says nothing was cited: ${empty} times`,
  ]
}
