import type { Shown } from '../../../../kernel/personal-data/counts.ts'
import type { Translator } from '../../parts/words/translator.ts'

/** People, whose number is an estimate: « environ 20 », « moins de 10 ». */
export function heldText(count: Shown, { say }: Translator): string {
  return say('count.held', { count })
}

/** The share that an estimate of `count` people is of a headcount; below one per cent, the estimate. */
export function shareText(
  { share, count }: { readonly share: Shown; readonly count: Shown },
  translator: Translator,
): string {
  return share === 0
    ? heldText(count, translator)
    : translator.say('figures.share.about', { share: translator.share(share, 100) })
}
