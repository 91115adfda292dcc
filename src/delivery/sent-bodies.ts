import { createHash } from 'node:crypto'
import type { CardPost } from './outgoing.ts'

/** Cards remembered; of any other it is not known what it says, and it is edited. */
const MOST = 10_000

/** What this sender last had Teams show under each key, as a digest. In memory: another sender may have changed it. */
export type SentBodies = {
  /** Whether Teams certainly shows just this. */
  readonly shows: (outgoing: CardPost) => boolean
  readonly keep: (outgoing: CardPost) => void
  /** A call is about to leave, or somebody else sent: from here on it is not known. */
  readonly forget: (key: string) => void
  readonly forgetAll: () => void
}

const digestOf = ({ card, summary }: CardPost) =>
  createHash('sha256')
    .update(JSON.stringify([card, summary]))
    .digest('base64url')

export function createSentBodies(most = MOST): SentBodies {
  const digests = new Map<string, string>()
  return {
    shows: outgoing => digests.get(outgoing.key) === digestOf(outgoing),
    keep(outgoing) {
      digests.delete(outgoing.key)
      digests.set(outgoing.key, digestOf(outgoing))
      const [oldest] = digests.keys()
      if (digests.size > most && oldest !== undefined) digests.delete(oldest)
    },
    forget: key => void digests.delete(key),
    forgetAll: () => digests.clear(),
  }
}
