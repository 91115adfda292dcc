import type { SeriesSummaryView, SummaryDayView } from '../../../contract/workshops/summaries.ts'
import { useSession } from '../../parts/page/context.tsx'
import { FileActs } from '../../parts/summaries/file-acts.tsx'
import { SeriesBody } from '../../parts/summaries/series-body.tsx'
import { SummaryPaper } from '../../parts/summaries/summary-paper.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { linkAddress } from '../navigation/addresses.ts'
import type { LinkedPageProps } from '../navigation/linked-page.tsx'
import { ReadingHead, ReadingPage } from './reading-page.tsx'

/** The way to the summary of a day that has one. */
function DayLink({ day: { id, startsAt, state } }: { day: SummaryDayView }) {
  const { translator } = useSession()
  if (state !== 'summarised') return null
  const name = actName(translator, 'harvest.summary.read', translator.shortDay(startsAt))
  return (
    <a href={linkAddress(`summary:${id}`)} aria-label={name}>
      {translator.say('harvest.summary.read')}
    </a>
  )
}

function Series({ view, leave }: { view: SeriesSummaryView; leave: () => void }) {
  const { say } = useSession().translator
  const kind = say('series.summary.kind')
  return (
    <>
      <ReadingHead title={view.title} kind={kind} leave={leave} />
      <SeriesBody view={view} linkOf={day => <DayLink day={day} />} />
      <FileActs path={`/series/${encodeURIComponent(view.id)}`} />
      <SummaryPaper title={view.title} about={[kind]}>
        <SeriesBody view={view} />
      </SummaryPaper>
    </>
  )
}

/** What the days of a series add up to. `thing`: the id of the series. */
export default function SeriesSummaryPage({ host, thing, leave }: LinkedPageProps) {
  return (
    <ReadingPage<SeriesSummaryView> host={host} path={`/series/${encodeURIComponent(thing)}/summary`}>
      {view => <Series view={view} leave={leave} />}
    </ReadingPage>
  )
}
