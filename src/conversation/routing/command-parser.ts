import type { Key, Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { cleanLine, fold, runAtEnd } from '../../kernel/text/text.ts'
import type { Command, ParsedCommand } from '../protocol/handlers.ts'

/** Words that greet: in a personal chat, what waits for the person is the answer. */
export const GREETINGS: Command['words'] = {
  fr: ['bonjour', 'bonsoir', 'salut', 'coucou', 'bjr', 'slt', 'adiu', 'bon dia'],
  en: ['hello', 'hi', 'good morning'],
}

/** Greetings and questions that get the help card. */
export const HELP_WORDS: Command['words'] = {
  fr: [
    'aide',
    'merci',
    'menu',
    'aled',
    'j’ai pas compris',
    'je n’ai pas compris',
    'je ne comprends pas',
    'comment ça marche',
    ...GREETINGS.fr,
  ],
  en: ['help', 'thanks', 'thank you', 'start', 'i don’t understand', ...GREETINGS.en],
}

/** Prefix of a message that is parsed, in letters. */
const LOOKED_AT = 200
/** Separators after a command's words. */
const ENDING = /[\s.!?…:]/u
/** First word, and the rest. */
const OPENING = /^(\S{1,200}?)\s*(?::|\s)\s*(.*)$/su

/** The line as candidate for an exact match; '' where it has more words than any command. */
function wholeOf(line: string): string {
  const end = runAtEnd(line, ENDING)
  return end > LOOKED_AT ? '' : fold(line.slice(0, end))
}

/** The first command whose own parser accepts the message. */
function readIn(commands: readonly Command[], line: string): ParsedCommand | undefined {
  for (const command of commands) {
    const text = line.length > LOOKED_AT ? undefined : command.reads?.(line)
    if (text !== undefined) return { command, text }
  }
  return undefined
}

/**
 * Finds the command that a message is, or begins with. Case, accents, apostrophes and final punctuation are ignored.
 */
export function createParser(
  commands: readonly Command[],
  languages: readonly Words[],
): (typed: string) => ParsedCommand | undefined {
  const whole = new Map<string, Command>()
  const opening = new Map<string, Command>()
  for (const command of commands) {
    // Button labels can be typed as well.
    for (const { say } of languages) whole.set(fold(say(`command.${command.name}` as Key)), command)
    for (const word of [...command.words.fr, ...command.words.en]) {
      whole.set(fold(word), command)
      if (command.takesText) opening.set(fold(word), command)
    }
  }
  return typed => {
    const line = cleanLine(typed)
    const alone = whole.get(wholeOf(line))
    if (alone) return { command: alone, text: '' }
    const [, first = '', text = ''] = OPENING.exec(line) ?? []
    const command = opening.get(fold(first))
    const taken = command && command.fits?.(text) !== false
    return taken ? { command, text } : readIn(commands, line)
  }
}

function rankFor({ offered }: Command, { role }: Actor): number {
  return offered?.[role] ?? Number.POSITIVE_INFINITY
}

/** Whether the help offers the command to the actor. */
export function isOffered(command: Command, actor: Actor): boolean {
  return Number.isFinite(rankFor(command, actor)) && command.offeredIf?.(actor) !== false
}

/** Whether the actor may have meant the command: what is offered to some is meant by none but them. */
export function mayMean(command: Command, actor: Actor): boolean {
  return Object.keys(command.offered ?? {}).length === 0 || isOffered(command, actor)
}

/** The commands offered to an actor, likeliest first. */
export function offeredTo(commands: readonly Command[], actor: Actor): readonly Command[] {
  return commands
    .filter(command => isOffered(command, actor))
    .sort((a, b) => rankFor(a, actor) - rankFor(b, actor))
}
