import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { placesOf, sheetOf, type WorkshopCardContext, whenWords } from '../workshop/cards.ts'
import { type SureCard, sureCard } from '../workshop/confirmation-cards.ts'
import type { Workshop } from '../workshop/domain.ts'
import type { WorkshopFormFields } from '../workshop/form.ts'
import { keptFields } from '../workshop/form-cards.ts'
import type { ChangePreview } from './domain.ts'

type Moves = ChangePreview & { readonly fields: WorkshopFormFields }

/** Day, time, place and link, as one line. */
function lineOf(words: Words, workshop: Workshop): string {
  const places = placesOf(words, workshop).map(({ text }) => text)
  return [whenWords(words, workshop), ...places].join(' · ')
}

/** Confirmation of a move: from where to where, and how many are notified. */
export function moveSureCard(
  context: WorkshopCardContext,
  { before, after, told, untold, fields }: Moves,
): SureCard {
  const { words } = context
  const { say } = words
  const { icon, kind } = sheetOf(context, before)
  const count = exact('seats', told)
  const data = { ...keptFields(fields), workshop: before.id }
  return sureCard({
    icon,
    kind,
    title: say('workshop.change.ask', { title: safe(before.title) }),
    facts: [
      { icon: 'CalendarLtr', text: say('workshop.was', { what: lineOf(words, before) }) },
      { icon: 'CalendarLtr', text: say('workshop.becomes', { what: lineOf(words, after) }) },
      { icon: 'People', text: say('plan.told', { count, untold: exact('seats', untold) }) },
    ],
    keep: { title: say('workshop.edit'), verb: 'workshops.change-form', data },
    sure: {
      title: say('workshop.change.sure', { count }),
      verb: 'workshops.change',
      data: { ...data, sure: true },
      style: 'default',
    },
    footer: say('workshop.change.ask.footer'),
  })
}
