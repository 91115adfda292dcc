import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { PublishedSentence } from './published-sentence.tsx'
import type { PublishedSection as Section } from './sections.ts'

/** A theme, or « Idées seules »: how many ideas, those for and against it, and what is said of them. */
export function PublishedSection({ section }: { section: Section }) {
  const { say } = useSession().translator
  const { title, count, stances, about, sentences } = section
  return (
    <Panel title={title} action={<span className="quiet">{say('synthesis.page.count', { count })}</span>}>
      {about && count > 0 && <p className="quiet">{about}</p>}
      {stances && <p>{say('synthesis.page.stances', stances)}</p>}
      {sentences.length === 0 && count > 0 && <p className="quiet">{say('synthesis.page.read.empty')}</p>}
      {sentences.length > 0 && (
        <ol className="rows" aria-label={title}>
          {sentences.map(sentence => (
            <PublishedSentence key={sentence.id} sentence={sentence} />
          ))}
        </ol>
      )}
    </Panel>
  )
}
