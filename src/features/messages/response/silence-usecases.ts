import type { Actor } from '../../../kernel/access/actor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Message, Subject, Telling, Topic } from '../message/domain.ts'
import { dueFor, type SentMessage } from './backoff.ts'

/** Since when a topic is silent for somebody who never answered it; `until`: when it was taken up again. */
type Silence = { readonly since: number; readonly until?: number }

/** What somebody is sent of one topic. */
type Line = Pick<Telling, 'person' | 'topic'>

/** For what somebody was written to. */
type Told = Pick<Telling, 'reason' | 'subject'>

export type SilenceStore = {
  /** The last eight of the topic that went out to the person. */
  readonly sentLately: (line: Line) => Promise<readonly (SentMessage & Told)[]>
  /** When the person last answered one of the topic, or did what one was about. */
  readonly answeredLast: (line: Line) => Promise<number | undefined>
  /** Whether one of the topic waits to go out for the first time and is not too late at `now`. */
  readonly awaits: (line: Line, now: number) => Promise<boolean>
  readonly silence: (line: Line) => Promise<Silence | undefined>
  /** The topics that are silent for the person. */
  readonly silences: (person: string) => Promise<readonly Topic[]>
  readonly hush: (line: Line, at: number) => Promise<void>
  /** Nothing where it is not silent. */
  readonly takeUp: (line: Line, at: number) => Promise<void>
  /** The message was pressed: it is answered, and did arrive. */
  readonly answer: (id: string, at: number) => Promise<void>
  /** What the message was about was done; the first time after it went out is what stands. */
  readonly act: (person: string, reason: string, at: number) => Promise<void>
}

type Parts = {
  readonly silence: (tx: Tx) => SilenceStore
  /** A message that nobody else changes until the transaction ends. */
  readonly lockMessage: (tx: Tx, id: string) => Promise<Message | undefined>
  readonly transact: Transact
  readonly clock: Clock
}

export type SilenceUsecases = ReturnType<typeof silences>

/** Back-off: how often a topic comes to somebody who does not answer, and what counts as an answer. */
export function silences({ silence: store, lockMessage, transact, clock }: Parts) {
  async function noteActed(tx: Tx, { person, topic, reason }: Line & Pick<Telling, 'reason'>): Promise<void> {
    await store(tx).act(person, reason, clock.now())
    await store(tx).takeUp({ person, topic }, clock.now())
  }

  return {
    /** Whether the topic may come now. When it has come four times for nothing, it is silent from now on. */
    async isDue(tx: Tx, line: Line, every: number): Promise<boolean> {
      const now = clock.now()
      const silence = await store(tx).silence(line)
      if (silence && silence.until === undefined) return false
      if (await store(tx).awaits(line, now)) return false
      const sent = await store(tx).sentLately(line)
      const answeredAt = Math.max(silence?.until ?? -1, (await store(tx).answeredLast(line)) ?? -1)
      const due = dueFor({ sent, answeredAt }, every, now)
      if (due === 'never') await store(tx).hush(line, now)
      return due === 'now'
    },

    /**
     * The person pressed something on the message `id`: it did arrive, and its topic goes on. Nothing for a message that
     * is not theirs, or none: saying no is for what was pressed.
     */
    noteAnswered: (actor: Pick<Actor, 'id'>, id: string): Promise<void> =>
      transact(async tx => {
        const message = await lockMessage(tx, id)
        if (message?.person !== actor.id) return
        await store(tx).answer(id, clock.now())
        await store(tx).takeUp(message, clock.now())
      }),

    /**
     * The person did what messages of the topic are about, here or elsewhere: it goes on, and the one they were told for
     * `reason` has worked.
     */
    noteActed,

    /** The same of those of the last eight of the topic that are about what was done. */
    async noteActedOn(tx: Tx, line: Line, isAbout: (subject: Subject) => boolean): Promise<void> {
      for (const { reason, subject } of await store(tx).sentLately(line))
        if (isAbout(subject)) await noteActed(tx, { ...line, reason })
    },
  }
}
