import type { Key, Words } from '../i18n/words.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { type Button, faultCard, helpCard, noticeCard, refusalCard } from './common-cards.ts'
import type { Command } from './handlers.ts'
import { sentenceOf } from './refusals.ts'
import type { Notice, Reply } from './reply.ts'

/** Verb of a button that stands for a typed command: data carries `command`, its name. */
export const SAY = 'conversation.say'

function buttonFor(words: Words, name: string): Button {
  return { title: words.say(`command.${name}` as Key), verb: SAY, data: { command: name } }
}

/** What one can do here, likeliest first. */
export function helpReply(words: Words, commands: readonly Command[], notice?: Notice): Reply {
  const title = words.say('help.title')
  const buttons = commands.map(({ name }) => buttonFor(words, name))
  const card = helpCard(title, words.say('help.sentence'), buttons)
  return { card, language: words.language, summary: notice?.title ?? title, notice }
}

/** Instead of a personal answer where others read: a button that opens it for the one who presses. */
export function behindButton(words: Words, { name }: Command): Reply {
  const button = buttonFor(words, name)
  const card = helpCard(button.title, words.say('command.personal'), [button])
  return { card, language: words.language, summary: button.title }
}

/** What may be said of a personal answer where all read it: that it is done, or why not; never the answer. */
export function withoutAnswer(words: Words, { notice }: Reply): Reply {
  const { say, language } = words
  const title = notice?.tone === 'good' ? say('saved') : (notice?.title ?? say('answer.elsewhere'))
  const tone = notice?.tone ?? 'good'
  const said = notice ? { tone, title, text: say('answer.elsewhere') } : { tone, title }
  return { card: noticeCard(said), language, summary: title }
}

/** A refusal with no other card to stand on. */
export function refusalReply(words: Words, refusal: Refusal): Reply {
  const sentence = sentenceOf(refusal, words)
  const card = refusalCard(words.say('refusal.title'), sentence, [buttonFor(words, 'aide')])
  return { card, language: words.language, summary: sentence }
}

/** One neutral sentence and the reference under which the log tells the rest. */
export function faultReply(words: Words, reference: string): Reply {
  const sentence = words.say('error.fault', { ref: reference })
  const card = faultCard(words.say('error.title'), sentence, [buttonFor(words, 'aide')])
  return { card, language: words.language, summary: sentence }
}
