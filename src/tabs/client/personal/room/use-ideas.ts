import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { Call } from '../../data/api/call.ts'
import type { Failure } from '../../data/api/failure.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { newLine, type QueuedLine } from '../harvest/lines.ts'
import { localLineStorage, openQueue } from '../harvest/queue.ts'
import { ideaSending } from './idea-sending.ts'

type Parts = {
  readonly call: Call
  readonly workshop: string
  /** Who types, as Teams names them; '' where it does not: then nothing outlives the page. */
  readonly who: string
}

/** What somebody proposes from their phone: kept on it until it arrived, also without a network. */
export function useOwnIdeas({ call, workshop, who }: Parts) {
  const queue = useMemo(() => {
    const storage = who === '' ? undefined : localLineStorage()
    return openQueue({ storage, workshop: `room:${workshop}`, me: who, now: systemClock.now })
  }, [workshop, who])
  const lines = useSyncExternalStore(queue.subscribe, queue.lines)
  const [sent, setSent] = useState<readonly IdeaView[]>([])
  const [failure, setFailure] = useState<Failure>()
  const sending = useMemo(
    () =>
      ideaSending({
        call,
        queue,
        workshop,
        sent: idea => setSent(before => [idea, ...before]),
        state: setFailure,
      }),
    [call, queue, workshop],
  )
  useEffect(() => {
    const go = () => void sending.go()
    go()
    window.addEventListener('online', go)
    window.addEventListener('focus', go)
    return () => {
      window.removeEventListener('online', go)
      window.removeEventListener('focus', go)
    }
  }, [sending])
  return {
    lines,
    sent,
    failure,
    draft: queue.draft,
    putDraft: queue.putDraft,
    add(text: string, axis: string) {
      const line = {
        key: mintNonce(),
        text,
        axis,
        at: systemClock.now(),
        table: '',
        by: 'nobody',
        name: '',
      } as const
      queue.put([newLine(line)])
      void sending.go()
    },
    remove: ({ key }: QueuedLine) => queue.drop([key]),
    /** Once more, of who was checked in since. */
    retry({ code: _, ...line }: QueuedLine) {
      queue.put([{ ...line, state: 'kept', why: '' }])
      void sending.go()
    },
    /** As an idea like any other, of no workshop. @throws Failure */
    async sendAside({ key, text, axis }: QueuedLine) {
      await call('POST', '/ideas', { nonce: key, text, axis })
      queue.drop([key])
    },
    /** It is taken back: gone from the wall too. @throws Failure */
    async undo(id: string) {
      await call('POST', `/ideas/${encodeURIComponent(id)}/undo`, {})
      setSent(before => before.filter(idea => idea.id !== id))
    },
    go: () => void sending.go(),
  }
}

export type OwnIdeas = ReturnType<typeof useOwnIdeas>
