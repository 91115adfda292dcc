import { useCallback, useEffect, useRef, useState } from 'react'
import type { Page } from '../../contract/common.ts'
import { Failure, failureOf } from '../api/failure.ts'
import { useGround } from '../page/ground.tsx'

type State<T> = {
  readonly items: readonly T[]
  /** Where the list goes on, when it does. */
  readonly next?: string | undefined
  readonly reading: boolean
  readonly failure?: Failure
}
export type Pages<T> = State<T> & {
  /** Reads a page more, or again the one that failed. */
  readonly more: () => Promise<void>
  /** Reads again from the first page on. */
  readonly again: () => Promise<void>
  readonly change: (to: (items: readonly T[]) => readonly T[]) => void
}

function pathAt(path: string, after: string | undefined): string {
  if (after === undefined) return path
  return `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`
}

/** A list that only a dialog shows, read page by page while it is open. */
export function usePages<T>(path: string): Pages<T> {
  const { read } = useGround()
  const [state, setState] = useState<State<T>>({ items: [], reading: true })
  const latest = useRef(0)
  const load = useCallback(
    async (before: readonly T[], after?: string) => {
      const turn = ++latest.current
      setState(({ failure: _, ...rest }) => ({ ...rest, reading: true }))
      const found = await read<Page<T>>(pathAt(path, after)).catch(failureOf)
      if (turn !== latest.current) return
      if (found instanceof Failure) setState(rest => ({ ...rest, reading: false, failure: found }))
      else setState({ items: [...before, ...found.items], next: found.next, reading: false })
    },
    [path, read],
  )
  useEffect(() => {
    void load([])
    return () => {
      latest.current++
    }
  }, [load])
  return {
    ...state,
    more: () => load(state.items, state.next),
    again: () => load([]),
    change: to => setState(rest => ({ ...rest, items: to(rest.items) })),
  }
}
