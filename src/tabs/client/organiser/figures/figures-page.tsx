import '../../parts/charts/charts.css'
import '../../parts/panels/details.css'
import './figures.css'
import { lazy, useMemo } from 'react'
import { dateIn } from '../../../../kernel/time/time-zone.ts'
import type { ReviewView } from '../../../contract/figures/review.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import { createStore } from '../../data/store/store.ts'
import { Patterns } from '../../parts/charts/bars.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { UnreadNotice, unreadsOf } from '../../parts/notices/unread-notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useSnapshot } from '../../parts/start/session.ts'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { plainDay } from '../../parts/words/days.ts'
import { SectionHead } from '../parts/section-head.tsx'
import type { SectionProps } from '../tab/sections.ts'
import { AxisTable } from './axis-table.tsx'
import { Details } from './details.tsx'
import { DirectionTable } from './direction-table.tsx'
import { ExportPage } from './export-page.tsx'
import { HeadActions } from './head-actions.tsx'
import { Headline } from './headline.tsx'
import { MonthTable } from './month-table.tsx'
import { hasLearnt, isBeginning } from './review-texts.ts'
import { type FigureSources, READERS, TOPICS } from './sources.ts'
import { TriedList } from './tried-list.tsx'

const PrintSheet = lazy(() => import('./print-sheet.tsx'))
const PublicationPage = lazy(() => import('../publication/publication-page.tsx'))

/** What the sentences rest on, folded: they are enough for most. */
function Tables({ call, review }: Pick<SectionProps, 'call'> & { review: ReviewView }) {
  const { say } = useSession().translator
  return (
    <details className="unfold review-details">
      <summary>{say('review.tables')}</summary>
      <div className="review-parts">
        <AxisTable axes={review.axes} />
        {hasLearnt(review) && <TriedList call={call} />}
        <MonthTable months={review.months} />
        <DirectionTable review={review} />
      </div>
    </details>
  )
}

/** « Bilan du programme »: what was asked, proposed, answered, begun and learnt; people as estimates, the rest as it is. */
function Review({ call }: Pick<SectionProps, 'call'>) {
  const { translator, programme } = useSession()
  const { say, zone, time } = translator
  const store = useMemo(() => createStore<FigureSources>(call, READERS), [call])
  const snapshot = useSnapshot(store)
  useFreshness(store, TOPICS)
  const unreads = unreadsOf(snapshot, store.sources, store.refresh)
  const { review, ...others } = snapshot.values
  const about = review && {
    date: plainDay(dateIn(review.at, zone), programme.today, translator),
    time: time(review.at),
  }
  return (
    <>
      <SectionHead
        title={say('section.figures')}
        acts={<HeadActions />}
        about={about && <p>{say('review.about', about)}</p>}
      />
      <UnreadNotice unreads={unreads} />
      {!review && unreads.failures.length === 0 && <SkeletonRows kind="bone-panel" count={4} />}
      <Patterns />
      {review && <Headline review={review} />}
      {review && !isBeginning(review) && <Tables call={call} review={review} />}
      <Details {...others} />
      {review && (
        <LazyPart>
          <PrintSheet review={review} />
        </LazyPart>
      )}
    </>
  )
}

export default function FiguresPage({ call, path: [part], reading }: SectionProps) {
  if (part === 'publication' && !reading)
    return (
      <LazyPart>
        <PublicationPage call={call} />
      </LazyPart>
    )
  return part === 'export' ? <ExportPage call={call} reading={reading} /> : <Review call={call} />
}
