import { useEffect, useRef } from 'react'
import type { Topic } from '../../../kernel/topic.ts'

type Listener = { readonly topics: readonly Topic[]; readonly hear: (topics: readonly Topic[]) => void }
const listeners = new Set<Listener>()

/** Tells the page that something of these topics changed, here or elsewhere. */
export function tellChanged(topics: readonly Topic[]): void {
  for (const { topics: wanted, hear } of [...listeners]) {
    const heard = topics.filter(topic => wanted.includes(topic))
    if (heard.length > 0) hear(heard)
  }
}

/** Calls `hear` with those of `topics` that changed, for as long as nobody calls what is returned. */
export function onChanges(topics: readonly Topic[], hear: Listener['hear']): () => void {
  const listener = { topics, hear }
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * Calls `listener` each time something of `topics` changed while the page is looked at; of what changed meanwhile, once
 * when it is looked at again. The latest `listener` is called, so it may be written in place.
 */
export function useChanges(topics: readonly Topic[], listener: () => void): void {
  const latest = useRef(listener)
  latest.current = listener
  const wanted = topics.join()
  useEffect(() => {
    let missed = false
    const look = () => {
      if (!missed || document.visibilityState !== 'visible') return
      missed = false
      latest.current()
    }
    const leave = onChanges(wanted.split(',') as Topic[], () => {
      missed = true
      look()
    })
    document.addEventListener('visibilitychange', look)
    return () => {
      leave()
      document.removeEventListener('visibilitychange', look)
    }
  }, [wanted])
}
