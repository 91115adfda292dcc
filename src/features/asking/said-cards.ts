import { safe } from '../../cards/text.ts'
import type { Key, Words } from '../../i18n/words.ts'
import type { Programme } from '../programme/index.ts'
import type { Answer, Period, Question } from './domain.ts'

export type AskingProgramme = Pick<Programme, 'axis' | 'direction'>

function periodText({ say, month, day }: Words, { name, from }: Period): string {
  if (name === 'month') return say('asking.period.month', { month: month(from) })
  if (name === 'since-month') return say('asking.period.since', { when: month(from) })
  if (name === 'since-day') return say('asking.period.since', { when: day(from) })
  const year = String(new Date(from + 24 * 3_600_000).getUTCFullYear())
  if (name === 'year') return say('asking.period.year', { year })
  if (name === 'since-year') return say('asking.period.since', { when: year })
  return say(`asking.period.${name}`)
}

/** What was looked through, and how it was narrowed: « les idées retenues, axe « Faire équipe » ». */
function narrowedText(words: Words, programme: AskingProgramme, question: Question): string {
  const { say, language } = words
  const { kind = 'idea', mine, group, axis, direction, period } = question
  const name = (mine === true ? `asking.mine.${kind}` : `asking.kind.${kind}`) as Key
  const what = [say(name), group === undefined ? '' : say(`asking.group.${group}`)]
    .filter(text => text !== '')
    .join(' ')
  const title = axis === undefined ? undefined : programme.axis(axis)?.title[language]
  const place = direction === undefined ? undefined : programme.direction(direction)?.name
  return [
    what,
    title === undefined ? '' : say('asking.axis', { axis: safe(title) }),
    place === undefined ? '' : safe(place),
    period ? periodText(words, period) : '',
  ]
    .filter(text => text !== '')
    .join(', ')
}

const quoted = ({ say }: Words, all: readonly string[]) =>
  all.map(word => say('asking.word', { word: safe(word) })).join(', ')

/** What was searched, in words, and how much was found. */
export function saidText(words: Words, programme: AskingProgramme, answer: Answer): string {
  const { say, number } = words
  const { question, count, more, words: looked, missing } = answer
  const { kind = 'idea' } = question
  const asked = looked.length > 0 ? looked : missing
  const result = say(`asking.count.${kind}`, { count, number: number(count) })
  const told = more ? say('asking.least', { result }) : result
  const what = narrowedText(words, programme, question)
  return asked.length === 0
    ? say('asking.said.all', { what, result: told })
    : say('asking.said', { words: quoted(words, asked), what, result: told })
}

/** The words that nothing holds, where others were found; or where to ask, where nothing was. */
export function missingText(words: Words, { missing, words: looked, rows }: Answer): string {
  if (rows.length === 0) return words.say('asking.elsewhere')
  return looked.length > 0 && missing.length > 0
    ? words.say('asking.missing', { words: quoted(words, missing) })
    : ''
}
