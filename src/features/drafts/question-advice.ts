import { fold } from '../../kernel/text/text.ts'
import type { Advice, AdviceCode } from './domain.ts'
import { foldedIn, setOf, wordsIn } from './words.ts'

/** What follows « et » where it asks further. */
const FURTHER = setOf(`
  pourquoi comment quand combien ou quel quelle quels quelles qui que lequel laquelle si surtout why how when where which who what`)
/** Too wide for an answer in a sentence, by how they begin. */
const WIDE =
  /^(?:amelior|optimis|innov|modernis|dynamis|valoris|transvers|synergi|efficien|efficac|performan|qualite|excellen|attractivite|improv|moderni[sz]|innovat|efficien|quality)/u
/** Of whom it asks, rather than of what. */
const AIMED = [
  'les autres services',
  'les autres directions',
  'chez les autres',
  'qui fait mal',
  'qui travaille mal',
  'a qui la faute',
  'la faute de',
  'pourquoi les collegues ne',
  'the other departments',
  'whose fault',
]
const ELSEWHERE = [
  'les effectifs',
  'des effectifs',
  'suppression de poste',
  'suppressions de postes',
  'supprimer des postes',
  'licencie',
  'harcel',
  'arret maladie',
  'arrets maladie',
  'headcount',
  'layoffs',
]
const OPENINGS = [/^est ce (?:que|qu)\b/u, /^(?:do|does|did|is|are|should|would|could|can|must|have|has) /u]
/** « Faut-il », « Êtes-vous », « Pourrait-on », « Y a-t-il ». */
const INVERTED = /^(?:y )?\p{L}+(?: t)? (?:vous|nous|on|il|elle|ils|elles|tu|je|ce)\b/u
/** What opens a question that no yes answers. */
const OPEN = setOf(`
  quel quelle quels quelles qui que qu quoi ou quand comment combien pourquoi lequel laquelle lesquels lesquelles what
  which who where when how why whose a de d en par pour sur dans avec chez sans`)

function isClosed(words: readonly string[]): boolean {
  const [first = ''] = words
  const text = words.join(' ')
  if (OPENINGS.some(opening => opening.test(text))) return true
  return !OPEN.has(first) && INVERTED.test(text)
}

/** « , et pourquoi ? », « , et quel jour ? »: of the same thing. */
const asksFurther = ([first = '', ...others]: readonly string[]) => FURTHER.has(first) && others.length < 2

const saysAnd = (words: readonly string[]) =>
  words.some((word, at) => (word === 'et' || word === 'and') && !asksFurther(words.slice(at + 1)))

const saysOneOf = (phrases: readonly string[], text: string) => phrases.some(phrase => text.includes(phrase))

/** Of each rule of docs/micro-idees.md that code can read, whether the question is against it. */
export function questionAdvice(text: string, kind: 'box' | 'ballot'): readonly Advice[] {
  const words = foldedIn(text)
  const said = words.join(' ')
  const marks = text.match(/\?/gu)?.length ?? 0
  const wide = wordsIn(text).filter(word => WIDE.test(fold(word)))
  const found: readonly (readonly [AdviceCode, boolean, (readonly string[])?])[] = [
    ['elsewhere', saysOneOf(ELSEWHERE, said)],
    ['aimed', saysOneOf(AIMED, said)],
    ['no-question', marks === 0],
    ['several-questions', marks > 1],
    ['and', saysAnd(words)],
    // The options of a ballot may well be yes and no.
    ['closed', kind === 'box' && marks > 0 && isClosed(words)],
    ['wide', wide.length > 0, [...new Set(wide)].slice(0, 3)],
  ]
  return found.flatMap(([code, isFound, about = []]) => (isFound ? [{ code, words: about }] : []))
}
