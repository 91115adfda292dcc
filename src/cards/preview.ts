import type { CardOf } from '../kernel/text/card.ts'
import type { Language } from '../kernel/text/language.ts'
import { type Block, lookOf } from './preview-blocks.ts'
import type { Render } from './render.ts'
import { stillOf } from './static-card.ts'

/** A card that will be posted, drawn by what posts it. */
export type PostedCard = { readonly card: CardOf; readonly language: Language; readonly summary: string }

/** The same as it is read where no card can be drawn. */
export type Preview = { readonly language: Language; readonly blocks: readonly Block[] }

export type { Render }

export function previewOf(render: Render, { card, language, summary }: PostedCard): Preview {
  return { language, blocks: lookOf(render(card, language, summary)) }
}

/** The same to stand within a card of the chat: part `posted`. `acts`: a sentence that names buttons. */
export function postedOf(
  render: Render,
  { card, language, summary }: PostedCard,
  acts: (titles: string) => string,
): readonly object[] {
  return stillOf(render(card, language, summary), acts)
}
