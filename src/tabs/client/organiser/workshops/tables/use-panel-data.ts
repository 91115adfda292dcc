import { useCallback, useEffect, useState } from 'react'
import type { Call } from '../../../data/api/call.ts'
import { type Failure, failureOf } from '../../../data/api/failure.ts'
import { useChanges } from '../../../data/stream/changes.ts'
import { useSession } from '../../../parts/page/context.tsx'

/** One thing of a workshop that a panel shows to organisers alone, read again when workshops change. `keep` holds a newer one that an act answered with. */
export function useOwn<T>(call: Call, path: string) {
  const { me } = useSession()
  const mine = me.role === 'organiser'
  const [state, setState] = useState<{ readonly value?: T; readonly failure?: Failure }>({})
  const read = useCallback(async () => {
    if (!mine) return
    try {
      setState({ value: await call<T>('GET', path) })
    } catch (thrown) {
      // What was read before stays.
      setState(before => ({ ...before, failure: failureOf(thrown) }))
    }
  }, [call, path, mine])
  useEffect(() => void read(), [read])
  useChanges(['workshops', 'attendance'], () => void read())
  return { ...state, keep: (value: T) => setState({ value }) }
}
