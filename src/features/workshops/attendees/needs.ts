import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { RegistrationAnswer } from '../workshop/domain.ts'
import { checkComes } from './domain.ts'

const NEED_LIMIT = 300

/** Retention of practical needs after the workshop's end, in milliseconds. */
export const NEEDS_KEPT = 30 * DAY

/** A participant's practical needs: access, meals. */
export type Need = {
  readonly workshop: string
  readonly person: string
  readonly text: string
  /** Milliseconds. */
  readonly at: number
}

/** Normalises the text, '' for none. @throws Refusal `empty-text`, `too-long` with `{count}` and `{max}` */
export function needOf(text: string): string {
  return cleanLine(text) === '' ? '' : lineWithin(text, NEED_LIMIT)
}

/**
 * Whether somebody may enter needs: they have a seat or are on the waiting list, and it is not over.
 * @throws Refusal `needs-late`, `seat-needed`
 */
export function checkNeed(
  { endsAt }: { readonly endsAt: number },
  answer: RegistrationAnswer | undefined,
  now: number,
) {
  if (now >= endsAt) throw new Refusal('needs-late')
  checkComes(answer)
}
