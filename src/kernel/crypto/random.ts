/** Random number in [0, 1). Passed in, so that tests decide it. */
export const chance = (): number => Math.random()

/** The same from a cryptographic source: for a time that must not reveal what it was drawn for. */
export const secureChance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

/** `length` letters of `alphabet`, each as likely as any other, from the cryptographic random generator. In browsers too. */
export function randomLetters(alphabet: string, length: number): string {
  const fair = 256 - (256 % alphabet.length)
  let drawn = ''
  while (drawn.length < length)
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      if (byte < fair && drawn.length < length) drawn += alphabet[byte % alphabet.length]
  return drawn
}
