import { useMemo } from 'react'
import type { BroadcastPreview, BroadcastView } from '../../../../contract/broadcasts.ts'
import type { Call } from '../../../data/api/call.ts'
import type { Reader } from '../../../data/sources/sources.ts'
import { whole } from '../../../data/sources/sources.ts'
import { useFreshness } from '../../../data/store/freshness.ts'
import { createStore } from '../../../data/store/store.ts'
import { useSnapshot } from '../../../parts/start/session.ts'

type Sources = {
  readonly view: BroadcastView
  readonly previews: readonly BroadcastPreview[]
}

function previewsOf(path: string): Reader<readonly BroadcastPreview[]> {
  return async call => {
    const { items } = await call<{ items: readonly BroadcastPreview[] }>('GET', `${path}/preview`)
    return { value: items, cut: false }
  }
}

type Act = 'rehearsal' | 'start' | 'plan' | 'unplan' | 'pause' | 'go-on' | 'stop' | 'again'

export type FollowedBroadcast = ReturnType<typeof useBroadcast>

/** One broadcast with its preview, kept up to date while shown; and its acts. */
export function useBroadcast(call: Call, id: string) {
  const path = `/broadcasts/${encodeURIComponent(id)}`
  const store = useMemo(
    () => createStore<Sources>(call, { view: whole(path), previews: previewsOf(path) }),
    [call, path],
  )
  const { values, failures, loadedAt } = useSnapshot(store)
  useFreshness(store, ['broadcasts', 'messages'])
  return {
    ...values,
    failure: failures.view ?? failures.previews,
    loadedAt,
    refresh: store.refresh,
    /** @returns the broadcast after the act @throws Failure */
    act: (act: Act, body: object = {}): Promise<BroadcastView> =>
      store.send<BroadcastView>('POST', `${path}/${act}`, body, view => store.put('view', () => view)),
    /** @throws Failure */
    remove: (): Promise<unknown> => call('POST', `${path}/remove`, {}),
  }
}
