import type { Actor } from '../../kernel/access/actor.ts'
import { may, permit } from '../../kernel/access/permission.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Once } from '../../kernel/storage/idempotency.ts'
import type { Note } from '../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { type Clock, DAY, HOUR } from '../../kernel/time/clock.ts'
import type { PresentUsecases } from '../attendance/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { ReminderUsecases, WorkshopUsecases } from '../workshops/index.ts'
import {
  checkOpen,
  FEEDBACK_PERMISSIONS,
  FEWEST,
  type FeedbackAnswer,
  type FeedbackInvitation,
  type FeedbackQuestion,
  type FeedbackResults,
  type FeedbackStatus,
  OPEN_FOR,
  type Round,
  resultsOf,
} from './domain.ts'
import { type AskPage, askFact, closeFact, SCRUB } from './facts.ts'

/** Recipients per transaction. */
const PAGE = 50
/** Delay of the second round, for people added to the attendance list afterwards. */
const LATER = DAY

export type FeedbackStore = {
  /** False when the round exists. */
  readonly begin: (round: Round) => Promise<boolean>
  readonly find: (workshop: string) => Promise<Round | undefined>
  /** Like `find`, locked until the transaction ends. */
  readonly lock: (workshop: string) => Promise<Round | undefined>
  readonly onRoll: (workshop: string, person: string) => Promise<boolean>
  readonly putOnRoll: (workshop: string, person: string) => Promise<void>
  readonly answers: (workshop: string) => Promise<readonly FeedbackAnswer[]>
  /** Replaces all answers of the workshop by these, in the order of their ids. */
  readonly rewrite: (
    workshop: string,
    answers: readonly (FeedbackAnswer & { readonly id: string })[],
  ) => Promise<void>
  /** Closes the round: deletes the roll. */
  readonly close: (workshop: string) => Promise<void>
}

type Parts = {
  readonly presentIn: PresentUsecases['presentIn']
  readonly store: (tx: Tx) => FeedbackStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
  readonly once: Once
  readonly messages: Pick<MessageUsecases, 'tell' | 'wentOut' | 'subjectsOf'>
  readonly workshops: Pick<WorkshopUsecases, 'posted' | 'show'> & Pick<ReminderUsecases, 'seatedIn'>
  /** Secure erase of deleted rows of these tables on the disk. */
  readonly purge: (tables: readonly ('feedback_roll' | 'feedback_answer')[]) => Promise<void>
}

export type FeedbackUsecases = ReturnType<typeof feedbackUsecases>

/** Dedupe key of the message: each person is asked once about a workshop. */
const reasonOf = (workshop: string) => `feedback:${workshop}`

