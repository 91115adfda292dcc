import type { Actor } from '../../../kernel/access/actor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Message, Subject, Telling, Topic } from '../message/domain.ts'
import { dueFor, type SentMessage } from './backoff.ts'

/** A topic silenced by the back-off; `until`: when it was resumed. */
type Silence = { readonly since: number; readonly until?: number }

/** A person and a topic. */
type Line = Pick<Telling, 'person' | 'topic'>

/** What a message was about. */
type Told = Pick<Message, 'id' | 'reason' | 'subject'>

export type SilenceStore = {
  /** The last eight messages of the topic sent to the person. */
  readonly sentLately: (line: Line) => Promise<readonly (SentMessage & Told)[]>
  /** When the person last answered one of the topic, or did what one was about. */
  readonly answeredLast: (line: Line) => Promise<number | undefined>
  /** Whether a message of the topic is waiting for its first sending, and not too late at `now`. */
  readonly awaits: (line: Line, now: number) => Promise<boolean>
  readonly silence: (line: Line) => Promise<Silence | undefined>
  /** Silenced topics of the person. */
  readonly silences: (person: string) => Promise<readonly Topic[]>
  readonly hush: (line: Line, at: number) => Promise<void>
  /** Resumes the topic; nothing if it is not silenced. */
  readonly takeUp: (line: Line, at: number) => Promise<void>
  /** Marks the message as answered, and so as delivered. */
  readonly answer: (id: string, at: number) => Promise<void>
  /** Records the act that a message was about; only the first after it was sent counts. */
  readonly act: (person: string, reason: string, at: number) => Promise<void>
}

type Parts = {
  readonly silence: (tx: Tx) => SilenceStore
  /** A message, locked until the transaction ends. */
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
    /** Whether the topic may come now. After four unanswered ones it is silenced here. */
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
     * Records an answer: the person pressed something on the message `id`. Ignores a message that is not theirs or does
     * not exist: the pressed verb refuses that itself.
     */
    noteAnswered: (actor: Pick<Actor, 'id'>, id: string): Promise<void> =>
      transact(async tx => {
        const message = await lockMessage(tx, id)
        if (message?.person !== actor.id) return
        await store(tx).answer(id, clock.now())
        await store(tx).takeUp(message, clock.now())
      }),

    /**
     * Records that the person did what the topic is about, here or elsewhere: its back-off is reset, and the message
     * with the key `reason` has had its effect.
     */
    noteActed,

    /**
     * Records an answer to what those of the last eight messages of the topic were about, given without one of their buttons, and
     * kept no otherwise than the press of any of them. Its back-off is reset where there is none as well.
     */
    async noteAnsweredOn(tx: Tx, line: Line, isAbout: (subject: Subject) => boolean): Promise<void> {
      for (const { id, subject } of await store(tx).sentLately(line))
        if (isAbout(subject)) await store(tx).answer(id, clock.now())
      await store(tx).takeUp(line, clock.now())
    },

    /** The same as `noteActed` for those of the last eight messages of the topic that were about it. */
    async noteActedOn(tx: Tx, line: Line, isAbout: (subject: Subject) => boolean): Promise<void> {
      for (const { reason, subject } of await store(tx).sentLately(line))
        if (isAbout(subject)) await noteActed(tx, { ...line, reason })
    },
  }
}
