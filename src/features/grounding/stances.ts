import { fold } from '../../kernel/text/text.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

// Folded, of both languages. « Plus » is more as often as no more: it says nothing without its « ne ».
const NEGATIONS = set(`
  ne n pas jamais aucun aucune sans ni non guere
  not no never without nor neither don doesn didn won cannot isn aren shouldn`)
/** Whatever its ending: « interdire », « interdits », « interdiction ». */
const OPPOSITION = new RegExp(
  `^(?:${`contre$ oppos refus reje interdi banni proscri supprim suppress retir retrai enlev ferm arret cess stop evit renonc
    abandon empech limit redui reduct baiss diminu moins$ trop$ fin$ fini facultati sauf$ hormis$ except
    against$ reject forbid forbad ban$ bans$ banned$ prohibit remov withdraw clos avoid abolish prevent reduc cut$ cuts$ less$ fewer$
    end$ ended$ drop away$ unless$`
    .trim()
    .split(/\s+/u)
    .join('|')})`,
  'u',
)
/** An idea that says no does so in its first words; later ones may be a reason, or a condition. */
const FIRST = 4

const TOKEN = /\p{L}+/gu

/** « Ne… que » denies nothing. */
const ONLY = /\bn(?:e |['’])(?:\p{L}+['’ ]){1,3}qu(?:e\b|['’])/gu

const wordsIn = (text: string): readonly string[] => fold(text).replace(ONLY, ' ').match(TOKEN) ?? []

const isNo = (word: string): boolean => NEGATIONS.has(word) || OPPOSITION.test(word)

/**
 * Whether a sentence may have turned the sense of its texts round: it denies something, or asks for less of it or for its end,
 * where none of them does; or does neither where all of them begin so. A mark for whoever reads it, never a reason to drop it:
 * words alone do not tell.
 */
export function mayTurnRound(text: string, cited: readonly string[]): boolean {
  const texts = cited.map(wordsIn)
  if (wordsIn(text).some(isNo)) return !texts.flat().some(isNo)
  return texts.every(words => words.slice(0, FIRST).some(isNo))
}
