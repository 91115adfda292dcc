import type { SeriesView } from '../../../../contract/workshops/planning.ts'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import type { SectionProps } from '../../tab/sections.ts'
import { CancelPageLoader } from '../planning/cancel-page-loader.tsx'
import { DayFormPage } from '../planning/day-form-page.tsx'
import { QuotasPage } from '../seats/quotas-page.tsx'
import { RulesPage } from '../seats/rules-page.tsx'
import { seriesTrail } from '../workshop/breadcrumbs.ts'
import { useView } from '../workshop/use-view.ts'
import { SeriesPage } from './series-page.tsx'
import { SeriesSummaryPage } from './series-summary-page.tsx'
import { SeriesTextPage } from './series-text-page.tsx'

type Shown = Pick<SectionProps, 'call' | 'reading' | 'path'> & {
  readonly series: SeriesView
  readonly keep: (series: SeriesView) => void
}

function Within({ call, reading, path: [, , place, id], series, keep }: Shown) {
  const { translator } = useSession()
  const { say } = translator
  const day = series.days.find(each => each.id === id)
  const parts = { call, series, keep }
  if (place === 'summary') return <SeriesSummaryPage call={call} series={series} />
  switch (reading ? undefined : place) {
    case 'edit':
      return <SeriesTextPage call={call} series={series} />
    case 'rules':
      return <RulesPage {...parts} />
    case 'quotas':
      return <QuotasPage {...parts} />
    case 'day':
      if (id === undefined) return <DayFormPage {...parts} />
      return day?.stage === 'draft' ? (
        <DayFormPage key={day.id} {...parts} day={day} />
      ) : (
        <SeriesPage {...parts} reading={reading} />
      )
    case 'call-off':
      return (
        <CancelPageLoader
          call={call}
          title={say('off.cancel.series')}
          trail={seriesTrail(series, translator)}
          name={series.title}
          concerned={series.concerned}
          path={`/series/${encodeURIComponent(series.id)}/call-off`}
          cancel={{
            word: say('off.cancel.series'),
            ask: say('off.ask.series', { title: series.title }),
            done: say('off.cancelled.series'),
          }}
          postpones={false}
          back={sectionAddress('workshops', 'series', series.id)}
        />
      )
    default:
      return <SeriesPage {...parts} reading={reading} />
  }
}

/** A series, and what is done with it. */
export function SeriesPages({ call, path, reading }: SectionProps) {
  const { say } = useSession().translator
  const [, id = ''] = path
  const read = useView<SeriesView>(call, `/series/${encodeURIComponent(id)}`)
  const { view, failure, loadedAt, refresh, keep } = read
  return (
    <>
      {!view && (
        <SectionHead
          title={say('series.kind.alone')}
          trail={[{ text: say('section.workshops'), href: sectionAddress('workshops') }]}
        />
      )}
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!view && !failure && <SkeletonRows />}
      {view && <Within call={call} path={path} reading={reading} series={view} keep={keep} />}
    </>
  )
}
