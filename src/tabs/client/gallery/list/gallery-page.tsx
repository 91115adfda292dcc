import { lazy, useCallback, useEffect, useRef, useState } from 'react'
import type { Call } from '../../data/api/call.ts'
import { worst } from '../../data/api/failure.ts'
import { queryIn } from '../../data/sources/gallery-query.ts'
import { tellReady } from '../../host/connection.ts'
import { onBack } from '../../host/navigation.ts'
import { Trouble } from '../../parts/notices/failure-page.tsx'
import { Part } from '../../parts/notices/lazy-part.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { DonePlace } from '../../parts/page/confirmation.tsx'
import { GroundContext } from '../../parts/page/context.tsx'
import { useStanding } from '../../parts/start/session.ts'
import { backToGallery, galleryAt, useSheetId } from '../initiative/address.ts'
import { useList } from '../initiative/reading.ts'
import { GallerySkeleton } from '../initiative/skeleton.tsx'
import { Gallery, type Place } from './gallery.tsx'

const SheetPage = lazy(() => import('../sheet/sheet-page.tsx'))

/** The initiatives: all of them, or the sheet of the one that the address names. */
export function GalleryPage({ call, locale }: { call: Call; locale: string }) {
  const { ground, said, told, speech, failure, loadedAt, retry } = useStanding(call, locale)
  const id = useSheetId()
  const [query, ask] = useState(() => queryIn(location.hash))
  const announce = ground?.announce
  const settled = useCallback(
    (count: number, more: boolean) =>
      announce?.(speech.say(more ? 'gallery.found.first' : 'gallery.found', { count })),
    [announce, speech],
  )
  const list = useList(call, query, settled)
  const place = useRef<Place>({ top: 0 })
  useEffect(() => onBack(backToGallery), [])
  // In place of the address that was: « Back » leaves the gallery, not each letter of a search.
  useEffect(() => {
    if (!id) history.replaceState(null, '', galleryAt(query))
  }, [id, query])
  useEffect(() => {
    if (ground) tellReady()
  }, [ground])
  useEffect(() => {
    if (id) place.current = { id, ...place.current }
    else document.title = `${speech.say('gallery.title')} · ${speech.say('app.name')}`
  }, [id, speech])
  if (!ground) {
    if (failure) return <Trouble failure={failure} speech={speech} retry={retry} />
    return <GallerySkeleton language={speech.language} />
  }
  const failures = [...Object.values(list.shown.failures), ...(failure ? [failure] : [])]
  const again = () => Promise.all([retry(), list.board.refresh()]).then(() => {})
  return (
    <GroundContext value={ground}>
      <DonePlace told={told} />
      {id ? (
        <Part fallback={<GallerySkeleton language={speech.language} />}>
          <SheetPage key={id} call={call} id={id} list={list.board} />
        </Part>
      ) : (
        <Gallery
          list={list}
          query={query}
          ask={ask}
          place={place}
          trouble={{ failure: worst(failures), loadedAt: list.shown.loadedAt ?? loadedAt, retry: again }}
        />
      )}
      <Announcer said={said} />
    </GroundContext>
  )
}
