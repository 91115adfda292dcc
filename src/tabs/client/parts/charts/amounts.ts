import type { Shown } from '../../../../kernel/personal-data/counts.ts'
import type { Translator } from '../words/translator.ts'

/**
 * « au moins 38 % » of what is already a share: of people counted by steps, it is the least that it can be. « moins de
 * 1 % » for 0, which stands for little and not for nothing.
 */
export function percent(value: Shown, { say, share }: Translator): string {
  return value === 0
    ? say('direction.under', { share: share(1, 100) })
    : say('direction.least', { share: share(value, 100) })
}

/** « 38 % », « < 1 % »: where there is room for no word. What is heard has the words. */
export function tightPercent(value: Shown, { say, share }: Translator): string {
  return value === 0 ? say('direction.below', { share: share(1, 100) }) : share(value, 100)
}

/** The programme's average, a sum of what is shown of each Direction: 0 says nothing of it, not even that it is low. */
export function averageText(value: Shown, translator: Translator): string {
  return value === 0 ? translator.say('direction.average.unknown') : percent(value, translator)
}

/** « 15 », or « moins de 5 par état »: what a sum over the states says, each of which may be up to four more. */
export function sumAmount(count: Shown, translator: Translator): string {
  return count === 0 ? translator.say('direction.total.few') : amount(count, translator)
}

/** « au moins 10 », or « moins de 30 »: of people, with disclosure control. */
export function heldAmount(count: Shown, { say }: Translator): string {
  return say('count.held', { count })
}

/** « 15 », or « moins de 5 ». */
export function amount(count: Shown, { say }: Translator): string {
  return say('count.rounded', { count })
}
