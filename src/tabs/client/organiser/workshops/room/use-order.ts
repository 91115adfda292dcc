import { useMemo } from 'react'
import type { RemoteView, RunningOrderItem, RunningOrderView } from '../../../../contract/room/remote.ts'
import type { Call } from '../../../data/api/call.ts'
import { about, named, whole } from '../../../data/sources/sources.ts'
import { useFreshness } from '../../../data/store/freshness.ts'
import { pathTo } from '../../../data/store/lists.ts'
import { createStore } from '../../../data/store/store.ts'
import { useAct } from '../../../parts/actions/action.tsx'
import type { Confirmation } from '../../../parts/page/confirmation.tsx'
import { useSnapshot } from '../../../parts/start/session.ts'

export type Items = readonly RunningOrderItem[]

/** The running order of a workshop, written whole at each change, with the version that was read. */
export function useOrder(call: Call, workshop: string) {
  const act = useAct()
  const store = useMemo(
    () =>
      createStore<{ readonly remote: RemoteView }>(call, {
        remote: named('unread.room', about(['room'], whole(pathTo('/workshops', workshop, 'remote')))),
      }),
    [call, workshop],
  )
  const { values, failures, loadedAt } = useSnapshot(store)
  useFreshness(store)
  const order = values.remote?.order
  const write = async (items: Items) => {
    const version = store.snapshot().values.remote?.order.version ?? 0
    await store.send<RunningOrderView>(
      'PUT',
      pathTo('/workshops', workshop, 'running-order'),
      { version, items },
      next => store.put('remote', remote => ({ ...remote, order: next })),
    )
  }
  return {
    order,
    failure: failures.remote,
    loadedAt,
    refresh: store.refresh,
    act,
    write,
    /** Writes it; `said`: what is then read out, or shown. */
    put: (items: Items, said: string | Confirmation) => act.run(() => write(items), said),
  }
}

export type Order = ReturnType<typeof useOrder>
