import { keyedHash } from '../../kernel/crypto/signature.ts'
import { fold } from '../../kernel/text/text.ts'

/** Capitals that nobody takes for another or for a digit; without vowels they make no word. */
const ALPHABET = 'BCDFGHJKMNPRSTVWXZ'
const LENGTH = 6

/**
 * The six letters of a workshop on a day (`YYYY-MM-DD`): the same for as long as both stand, and to be guessed by nobody
 * who does not hold `secret`.
 */
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

/** The six letters of a message that is nothing else, or begins with « je suis là »; no word is made of them. */
export function bareLetters(typed: string): string | undefined {
  return BARE.exec(fold(typed).replace(/[^a-z0-9]/g, ''))?.[1]?.toUpperCase()
}

/** What was typed, as `lettersOf` writes it: whatever the case, accents and what stands between. */
export function lettersIn(typed: string): string {
  return fold(typed)
    .replace(/[^a-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 2 * LENGTH)
}
