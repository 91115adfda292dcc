import { derivedKey, markUnder, randomKey, sealed, unsealed } from '../../../kernel/crypto/encryption.ts'
import type { VoteChoice } from '../ballot/choice.ts'
import { MOST_OPTIONS } from '../ballot/domain.ts'

type Place = {
  readonly ballot: string
  /** Pseudonym of the voter on this ballot's roll: see `markOf`. */
  readonly mark: string
}

/** The random key of one secret ballot, and the keys derived from it; destroyed once it is counted. */
export type BallotKey = { readonly bytes: Buffer; readonly naming: Buffer; readonly sealing: Buffer }

/** Two bytes for each possible option, whatever the ballot's kind, so that all envelopes have the same length. */
const SLOT_BYTES = 2
const CHOICE_BYTES = MOST_OPTIONS * SLOT_BYTES
const MOST_POINTS = 2 ** (8 * SLOT_BYTES) - 1

function keyOf(bytes: Buffer): BallotKey {
  return { bytes, naming: derivedKey(bytes, 'names voters'), sealing: derivedKey(bytes, 'seals choices') }
}

export function newKey(): BallotKey {
  return keyOf(randomKey())
}

const keyPlace = (ballot: string) => `ballot-key:${ballot}`
const choicePlace = ({ ballot, mark }: Place) => `ballot-choice:${ballot}:${mark}`
const wrapping = (secret: string) => derivedKey(secret, 'wraps the keys of ballots')

/** Wraps the key for the database with the first of `secrets`, which must exist. */
export function wrapKey([secret = '']: readonly string[], ballot: string, { bytes }: BallotKey): string {
  if (secret === '') throw new RangeError('a ballot key is wrapped by a secret')
  return sealed(wrapping(secret), bytes, keyPlace(ballot))
}

/** Unwraps the key with whichever of `secrets` wrapped it; undefined when none did. */
export function unwrapKey(
  secrets: readonly string[],
  ballot: string,
  wrapped: string,
): BallotKey | undefined {
  for (const secret of secrets) {
    const bytes = unsealed(wrapping(secret), wrapped, keyPlace(ballot))
    if (bytes) return keyOf(bytes)
  }
  return undefined
}

/**
 * The voter's pseudonym on the roll of this ballot: an HMAC of the account, stable across erasures. Without the key
 * nobody can test accounts against it, and it means nothing once the key is destroyed.
 */
export function markOf({ naming }: BallotKey, account: string): string {
  return markUnder(naming, account)
}

/** @throws RangeError on an option that is not among `options`, and on points outside the rules of any ballot */
export function sealChoice(
  key: BallotKey,
  place: Place,
  options: readonly string[],
  choice: VoteChoice,
): string {
  const bytes = Buffer.alloc(CHOICE_BYTES)
  for (const { option, points } of choice) {
    const at = options.indexOf(option)
    if (at < 0 || at >= MOST_OPTIONS || points < 1 || points > MOST_POINTS)
      throw new RangeError('not a choice of this ballot')
    bytes.writeUInt16BE(points, at * SLOT_BYTES)
  }
  return sealed(key.sealing, bytes, choicePlace(place))
}

/** Opens an envelope, in the order of `options`; undefined when it is not this voter's in this ballot. */
export function openChoice(
  key: BallotKey,
  place: Place,
  options: readonly string[],
  envelope: string,
): VoteChoice | undefined {
  const bytes = unsealed(key.sealing, envelope, choicePlace(place))
  if (bytes?.length !== CHOICE_BYTES) return undefined
  const slots = Array.from({ length: MOST_OPTIONS }, (_, at) => bytes.readUInt16BE(at * SLOT_BYTES))
  if (slots.slice(options.length).some(points => points > 0)) return undefined
  return options.map((option, at) => ({ option, points: slots[at] ?? 0 })).filter(({ points }) => points > 0)
}
