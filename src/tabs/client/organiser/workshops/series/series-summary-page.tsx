import '../../../parts/charts/charts.css'
import type { SeriesView } from '../../../../contract/workshops/planning.ts'
import type { SeriesSummaryView, SummaryDayView } from '../../../../contract/workshops/summaries.ts'
import type { Call } from '../../../data/api/call.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { FileActs } from '../../../parts/summaries/file-acts.tsx'
import { SeriesBody } from '../../../parts/summaries/series-body.tsx'
import { SummaryPaper } from '../../../parts/summaries/summary-paper.tsx'
import { actName } from '../../../parts/words/button-name.ts'
import { sectionAddress } from '../../parts/address.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import { seriesTrail } from '../workshop/breadcrumbs.ts'
import { useView } from '../workshop/use-view.ts'

/** Where a day is summarised, or its summary still to be written. */
function DayLink({ day: { id, startsAt, state }, writes }: { day: SummaryDayView; writes: boolean }) {
  const { translator } = useSession()
  if (state !== 'summarised' && (state !== 'missing' || !writes)) return null
  const missing = state === 'missing'
  const word = missing ? 'harvest.summary.open' : 'harvest.summary.read'
  return (
    <a
      href={missing ? sectionAddress('workshops', id, 'summary') : sectionAddress('workshops', id)}
      aria-label={actName(translator, word, translator.shortDay(startsAt))}
    >
      {translator.say(word)}
    </a>
  )
}

type PostProps = {
  readonly call: Call
  readonly view: SeriesSummaryView
  readonly keep: (view: SeriesSummaryView) => void
}

/** Its card, posted when somebody asks for it; it is edited by itself as days are summarised. */
function Post({ call, view, keep }: PostProps) {
  const { say, shortDay, time } = useSession().translator
  const act = useAct()
  const { id, title, channels: count, postedAt } = view
  const path = `/series/${encodeURIComponent(id)}/summary`
  const told = view.days.some(({ state }) => state === 'summarised')
  if (!view.mayPost || !told) return null
  const post = async () => keep(await call<SeriesSummaryView>('POST', path))
  const where =
    postedAt === undefined
      ? say('series.summary.post.where', { count })
      : say('series.summary.posted.at', { count, date: shortDay(postedAt), time: time(postedAt) })
  return (
    <section className="card panel">
      <p>{where}</p>
      <div className="acts">
        <ActButton
          act={act}
          appearance={postedAt === undefined ? 'primary' : 'secondary'}
          onPress={() => void act.run(post, { text: say('series.summary.posted'), about: title })}
        >
          {say(postedAt === undefined ? 'series.summary.post' : 'series.summary.post.again')}
        </ActButton>
      </div>
      <ActFailure act={act} />
    </section>
  )
}

/** What the days of a series add up to: read, printed, exported, posted. */
export function SeriesSummaryPage({ call, series }: { call: Call; series: SeriesView }) {
  const { translator } = useSession()
  const { say } = translator
  const path = `/series/${encodeURIComponent(series.id)}`
  const { view, failure, loadedAt, refresh, keep } = useView<SeriesSummaryView>(call, `${path}/summary`)
  return (
    <>
      <SectionHead title={say('series.summary.kind')} trail={seriesTrail(series, translator)} />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!view && !failure && <SkeletonRows />}
      {view && (
        <div className="summary-page">
          <FileActs path={path} />
          <Post call={call} view={view} keep={keep} />
          <SeriesBody view={view} linkOf={day => <DayLink day={day} writes={view.mayPost === true} />} />
          <SummaryPaper title={view.title} about={[say('series.summary.kind')]}>
            <SeriesBody view={view} />
          </SummaryPaper>
        </div>
      )}
    </>
  )
}
