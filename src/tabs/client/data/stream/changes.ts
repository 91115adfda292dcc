import { useEffect, useRef } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'

type Listener = {
  readonly topics: readonly ChangeTopic[]
  readonly hear: (topics: readonly ChangeTopic[]) => void
}
const listeners = new Set<Listener>()

/** Publishes a change of these topics, made here or elsewhere. */
export function tellChanged(topics: readonly ChangeTopic[]): void {
  for (const { topics: wanted, hear } of [...listeners]) {
    const heard = topics.filter(topic => wanted.includes(topic))
    if (heard.length > 0) hear(heard)
  }
}

/** Subscribes `hear` to changes of `topics`. @returns the unsubscribe function */
export function onChanges(topics: readonly ChangeTopic[], hear: Listener['hear']): () => void {
  const listener = { topics, hear }
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * Calls `listener` with those of `topics` that changed, while the page is looked at; of what changed meanwhile, once
 * when it is looked at again. The latest `listener` is called, so it may be written in place.
 */
export function useChanges(
  topics: readonly ChangeTopic[],
  listener: (changed: readonly ChangeTopic[]) => void,
): void {
  const latest = useRef(listener)
  latest.current = listener
  const wanted = topics.join()
  useEffect(() => {
    const missed = new Set<ChangeTopic>()
    const look = () => {
      if (missed.size === 0 || document.visibilityState !== 'visible') return
      const changed = [...missed]
      missed.clear()
      latest.current(changed)
    }
    const leave = onChanges(wanted.split(',') as ChangeTopic[], changed => {
      for (const topic of changed) missed.add(topic)
      look()
    })
    document.addEventListener('visibilitychange', look)
    return () => {
      leave()
      document.removeEventListener('visibilitychange', look)
    }
  }, [wanted])
}
