import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { PublishedListView } from '../../../contract/ideas/synthesis.ts'
import { useReading } from '../../parts/lists/reading.ts'
import { useSession } from '../../parts/page/context.tsx'
import { linkAddress, SYNTHESIS } from '../navigation/addresses.ts'

const TOPICS: readonly ChangeTopic[] = ['themes']

/** « Lire la synthèse des idées »: the one published last, which leads to the others; nothing where there is none. */
export default function SynthesisLink() {
  const { say } = useSession().translator
  const { value } = useReading<PublishedListView>('/syntheses/published', TOPICS)
  const [latest] = (value?.items ?? []).toSorted((a, b) => b.at - a.at)
  if (!latest) return null
  return (
    <p className="synthesis-link">
      <a href={linkAddress(SYNTHESIS + latest.axis)}>{say('synthesis.page.read.link')}</a>
    </p>
  )
}
