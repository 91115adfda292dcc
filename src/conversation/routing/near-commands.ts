import type { Actor } from '../../kernel/access/actor.ts'
import { cleanLine, fold } from '../../kernel/text/text.ts'
import { distance } from '../../search/edit-distance.ts'
import type { Command, NearCommands, ParsedCommand } from '../protocol/handlers.ts'
import { isOffered, mayMean } from './command-parser.ts'
import { FILLERS, ORDINARY } from './ordinary-words.ts'

/** Letters of a message that are looked at, and the words of one that may be a command with a slip. */
const LOOKED_AT = 400
const MOST_WORDS = 6
/** Letters that forgive a slip; as many again, two. */
const FORGIVING = 5
/** First word, and the rest. */
const OPENING = /^(\S{1,200}?)\s*(?::|\s)\s*(.*)$/su
const LETTERS = /[\p{L}\p{N}]+/gu

/** Letters only, none doubled: « m’engager » and « mengager » are one, as are « votter » and « voter ». */
function keyOf(text: string): string {
  const letters = [...fold(text.slice(0, LOOKED_AT)).replace(/[^\p{L}\p{N}]/gu, '')]
  return letters.filter((letter, at) => letter !== letters[at - 1]).join('')
}

/** Whether `typed` is `key` with as many slips as its length forgives. Both are keys. */
function isSlip(typed: string, key: string): boolean {
  const most = Math.min(2, Math.floor(Math.min(typed.length, key.length) / FORGIVING))
  if (Math.abs(typed.length - key.length) > most) return false
  // Whoever writes a command knows how it begins.
  return typed[0] === key[0] && distance(typed, key) <= most
}

/** Finds the command whose words a message missed by a slip, and those that it names: of those that the actor may run. */
export function createNearest(commands: readonly Command[]): (typed: string, actor: Actor) => NearCommands {
  const all = commands.flatMap(command =>
    [...command.words.fr, ...command.words.en].map(word => ({ command, word: fold(word), key: keyOf(word) })),
  )
  const byWord = new Map(all.map(({ word, command }) => [word, command]))

  function meant(said: typeof all, words: readonly string[]): Command | undefined {
    if (words.length === 0 || words.length > MOST_WORDS) return undefined
    const key = keyOf(words.join(''))
    const same = said.find(each => each.key === key)
    if (same || words.every(word => ORDINARY.has(word))) return same?.command
    return said.find(each => isSlip(key, each.key))?.command
  }

  function begun(said: typeof all, line: string): ParsedCommand | undefined {
    const [, first = '', text = ''] = OPENING.exec(line) ?? []
    const key = keyOf(first)
    const found = said.find(({ command, ...each }) => command.takesText && each.key === key)?.command
    return found && text !== '' && found.fits?.(text) !== false ? { command: found, text } : undefined
  }

  return (typed, actor) => {
    const line = cleanLine(typed)
    const said = all.filter(({ command }) => mayMean(command, actor))
    const words = fold(line.slice(0, LOOKED_AT)).match(LETTERS) ?? []
    const asked = words.filter(word => !FILLERS.has(word))
    const whole = line.length > LOOKED_AT ? undefined : (meant(said, words) ?? meant(said, asked))
    const start = begun(said, line)
    const mine = words.flatMap(word => byWord.get(word) ?? []).filter(command => isOffered(command, actor))
    const named = new Set(mine.map(({ name }) => name))
    return { ...(whole && { meant: whole }), ...(start && { begun: start }), named: [...named] }
  }
}
