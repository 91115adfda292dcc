import { fold } from '../../kernel/text/text.ts'
import { stemOf } from '../../search/stemming.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

// Folded, of both languages. « Plus » is more as often as no more: it says nothing without its « ne ».
const NEGATIONS = set(`
  ne n pas jamais aucun aucune sans ni non guere
  not no never without nor neither don doesn didn won cannot isn aren shouldn`)
const OPPOSITIONS = new Set(
  set(`
    contre oppose opposer opposition refuser refus rejeter rejet interdire interdiction bannir proscrire interdit supprimer suppression
    retirer enlever fermer fermeture arreter arret cesser stopper eviter renoncer abandonner empecher limiter limitation
    reduire reduit reduction baisser diminuer moins trop fin finir facultatif sauf hormis excepte
    against oppose refuse reject forbid ban prohibit remove withdraw close stop avoid abolish prevent limit reduce cut less
    fewer end drop away except unless`)
    .values()
    .flatMap(word => [word, stemOf(word, 'fr'), stemOf(word, 'en')]),
)
/** An idea that says no does so in its first words; later ones may be a reason, or a condition. */
const FIRST = 4

const TOKEN = /\p{L}+/gu

/** « Ne… que » denies nothing. */
const ONLY = /\bn(?:e |['’])(?:\p{L}+['’ ]){1,3}qu(?:e\b|['’])/gu

const wordsIn = (text: string): readonly string[] => fold(text).replace(ONLY, ' ').match(TOKEN) ?? []

function isNo(word: string): boolean {
  return (
    NEGATIONS.has(word) || [word, stemOf(word, 'fr'), stemOf(word, 'en')].some(each => OPPOSITIONS.has(each))
  )
}

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
