import { type Clock, SECOND } from '../../kernel/time/clock.ts'

/** In milliseconds: what comes so soon after belongs to the same opening. */
const TOGETHER = 5 * SECOND

/**
 * Tells the openings of the Playground's page from one another: it says of each that the bot was installed, and again
 * that it was added (seen with 0.2.28). @returns whether what is said now begins an opening
 */
export function openings({ now }: Clock): () => boolean {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const isNew = now() - last >= TOGETHER
    if (isNew) last = now()
    return isNew
  }
}