export function feedbackUsecases(parts: Parts) {
  const { store, transact, read, note, clock, ids, once, messages, workshops, presentIn, purge } = parts

  /** New ids, sorted, so that the order of rows does not show the order of arrival. */
  const shuffled = (answers: readonly FeedbackAnswer[]) =>
    answers.map(answer => ({ ...answer, id: ids.nonce() }))

  const isUnsure = async (workshop: string) => (await presentIn(workshop, 1)).length === 0

  /** The attendance register where one was kept; else people with a seat. */
  async function there(workshop: string, after: string): Promise<readonly string[]> {
    const unsure = await isUnsure(workshop)
    return unsure ? workshops.seatedIn(workshop, PAGE, after) : presentIn(workshop, PAGE, after)
  }

  async function found(tx: Tx, actor: Actor, workshop: string): Promise<FeedbackStatus | undefined> {
    const round = await store(tx).find(workshop)
    if (!round) return undefined
    const open = !round.closed && clock.now() < round.closesAt
    return { round, open, given: await store(tx).onRoll(workshop, actor.id) }
  }

  /** Open rounds. The topic also has messages about summaries, whose subject is no workshop. */
  async function openIn(tx: Tx, actor: Actor): Promise<readonly FeedbackStatus[]> {
    const open: FeedbackStatus[] = []
    for (const { workshop } of await messages.subjectsOf(tx, actor.id, 'workshop-feedback')) {
      const status = typeof workshop === 'string' ? await found(tx, actor, workshop) : undefined
      if (status?.open) open.push(status)
    }
    return open
  }

  /** Undefined for a workshop that can no longer be shown, so that the others are still listed. */
  async function withTitle(actor: Actor, status: FeedbackStatus): Promise<FeedbackInvitation | undefined> {
    const shown = await workshops.show(actor, status.round.workshop).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (!shown) return undefined
    const unsure = await isUnsure(shown.id)
    return { ...status, unsure, title: shown.title, startsAt: shown.startsAt }
  }

  /** Checks that the round is open and the actor is asked. @returns whether they have answered */
  async function answering(tx: Tx, actor: Actor, workshop: string): Promise<boolean> {
    const asked = await messages.wentOut(tx, actor.id, reasonOf(workshop))
    if (asked === undefined) throw new Refusal('feedback-not-asked')
    checkOpen(await store(tx).lock(workshop), clock.now())
    return store(tx).onRoll(workshop, actor.id)
  }

  return {
    /** Schedules the questions once a workshop is over. Idempotent. */
    async begin(workshop: string): Promise<void> {
      const found = await workshops.posted(workshop)
      if (found?.stage !== 'over') return
      const closesAt = found.endsAt + OPEN_FOR
      if (clock.now() >= closesAt) return
      await transact(async tx => {
        if (!(await store(tx).begin({ workshop, closesAt, closed: false }))) return
        await note(tx, askFact({ workshop, after: '' }))
        await note(tx, askFact({ workshop, after: '' }, found.endsAt + LATER))
        await note(tx, closeFact(workshop, closesAt))
      })
    },

    /** Asks a page of participants; a fact asks the next page. */
    async ask({ workshop, after }: AskPage): Promise<void> {
      const page = await there(workshop, after)
      await transact(async tx => {
        const round = await store(tx).find(workshop)
        if (!round || round.closed) return
        for (const person of page)
          await messages.tell(tx, {
            person,
            topic: 'workshop-feedback',
            reason: reasonOf(workshop),
            subject: { workshop },
            by: 'feedback',
            until: round.closesAt,
          })
        const last = page.at(-1)
        if (page.length === PAGE && last) await note(tx, askFact({ workshop, after: last }))
      })
    },

    /** The actor's state in a round. @throws Refusal `gone` */
    async statusOf(actor: Actor, workshop: string): Promise<FeedbackQuestion> {
      const status = await read(tx => found(tx, actor, workshop))
      if (!status) throw new Refusal('gone')
      return { ...status, unsure: await isUnsure(workshop) }
    },

    /** Open rounds of the actor, whether or not they received a message. */
    async asked(actor: Actor): Promise<readonly FeedbackInvitation[]> {
      permit(FEEDBACK_PERMISSIONS.asked, actor.role)
      if (!may(FEEDBACK_PERMISSIONS.give, actor.role)) return []
      const statuses = await read(tx => openIn(tx, actor))
      const asked = await Promise.all(statuses.map(each => withTitle(actor, each)))
      return asked.filter(each => each !== undefined)
    },

    /**
     * Stores an anonymous answer. Only the first counts. `delivery`: idempotency key shared by Teams' repetitions of
     * the same press.
     * @returns whether this was the first
     * @throws Refusal `role-needed`, `feedback-not-asked`, `feedback-closed`
     */
    async give(actor: Actor, workshop: string, said: FeedbackAnswer, delivery?: string): Promise<boolean> {
      permit(FEEDBACK_PERMISSIONS.give, actor.role)
      return transact(async tx => {
        const before = await answering(tx, actor, workshop)
        if (!before) {
          await store(tx).putOnRoll(workshop, actor.id)
          await store(tx).rewrite(workshop, shuffled([...(await store(tx).answers(workshop)), said]))
        }
        const came = before ? 'later' : 'first'
        if (delivery === undefined) return !before
        return (await once(tx, [{ key: `feedback:${delivery}`, forMs: HOUR }], came)) === 'first'
      })
    },

    /** They were not there: marked as answered without an answer. @throws Refusal as `give` does */
    async missed(actor: Actor, workshop: string): Promise<void> {
      permit(FEEDBACK_PERMISSIONS.give, actor.role)
      await transact(async tx => {
        if (!(await answering(tx, actor, workshop))) await store(tx).putOnRoll(workshop, actor.id)
      })
    },

    /** Ends a round: deletes the roll, and answers if they are too few, then erases both from the disk. */
    close: (workshop: string): Promise<void> =>
      transact(async tx => {
        const round = await store(tx).lock(workshop)
        if (!round || round.closed || clock.now() < round.closesAt) return
        const answers = await store(tx).answers(workshop)
        await store(tx).rewrite(workshop, answers.length < FEWEST ? [] : shuffled(answers))
        await store(tx).close(workshop)
        await note(tx, SCRUB)
      }),

    scrub: (): Promise<void> => purge(['feedback_roll', 'feedback_answer']),

    /**
     * Results of a workshop, for organisers, once the round is closed; without figures when there are too few answers.
     * @throws Refusal `role-needed`, `gone`
     */
    async results(
      actor: Actor,
      workshop: string,
    ): Promise<{ readonly round?: Round; readonly results?: FeedbackResults }> {
      permit(FEEDBACK_PERMISSIONS.read, actor.role)
      await workshops.show(actor, workshop)
      return read(async tx => {
        const round = await store(tx).find(workshop)
        const results = round?.closed ? resultsOf(await store(tx).answers(workshop)) : undefined
        return { ...(round && { round }), ...(results && { results }) }
      })
    },
  }
}
