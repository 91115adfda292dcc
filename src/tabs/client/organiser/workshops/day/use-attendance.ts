import { useCallback, useEffect, useRef, useState } from 'react'
import type { RollView } from '../../../../contract/attendance.ts'
import type { Page } from '../../../../contract/primitives.ts'
import type { Call } from '../../../data/api/call.ts'
import { type Failure, failureOf } from '../../../data/api/failure.ts'
import { useChanges } from '../../../data/stream/changes.ts'

/** Debounce of the name search (ms). */
const PAUSE = 250

type Shown = { readonly name: string; readonly people: readonly RollView[]; readonly next?: string }

export type AttendanceRoll = {
  readonly name: string
  readonly people?: readonly RollView[]
  readonly failure?: Failure
  readonly find: (name: string) => void
  /** Reads a page more, when there is one. */
  readonly read: (() => Promise<void>) | undefined
  readonly refresh: () => Promise<void>
}

/** Who has a seat or came, those alone whose name is looked for. Read again whenever `present` changes. */
export function useAttendance(call: Call, workshop: string, present: number | undefined): AttendanceRoll {
  const [name, find] = useState('')
  const [shown, show] = useState<Shown>()
  const [failure, fail] = useState<Failure>()
  const pages = useRef(1)
  const latest = useRef(0)
  const load = useCallback(
    async (wanted: string) => {
      const mine = ++latest.current
      const people: RollView[] = []
      let next: string | undefined
      try {
        for (let page = 0; page < pages.current && (page === 0 || next !== undefined); page++) {
          const query = new URLSearchParams({ name: wanted, ...(next !== undefined && { after: next }) })
          const path = `/attendance/${encodeURIComponent(workshop)}/people?${query}`
          const read = await call<Page<RollView>>('GET', path)
          people.push(...read.items)
          next = read.next
        }
        if (mine !== latest.current) return
        show({ name: wanted, people, ...(next !== undefined && { next }) })
        fail(undefined)
      } catch (thrown) {
        if (mine === latest.current) fail(failureOf(thrown))
      }
    },
    [call, workshop],
  )
  const [turn, change] = useState(0)
  useChanges(['attendance', 'workshops'], () => change(turn + 1))
  // Reads the list again when the count changes.
  useEffect(() => {
    if (present === undefined || turn < 0) return
    const late = setTimeout(() => void load(name), PAUSE)
    return () => clearTimeout(late)
  }, [name, present, turn, load])
  return {
    name,
    ...(shown && { people: shown.people }),
    ...(failure && { failure }),
    find: wanted => {
      pages.current = 1
      find(wanted)
    },
    read:
      shown?.next === undefined
        ? undefined
        : async () => {
            pages.current += 1
            await load(name)
          },
    refresh: () => load(name),
  }
}
