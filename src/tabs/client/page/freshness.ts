import { useEffect } from 'react'
import type { Topic } from '../../../kernel/topic.ts'
import type { Board } from '../board/board.ts'
import { useChanges } from './changes.ts'

const NONE: readonly Topic[] = []

/**
 * Reads the board at the start, then each time something of `topics` changed, the person comes back to it or the
 * network returns. No polling: a page that nobody looks at asks for nothing.
 */
export function useFreshness(
  board: Pick<Board, 'refresh'> | undefined,
  topics: readonly Topic[] = NONE,
): void {
  useChanges(topics, () => void board?.refresh())
  useEffect(() => {
    if (!board) return
    const refresh = () => {
      if (document.visibilityState === 'visible') void board.refresh()
    }
    void board.refresh()
    window.addEventListener('focus', refresh)
    window.addEventListener('online', refresh)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      window.removeEventListener('focus', refresh)
      window.removeEventListener('online', refresh)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [board])
}
