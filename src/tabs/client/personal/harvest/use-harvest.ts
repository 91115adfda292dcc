import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type { HarvestView } from '../../../contract/ideas/harvest.ts'
import type { Call } from '../../data/api/call.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { pathTo } from '../../data/store/lists.ts'
import { type LinePresets, newLine, type QueuedLine } from './lines.ts'
import { type LineQueue, localLineStorage, openQueue } from './queue.ts'
import { type SentIdea, sendingOf } from './sending.ts'

/** A harvest as it was read; `readAt`: when, in milliseconds. */
export type ReadHarvest = HarvestView & { readonly readAt: number }
type HarvestReading = {
  readonly view?: ReadHarvest
  readonly failure?: Failure
  readonly again: () => void
}

/** What the harvest has by now, of one table or of all. */
export function useHarvestReading(call: Call, workshop: string, table: string): HarvestReading {
  const [state, setState] = useState<Omit<HarvestReading, 'again'>>({})
  const again = useCallback(() => {
    const path = `${pathTo('/workshops', workshop, 'harvest')}?table=${encodeURIComponent(table)}`
    call<HarvestView>('GET', table === '' ? path.slice(0, path.indexOf('?')) : path).then(
      view => setState({ view: { ...view, readAt: systemClock.now() } }),
      // What was read before stays: lines are typed all the same.
      thrown => setState(({ view }) => ({ ...(view && { view }), failure: failureOf(thrown) })),
    )
  }, [call, workshop, table])
  useEffect(again, [again])
  return { ...state, again }
}

/** What was typed on this phone for the workshop, once it is known who types. */
export function useQueue(view: HarvestView | undefined): LineQueue | undefined {
  const { id, me } = view ?? {}
  return useMemo(() => {
    if (id === undefined || me === undefined) return undefined
    return openQueue({ storage: localLineStorage(), workshop: id, me, now: systemClock.now })
  }, [id, me])
}

export type HarvestSession = {
  readonly lines: readonly QueuedLine[]
  /** What arrived from here since the page was opened, the last first. */
  readonly sent: readonly SentIdea[]
  /** Keys of what was taken back since. */
  readonly gone: ReadonlySet<string>
  readonly failure: Failure | undefined
  readonly add: (texts: readonly (LinePresets & { readonly text: string })[]) => void
  readonly change: (line: QueuedLine, text: string) => void
  readonly remove: (line: QueuedLine) => void
  readonly sendAnyway: (line: QueuedLine) => void
  readonly takeBack: (idea: SentIdea) => void
  readonly go: () => void
}

type Parts = {
  readonly call: Call
  readonly queue: LineQueue
  readonly workshop: string
  /** Something was taken back, or was not: then `why` says the reason. */
  readonly undone: (why: string) => void
  /** All that waited was sent. */
  readonly settled: () => void
}

/** Sends queued lines as soon as possible, and reports their results. */
export function useSending({ call, queue, workshop, undone, settled }: Parts): HarvestSession {
  const lines = useSyncExternalStore(queue.subscribe, queue.lines)
  const [sent, setSent] = useState<readonly SentIdea[]>([])
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<Failure>()
  // Texts may change when the page comes back; the sender must not, or two would send at once.
  const tell = useRef({ undone, settled })
  useEffect(() => {
    tell.current = { undone, settled }
  }, [undone, settled])
  const sending = useMemo(
    () =>
      sendingOf({
        call,
        queue,
        workshop,
        now: systemClock.now,
        sent: ideas => setSent(before => [...ideas.toReversed(), ...before]),
        undone: (keys, why) => {
          setGone(before => new Set([...before, ...keys]))
          tell.current.undone(why)
        },
        settled: () => tell.current.settled(),
        state: setFailure,
      }),
    [call, queue, workshop],
  )
  useEffect(() => {
    const go = () => {
      if (document.visibilityState === 'visible') void sending.go()
    }
    go()
    window.addEventListener('online', go)
    window.addEventListener('focus', go)
    document.addEventListener('visibilitychange', go)
    return () => {
      sending.stop()
      window.removeEventListener('online', go)
      window.removeEventListener('focus', go)
      document.removeEventListener('visibilitychange', go)
    }
  }, [sending])

  /** What may have arrived is taken back under its old key: what takes its place is another line. */
  function leave({ key, tried, ...line }: QueuedLine): void {
    if (tried) queue.put([{ ...line, key, tried, state: 'undo' }])
    else queue.drop([key])
  }

  return {
    lines,
    sent: sent.filter(({ key }) => !gone.has(key ?? '')),
    gone,
    failure,
    add(texts) {
      const now = systemClock.now()
      const room = texts.slice(0, queue.room())
      // In the order they were typed, also once they are read again.
      queue.put(room.map((typed, n) => newLine({ ...typed, key: mintNonce(), at: now + n / 10_000 })))
      void sending.go()
    },
    change(line, text) {
      leave(line)
      queue.put([{ ...line, text, key: mintNonce(), state: 'kept', tried: false, anyway: false, why: '' }])
      void sending.go()
    },
    remove(line) {
      leave(line)
      void sending.go()
    },
    sendAnyway(line) {
      queue.put([{ ...line, state: 'kept', anyway: true, why: '' }])
      void sending.go()
    },
    takeBack({ key = '', text, axis = '', at }) {
      const typed = { key, text, axis, at, table: '', by: 'nobody', name: '' } as const
      queue.put([{ ...newLine(typed), state: 'undo', tried: true }])
      void sending.go()
    },
    go: () => void sending.go(),
  }
}
