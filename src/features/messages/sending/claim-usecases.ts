import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Why } from '../../people/index.ts'
import { nextWeek, weekOf } from '../calendar/domain.ts'
import { counts, freeNumber, isReturn, rankOf } from '../message/budget.ts'
import { type Claimed, keyOf, type Message, type MessageState } from '../message/domain.ts'
import { gathering } from './gathering-usecases.ts'
import { ending } from './outcome-usecases.ts'
import type { MessageParts } from './parts.ts'
import { scheduling } from './schedule-usecases.ts'
import { ticketing } from './ticket-usecases.ts'

type Reader = { readonly actor: Actor; readonly to: string } | { readonly why: Why }

/** Its slot in the weekly budget; none where it does not count. */
type Place = Pick<Claimed, 'number'>

/** The last check before sending: stop list, deadline, reach, weekly budget. */
export function claiming(parts: MessageParts) {
  const { store, chosen, transact, read, clock, zone, perWeek, people } = parts
  const { momentFor, schedule } = scheduling(parts)
  const { end } = ending(parts)
  const { claimable } = ticketing(parts)
  const { isLoose, takeIn, join } = gathering(parts)

  /** Why it cannot be sent now, for good or until something changes. */
  async function hindrance(tx: Tx, message: Message, reader: Reader): Promise<MessageState | undefined> {
    if ((await chosen(tx).stops(message.person)).includes(message.topic)) return 'stopped'
    if (message.until !== undefined && clock.now() > message.until) return 'expired'
    return 'why' in reader ? 'unreachable' : undefined
  }

  /**
   * A message that the person postponed comes on the promised day: it keeps the slot of the week that an earlier round
   * took.
   */
  async function ownNumber(tx: Tx, message: Message, week: string): Promise<number | undefined> {
    const slot = await store(tx).slot(message)
    return slot?.week === week ? slot.number : undefined
  }

  /** Slots of the week that messages of a higher rank are waiting for. */
  async function owed(tx: Tx, message: Message, week: string): Promise<number> {
    const rank = rankOf(message)
    if (rank === 0) return 0
    const waiting = await store(tx).inState(message.person, 'waiting')
    const higher = waiting.filter(other => counts(other) && rankOf(other) < rank)
    if (higher.length === 0) return 0
    const stops = await chosen(tx).stops(message.person)
    const moments = higher
      .filter(({ topic }) => !stops.includes(topic))
      .map(other => momentFor(tx, other, clock.now()))
    const due = await Promise.all(moments)
    return due.filter(at => at !== undefined && weekOf(at, zone) === week).length
  }

  /** Takes a slot of the week; undefined when there is none, or none but those of what goes first. */
  async function numberFor(tx: Tx, message: Message, week: string): Promise<number | undefined> {
    const most = Math.min((await chosen(tx).choices(message.person)).perWeek ?? perWeek, perWeek)
    const taken = await store(tx).taken(message.person, week)
    const isFree = taken.length < most && taken.length + (await owed(tx, message, week)) < most
    const number = isFree ? freeNumber(taken, most) : undefined
    if (number === undefined) return ownNumber(tx, message, week)
    await store(tx).take(message, week, number)
    return number
  }

  /** Its slot of the week; undefined when it was postponed for lack of one. */
  async function place(tx: Tx, message: Message): Promise<Place | undefined> {
    const now = clock.now()
    const isMoment = (await momentFor(tx, message, now)) === now
    if (isMoment && !counts(message)) return {}
    const number = isMoment ? await numberFor(tx, message, weekOf(now, zone)) : undefined
    if (number !== undefined) return { number }
    await schedule(tx, message, isMoment ? nextWeek(now, zone) : now)
    return undefined
  }

  async function readerOf(id: string): Promise<Reader> {
    const message = await read(tx => store(tx).find(id))
    const actor = message && (await people.actor(message.person))
    const reached = message && (await people.reachOf(message.person))
    return actor && reached ? { actor, ...reached } : { why: 'not-installed' }
  }

  return {
    /**
     * Right before sending: `ticket` is the `message` of the fact's payload. Undefined when nothing is to be sent now:
     * muted, too late, already sent, unreachable, or postponed, which schedules a new fact.
     */
    async claim(ticket: string): Promise<Claimed | undefined> {
      const reader = await readerOf(ticket.split(':')[0] ?? '')
      return transact(async tx => {
        const message = await claimable(tx, ticket)
        if (!message) return undefined
        await store(tx).free(message)
        if (isLoose(message)) {
          await takeIn(tx, message)
          return undefined
        }
        const state = await hindrance(tx, message, reader)
        if (state) await end(tx, message, state, 'why' in reader ? reader.why : undefined)
        const placed = state ? undefined : await place(tx, message)
        if (!placed || 'why' in reader) return undefined
        await end(tx, { ...message, sentAt: clock.now() }, 'sent')
        if (isReturn(message)) await join(tx, message)
        const { id, topic, subject, round } = message
        return { id, topic, subject, round, key: keyOf(message), ...reader, ...placed }
      })
    },
  }
}
