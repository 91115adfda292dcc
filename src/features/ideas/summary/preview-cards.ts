import { type Preview, previewOf, type Render } from '../../../cards/preview.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { summaryAsPosted, summaryText } from './cards.ts'
import type { SummarySeen } from './domain.ts'

type Parts = {
  readonly words: (language: Language) => Words
  readonly programme: Pick<Programme, 'axes' | 'axis' | 'direction'>
  readonly home: Language
  readonly render: Render
}

/** A summary's card as its channels will read it, in the programme's language, before it is published. */
export function summaryPreviews({ words, programme, home, render }: Parts) {
  return (seen: SummarySeen, next: string): Preview =>
    previewOf(render, {
      card: summaryAsPosted({ words: words(home), programme }, seen, next),
      language: home,
      summary: summaryText(words(home), seen),
    })
}
