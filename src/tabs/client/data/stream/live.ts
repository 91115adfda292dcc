import { chance } from '../../../../kernel/crypto/random.ts'
import { TOPICS } from '../../../../kernel/storage/change-topic.ts'
import { MINUTE, SECOND, systemClock } from '../../../../kernel/time/clock.ts'
import { isErased, marked, onErased } from '../api/page-owner.ts'
import { tellChanged } from './changes.ts'
import { readEvents, type StreamEnd } from './events.ts'
import { onRemoteHeld, streamPath } from './held-remote.ts'

/** A stream that said nothing for that long is lost (ms): it gives a sign of life every 25 s. */
const SILENCE = MINUTE
/** How often that is looked at; a machine that slept is found out by its clock (ms). */
const EVERY = 15 * SECOND
/**
 * A hidden page closes its stream after this time (ms): without HTTP/2 a browser has six connections per host, and a
 * seventh page waits for one no longer than `PATIENCE` of `api/call.ts`. Shown again, it reads anew.
 */
const UNSEEN = 10 * SECOND
/** An open stream that lasted so long was no mishap (ms). */
const SOUND = 10 * SECOND
const LONGEST_WAIT = MINUTE

/** Up to what time (ms) to wait before the next attempt. */
export function waitAfter(ended: StreamEnd, losses: number): number {
  if (ended === 'expired') return SECOND
  // Another instance answers by now; where there is none, it is lost, and waits longer each time.
  if (ended === 'stop') return 1.5 * SECOND
  return Math.min(LONGEST_WAIT, SECOND * 2 ** losses)
}

type Live = {
  /** Lets go of the stream until `wake`. */
  readonly sleep: () => void
  /** Reads everything again, since changes were missed, and listens from then on. */
  readonly wake: () => void
}

/** Listens to changes from the server while the page is open. */
export function createLive(token: () => Promise<string>): Live {
  let open: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let heardAt = 0
  let losses = 0
  // Changes may have been missed.
  let missed = false
  let asleep = false

  async function listen({ signal }: AbortController): Promise<StreamEnd> {
    const headers = marked(new Headers({ authorization: `Bearer ${await token()}` }))
    const response = await fetch(streamPath(), { headers, signal, cache: 'no-store' })
    if (!response.ok || !response.body) return 'lost'
    const began = systemClock.now()
    heardAt = began
    if (missed) tellChanged(TOPICS)
    missed = false
    const lives = () => {
      heardAt = systemClock.now()
      if (heardAt - began > SOUND) losses = 0
    }
    return readEvents(response.body, { lives, changed: tellChanged })
  }

  async function attempt(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const mine = new AbortController()
    open = mine
    heardAt = systemClock.now()
    const ended = await listen(mine).catch((): StreamEnd => 'lost')
    if (open !== mine) return
    leave()
    // Newer pages of the same person took its place: it waits until somebody looks at it.
    if (ended === 'many') return
    const most = waitAfter(ended, losses)
    if (ended === 'lost') losses++
    if (!isErased()) timer = setTimeout(() => void attempt(), most * (0.5 + chance() / 2))
  }

  function leave(): void {
    missed = true
    clearTimeout(timer)
    timer = undefined
    const left = open
    open = undefined
    left?.abort()
  }

  function begin(): void {
    if (asleep || open || !navigator.onLine || isErased()) return
    void attempt()
  }

  function look(): void {
    if (open && systemClock.now() - heardAt > SILENCE) leave()
    if (document.visibilityState === 'visible') begin()
  }

  let unseen: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', () => {
    clearTimeout(unseen)
    if (document.visibilityState === 'hidden') unseen = setTimeout(leave, UNSEEN)
    else look()
  })
  window.addEventListener('focus', look)
  window.addEventListener('online', begin)
  window.addEventListener('offline', leave)
  onErased(leave)
  onRemoteHeld(() => {
    if (!open) return
    const before = missed
    leave()
    // Little time passes: the server tells a stream that opens what changed just before.
    missed = before
    begin()
  })
  setInterval(() => {
    if (open && systemClock.now() - heardAt > SILENCE) look()
  }, EVERY)
  begin()
  return {
    sleep() {
      asleep = true
      leave()
    },
    wake() {
      asleep = false
      missed = false
      tellChanged(TOPICS)
      begin()
    },
  }
}
