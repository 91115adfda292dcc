import type { WholeProgrammeView } from '../../../contract/programme/method.ts'
import type { Translator } from '../../parts/words/translator.ts'

type Threshold = WholeProgrammeView['thresholds'][number]

/** « 30 soutiens de 3 Directions : réponse sous 30 jours, par la Direction de l’idée » */
export function thresholdText(
  { say }: Translator,
  { supports, directions = 0, days, by }: Threshold,
): string {
  const who = say(by === 'lab' ? 'method.threshold.lab' : 'method.threshold.direction')
  return say('method.threshold', { supports, directions, days, who })
}

/** Of a changed threshold, by the id that features/programme/import/differences.ts gives it. */
export function changedThresholdText(translator: Translator, id: string): string {
  const [supports = 0, directions = 0, days = 0] = id.split('/').map(Number)
  return thresholdText(translator, {
    supports,
    directions,
    days,
    by: id.endsWith('lab') ? 'lab' : 'direction',
  })
}
