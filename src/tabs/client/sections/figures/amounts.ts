import { number } from '../../../../i18n/format.ts'
import type { Shown } from '../../../../kernel/counts.ts'
import type { Speech } from '../../words/speech.ts'

/** One rounded count: « 15 », « moins de 5 ». */
export function countText(count: Shown, { language, say }: Speech): string {
  return count === 0 ? say('figures.under') : number(count, language)
}

/** A sum of rounded counts: of nothing that is shown it says that, and not how little it is. */
export function sumText(count: Shown, { language, say }: Speech): string {
  return count === 0 ? say('figures.nothing') : say('figures.least', { count: number(count, language) })
}

/** A share of a headcount that is `count` people; 0 stands for little, and not for nobody. */
export function shareText(
  { share, count }: { readonly share: Shown; readonly count: Shown },
  speech: Speech,
): string {
  if (share > 0) return speech.share(share, 100)
  return count === 0
    ? speech.say('figures.under')
    : speech.say('direction.under', { share: speech.share(1, 100) })
}
