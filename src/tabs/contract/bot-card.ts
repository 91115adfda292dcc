import type { WholeLanguage } from '../../kernel/text/language.ts'

/** What a card says and offers, in its order. `apart`: a line is drawn above. `icon`: a Fluent icon's name. */
export type CardBlock =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly style: 'kind' | 'badge' | 'title' | 'strong' | 'plain' | 'small'
      readonly icon?: string
      readonly apart?: true
    }
  | { readonly kind: 'field'; readonly label: string; readonly choices: readonly string[] }
  | { readonly kind: 'acts'; readonly titles: readonly string[] }

/** A card that will be posted, in the language of its channels. */
export type CardPreview = { readonly language: WholeLanguage; readonly blocks: readonly CardBlock[] }
