import { useEffect, useState } from 'react'
import type { KeptDayView } from '../../../contract/attendance.ts'
import type { Page } from '../../../contract/primitives.ts'
import type { Call } from '../../data/api/call.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'

/** Whether somebody who organises nothing keeps the list of a workshop; asked when `wanted` alone. */
export function useFacilitated(call: Call, wanted: boolean) {
  const [state, setState] = useState<{ readonly any?: boolean; readonly failure?: Failure }>({})
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks once more
  useEffect(() => {
    if (!wanted) return
    let late = false
    call<Page<KeptDayView>>('GET', '/attendance/workshops').then(
      ({ items }) => !late && setState({ any: items.length > 0 }),
      thrown => {
        const failure = failureOf(thrown)
        if (!late) setState(failure.kind === 'refusal' ? { any: false } : { failure })
      },
    )
    return () => {
      late = true
    }
  }, [call, wanted, turn])
  return { ...state, again: async () => setTurn(before => before + 1) }
}
