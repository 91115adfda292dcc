import { useEffect } from 'react'
import type { Board } from '../board/board.ts'

/**
 * Reads the board at the start, then each time the person comes back to it or the network returns.
 * No polling: a page that nobody looks at asks for nothing.
 */
export function useFreshness(board: Board): void {
  useEffect(() => {
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
