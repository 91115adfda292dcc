import type { SentenceView } from '../../../contract/ideas/synthesis.ts'
import { useSession } from '../../parts/page/context.tsx'
import { SentenceRow } from './sentence-row.tsx'
import type { SynthesisSection } from './synthesis-context.ts'

type Props = { readonly section: SynthesisSection; readonly sentences: readonly SentenceView[] }

/** The sentences of a theme, or on ideas of none, in their order. */
export function SentenceList({ section, sentences }: Props) {
  const { say } = useSession().translator
  if (sentences.length === 0)
    return section.count === 0 ? null : <p className="quiet">{say('synthesis.page.empty')}</p>
  return (
    <ol className="rows synthesis-sentences" aria-label={section.title}>
      {sentences.map((sentence, at) => (
        <SentenceRow
          key={sentence.id}
          section={section}
          sentence={sentence}
          at={at}
          up={sentences[at - 1]?.id}
          down={at < sentences.length - 1 ? (sentences[at + 2]?.id ?? null) : undefined}
        />
      ))}
    </ol>
  )
}
