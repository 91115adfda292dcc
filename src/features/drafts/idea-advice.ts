import { acronymsIn } from './acronyms.ts'
import type { Advice } from './domain.ts'
import { foldedIn, sentencesIn, setOf } from './words.ts'

/** Words of one sentence, and of all: above, it is not read at a glance. */
const LONG_SENTENCE = 30
const LONG = 45

/** Folded words that end as a verb does and are none. */
const NOUNS = setOf(`
  atelier ateliers autre autres cadre cahier calendrier cellier centre chambre chantier chiffre clair courrier cuisinier
  dernier dossier entier escalier etre exemplaire fichier fievre foncier formulaire hier hiver horaire inventaire jardinier laboratoire
  lettre leur libre livre loisir maire manoir mer metier ministere noir notre nombre offre ordre ouvrage panier papier
  partenaire particulier pour premier plaisir quartier quatre registre repertoire restaurateur revenir sanitaire savoir
  semestre soir sommaire souvenir sur territoire theatre titre tiroir trimestre trottoir univers vers votre`)
const VERB = /^\p{L}{2,}(?:er|ir|re|oir)$/u
const isVerb = (word: string | undefined) => word !== undefined && VERB.test(word) && !NOUNS.has(word)
/** Between « et » and a verb; a pronoun there, « et les garder », goes on with the same. */
const SMALL = setOf('de d a ne pas aussi puis egalement surtout enfin mieux')
/** Begins a second proposal. */
const AGAIN = setOf('aussi egalement puis enfin ensuite also then')
/** « On pourrait ouvrir »: what follows is proposed. */
const MODALS = setOf('pourrait pourrions faudrait devrait devrions propose proposons suggere could should')
const ARTICLES = setOf('un une des')
const ENGLISH = setOf(`
  open lend give let share offer create set make put add stop allow install organise organize build plan start end keep
  move send write publish train hire buy replace reduce extend pay show teach invite`)

/** The first word after `at` that is no small one, of the three next. */
const nextWord = (words: readonly string[], at: number) =>
  words.slice(at + 1, at + 4).find(word => !SMALL.has(word))

const proposes = (word: string | undefined) => isVerb(word) || (word !== undefined && ENGLISH.has(word))

/** « Ouvrir la cantine et prêter des vélos »: a verb is proposed, and another follows « et ». */
function joinsTwo(words: readonly string[]): boolean {
  const first = words.slice(0, 3).find(word => !SMALL.has(word))
  const wishes = words.some((word, at) => MODALS.has(word) && proposes(nextWord(words, at)))
  return (proposes(first) || wishes) && words.some((word, at) => isAnd(word) && proposes(nextWord(words, at)))
}
const isAnd = (word: string) => word === 'et' || word === 'and'

/** A first sentence that proposes: what tells of something may be followed by a verb. */
const begins = (words: readonly string[]) => proposes(words[0]) || ARTICLES.has(words[0] ?? '')

/** A sentence after the first that proposes again. */
function beginsAgain(sentence: string): boolean {
  const [first = '', second = ''] = foldedIn(sentence)
  return (
    proposes(first) ||
    AGAIN.has(first) ||
    (isAnd(first) && proposes(second)) ||
    `${first} ${second}` === 'il faudrait'
  )
}

function saysTwo(text: string): boolean {
  const [first = '', ...others] = sentencesIn(text)
  return (
    [first, ...others].some(sentence => joinsTwo(foldedIn(sentence))) ||
    (begins(foldedIn(first)) && others.some(beginsAgain))
  )
}

/** What may hinder an idea's text. `known`: folded words of the programme. */
export function ideaAdvice(text: string, known: ReadonlySet<string>): readonly Advice[] {
  const lengths = sentencesIn(text).map(sentence => foldedIn(sentence).length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const acronyms = acronymsIn(text, known)
  return [
    ...(saysTwo(text) ? [{ code: 'two-ideas', words: [] } as const] : []),
    ...(total > LONG || lengths.some(length => length > LONG_SENTENCE)
      ? [{ code: 'long', words: [] } as const]
      : []),
    ...(acronyms.length > 0 ? [{ code: 'acronyms', words: acronyms } as const] : []),
  ]
}
