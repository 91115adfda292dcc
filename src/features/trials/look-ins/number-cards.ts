import type { ButtonsPart, FooterPart, FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { foot, type Message } from '../../messages/index.ts'
import type { TrialMeasure } from '../trial/domain.ts'
import type { AskedTrial } from './cards.ts'

type Waiting = HeaderPart &
  TitlePart &
  ButtonsPart &
  FooterPart &
  FootPart & {
    /** That none is awaited any more; '' where one is. */
    readonly sentence: string
    /** Each with a button that opens its field. */
    readonly numbers: readonly { readonly text: SafeText; readonly data: object }[]
  }
export type NumberDueCard = CardOf<'trials/look-ins/number', Waiting>

export function numberSummary({ say }: Words, { title }: Pick<AskedTrial, 'title'>): string {
  return plain(say('trial.look-in.number.summary', { title }))
}

/** Numbers that a trial awaits from who carries it: a button for each, which opens its field. */
export function numberDueCard(
  words: Words,
  { id, initiative, title }: AskedTrial,
  awaited: readonly TrialMeasure[],
  message: Pick<Message, 'id' | 'round'>,
): NumberDueCard {
  const { say } = words
  const numbers = awaited.map(measure => ({
    text: safe(measure.text),
    data: { trial: id, measure: measure.id, message: message.id },
  }))
  const see = { title: say('trial.look-in.see'), verb: 'trials.show', data: { initiative } }
  const due = awaited.length > 0
  return {
    template: 'trials/look-ins/number',
    data: {
      icon: 'Beaker',
      kind: say('trial.look-in.number.kind', { title: safe(title) }),
      title: say('trial.look-in.number.title'),
      sentence: due ? '' : say('trial.look-in.number.done'),
      numbers,
      buttons: [see],
      ...foot(words, message, due),
      footer: say('trial.look-in.number.rules'),
    },
  }
}
