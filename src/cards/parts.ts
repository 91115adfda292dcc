// What the templates of adaptiveCards/parts/ ask of a card's data. A card's data type is the `&` of those it includes.

import type { TabPlace } from '../kernel/requests/tab-link.ts'
import type { SafeText } from '../kernel/text/card.ts'

export type CardTone = 'neutral' | 'brand' | 'good' | 'warning' | 'attention'

/** `header`: a Fluent icon's name, « Nature · axe », and the state at the right. */
export type HeaderPart = {
  readonly icon: string
  readonly kind: string
  readonly badge?: { readonly text: string; readonly tone: CardTone }
}

/** `title`: the card's one question or name. */
export type TitlePart = { readonly title: string | SafeText }

/** `axes`: the programme's, each with its promise, folded behind one button; none draws none. */
export type AxesPart = {
  readonly axes: readonly { readonly icon: string; readonly title: SafeText; readonly promise: SafeText }[]
}

/** `posted`: the body of a card that will be posted, without its buttons and fields (`static-card.ts`). */
export type PostedPart = { readonly posted: readonly object[] }

/** `fact-line`, once for each: when, where, who. */
export type FactsPart = { readonly facts: readonly { readonly icon: string; readonly text: string }[] }

/** `option-bar`, once for each. */
export type OptionsPart = {
  readonly options: readonly {
    readonly title: string | SafeText
    /** The written number, bold at the right: « 94 » or « 143 voix ». */
    readonly count: string
    /** Whole per cent, 0 to 100: the bar's length. */
    readonly share: number
    /** Under the bar, at the right: « 35 % », « **Votre choix** · 30 % ». */
    readonly shareText: string
    /** Under the bar, at the left; '' when there is nothing to say. */
    readonly detail: string
    /** The person's own: in bold. */
    readonly mine: boolean
    /** Wears the colour of a result. */
    readonly leads: boolean
  }[]
}

/** `footer`: rules, delay, who sees. */
export type FooterPart = { readonly footer: string }

/** `buttons`: six at most; none draws none. */
export type ButtonsPart = {
  readonly buttons: readonly {
    readonly title: string
    readonly verb: string
    readonly data: Readonly<Record<string, unknown>>
  }[]
}

/** Whether a button stands in sight, or behind « … ». */
export type Mode = 'primary' | 'secondary'

/** `acts`: `buttons` of which those after the third stand behind « … ». See `overflow.ts`. */
export type ActsPart = {
  readonly buttons: readonly (ButtonsPart['buttons'][number] & { readonly mode: Mode })[]
}

/** `foot`, among the actions of a card sent unasked: « Plus tard », « Pourquoi ce message ? ». See `overflow.ts`. */
export type FootPart = {
  readonly foot: readonly (ButtonsPart['buttons'][number] & { readonly mode: Mode })[]
}

type FoundRow = {
  readonly text: SafeText
  readonly act: string
  readonly tooltip: string
  readonly verb: string
  readonly data: object
}

/** `found`: what was looked for, in words, what was found, and the presses that look further or wider; none draws none. */
export type FoundPart = {
  readonly answers: readonly {
    readonly said: string
    /** '' where there is nothing to add. */
    readonly missing: string
    /** Sentences of a model, each with what it cites; none draws none. */
    readonly sentences: readonly {
      readonly text: SafeText
      /** '' where there is nothing to warn of. */
      readonly warning: string
      readonly cited: readonly FoundRow[]
    }[]
    /** Who wrote them; '' where nobody did. */
    readonly writtenBy: string
    readonly rows: readonly (FoundRow & { readonly detail: string })[]
    readonly looking: ActsPart['buttons']
  }[]
}

/**
 * `tab-line`: where the one thing that a card speaks of has its page; nowhere draws no link. It takes no button. `words`:
 * other than « Ouvrir dans l’onglet ».
 */
export type TabPart = { readonly inTab?: (TabPlace & { readonly words?: string }) | undefined }
