import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { PlainText, SafeText } from '../../../kernel/text/card.ts'
import { pointsOn } from '../ballot/choice.ts'
import type { Ballot, BallotNow } from '../ballot/domain.ts'

/**
 * Actions on one card, its rows that can be pressed counted. Source: Microsoft Teams store validation guidelines, « At most
 * six actions per card ».
 */
const ACTIONS = 6

/** Options that can be pressed beside one button, « Mon vote ». A pilot's reminder keeps two. */
export const MOST_TAPPED = ACTIONS - 1

/** An option that is voted for by pressing its row. */
type Tap = {
  readonly text: SafeText
  /** The act with its option, for screen readers: it is read in place of the row's text. */
  readonly title: PlainText
  /** The person's own choice. */
  readonly mine: boolean
  readonly data: Readonly<Record<string, string>>
}

/** Template part `taps`: the options, each pressed on its row; none where they are chosen from a list. */
export type TapsPart = { readonly taps: readonly Tap[] }

export const NO_TAPS: TapsPart = { taps: [] }

type Tapped = Pick<Ballot, 'id' | 'kind' | 'secret' | 'options'> & Pick<BallotNow, 'mine'>

/**
 * The options of an open ballot of a single choice, where each can be an action of the card. `beside`: number of the
 * card's other actions, at least one; `data`: what each tap carries besides.
 */
export function tapsOn(
  { say }: Words,
  { id, kind, secret, options, mine }: Tapped,
  beside: number,
  data: Readonly<Record<string, string>> = {},
): TapsPart {
  if (kind !== 'single' || secret || options.length + Math.max(1, beside) > ACTIONS) return NO_TAPS
  const tapOf = (option: Ballot['options'][number]): Tap => {
    const own = pointsOn(mine, option.id) > 0
    const text = plain(option.title)
    return {
      text: safe(option.title),
      title: plain(say(own ? 'ballot.tap.mine' : 'ballot.tap', { choice: text })),
      mine: own,
      data: { ballot: id, ...data, choice: option.id },
    }
  }
  return { taps: options.map(tapOf) }
}

/** Whether « Voir les totaux » has its place too: the answer to a tap shows them. */
export function leavesTotals({ taps }: TapsPart, beside: number): boolean {
  return taps.length + beside < ACTIONS
}
