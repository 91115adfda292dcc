import type { SummaryView } from '../../../contract/workshops/summaries.ts'
import { useSession } from '../../parts/page/context.tsx'
import { FileActs } from '../../parts/summaries/file-acts.tsx'
import { SummaryBody } from '../../parts/summaries/summary-body.tsx'
import { SummaryPaper } from '../../parts/summaries/summary-paper.tsx'
import { publishedText } from '../../parts/summaries/texts.ts'
import { capitalised } from '../../parts/words/capital.ts'
import { linkAddress } from '../navigation/addresses.ts'
import type { LinkedPageProps } from '../navigation/linked-page.tsx'
import { ReadingHead, ReadingPage } from './reading-page.tsx'

type Props = { readonly id: string; readonly view: SummaryView; readonly leave: () => void }

function Summary({ id, view, leave }: Props) {
  const { translator } = useSession()
  const { say, shortDay } = translator
  const about = [capitalised(shortDay(view.startsAt)), publishedText(view, translator)]
  return (
    <>
      <ReadingHead title={view.title} kind={say('harvest.summary.kind')} leave={leave} />
      <p className="quiet">{about.join(' · ')}</p>
      {view.series !== '' && (
        <p>
          <a href={linkAddress(`series-summary:${view.series}`)}>{say('series.summary.read')}</a>
        </p>
      )}
      <SummaryBody view={view} />
      <FileActs path={`/workshops/${encodeURIComponent(id)}`} />
      <SummaryPaper title={view.title} about={about}>
        <SummaryBody view={view} />
      </SummaryPaper>
    </>
  )
}

/** « Lire le bilan »: what a workshop left. `thing`: its id. */
export default function SummaryPage({ host, thing, leave }: LinkedPageProps) {
  return (
    <ReadingPage<SummaryView> host={host} path={`/workshops/${encodeURIComponent(thing)}/published-summary`}>
      {view => <Summary id={thing} view={view} leave={leave} />}
    </ReadingPage>
  )
}
