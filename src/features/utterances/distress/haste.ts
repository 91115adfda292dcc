const listed = (words: string) => words.trim().split(/\s+/u)

/** What follows `j` or `m` where a phone leaves out the vowel: no word begins with both. */
const CONSONANTS = new Set('bcdfghklnpqrstvxz')
/** Letters of a word of which something can be told. */
const LONG_ENOUGH = 4
/** What follows `j` without its apostrophe. */
const AFTER_J = new Set(
  listed(`
    me ne en y
    ai avais aurais etais
    aimerais arrive arrete ecris endure espere essaie essaye ose
  `),
)
/** What words begin with that follow `m` without its apostrophe. */
const AFTER_M = listed(`
  agress attend attrap embrass empech engueul envoi etrangl humili insult interdi oblig
`)

function isTwo(word: string): boolean {
  const [first = '', second = ''] = word
  const rest = word.slice(1)
  if (first !== 'j' && first !== 'm') return false
  if (word.length >= LONG_ENOUGH && CONSONANTS.has(second)) return true
  return first === 'j' ? AFTER_J.has(rest) : AFTER_M.some(each => rest.startsWith(each))
}

/** The word, or the two that it is when typed in haste: « jveux », « jai », « minsulte ». */
export function apart(word: string): readonly string[] {
  if (word.startsWith('chui')) return ['suis']
  return isTwo(word) ? [word.slice(0, 1), word.slice(1)] : [word]
}
