import { SECOND } from '../../../../kernel/time/clock.ts'
import type { HarvestedView, LineInput, LineView, UndoneView } from '../../../contract/ideas/harvest.ts'
import type { Call } from '../../data/api/call.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { pathTo } from '../../data/store/lists.ts'
import type { QueuedLine } from './lines.ts'
import type { LineQueue } from './queue.ts'

/** As many as the server takes at once. */
const BATCH = 50
const FIRST_WAIT = 2 * SECOND
const LONGEST_WAIT = 60 * SECOND

/** An idea that arrived. `near`: the words of one that says nearly the same. */
export type SentIdea = HarvestedView & { readonly near?: string }

type Parts = {
  readonly call: Call
  readonly queue: LineQueue
  readonly workshop: string
  readonly now: () => number
  readonly sent: (ideas: readonly SentIdea[]) => void
  readonly undone: (keys: readonly string[], why: string) => void
  /** All that waited was sent: what the harvest has by now is another thing. */
  readonly settled: () => void
  /** State of sending: `waits` for the network, `stopped` by a refusal, or neither. */
  readonly state: (failure: Failure | undefined) => void
}

function inputOf({ key, text, axis, table, by, name, anyway }: QueuedLine): LineInput {
  return { key, text, axis, table, by, name, anyway }
}

/** Sends queued lines in batches, retrying each until its result is known. */
export function sendingOf({ call, queue, workshop, now, sent, undone, settled, state }: Parts) {
  const path = pathTo('/workshops', workshop, 'harvest')
  let busy = false
  let wait = FIRST_WAIT
  let timer: ReturnType<typeof setTimeout> | undefined

  const waiting = (wanted: QueuedLine['state']) =>
    queue
      .lines()
      .filter(line => line.state === wanted)
      .slice(0, BATCH)

  function settle(result: LineView): SentIdea | undefined {
    const line = queue.find(result.key)
    // It was changed or removed while being sent, and has another key now.
    if (line?.state !== 'kept') return undefined
    if (result.state === 'duplicate') queue.put([{ ...line, state: 'duplicate', why: result.of.text }])
    else if (result.state === 'refused') queue.put([{ ...line, state: 'refused', why: result.title }])
    else queue.drop([result.key])
    if (result.state !== 'accepted' && result.state !== 'there') return undefined
    const { id, undoUntil, near } = result
    const known = { id, key: result.key, undoUntil, text: line.text, axis: line.axis, author: '', at: now() }
    return { ...known, ...(near && { near: near.text }) }
  }

  async function sendUndos(lines: readonly QueuedLine[]): Promise<void> {
    const keys = lines.map(({ key }) => key)
    const { items } = await call<{ items: readonly UndoneView[] }>('POST', `${path}/undo`, { keys })
    queue.drop(keys)
    const refused = items.filter(({ title }) => title !== undefined)
    const done = keys.filter(key => !refused.some(each => each.key === key))
    undone(done, refused[0]?.title ?? '')
  }

  async function sendLines(lines: readonly QueuedLine[]): Promise<void> {
    queue.put(lines.map(line => ({ ...line, tried: true })))
    const { items } = await call<{ items: readonly LineView[] }>('POST', path, { lines: lines.map(inputOf) })
    sent(items.flatMap(item => settle(item) ?? []))
  }

  async function sendAll(): Promise<void> {
    for (let batch = 0; ; batch++) {
      const [undos, lines] = [waiting('undo'), waiting('kept')]
      // Undos are sent first: a line that arrives after its undo makes no idea.
      if (undos.length > 0) await sendUndos(undos)
      else if (lines.length > 0) await sendLines(lines)
      else return batch > 0 ? settled() : undefined
      wait = FIRST_WAIT
      state(undefined)
    }
  }

  async function go(): Promise<void> {
    if (busy) return
    busy = true
    clearTimeout(timer)
    try {
      await sendAll()
      state(undefined)
    } catch (thrown) {
      const failure = failureOf(thrown)
      state(failure)
      // A refusal needs attention; other failures may pass by themselves.
      if (failure.kind !== 'refusal') {
        timer = setTimeout(() => void go(), wait)
        wait = Math.min(2 * wait, LONGEST_WAIT)
      }
    } finally {
      busy = false
    }
  }

  return {
    /** Sends now; lines added during a run are sent with it. */
    go,
    stop: () => clearTimeout(timer),
  }
}
