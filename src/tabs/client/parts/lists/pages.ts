import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { Page } from '../../../contract/primitives.ts'
import { listIn } from '../../data/api/answer-shape.ts'
import { Failure, failureAt, failureOf, type PartKey } from '../../data/api/failure.ts'
import { useChanges } from '../../data/stream/changes.ts'
import { useSession } from '../page/context.tsx'

type State<T> = {
  readonly items: readonly T[]
  /** Cursor of the next page, if any. */
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

const NONE: readonly ChangeTopic[] = []
/** Topics that add to the thread and comments of an idea or initiative. */
export const THREAD: readonly ChangeTopic[] = ['ideas', 'ballots', 'initiatives']

/**
 * A list that only a dialog shows, read page by page while it is open. As far as it was read it is read again when
 * something of `topics` changed; meanwhile, and when it cannot be, what stands on screen stays. `part`: what is said where
 * it could not be read.
 */
export function usePages<T>(path: string, topics = NONE, part: PartKey = 'unread.part'): Pages<T> {
  const { read } = useSession()
  const [state, setState] = useState<State<T>>({ items: [], reading: true })
  const latest = useRef(0)
  const shown = useRef(state)
  shown.current = state
  const load = useCallback(
    async (before: readonly T[], after?: string) => {
      const turn = ++latest.current
      setState(({ failure: _, ...rest }) => ({ ...rest, reading: true }))
      const found = await read<Page<T>>(pathAt(path, after)).then(listIn).catch(failureOf)
      if (turn !== latest.current) return
      if (found instanceof Failure)
        setState(rest => ({ ...rest, reading: false, failure: failureAt(found, part) }))
      else setState({ items: [...before, ...found.items], next: found.next, reading: false })
    },
    [path, read, part],
  )
  const renew = useCallback(async () => {
    // A reading under way shows what there is by then.
    if (shown.current.reading) return
    const turn = ++latest.current
    const { length } = shown.current.items
    const items: T[] = []
    let next: string | undefined
    try {
      do {
        const page = listIn(await read<Page<T>>(pathAt(path, next)))
        items.push(...page.items)
        next = page.next
      } while (next !== undefined && items.length < length)
    } catch {
      return
    }
    if (turn === latest.current) setState({ items, next, reading: false })
  }, [path, read])
  useChanges(topics, () => void renew())
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
