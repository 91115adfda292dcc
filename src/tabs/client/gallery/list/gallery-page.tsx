import { lazy, useCallback, useEffect, useRef, useState } from 'react'
import type { Call } from '../../data/api/call.ts'
import { worst } from '../../data/api/failure.ts'
import { queryIn } from '../../data/sources/gallery-query.ts'
import { tellReady } from '../../host/connection.ts'
import { onBack } from '../../host/navigation.ts'
import { FailurePage } from '../../parts/notices/failure-page.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { ConfirmationPlace } from '../../parts/page/confirmation.tsx'
import { SessionContext } from '../../parts/page/context.tsx'
import { useSessionState } from '../../parts/start/session.ts'
import { backToGallery, galleryAt, useSheetId } from '../initiative/address.ts'
import { useFollowed, useList } from '../initiative/reading.ts'
import { GallerySkeleton } from '../initiative/skeleton.tsx'
import { Gallery, type ListPosition } from './gallery.tsx'

const SheetPage = lazy(() => import('../sheet/sheet-page.tsx'))

/** The initiatives: all of them, or the sheet of the one that the address names. */
export function GalleryPage({ call, locale }: { call: Call; locale: string }) {
  const { session, said, confirmation, translator, failure, loadedAt, retry } = useSessionState(call, locale)
  const id = useSheetId()
  const [query, ask] = useState(() => queryIn(location.hash))
  const announce = session?.announce
  const settled = useCallback(
    (count: number, more: boolean) =>
      announce?.(translator.say(more ? 'gallery.found.first' : 'gallery.found', { count })),
    [announce, translator],
  )
  const list = useList(call, query, settled)
  const followed = useFollowed(call)
  const place = useRef<ListPosition>({ top: 0 })
  useEffect(() => onBack(backToGallery), [])
  // In place of the address that was: « Back » leaves the gallery, not each letter of a search.
  useEffect(() => {
    if (!id) history.replaceState(null, '', galleryAt(query))
  }, [id, query])
  useEffect(() => {
    if (session) tellReady()
  }, [session])
  useEffect(() => {
    if (id) place.current = { id, ...place.current }
    else document.title = `${translator.say('initiative.list')} · ${translator.say('app.name')}`
  }, [id, translator])
  if (!session) {
    if (failure) return <FailurePage failure={failure} translator={translator} retry={retry} />
    return <GallerySkeleton language={translator.language} />
  }
  const failures = [...Object.values(list.shown.failures), ...(failure ? [failure] : [])]
  const again = () => Promise.all([retry(), list.store.refresh()]).then(() => {})
  return (
    <SessionContext value={session}>
      <ConfirmationPlace confirmation={confirmation} />
      {id ? (
        <LazyPart fallback={<GallerySkeleton language={translator.language} />}>
          <SheetPage key={id} call={call} id={id} list={list.store} />
        </LazyPart>
      ) : (
        <Gallery
          list={list}
          followed={followed}
          query={query}
          ask={ask}
          place={place}
          trouble={{ failure: worst(failures), loadedAt: list.shown.loadedAt ?? loadedAt, retry: again }}
        />
      )}
      <Announcer said={said} />
    </SessionContext>
  )
}
