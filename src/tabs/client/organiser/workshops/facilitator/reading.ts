import { useState } from 'react'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import type { Call } from '../../../data/api/call.ts'
import { about, named, paged } from '../../../data/sources/sources.ts'
import { useFreshness } from '../../../data/store/freshness.ts'
import { createStore } from '../../../data/store/store.ts'
import { useSnapshot } from '../../../parts/start/session.ts'

type OrganiserSources = {
  readonly workshops: readonly KeptDayView[]
  /** Over for more than a day; none to who facilitates. */
  readonly past: readonly KeptDayView[]
}

/** The workshops to choose from, as long as the page is open. */
export function useWorkshops(call: Call) {
  const [store] = useState(() =>
    createStore<OrganiserSources>(call, {
      workshops: named(
        'unread.workshops',
        about(['workshops', 'attendance'], paged('/attendance/workshops')),
      ),
      past: named('unread.past', about(['workshops', 'attendance'], paged('/attendance/past'))),
    }),
  )
  const snapshot = useSnapshot(store)
  useFreshness(store)
  return { store, snapshot }
}
