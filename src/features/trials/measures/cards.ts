import type { FactsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { type TrialCardContext, trialHeader } from '../card/cards.ts'
import { type NumberMeasure, startAndNow, type TrialOnCard } from '../card/domain.ts'
import { dayText, valueText } from '../card/measure-cards.ts'

export type ReadingFormCard = CardOf<
  'trials/measures/form',
  HeaderPart &
    TitlePart &
    FactsPart &
    FooterPart & {
      readonly trial: string
      readonly initiative: string
      readonly measure: string
      readonly label: string
      readonly typed: PlainText
      /** « C’est bien 1 200 », once it was found far from the last; one at most. */
      readonly far: readonly { readonly title: string; readonly data: object }[]
    }
>

/** What was typed before; `far`: it is far from the last. */
export type ReadingTyped = { readonly typed: string; readonly far?: boolean }

/** Letters of what was typed, on a button. */
const ON_BUTTON = 60

function factsOf(
  { words }: TrialCardContext,
  trial: TrialOnCard,
  measure: NumberMeasure,
): FactsPart['facts'] {
  const { start, now } = startAndNow(trial.numbers.get(measure.id) ?? [])
  const line = (key: 'trial.measures.form.start' | 'trial.measures.form.last', of: typeof start) =>
    of ? [words.say(key, { value: valueText(words, measure, of.value), date: dayText(words, of.day) })] : []
  const lines = [...line('trial.measures.form.start', start), ...line('trial.measures.form.last', now)]
  return lines.map(text => ({ icon: 'DataTrending', text }))
}

/** One field for the number of today. */
export function readingForm(
  context: TrialCardContext,
  trial: TrialOnCard,
  measure: NumberMeasure,
  { typed, far = false }: ReadingTyped,
): ReadingFormCard {
  const { say } = context.words
  const { id, text, unit } = measure
  const value = plain(typed.slice(0, ON_BUTTON))
  const sure = {
    title: say('trial.measures.sure', { value }),
    data: { trial: trial.id, measure: id, sure: plain(typed) },
  }
  return {
    template: 'trials/measures/form',
    data: {
      ...trialHeader(context, trial),
      title: safe(text),
      facts: factsOf(context, trial, measure),
      trial: trial.id,
      initiative: trial.initiative,
      measure: id,
      label:
        unit === '' ? say('trial.measures.typed') : say('trial.measures.typed.unit', { unit: plain(unit) }),
      typed: prefilled(typed),
      far: far ? [sure] : [],
      footer: say(trial.standing === 'planned' ? 'trial.measures.rules.start' : 'trial.measures.rules'),
    },
  }
}
