import { type Clock, SECOND } from '../../kernel/time/clock.ts'

/** Debounce (ms): events that follow so soon belong to the same opening. */
const TOGETHER = 5 * SECOND

/**
 * Detects each opening of the Playground's page, of which it sends two events: the bot was installed, and was added
 * (seen with 0.2.28).
 * @returns whether this event begins an opening
 */
export function openings({ now }: Clock): () => boolean {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const isNew = now() - last >= TOGETHER
    if (isNew) last = now()
    return isNew
  }
}
