import { createHash } from 'node:crypto'
import type { CardPost } from './outgoing.ts'

/** Size of the cache; a message not in it is edited in any case. */
const MOST = 10_000

/** Digests of the last card sent under each key. In memory: another sender may have changed it since. */
export type SentBodies = {
  /** Whether Teams certainly shows exactly this. */
  readonly shows: (outgoing: CardPost) => boolean
  readonly keep: (outgoing: CardPost) => void
  /** Invalidates: a call is about to be made, or another process sent. */
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
