import type { Fact, Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { BatchUsecases, MessageUsecases } from '../../messages/index.ts'
import type { AudienceStore } from '../audience/usecases.ts'
import type { Broadcast } from '../broadcast/domain.ts'
import type { BroadcastStore } from '../broadcast/usecases.ts'
import { reasonOf } from './domain.ts'

/** People looked at in one transaction: it keeps others waiting for some tens of milliseconds at most. */
const PAGE = 100

type Step = { readonly broadcast: string; readonly after: string }

/** What is done to thousands, a part at a time: each part is one transaction, and notes the fact of the next. */
export const STEPS = {
  spread: 'broadcasts.spread',
  goOn: 'broadcasts.resumed',
  stop: 'broadcasts.stopped',
  again: 'broadcasts.repeated',
} as const

export function stepFact(step: keyof typeof STEPS, payload: Step & { readonly again?: number }): Fact {
  return { kind: STEPS[step], payload }
}

type Parts = {
  readonly store: (tx: Tx) => BroadcastStore
  readonly people: (tx: Tx) => Pick<AudienceStore, 'page'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly batches: Pick<BatchUsecases, 'goOn' | 'stop' | 'again' | 'of' | 'halt'>
  /** People looked at in one transaction. For tests. */
  readonly page?: number
}

export type SpreadingUsecases = ReturnType<typeof spreading>

/** The messages of a broadcast: told, taken up again and stopped, a part at a time. */
export function spreading(parts: Parts) {
  const { store, people, transact, read, note, messages, batches, page = PAGE } = parts

  /** One part of a broadcast that is in `state`, held against everybody who would change it. */
  const part = (
    { broadcast: id }: Pick<Step, 'broadcast'>,
    state: readonly Broadcast['state'][],
    work: (tx: Tx, broadcast: Broadcast) => Promise<void>,
  ): Promise<void> =>
    transact(async tx => {
      const broadcast = await store(tx).lock(id)
      if (broadcast && state.includes(broadcast.state)) await work(tx, broadcast)
    })

  return {
    /** Tells the next people. The same part again finds that it is done. */
    spread: (step: Step): Promise<void> =>
      part(step, ['running', 'paused'], async (tx, broadcast) => {
        const { id, audience, startedAt = 0, until, spread, ...rest } = broadcast
        if (audience.kind === 'channels' || spread !== step.after) return
        const { found, next } = await people(tx).page(audience, { after: spread, before: startedAt }, page)
        for (const person of found) {
          const told = { topic: 'broadcast', reason: reasonOf(id), subject: { broadcast: id } } as const
          await messages.tell(tx, {
            ...told,
            person,
            by: 'broadcasts',
            batch: id,
            ...(until !== undefined && { until }),
          })
        }
        const bounds = { startedAt, ...(until !== undefined && { until }) }
        await store(tx).change({
          ...rest,
          id,
          audience,
          ...bounds,
          ...(next !== undefined && { spread: next }),
        })
        if (next !== undefined) await note(tx, stepFact('spread', { broadcast: id, after: next }))
      }),

    /** The next of those that waited through a pause wait for their moment anew. */
    resume: (step: Step): Promise<void> =>
      part(step, ['running'], async (tx, { id }) => {
        const next = await batches.goOn(tx, { batch: id, after: step.after })
        if (next !== undefined) await note(tx, stepFact('goOn', { broadcast: id, after: next }))
      }),

    /** The next of those that wait never go. */
    end: (step: Step): Promise<void> =>
      part(step, ['stopped'], async (tx, { id }) => {
        const next = await batches.stop(tx, { batch: id, after: step.after })
        if (next !== undefined) await note(tx, stepFact('stop', { broadcast: id, after: next }))
      }),

    /** The next of those that nothing confirmed go out once more, once for each time that this was decided. */
    repeat: (step: Step & { readonly again: number }): Promise<void> =>
      part(step, ['running', 'paused'], async (tx, { againAfter, ...broadcast }) => {
        if (broadcast.again !== step.again || againAfter !== step.after) return
        const { id, again } = broadcast
        const next = await batches.again(tx, { batch: id, after: step.after })
        await store(tx).change({ ...broadcast, ...(next !== undefined && { againAfter: next }) })
        if (next !== undefined) await note(tx, stepFact('again', { broadcast: id, after: next, again }))
      }),

    /** The broadcast whose message has its turn now; undefined when it may not go: it waits on, or is stopped. */
    async mayGo(ticket: string): Promise<Broadcast | undefined> {
      const of = await batches.of(ticket)
      const found = of && (await read(tx => store(tx).find(of.batch)))
      if (!found || found.state === 'running' || of.had) return found
      return transact(async tx => {
        // Held, so that nobody takes up again what is about to wait.
        const broadcast = await store(tx).lock(found.id)
        if (!broadcast || broadcast.state === 'running') return broadcast
        await batches.halt(tx, ticket, broadcast.state === 'stopped' ? 'stopped' : 'waiting')
        return undefined
      })
    },
  }
}
