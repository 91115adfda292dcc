import type { CardOf } from '../kernel/text/card.ts'
import { type Language, type WholeLanguage, wholeOf } from '../kernel/text/language.ts'
import { type Block, previewBlocks } from './preview-blocks.ts'
import type { Render } from './render.ts'
import { staticBodyOf } from './static-card.ts'

/** A card to be posted, as its post will render it. */
export type PostedCard = { readonly card: CardOf; readonly language: Language; readonly summary: string }

/** The preview of that card, for a page. */
export type Preview = { readonly language: WholeLanguage; readonly blocks: readonly Block[] }

export type { Render }

export function previewOf(render: Render, { card, language, summary }: PostedCard): Preview {
  return { language: wholeOf(language), blocks: previewBlocks(render(card, language, summary)) }
}

/** The preview as part `posted` of a chat card. `acts`: a sentence that names the card's buttons. */
export function postedOf(
  render: Render,
  { card, language, summary }: PostedCard,
  acts: (titles: string) => string,
): readonly object[] {
  return staticBodyOf(render(card, language, summary), acts)
}
