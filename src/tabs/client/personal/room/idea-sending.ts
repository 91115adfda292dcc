import { SECOND } from '../../../../kernel/time/clock.ts'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { Call } from '../../data/api/call.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { pathTo } from '../../data/store/lists.ts'
import type { LineQueue } from '../harvest/queue.ts'

const FIRST_WAIT = 2 * SECOND
const LONGEST_WAIT = 60 * SECOND

type Parts = {
  readonly call: Call
  readonly queue: LineQueue
  readonly workshop: string
  readonly sent: (idea: IdeaView) => void
  /** `undefined`: nothing keeps it from being sent. */
  readonly state: (failure: Failure | undefined) => void
}

/** Sends the ideas that wait on this phone, the oldest first, each until its result is known; each once, by its key. */
export function ideaSending({ call, queue, workshop, sent, state }: Parts) {
  const path = pathTo('/workshops', workshop, 'ideas')
  let busy = false
  let stopped = false
  let wait = FIRST_WAIT
  let timer: ReturnType<typeof setTimeout> | undefined

  async function sendOne(key: string, axis: string, text: string): Promise<void> {
    try {
      const idea = await call<IdeaView>('POST', path, { nonce: key, axis, text })
      queue.drop([key])
      sent(idea)
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind !== 'refusal') throw failure
      const line = queue.find(key)
      if (line) queue.put([{ ...line, state: 'refused', why: failure.title, code: failure.code }])
    }
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      const next = queue.lines().find(line => line.state === 'kept')
      if (!next) return
      await sendOne(next.key, next.axis, next.text)
      wait = FIRST_WAIT
    }
  }

  async function go(): Promise<void> {
    if (busy || stopped) return
    busy = true
    clearTimeout(timer)
    try {
      await sendAll()
      state(undefined)
    } catch (thrown) {
      state(failureOf(thrown))
      timer = setTimeout(() => void go(), wait)
      wait = Math.min(2 * wait, LONGEST_WAIT)
    } finally {
      busy = false
    }
  }

  return {
    go,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
