import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { galleryActs } from '../../data/actions/gallery.ts'
import type { Failure } from '../../data/api/failure.ts'
import type { Query } from '../../data/sources/gallery-query.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { Guard } from '../../parts/notices/error-boundary.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useGround } from '../../parts/page/context.tsx'
import { DialogPlace } from '../dialogs/dialog-host.tsx'
import { type GalleryRequest, HallContext } from '../initiative/context.tsx'
import type { useList } from '../initiative/reading.ts'
import { Bones } from '../initiative/skeleton.tsx'
import { Cards } from './cards.tsx'
import { Filters } from './filters.tsx'

/** Where somebody was in the list: how far down (px), and the initiative they left it for. */
export type Place = { readonly top: number; readonly id?: string }

type Props = {
  readonly list: ReturnType<typeof useList>
  readonly query: Query
  readonly ask: (query: Query) => void
  readonly place: RefObject<Place>
  readonly trouble: {
    readonly failure: Failure | undefined
    readonly loadedAt: number | undefined
    readonly retry: () => Promise<void>
  }
}

/** Back from a sheet: the same place in the list, and the focus where it was. */
function useReturn(place: RefObject<Place>, list: ReturnType<typeof useList>['board']) {
  useLayoutEffect(() => {
    const { top, id } = place.current
    window.scrollTo(0, top)
    if (id) document.getElementById(`initiative-${id}`)?.focus({ preventScroll: true })
    return () => {
      place.current = { top: window.scrollY }
    }
  }, [place])
  const board = useRef(list)
  useEffect(() => {
    // Something may have been done on the sheet.
    if (place.current.id) void board.current.refresh()
  }, [place])
}

/** The initiatives of the programme as cards, to look through. */
export function Gallery({ list, query, ask, place, trouble }: Props) {
  const { speech } = useGround()
  const { request, wanted, open, finish } = useDialog<GalleryRequest>()
  const { board, shown, busy } = list
  const hall = useMemo(() => ({ acts: galleryActs({ list: board }), open }), [board, open])
  useReturn(place, board)
  const { failure, loadedAt, retry } = trouble
  const { initiatives } = shown.values
  return (
    <HallContext value={hall}>
      <main className="page gallery" aria-busy={busy}>
        <header>
          <h1>{speech.say('gallery.title')}</h1>
          <p className="quiet gallery-about">{speech.say('gallery.about')}</p>
        </header>
        <Filters query={query} ask={ask} />
        {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={retry} />}
        {!initiatives && !failure && <Bones />}
        {initiatives && (
          <Guard speech={speech} part="unread.gallery">
            <Cards
              initiatives={initiatives}
              query={query}
              clear={ask}
              read={shown.cut.initiatives ? () => board.readOn(['initiatives']) : undefined}
            />
          </Guard>
        )}
      </main>
      {wanted && <DialogPlace request={request} finish={finish} />}
    </HallContext>
  )
}
