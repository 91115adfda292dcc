import { number } from '../../../../i18n/format.ts'
import type { Shown } from '../../../../kernel/personal-data/counts.ts'
import type { Translator } from '../../parts/words/translator.ts'

/** One rounded count: « 15 », « moins de 5 ». */
export function countText(count: Shown, { language, say }: Translator): string {
  return count === 0 ? say('figures.under') : number(count, language)
}

/** A sum of rounded counts: of nothing that is shown it says that, and not how little it is. */
export function sumText(count: Shown, { language, say }: Translator): string {
  return count === 0 ? say('figures.nothing') : say('figures.least', { count: number(count, language) })
}

/** A count of people with disclosure control: « au moins 10 », « moins de 30 ». */
export function heldText(count: Shown, { say }: Translator): string {
  return say('count.held', { count })
}

/** A share of a headcount that is `count` people at least; below one per cent, the count. */
export function shareText(
  { share, count }: { readonly share: Shown; readonly count: Shown },
  translator: Translator,
): string {
  return share === 0
    ? heldText(count, translator)
    : translator.say('figures.share.least', { share: translator.share(share, 100) })
}
