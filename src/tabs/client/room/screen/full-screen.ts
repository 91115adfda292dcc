import { useEffect, useState } from 'react'

/** A browser may refuse, and then says so itself. */
export function turnFullScreen(): void {
  const act = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  act.catch(() => {})
}

export function useFullScreen(): boolean {
  const [full, setFull] = useState(document.fullscreenElement !== null)
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  return full
}
