import type { Tx } from '../../../kernel/storage/tx.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { isBulk, isReturn } from '../message/budget.ts'
import { type Message, type MessageState, ticketOf } from '../message/domain.ts'
import { mustReachBy, sendingMoment } from './moment.ts'
import type { MessageParts } from './parts.ts'

/** Milliseconds between two cards of what one touched that moved. */
const RETURN_EVERY = 7 * DAY

/** Scheduling: when a message goes, first told, put off or taken up again. */
export function scheduling({ store, chosen, note, clock, zone, calendar }: MessageParts) {
  /** When another card of moves may come; one that the person asked for again comes on its day. */
  async function returnOpens(tx: Tx, message: Message): Promise<number> {
    if (!isReturn(message) || message.round > 1) return 0
    const since = clock.now() - RETURN_EVERY
    const last = await store(tx).lastReturn(message.person, { except: message.id, since })
    return last === undefined ? 0 : last + RETURN_EVERY
  }

  /**
   * First allowed time from `at` on, outside the person's time off and within the message's bounds; undefined when that
   * is too late. What must reach them is sent in their time off too.
   */
  async function momentFor(tx: Tx, message: Message, at: number) {
    const { person, from, until } = message
    const opens = await returnOpens(tx, message)
    const bounds = { at: Math.max(at, from, opens), until, mustReach: mustReachBy(message) }
    return sendingMoment(bounds, await calendar(clock.now()), zone, await chosen(tx).choices(person))
  }

  /** Schedules the message from `at` on, or ends it when that would be too late. Invalidates its earlier facts. */
  async function schedule(tx: Tx, message: Message, at: number): Promise<void> {
    const moment = await momentFor(tx, message, at)
    const turn = message.turn + 1
    const state = moment === undefined ? 'expired' : 'waiting'
    await store(tx).change(message.id, { ...message, turn, state })
    if (moment === undefined) return
    const payload = { message: ticketOf({ id: message.id, turn }) }
    // A card that somebody is waiting for takes precedence over bulk messages.
    await note(tx, { kind: `${message.by}.tell`, payload, dueAt: moment, bulk: isBulk(message.topic) })
  }

  /** Reschedules the person's messages in `state`: after a pause, or once there is a chat. */
  async function reschedule(tx: Tx, person: string, state: MessageState): Promise<void> {
    for (const message of await store(tx).inState(person, state)) await schedule(tx, message, clock.now())
  }

  /** Reschedules messages that ended as too late but no longer are. */
  async function revive(tx: Tx, person: string): Promise<void> {
    const now = clock.now()
    for (const message of await store(tx).missed(person, now)) await schedule(tx, message, now)
  }

  return { momentFor, schedule, reschedule, revive }
}
