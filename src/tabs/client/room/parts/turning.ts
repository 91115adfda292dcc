import { useEffect, useState } from 'react'

/** Which of `count` pages is shown: the next every so often (ms), none while it is `held`. */
export function useTurning(count: number, every: number, held = false) {
  const [page, setPage] = useState(0)
  const at = count > 0 ? page % count : 0
  useEffect(() => {
    if (held || count < 2) return
    const timer = setTimeout(() => setPage((at + 1) % count), every)
    return () => clearTimeout(timer)
  }, [at, count, every, held])
  return { at, turnTo: setPage }
}
