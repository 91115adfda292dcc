import type { Command } from '../../../src/conversation/protocol/handlers.ts'
import { HELP_WORDS } from '../../../src/conversation/routing/command-parser.ts'
import { messageAt } from '../../../src/i18n/words.ts'
import { LANGUAGES } from '../../../src/kernel/text/language.ts'
import { fold } from '../../../src/kernel/text/text.ts'

/** What a command is understood by: its words, and what its button says. `reads`: it knows other messages by their shape. */
export type TypedCommand = Pick<Command, 'name' | 'words' | 'reads'>

/** A word as it is compared, with the command that takes it. */
export type Taken = { readonly word: string; readonly by: string }

const HELP: TypedCommand = { name: 'aide', words: HELP_WORDS }

function takenBy({ name, words }: TypedCommand): readonly Taken[] {
  const buttons = LANGUAGES.flatMap(language => messageAt(`command.${name}`, language) ?? [])
  const all = new Set([...words.fr, ...words.en, ...buttons].map(fold))
  return [...all].map(word => ({ word, by: name }))
}

/** Every word that somebody can type for a command, help among them. */
export function takenWords(commands: readonly TypedCommand[]): readonly Taken[] {
  return [HELP, ...commands].flatMap(takenBy)
}

/** By which command a word is understood already, whichever its language. */
export function whoTakes(commands: readonly TypedCommand[], word: string): string | undefined {
  const same = takenWords(commands).find(each => each.word === fold(word))
  return same?.by ?? commands.find(({ reads }) => reads?.(word) !== undefined)?.name
}

/** Words by which two commands are understood: the parser would give them to the last one, and the other would be unheard. */
export function sharedWords(commands: readonly TypedCommand[]): readonly string[] {
  const byWord = Map.groupBy(takenWords(commands), ({ word }) => word)
  return [...byWord]
    .filter(([, takers]) => takers.length > 1)
    .map(
      ([word, takers]) =>
        `« ${word} » is typed for ${takers.map(({ by }) => by).join(' and for ')}: give one of them another word`,
    )
}
