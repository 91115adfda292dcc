import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Weekday } from '../../../kernel/time/week.ts'
import { nextDay, nextWeek, weekOf, workdaysOf } from '../calendar/domain.ts'
import {
  checkDaysOff,
  checkPause,
  isOwed,
  type Message,
  ownMessage,
  PERMISSIONS,
  type Preferences,
  type Topic,
  topicsFor,
} from '../message/domain.ts'
import { arrangement } from '../sending/schedule-usecases.ts'
import type { MessageParts } from '../sending/usecases.ts'

type TopicChange = { readonly topic: Topic; readonly on: boolean }

/** What somebody sets; what is absent stays. */
export type Change = {
  readonly perWeek?: number
  /** The last day of the pause; null ends it. */
  readonly pausedUntil?: string | null
  readonly daysOff?: readonly Weekday[]
  /** Those that are switched; the others stay. */
  readonly topics?: readonly TopicChange[]
}

export type PreferenceUsecases = ReturnType<typeof preferenceUsecases>

/** Why one message came: its own data, and which of this week's it is. */
export type Why = {
  readonly message: Message
  /** Undefined once its week is over. */
  readonly number: number | undefined
  /** Whether the person still hears of what it is about. */
  readonly on: boolean
  readonly preferences: Preferences
}

export function preferenceUsecases(parts: MessageParts) {
  const { store, transact, read, clock, zone, perWeek, calendar } = parts
  const { momentFor, arrange, rearrange, revive } = arrangement(parts)

  async function preferencesOf(tx: Tx, actor: Actor): Promise<Preferences> {
    const choices = await store(tx).choices(actor.id)
    const stops = await store(tx).stops(actor.id)
    const silent = await store(tx).silences(actor.id)
    const { pausedUntil = '', daysOff = [] } = choices
    const paused = pausedUntil >= dateIn(clock.now(), zone)
    return {
      perWeek: Math.min(choices.perWeek ?? perWeek, perWeek),
      most: perWeek,
      takenThisWeek: (await store(tx).taken(actor.id, weekOf(clock.now(), zone))).length,
      ...(paused && { pausedUntil }),
      daysOff,
      workdays: workdaysOf(await calendar(clock.now())),
      topics: topicsFor(actor.role, stops).map(topic => {
        const quiet = silent.includes(topic) && !stops.includes(topic)
        return { topic, on: !quiet && !stops.includes(topic), ...(quiet && { quiet }) }
      }),
    }
  }

  async function choose(
    tx: Tx,
    person: string,
    { perWeek: most, pausedUntil, daysOff }: Change,
  ): Promise<void> {
    const before = await store(tx).choices(person)
    const { pausedUntil: _, ...unpaused } = before
    await store(tx).choose(person, {
      ...(pausedUntil === null ? unpaused : before),
      ...(most !== undefined && { perWeek: Math.min(Math.max(most, 1), perWeek) }),
      ...(pausedUntil && { pausedUntil }),
      ...(daysOff && { daysOff: checkDaysOff(daysOff, workdaysOf(await calendar(clock.now()))) }),
    })
    // What waited for the end of a longer pause may go earlier now, and what would have come too late, in time.
    await rearrange(tx, person, 'waiting')
    await revive(tx, person)
  }

  async function setTopic(tx: Tx, person: string, { topic, on }: TopicChange) {
    // No button offers it.
    if (!on && isOwed(topic)) throw new Refusal('malformed')
    await store(tx).stop(person, topic, on ? undefined : clock.now())
    if (on) await store(tx).takeUp({ person, topic }, clock.now())
  }

  return {
    preferences(actor: Actor): Promise<Preferences> {
      permit(PERMISSIONS.read, actor.role, 'own')
      return read(tx => preferencesOf(tx, actor))
    },

    /** Sets what `change` names; setting it again changes nothing. @throws Refusal `date-past`, `pause-long`, `no-day-left`, `malformed` */
    async change(actor: Actor, change: Change): Promise<Preferences> {
      permit(PERMISSIONS.choose, actor.role, 'own')
      const { topics = [], ...others } = change
      const { pausedUntil } = others
      if (pausedUntil) checkPause(pausedUntil, dateIn(clock.now(), zone))
      return transact(async tx => {
        for (const topic of topics) await setTopic(tx, actor.id, topic)
        if (Object.keys(others).length > 0) await choose(tx, actor.id, others)
        return preferencesOf(tx, actor)
      })
    },

    /** @throws Refusal `gone`, `not-yours` */
    why(actor: Actor, id: string): Promise<Why> {
      return read(async tx => {
        const message = ownMessage(actor, await store(tx).find(id), 'read')
        const slot = await store(tx).slot(message)
        const number = slot?.week === weekOf(clock.now(), zone) ? slot.number : undefined
        const on = !(await store(tx).stops(actor.id)).includes(message.topic)
        return { message, number, on, preferences: await preferencesOf(tx, actor) }
      })
    },

    /** Moments (milliseconds) for which the message may be asked again: tomorrow's and next week's, if not too late. */
    laterMoments(actor: Actor, id: string): Promise<readonly number[]> {
      return read(async tx => {
        const message = ownMessage(actor, await store(tx).find(id), 'read')
        const starts = [nextDay(clock.now(), zone), nextWeek(clock.now(), zone)]
        const found = await Promise.all(starts.map(at => momentFor(tx, { ...message, from: at }, at)))
        return [...new Set(found.filter(at => at !== undefined))]
      })
    },

    /**
     * The message comes again on `day` (`YYYY-MM-DD`), at the first allowed moment: answered, in milliseconds. `round`:
     * the one that the card shows; a card of an earlier round moves nothing.
     * @throws Refusal `gone`, `not-yours`, `date-past`, `message-late` when it would be pointless by then
     */
    later(actor: Actor, id: string, round: number, day: string): Promise<number> {
      checkPause(day, dateIn(clock.now(), zone))
      return transact(async tx => {
        const message = ownMessage(actor, await store(tx).lock(id), 'choose')
        const from = momentOf(day, '00:00', zone) ?? clock.now()
        const moment = await momentFor(tx, { ...message, from }, clock.now())
        if (moment === undefined) throw new Refusal('message-late')
        const first = message.round === round && message.state === 'sent'
        const again = message.round === round + 1 && message.state === 'waiting'
        if (first || again) await arrange(tx, { ...message, from, round: round + 1 }, clock.now())
        return moment
      })
    },
  }
}
