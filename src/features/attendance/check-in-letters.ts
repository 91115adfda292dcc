import { keyedHash } from '../../kernel/crypto/signature.ts'
import { fold } from '../../kernel/text/text.ts'

/** Capitals that are not confused with each other or with digits; without vowels they form no word. */
const ALPHABET = 'BCDFGHJKMNPRSTVWXZ'
const LENGTH = 6

/** The six letters of a workshop on a day (`YYYY-MM-DD`): deterministic, and unpredictable without `secret`. */
export function lettersOf(secret: string, workshop: string, day: string): string {
  const hash = Buffer.from(keyedHash(secret, 'attendance in letters', `${workshop}.${day}`), 'base64url')
  let rest = hash.readBigUInt64BE()
  const size = BigInt(ALPHABET.length)
  return Array.from({ length: LENGTH }, () => {
    const letter = ALPHABET[Number(rest % size)] ?? ''
    rest /= size
    return letter
  }).join('')
}

const BARE = new RegExp(`^(?:jesuisla|checkin|code)?([${ALPHABET}]{${LENGTH}})$`, 'i')

/** The six letters in a message that has nothing else, or begins with « je suis là »; undefined otherwise. */
export function bareLetters(typed: string): string | undefined {
  return BARE.exec(fold(typed).replace(/[^a-z0-9]/g, ''))?.[1]?.toUpperCase()
}

/** Normalises typed letters as `lettersOf` writes them: case, accents and separators. */
export function lettersIn(typed: string): string {
  return fold(typed)
    .replace(/[^a-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 2 * LENGTH)
}
