import type { Say } from '../command-line/lines.ts'
import { offered, readAnswer, type TenantAnswer, type TenantAnswers } from './answers.ts'
import { designation } from './free-text.ts'
import { type AnswerPlace, answerPlaces, plainText, type TenantList } from './items.ts'

/** Ends the questions; what is not answered stays open. */
const END = '.'

type Lines = AsyncIterator<string>

/** The next line; undefined at the end. */
async function heard(lines: Lines): Promise<string | undefined> {
  const { value, done } = await lines.next()
  return done || value.trim() === END ? undefined : value.trim()
}

/** Asks until the line can be taken. @returns '' where it is passed over, undefined at the end */
async function ask<T>(lines: Lines, say: Say, take: (line: string) => T | undefined, wrong: string) {
  for (;;) {
    const line = await heard(lines)
    if (line === undefined || line === '') return line as '' | undefined
    const taken = take(line)
    if (taken !== undefined) return taken
    say(wrong)
  }
}

function question({ key, item }: AnswerPlace): string {
  return `${key}  ${plainText(item.do)}\n    ${plainText(item.look)}  (${offered(item.answer)})`
}

/** Asks each item in turn, by lines; then for a remark on the whole. */
export async function askItems(
  list: TenantList,
  typed: AsyncIterable<string>,
  say: Say,
): Promise<TenantAnswers> {
  const lines = typed[Symbol.asyncIterator]()
  try {
    return await asked(list, lines, say)
  } finally {
    await lines.return?.()
  }
}

async function asked(list: TenantList, lines: Lines, say: Say): Promise<TenantAnswers> {
  const answers: TenantAnswer[] = []
  say(`An empty line passes over, « ${END} » ends.`)
  for (const place of answerPlaces(list)) {
    const { answer } = place.item
    say(question(place))
    const value = await ask(lines, say, line => readAnswer(answer, line), `It takes ${offered(answer)}.`)
    if (value === undefined) return { answers, remarks: new Map() }
    if (value !== '') answers.push({ place, value })
  }
  return { answers, remarks: await askRemark(lines, say) }
}

async function askRemark(lines: Lines, say: Say): Promise<ReadonlyMap<string, string>> {
  say('A remark on the whole, without a name, an address or a number of a person:')
  for (;;) {
    const line = await heard(lines)
    if (line === undefined || line === '') return new Map()
    const fault = designation(line)
    if (fault === undefined) return new Map([['', line]])
    say(`It ${fault}.`)
  }
}
