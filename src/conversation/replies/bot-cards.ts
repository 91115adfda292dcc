import { safe } from '../../cards/text.ts'
import type { Key, Words } from '../../i18n/words.ts'
import type { Role } from '../../kernel/access/role.ts'
import type { Refusal } from '../../kernel/errors/refusal.ts'
import type { Command } from '../protocol/handlers.ts'
import type { Incoming } from '../protocol/incoming.ts'
import type { Notice, Reply } from '../protocol/reply.ts'
import { faultCard, helpCard, noticeCard, type ReplyButton, refusalCard } from './common-cards.ts'
import { sentenceOf } from './refusal-notices.ts'

/** Verb of a button that runs a typed command: its data has `command`, the name. */
export const SAY = 'conversation.say'

function buttonFor(words: Words, name: string): ReplyButton {
  return { title: words.say(`command.${name}` as Key), verb: SAY, data: { command: name } }
}

/** Limit of Teams for buttons in a card. */
const BUTTONS = 6

function typedAs({ language, say }: Words, { words }: Command): string {
  return say('help.also.one', { command: words[language][0] ?? '' })
}

/**
 * Help lines without a button: commands to type, questions, and the two uses of the message extension. An observer submits
 * nothing.
 */
function besides(words: Words, role: Role, rest: readonly Command[]): string[] {
  const commands = rest.map(each => typedAs(words, each)).join(', ')
  return [
    ...(rest.length === 0 ? [] : [words.say('help.also', { commands })]),
    ...(role === 'observer' ? [] : [words.say('help.quote')]),
    words.say('help.question'),
    words.say('help.search'),
  ]
}

/** The help card, by role: `commands` likeliest first. With a notice, a shorter one. */
export function helpReply(words: Words, role: Role, commands: readonly Command[], notice?: Notice): Reply {
  const { spoken, say } = words
  const title = say('help.title')
  const buttons = commands.slice(0, BUTTONS).map(({ name }) => buttonFor(words, name))
  const lines = notice ? [] : besides(words, role, commands.slice(BUTTONS))
  const sentence = notice ? say('help.sentence') : say(`help.role.${role}`)
  const card = helpCard(title, sentence, buttons, lines)
  return { card, language: spoken, summary: notice?.title ?? title, ...(notice && { notice }) }
}

const SENTENCE = /\p{L}\P{L}+\p{L}/u

/** Notice on the help card for unknown input. A sentence may be meant as an idea; an observer cannot share one. */
export function unknownNotice({ say }: Words, role: Role, incoming: Incoming): Notice {
  const mayBeIdea = incoming.kind === 'typed' && role !== 'observer' && SENTENCE.test(incoming.text)
  return { tone: 'warning', title: say('unknown'), ...(mayBeIdea && { text: say('unknown.idea') }) }
}

/** Hides a personal answer in a channel behind a button, for the person who presses it. */
export function behindButton(words: Words, { name }: Command): Reply {
  const button = buttonFor(words, name)
  const card = helpCard(button.title, words.say('command.personal'), [button])
  return { card, language: words.spoken, summary: button.title }
}

/** The public part of a personal answer: that it is done, or why not. */
export function withoutAnswer(words: Words, { notice }: Reply): Reply {
  const { say, spoken } = words
  const title = notice?.tone === 'good' ? say('saved') : (notice?.title ?? say('answer.elsewhere'))
  const tone = notice?.tone ?? 'good'
  const said = notice ? { tone, title, text: say('answer.elsewhere') } : { tone, title }
  return { card: noticeCard(said), language: spoken, summary: title }
}

/** Card for a refusal without `redraw`. */
export function refusalReply(words: Words, refusal: Refusal): Reply {
  const sentence = sentenceOf(refusal, words)
  const shown = sentenceOf(refusal, words, safe)
  const card = refusalCard(words.say('refusal.title'), shown, [buttonFor(words, 'aide')])
  return { card, language: words.spoken, summary: sentence }
}

/** Limit for repeated input in a button's data, in letters: a whole card has 28 kB. */
const CARRIED = 8_000

/** Outage of the database: a temporary failure, with a button that repeats the press. */
export function unavailableReply(words: Words, incoming: Incoming): Reply {
  const sentence = words.say('error.unavailable')
  const again = incoming.kind === 'pressed' && JSON.stringify(incoming.data).length <= CARRIED
  const button = again
    ? { title: words.say('error.retry'), verb: incoming.verb, data: incoming.data }
    : buttonFor(words, 'aide')
  const card = refusalCard(words.say('error.unavailable.title'), sentence, [button])
  return { card, language: words.spoken, summary: sentence }
}

/** A fault: one neutral sentence and the reference under which the log has the details. */
export function faultReply(words: Words, reference: string): Reply {
  const sentence = words.say('error.fault', { ref: reference })
  const card = faultCard(words.say('error.title'), sentence, [buttonFor(words, 'aide')])
  return { card, language: words.spoken, summary: sentence }
}
