import { useCallback, useEffect, useState } from 'react'
import type { Call } from '../../api/call.ts'
import { type Failure, failureOf } from '../../api/failure.ts'
import { useGround } from '../../page/ground.tsx'

/** One thing that a panel shows to organisers alone. `keep` holds a newer one that an act answered with. */
export function useOwn<T>(call: Call, path: string) {
  const { me } = useGround()
  const mine = me.role === 'organiser'
  const [state, setState] = useState<{ readonly value?: T; readonly failure?: Failure }>({})
  const read = useCallback(async () => {
    if (!mine) return
    try {
      setState({ value: await call<T>('GET', path) })
    } catch (thrown) {
      setState({ failure: failureOf(thrown) })
    }
  }, [call, path, mine])
  useEffect(() => void read(), [read])
  return { ...state, keep: (value: T) => setState({ value }) }
}
