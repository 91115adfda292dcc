import { useEffect, useMemo, useRef, useState } from 'react'
import type { FollowedView } from '../../../contract/figures/review.ts'
import type { Call } from '../../data/api/call.ts'
import { followedIdeas, followedPath } from '../../data/sources/followed.ts'
import { type GalleryFilters, pathOf } from '../../data/sources/gallery-query.ts'
import { about, named, paged, type Readers, whole } from '../../data/sources/sources.ts'
import { useFreshness } from '../../data/store/freshness.ts'
import type { ListSources, SheetSources } from '../../data/store/gallery-stores.ts'
import { pathTo } from '../../data/store/lists.ts'
import { preloadStore, takePreloadedStore } from '../../data/store/preloaded.ts'
import { createStore, type Store } from '../../data/store/store.ts'
import { useSnapshot } from '../../parts/start/session.ts'

/** Topics that change an initiative: its supports and comments are its idea's. */
const SHOWN = ['initiatives', 'ideas', 'people'] as const

const listAt = (path: string): Readers<ListSources> => ({
  initiatives: named('unread.gallery', about(SHOWN, paged(path))),
})

/** Asks for the initiatives for the page that is about to be drawn. */
export function beginList(call: Call, query: GalleryFilters): Store<ListSources> {
  const path = pathOf(query)
  return preloadStore(call, path, listAt(path))
}

/**
 * The initiatives that `query` asks for. Until they are read those that were shown before stay; `settled` is called
 * once with those of each query that follows the first.
 */
export function useList(call: Call, query: GalleryFilters, settled: (count: number, more: boolean) => void) {
  const path = pathOf(query)
  const store = useMemo(() => takePreloadedStore(call, path, listAt(path)), [call, path])
  const snapshot = useSnapshot(store)
  useFreshness(store)
  const [before, keep] = useState(snapshot)
  const read = snapshot.values.initiatives !== undefined
  useEffect(() => {
    if (read) keep(snapshot)
  }, [read, snapshot])
  const told = useRef(path)
  useEffect(() => {
    const { values, cut } = snapshot
    if (!values.initiatives || told.current === path) return
    told.current = path
    settled(values.initiatives.length, cut.initiatives === true)
  }, [path, snapshot, settled])
  const failed = Object.keys(snapshot.failures).length > 0
  return { store, shown: read || failed ? snapshot : before, busy: !read && !failed }
}

type Heading = { readonly followed: FollowedView }
const HEADING: Readers<Heading> = { followed: followedIdeas() }

/** Asks for what heads the gallery, for which the page does not wait. */
export const beginFollowed = (call: Call): Store<Heading> => preloadStore(call, followedPath(), HEADING)

/** What heads the gallery: a line less where it could not be read, and nobody is stopped by it. */
export function useFollowed(call: Call): FollowedView | undefined {
  const store = useMemo(() => takePreloadedStore(call, followedPath(), HEADING), [call])
  useFreshness(store)
  return useSnapshot(store).values.followed
}

/** One sheet, as long as it is shown. */
export function useSheet(call: Call, id: string) {
  const store = useMemo(
    () =>
      createStore<SheetSources>(call, {
        sheet: about(SHOWN, whole(`/initiatives/${encodeURIComponent(id)}`)),
        trials: named('unread.trials', about(SHOWN, whole(pathTo('/initiatives', id, 'trials')))),
      }),
    [call, id],
  )
  const snapshot = useSnapshot(store)
  useFreshness(store)
  return { store, snapshot }
}
