import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { FollowedView } from '../../../contract/figures/review.ts'
import { galleryActs } from '../../data/actions/gallery.ts'
import type { Failure } from '../../data/api/failure.ts'
import type { GalleryFilters } from '../../data/sources/gallery-query.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { FollowedLine } from '../../parts/ideas/followed-line.tsx'
import { ErrorBoundary } from '../../parts/notices/error-boundary.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { DialogPlace } from '../dialogs/dialog-host.tsx'
import { type GalleryRequest, GalleryTabContext } from '../initiative/context.tsx'
import type { useList } from '../initiative/reading.ts'
import { ListSkeleton } from '../initiative/skeleton.tsx'
import { Cards } from './cards.tsx'
import { Filters } from './filters.tsx'

/** Where somebody was in the list: how far down (px), and the initiative they left it for. */
export type ListPosition = { readonly top: number; readonly id?: string }

type Props = {
  readonly list: ReturnType<typeof useList>
  readonly followed: FollowedView | undefined
  readonly query: GalleryFilters
  readonly ask: (query: GalleryFilters) => void
  readonly place: RefObject<ListPosition>
  readonly trouble: {
    readonly failure: Failure | undefined
    readonly loadedAt: number | undefined
    readonly retry: () => Promise<void>
  }
}

/** Back from a sheet: the same place in the list, and the focus where it was. */
function useReturn(place: RefObject<ListPosition>, list: ReturnType<typeof useList>['store']) {
  useLayoutEffect(() => {
    const { top, id } = place.current
    window.scrollTo(0, top)
    if (id) document.getElementById(`initiative-${id}`)?.focus({ preventScroll: true })
    return () => {
      place.current = { top: window.scrollY }
    }
  }, [place])
  const store = useRef(list)
  useEffect(() => {
    // Something may have been done on the sheet.
    if (place.current.id) void store.current.refresh()
  }, [place])
}

/** The initiatives of the programme as cards, to look through. */
export function Gallery({ list, followed, query, ask, place, trouble }: Props) {
  const { translator } = useSession()
  const { request, wanted, open, finish } = useDialog<GalleryRequest>()
  const { store, shown, busy } = list
  const tab = useMemo(() => ({ acts: galleryActs({ list: store }), open }), [store, open])
  useReturn(place, store)
  const { failure, loadedAt, retry } = trouble
  const { initiatives } = shown.values
  return (
    <GalleryTabContext value={tab}>
      <main className="page gallery" aria-busy={busy}>
        <header>
          <h1>{translator.say('initiative.list')}</h1>
          <FollowedLine followed={followed} />
        </header>
        <Filters query={query} ask={ask} />
        {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={retry} />}
        {!initiatives && !failure && <ListSkeleton />}
        {initiatives && (
          <ErrorBoundary translator={translator} part="unread.gallery">
            <Cards
              initiatives={initiatives}
              query={query}
              clear={ask}
              read={shown.cut.initiatives ? () => store.readOn(['initiatives']) : undefined}
            />
          </ErrorBoundary>
        )}
      </main>
      {wanted && <DialogPlace request={request} finish={finish} />}
    </GalleryTabContext>
  )
}
