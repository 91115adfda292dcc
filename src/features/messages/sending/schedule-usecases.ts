import type { Tx } from '../../../kernel/storage/tx.ts'
import { isBulk, type Message, type MessageState, ticketOf } from '../message/domain.ts'
import { type Arranged, mustReachBy, sendingMoment } from './moment.ts'
import type { MessageParts } from './parts.ts'

/** Scheduling: when a message goes, first told, put off or taken up again. */
export function arrangement({ store, chosen, note, clock, zone, calendar }: MessageParts) {
  /**
   * The first moment from `at` on, within the person's time off and its own bounds; undefined when that is too late. What
   * must reach them does, in their time off too.
   */
  async function momentFor(tx: Tx, message: Arranged, at: number) {
    const { person, from, until } = message
    const bounds = { at: Math.max(at, from), until, mustReach: mustReachBy(message) }
    return sendingMoment(bounds, await calendar(clock.now()), zone, await chosen(tx).choices(person))
  }

  /** Waits for its moment from `at` on, or ends when that moment would be too late. Earlier facts no longer count. */
  async function arrange(tx: Tx, message: Message, at: number): Promise<void> {
    const moment = await momentFor(tx, message, at)
    const turn = message.turn + 1
    const state = moment === undefined ? 'expired' : 'waiting'
    await store(tx).change(message.id, { ...message, turn, state })
    if (moment === undefined) return
    const payload = { message: ticketOf({ id: message.id, turn }) }
    // A card that somebody is looking at comes before what thousands are told at nine.
    await note(tx, { kind: `${message.by}.tell`, payload, dueAt: moment, bulk: isBulk(message.topic) })
  }

  /** Arranges anew those of the person that are in `state`: a pause ended, a chat came to be. */
  async function rearrange(tx: Tx, person: string, state: MessageState): Promise<void> {
    for (const message of await store(tx).inState(person, state)) await arrange(tx, message, clock.now())
  }

  /** Arranges anew what would have come too late, where it is not too late yet. */
  async function revive(tx: Tx, person: string): Promise<void> {
    const now = clock.now()
    for (const message of await store(tx).missed(person, now)) await arrange(tx, message, now)
  }

  return { momentFor, arrange, rearrange, revive }
}
