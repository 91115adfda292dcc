import type { Shown } from '../../../../kernel/personal-data/counts.ts'
import type { Translator } from '../words/translator.ts'

/** « environ 38 % », of people whose number is an estimate; « moins de 1 % » for 0, which stands for little and not for nothing. */
export function percent(value: Shown, { say, share }: Translator): string {
  return value === 0
    ? say('direction.under', { share: share(1, 100) })
    : say('figures.share.about', { share: share(value, 100) })
}

/** « 38 % », « < 1 % »: where there is room for no word. What is heard has the words. */
export function tightPercent(value: Shown, { say, share }: Translator): string {
  return value === 0 ? say('direction.below', { share: share(1, 100) }) : share(value, 100)
}

/** The programme's average: 0 says nothing of it, not even that it is low. */
export function averageText(value: Shown, translator: Translator): string {
  return value === 0 ? translator.say('direction.average.unknown') : percent(value, translator)
}

/** « environ 20 », or « moins de 10 »: of people, whose number is an estimate. */
export function heldAmount(count: Shown, { say }: Translator): string {
  return say('count.held', { count })
}
