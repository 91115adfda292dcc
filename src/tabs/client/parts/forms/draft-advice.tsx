import type { Key } from '../../../../i18n/words.ts'
import type { AdviceName, AdviceView } from '../../../contract/ideas/draft-check.ts'
import { useSession } from '../page/context.tsx'
import type { Translator } from '../words/translator.ts'

const TEXTS: Readonly<Record<AdviceName, Key>> = {
  long: 'wording.advice.long',
  'two-ideas': 'wording.advice.two-ideas',
  acronyms: 'wording.advice.acronyms',
  'no-question': 'wording.advice.no-question',
  'several-questions': 'wording.advice.several-questions',
  and: 'wording.advice.and',
  closed: 'wording.advice.closed',
  wide: 'wording.advice.wide',
  aimed: 'wording.advice.aimed',
  elsewhere: 'wording.advice.elsewhere',
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
