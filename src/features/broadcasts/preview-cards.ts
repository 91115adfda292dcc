import { type Block, lookOf } from '../../cards/look.ts'
import type { Render } from '../../cards/render.ts'
import type { CardOf } from '../../kernel/card.ts'
import type { Language } from '../../kernel/language.ts'

/** The card that goes out, as it is read. */
export type { Render }

export type Preview = { readonly language: Language; readonly blocks: readonly Block[] }

type Drawn = { readonly card: CardOf; readonly language: Language; readonly summary: string }

export function previewOf(render: Render, { card, language, summary }: Drawn): Preview {
  return { language, blocks: lookOf(render(card, language, summary)) }
}
