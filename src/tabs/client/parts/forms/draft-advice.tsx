import type { Key } from '../../../../i18n/words.ts'
import type { AdviceName, AdviceView } from '../../../contract/drafts.ts'
import { useSession } from '../page/context.tsx'
import type { Translator } from '../words/translator.ts'

const TEXTS: Readonly<Record<AdviceName, Key>> = {
  long: 'draft.advice.long',
  'two-ideas': 'draft.advice.two-ideas',
  acronyms: 'draft.advice.acronyms',
  'no-question': 'draft.advice.no-question',
  'several-questions': 'draft.advice.several-questions',
  and: 'draft.advice.and',
  closed: 'draft.advice.closed',
  wide: 'draft.advice.wide',
  aimed: 'draft.advice.aimed',
  elsewhere: 'draft.advice.elsewhere',
}

export function adviceTexts({ say }: Translator, advice: readonly AdviceView[]): readonly string[] {
  return advice.map(({ code, words }) => {
    const listed = words.join(', ')
    return say(TEXTS[code], { words: listed, acronyms: listed, count: words.length })
  })
}

/** What may hinder a text: advice, in a list. */
export function DraftAdvice({ advice }: { advice: readonly AdviceView[] }) {
  const { translator } = useSession()
  return (
    <ul className="draft-advice">
      {adviceTexts(translator, advice).map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
