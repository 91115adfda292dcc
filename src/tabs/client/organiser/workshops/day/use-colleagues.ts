import { useEffect, useState } from 'react'
import type { ColleagueView } from '../../../../contract/attendance.ts'
import type { Page } from '../../../../contract/primitives.ts'
import type { Call } from '../../../data/api/call.ts'
import { type Failure, failureOf } from '../../../data/api/failure.ts'

/** How long after the last letter a name is looked for (ms), and from how many letters on. */
const PAUSE = 300
const FEWEST = 2

/** People whose name is looked for. `turn`: one more has them read again. */
export function useColleagues(call: Call, path: string, name: string, turn: number) {
  const [found, setFound] = useState<readonly ColleagueView[]>()
  const [failure, fail] = useState<Failure>()
  useEffect(() => {
    let late = false
    setFound(undefined)
    fail(undefined)
    if (name.trim().length < FEWEST) return
    const looking = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ name })
        const { items } = await call<Page<ColleagueView>>('GET', `${path}/colleagues?${query}`)
        // Somebody who was let in meanwhile is read again.
        if (!late && turn >= 0) setFound(items)
      } catch (thrown) {
        if (!late) fail(failureOf(thrown))
      }
    }, PAUSE)
    return () => {
      late = true
      clearTimeout(looking)
    }
  }, [call, path, name, turn])
  return { found, failure }
}
