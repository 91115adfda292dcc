import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, prefilledLines, safe } from '../../../cards/text.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import type { Programme } from '../../programme/index.ts'
import type { InitiativeTrial } from '../trial/domain.ts'
import { type DecisionCardContext, dayText, hypothesisText, ICON } from './cards.ts'
import type { DecisionKind } from './domain.ts'

type Choice = { readonly title: string | PlainText; readonly value: string }

export type DecisionFormCard = CardOf<
  'trials/decision/form',
  HeaderPart &
    TitlePart &
    FooterPart & {
      readonly trial: string
      readonly initiative: string
      readonly hypothesis: string
      /** Why it can only be stopped today; '' otherwise. */
      readonly early: string
      readonly kinds: readonly Choice[]
      readonly chosen: string
      readonly why: PlainText
      readonly learnt: PlainText
      /** Offered where it may be generalised; none draws none. */
      readonly directions: readonly Choice[]
      readonly to: PlainText
      /** Said of Directions that the card does not hold; '' when it holds all. */
      readonly cut: string
    }
>

/** As a form sends them; `directions`: ids, separated by commas. */
export type DecisionFields = {
  readonly kind: string
  readonly why: string
  readonly learnt: string
  readonly directions: string
}

type Offer = {
  readonly kinds: readonly DecisionKind[]
  readonly fields: DecisionFields
  readonly programme: Pick<Programme, 'direction' | 'directions'>
}

/** Characters of a text that are shown again: above the limit, so that only the excess is cut. */
const GIVEN_BACK = 1_000
/** Bytes of all Directions that are offered: a card holds 28 kB. */
const OFFERED = 9_000

const back = (text: string) => prefilledLines([...text].slice(0, GIVEN_BACK).join(''))

function offered(programme: Offer['programme']): readonly Choice[] {
  let left = OFFERED
  return programme.directions.flatMap(({ id, name }) => {
    const choice = { title: plain(name), value: id }
    left -= Buffer.byteLength(JSON.stringify(choice)) + 1
    return left < 0 ? [] : [choice]
  })
}

/** What becomes of a trial, why, and what was learnt. `fields`: what was typed before. */
export function decisionForm(
  { words }: Pick<DecisionCardContext, 'words'>,
  trial: InitiativeTrial & { readonly title: string },
  { kinds, fields, programme }: Offer,
): DecisionFormCard {
  const { say } = words
  const isEarly = !kinds.includes('generalise')
  const directions = isEarly ? [] : offered(programme)
  const known = fields.directions.split(',').filter(id => directions.some(({ value }) => value === id))
  const only = kinds.length === 1 ? (kinds[0] ?? '') : ''
  return {
    template: 'trials/decision/form',
    data: {
      icon: ICON,
      kind: say('trial.card.kind'),
      title: safe(trial.title),
      trial: trial.id,
      initiative: trial.initiative,
      hypothesis: hypothesisText(words, trial),
      early: isEarly ? say('trial.decision.early', { date: dayText(words, trial.until) }) : '',
      kinds: kinds.map(kind => ({ title: say(`trial.decision.choose.${kind}`), value: kind })),
      chosen: kinds.some(kind => kind === fields.kind) ? fields.kind : only,
      why: back(fields.why),
      learnt: back(fields.learnt),
      directions,
      to: prefilled(known.join()),
      cut:
        directions.length > 0 && directions.length < programme.directions.length
          ? say('trial.decision.to.cut', { count: directions.length })
          : '',
      footer: say('trial.decision.rules'),
    },
  }
}
