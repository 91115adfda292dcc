import { fold } from '../../kernel/text/text.ts'
import { stemOf } from '../../search/stemming.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

// Folded, of both languages. « Un » and « one » are articles.
const NUMBERS = set(`
  zero deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante
  cinquante soixante septante huitante octante nonante cent cents mille million millions milliard milliards huitaine dizaine
  dizaines douzaine douzaines quinzaine vingtaine vingtaines trentaine quarantaine cinquantaine soixantaine centaine centaines
  millier milliers moitie tiers quart quarts demi demie double triple
  two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
  thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands billion billions dozen dozens half third
  thirds quarter quarters twice percent pourcent`)
/** How many think so: code alone counts. */
const COUNTS = set(`
  plupart majorite majorites majoritaire majoritaires majoritairement minorite minorites minoritaire minoritaires unanime
  unanimes unanimite unanimement consensus nombreux nombreuses presque quasi quasiment
  most mostly majority minority unanimous unanimously nearly almost`)
/** Said where one of the texts says it. */
const QUANTITIES = set(`
  tous toutes aucun aucune seul seule seuls seules peu beaucoup certain certains certaine certaines quelques chacun chacune
  rares souvent toujours jamais
  all every everyone everybody none nobody few many much some only often always never`)
/** Said of two texts or more. */
const SEVERAL = set('plusieurs several')

const TOKEN = /\p{N}+|\p{L}+|[%‰€$£]|[.,;:!?…()]/gu
const AMOUNT = /^[\p{N}%‰€$£]/u
const END = /^[.,;:!?…()]$/u

const tokensIn = (text: string): readonly string[] => fold(text).match(TOKEN) ?? []

/** Each number, as digits or in letters, with the word that it counts. */
function amountsIn(tokens: readonly string[]): readonly string[] {
  return tokens.flatMap((token, at) => {
    if (!AMOUNT.test(token) && !NUMBERS.has(token)) return []
    const next = tokens[at + 1] ?? '.'
    const counted = END.test(next) ? '' : stemOf(next, 'fr')
    return [`${token} ${counted}`]
  })
}

/** Whether a text says no number, and no word of how many, that the original does not. */
export function addsNoAmount(text: string, original: string): boolean {
  const [tokens, theirs] = [tokensIn(text), tokensIn(original)]
  const [amounts, words] = [new Set(amountsIn(theirs)), new Set(theirs)]
  const says = (token: string) => COUNTS.has(token) || QUANTITIES.has(token) || SEVERAL.has(token)
  return (
    amountsIn(tokens).every(amount => amounts.has(amount)) &&
    tokens.every(token => !says(token) || words.has(token))
  )
}

/** Whether each number of a sentence counts in one of its texts what it counts there. */
export function areNumbersCited(text: string, cited: readonly string[]): boolean {
  const said = amountsIn(tokensIn(text))
  // Most sentences have none: their texts are not looked through.
  if (said.length === 0) return true
  const amounts = new Set(cited.map(tokensIn).flatMap(amountsIn))
  return said.every(amount => amounts.has(amount))
}

/** Whether no word of a sentence says how many, but one that its texts say. */
export function areQuantitiesCited(text: string, cited: readonly string[]): boolean {
  const tokens = tokensIn(text)
  if (tokens.some(token => COUNTS.has(token))) return false
  if (cited.length < 2 && tokens.some(token => SEVERAL.has(token))) return false
  const said = tokens.filter(token => QUANTITIES.has(token))
  if (said.length === 0) return true
  const words = new Set(cited.flatMap(tokensIn))
  return said.every(token => words.has(token))
}

/** Whether a text says how many, by a number or by a word. */
export function saysHowMany(text: string): boolean {
  const isAmount = (token: string) =>
    AMOUNT.test(token) || [NUMBERS, COUNTS, QUANTITIES, SEVERAL].some(words => words.has(token))
  return tokensIn(text).some(isAmount)
}
