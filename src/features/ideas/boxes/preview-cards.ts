import { type PostedCard, type Preview, previewOf, type Render } from '../../../cards/preview.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { formCard } from '../card/form-cards.ts'
import { boxClosedCard } from './cards.ts'
import type { BoxKind, IdeaBox } from './domain.ts'

type PostingParts = {
  readonly words: (language: Language) => Words
  readonly programme: Pick<Programme, 'axis' | 'axes' | 'thresholds'>
  readonly home: Language
}

type Asked = Pick<IdeaBox, 'id' | 'question' | 'kind'>

/** A box's card as posted in its channels, in the programme's language. */
export function postedBox({ words, programme, home }: PostingParts, box: Asked): PostedCard {
  return { card: formCard(words(home), programme, '', box), language: home, summary: box.question }
}

/** What stands in its channels once it is closed: the question, and the way to what came. */
export function closedBox({ words, home }: PostingParts, box: Asked): PostedCard {
  return { card: boxClosedCard(words(home), box), language: home, summary: box.question }
}

/** The same as posted, before it is. */
export function boxPreviews(parts: PostingParts & { readonly render: Render }) {
  return (question: string, kind: BoxKind): Preview =>
    previewOf(parts.render, postedBox(parts, { id: '', question, kind }))
}
