import { useEffect } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import { systemClock } from '../../../../kernel/time/clock.ts'
import { onChanges } from '../stream/changes.ts'
import type { Store } from './store.ts'

type Fresh = Pick<Store, 'refresh' | 'refreshAbout' | 'topics'> & {
  readonly snapshot?: () => { readonly loadedAt?: number }
}

/** What was read before the page was drawn is not read again for its sake (ms). */
const JUST_READ = 5_000

/**
 * Reads the store at the start, then each time something of `topics` changed, the person comes back to it or the
 * network returns; of a change, what is about it alone. By default the topics are those that its sources name. No
 * polling: a page that nobody looks at asks for nothing.
 */
export function useFreshness(store: Fresh | undefined, topics?: readonly ChangeTopic[]): void {
  const wanted = topics?.join()
  useEffect(() => {
    if (!store) return
    const seen = () => document.visibilityState === 'visible'
    const refresh = () => {
      if (seen()) void store.refresh()
    }
    const { loadedAt = Number.NEGATIVE_INFINITY } = store.snapshot?.() ?? {}
    if (systemClock.now() - loadedAt > JUST_READ) void store.refresh()
    const followed = wanted === undefined ? store.topics : (wanted.split(',') as ChangeTopic[])
    const leave = onChanges(followed, changed => {
      if (seen()) void store.refreshAbout(changed)
    })
    window.addEventListener('focus', refresh)
    window.addEventListener('online', refresh)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      leave()
      window.removeEventListener('focus', refresh)
      window.removeEventListener('online', refresh)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [store, wanted])
}
