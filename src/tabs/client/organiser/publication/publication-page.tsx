import '../../parts/panels/details.css'
import './publication.css'
import type { PublicationView, ReviewTitleView } from '../../../contract/figures/publication.ts'
import type { ReviewView } from '../../../contract/figures/review.ts'
import type { TrialLessonView } from '../../../contract/initiatives/trial-records.ts'
import type { Call } from '../../data/api/call.ts'
import { usePaged } from '../../parts/lists/paged.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { TOPICS } from '../figures/sources.ts'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { useWhole } from '../parts/use-reading.ts'
import { PublicationLessons } from './publication-lessons.tsx'
import { PublicationPreview } from './publication-preview.tsx'
import { PublicationTitles, stageOf } from './publication-titles.tsx'
import { PublicationWords } from './publication-words.tsx'

const ABOUT = { fr: 'publication.about.fr', en: 'publication.about.en' } as const

/** « Publier le bilan »: the words, the titles, then the file; what is missing is said and stops nobody. */
export default function PublicationPage({ call }: { call: Call }) {
  const { say } = useSession().translator
  const review = useWhole<ReviewView>(call, '/review', TOPICS, 'unread.review')
  const words = useWhole<PublicationView>(call, '/review/publication', ['figures'], 'unread.publication')
  const titles = usePaged<ReviewTitleView>(
    call,
    '/review/publication/titles',
    ['figures', 'initiatives'],
    'unread.titles',
  )
  const lessons = usePaged<TrialLessonView>(
    call,
    '/trial-records/lessons',
    ['figures', 'initiatives'],
    'unread.tried',
  )
  const waiting = [words, review].some(({ value, failure }) => !value && !failure)
  const unwritten = words.value?.axes.filter(({ proposed }) => proposed.text === '').length
  const unread = titles.items?.some(title => ['unread', 'stale'].includes(stageOf(title))) ?? false
  const untold = lessons.items?.some(({ text }) => text === undefined) ?? false
  return (
    <>
      <SectionHead
        title={say('publication.open')}
        trail={[{ text: say('section.figures'), href: sectionAddress('figures') }]}
        about={words.value && <p>{say(ABOUT[words.value.language])}</p>}
      />
      {words.failure && (
        <StaleNotice failure={words.failure} loadedAt={words.loadedAt} retry={words.refresh} />
      )}
      {review.failure && (
        <StaleNotice failure={review.failure} loadedAt={review.loadedAt} retry={review.refresh} />
      )}
      {waiting && <SkeletonRows kind="bone-panel" count={3} />}
      {words.value && !waiting && (
        <PublicationWords
          call={call}
          words={words.value}
          axes={review.value?.axes ?? []}
          refresh={words.refresh}
        />
      )}
      <PublicationTitles call={call} titles={titles} />
      <PublicationLessons call={call} lessons={lessons} />
      <PublicationPreview
        call={call}
        unwritten={unwritten}
        unread={unread}
        untold={untold}
        place={(lessons.items?.length ?? 0) > 0 ? 4 : 3}
      />
    </>
  )
}
