import type { Fact, Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { BatchUsecases, MessageUsecases } from '../../messages/index.ts'
import type { AudienceStore } from '../audience/usecases.ts'
import type { Broadcast } from '../broadcast/domain.ts'
import type { BroadcastStore } from '../broadcast/usecases.ts'
import { reasonOf } from './domain.ts'

/** Recipients per transaction: limits how long others wait to some tens of milliseconds. */
const PAGE = 100

type Step = { readonly broadcast: string; readonly after: string }

/** Batch jobs over all recipients: each batch is one transaction, and schedules the next. */
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
  /** Batch size, for tests. */
  readonly page?: number
}

export type SpreadingUsecases = ReturnType<typeof batchSending>

/** Batches of a broadcast: queue, resume, stop and repeat its messages. */
export function batchSending(parts: Parts) {
  const { store, people, transact, read, note, messages, batches, page = PAGE } = parts

  /** Runs one batch of a broadcast in `state`, with its row locked. */
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
    /** Queues messages to the next recipients. Idempotent. */
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

    /** Reschedules the next messages that were paused. */
    resume: (step: Step): Promise<void> =>
      part(step, ['running'], async (tx, { id }) => {
        const next = await batches.goOn(tx, { batch: id, after: step.after })
        if (next !== undefined) await note(tx, stepFact('goOn', { broadcast: id, after: next }))
      }),

    /** Cancels the next waiting messages. */
    end: (step: Step): Promise<void> =>
      part(step, ['stopped'], async (tx, { id }) => {
        const next = await batches.stop(tx, { batch: id, after: step.after })
        if (next !== undefined) await note(tx, stepFact('stop', { broadcast: id, after: next }))
      }),

    /** Sends the next unconfirmed messages once more, once per repetition. */
    repeat: (step: Step & { readonly again: number }): Promise<void> =>
      part(step, ['running', 'paused'], async (tx, { againAfter, ...broadcast }) => {
        if (broadcast.again !== step.again || againAfter !== step.after) return
        const { id, again } = broadcast
        const next = await batches.again(tx, { batch: id, after: step.after })
        await store(tx).change({ ...broadcast, ...(next !== undefined && { againAfter: next }) })
        if (next !== undefined) await note(tx, stepFact('again', { broadcast: id, after: next, again }))
      }),

    /** The broadcast whose message is about to be sent; undefined when it is paused or stopped. */
    async mayGo(ticket: string): Promise<Broadcast | undefined> {
      const of = await batches.of(ticket)
      const found = of && (await read(tx => store(tx).find(of.batch)))
      if (!found || found.state === 'running' || of.had) return found
      return transact(async tx => {
        // Locked, so that a concurrent resume does not miss a message that is about to wait.
        const broadcast = await store(tx).lock(found.id)
        if (!broadcast || broadcast.state === 'running') return broadcast
        await batches.halt(tx, ticket, broadcast.state === 'stopped' ? 'stopped' : 'waiting')
        return undefined
      })
    },
  }
}
