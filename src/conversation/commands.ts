import type { Key, Words } from '../i18n/words.ts'
import type { Actor } from '../kernel/actor.ts'
import { cleanLine, fold } from '../kernel/text.ts'
import type { Command } from './handlers.ts'

/** What one says to somebody who is there to help: each gets what can be done here. */
export const HELP_WORDS: Command['words'] = {
  fr: ['aide', 'bonjour', 'bonsoir', 'salut', 'merci', 'menu'],
  en: ['help', 'hello', 'hi', 'thanks', 'thank you', 'start'],
}

export type Spoken = { readonly command: Command; readonly text: string }

/** Finds the command that a message is, or begins with. Case, accents, apostrophes and final punctuation do not matter. */
export function createParser(
  commands: readonly Command[],
  languages: readonly Words[],
): (typed: string) => Spoken | undefined {
  const whole = new Map<string, Command>()
  const opening = new Map<string, Command>()
  for (const command of commands) {
    // What a button says can be typed as well.
    for (const { say } of languages) whole.set(fold(say(`command.${command.name}` as Key)), command)
    for (const word of [...command.words.fr, ...command.words.en]) {
      whole.set(fold(word), command)
      if (command.takesText) opening.set(fold(word), command)
    }
  }
  return typed => {
    const alone = whole.get(fold(typed).replace(/[\s.!?…:]+$/u, ''))
    if (alone) return { command: alone, text: '' }
    const [, first = '', text = ''] = /^(\S+?)\s*(?::|\s)\s*(.*)$/su.exec(cleanLine(typed)) ?? []
    const command = opening.get(fold(first))
    return command && { command, text }
  }
}

/** The commands that somebody is offered, likeliest first. */
export function offeredTo(commands: readonly Command[], actor: Actor): readonly Command[] {
  const rank = (command: Command) => command.offered?.[actor.role] ?? Number.POSITIVE_INFINITY
  const offers = (command: Command) => Number.isFinite(rank(command)) && command.offeredIf?.(actor) !== false
  return commands.filter(offers).sort((a, b) => rank(a) - rank(b))
}
