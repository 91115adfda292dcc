import type { Shown } from '../../../kernel/counts.ts'
import type { Speech } from '../words/speech.ts'

/** « 38 % » of what is already a share; « moins de 1 % » for 0, which stands for little and not for nothing. */
export function percent(value: Shown, { say, share }: Speech): string {
  return value === 0 ? say('direction.under', { share: share(1, 100) }) : share(value, 100)
}

/** « 38 % », « < 1 % »: where there is room for no word. What is heard has the words. */
export function tightPercent(value: Shown, { say, share }: Speech): string {
  return value === 0 ? say('direction.below', { share: share(1, 100) }) : share(value, 100)
}

/** « 15 », or « moins de 5 ». */
export function amount(count: Shown, { say }: Speech): string {
  return say('count.rounded', { count })
}
