import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Weekday } from '../../../kernel/time/week.ts'
import { nextDay, nextWeek, weekOf, workdaysOf } from '../calendar/domain.ts'
import {
  isOwed,
  MESSAGE_PERMISSIONS,
  type Message,
  ownMessage,
  type Topic,
  topicsFor,
} from '../message/domain.ts'
import type { SilenceStore } from '../response/silence-usecases.ts'
import type { ChoiceReading, MessageChoices, MessageParts } from '../sending/parts.ts'
import { scheduling } from '../sending/schedule-usecases.ts'
import { checkDaysOff, checkPause, PREFERENCE_PERMISSIONS, type Preferences } from './domain.ts'

export type PreferenceStore = ChoiceReading & {
  readonly choose: (person: string, choices: MessageChoices) => Promise<void>
  /** `at`: milliseconds; undefined unmutes the topic. */
  readonly stop: (person: string, topic: Topic, at: number | undefined) => Promise<void>
}

type Parts = Omit<MessageParts, 'chosen'> & {
  readonly chosen: (tx: Tx) => PreferenceStore
  readonly silence: (tx: Tx) => Pick<SilenceStore, 'silences' | 'takeUp'>
}

type TopicChange = { readonly topic: Topic; readonly on: boolean }

/** Changed settings; absent ones keep their value. */
export type PreferenceChange = {
  readonly perWeek?: number
  /** The last day of the pause; null ends it. */
  readonly pausedUntil?: string | null
  readonly daysOff?: readonly Weekday[]
  /** Switched topics; the others keep their state. */
  readonly topics?: readonly TopicChange[]
}

export type PreferenceUsecases = ReturnType<typeof preferenceUsecases>

/** Why one message came: its own data, and its slot of the week. */
type MessageReason = {
  readonly message: Message
  /** Undefined once its week is over. */
  readonly number: number | undefined
  /** Whether the topic is on for the person. */
  readonly on: boolean
  readonly preferences: Preferences
}

export function preferenceUsecases(parts: Parts) {
  const { store, chosen, silence, transact, read, clock, zone, perWeek, calendar } = parts
  const { momentFor, schedule, reschedule, revive } = scheduling(parts)

  async function preferencesOf(tx: Tx, actor: Actor): Promise<Preferences> {
    const choices = await chosen(tx).choices(actor.id)
    const stops = await chosen(tx).stops(actor.id)
    const silent = await silence(tx).silences(actor.id)
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
    { perWeek: most, pausedUntil, daysOff }: PreferenceChange,
  ): Promise<void> {
    const before = await chosen(tx).choices(person)
    const { pausedUntil: _, ...unpaused } = before
    await chosen(tx).choose(person, {
      ...(pausedUntil === null ? unpaused : before),
      ...(most !== undefined && { perWeek: Math.min(Math.max(most, 1), perWeek) }),
      ...(pausedUntil && { pausedUntil }),
      ...(daysOff && { daysOff: checkDaysOff(daysOff, workdaysOf(await calendar(clock.now()))) }),
    })
    // A shorter pause brings waiting messages forward, and may bring late ones back in time.
    await reschedule(tx, person, 'waiting')
    await revive(tx, person)
  }

  async function setTopic(tx: Tx, person: string, { topic, on }: TopicChange) {
    // Not offered by any button.
    if (!on && isOwed(topic)) throw new Refusal('malformed')
    await chosen(tx).stop(person, topic, on ? undefined : clock.now())
    if (on) await silence(tx).takeUp({ person, topic }, clock.now())
  }

  return {
    preferences(actor: Actor): Promise<Preferences> {
      permit(MESSAGE_PERMISSIONS.read, actor.role, 'own')
      return read(tx => preferencesOf(tx, actor))
    },

    /** Changes settings. Idempotent. @throws Refusal `date-past`, `pause-long`, `no-day-left`, `malformed` */
    async change(actor: Actor, change: PreferenceChange): Promise<Preferences> {
      permit(PREFERENCE_PERMISSIONS.choose, actor.role, 'own')
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
    why(actor: Actor, id: string): Promise<MessageReason> {
      return read(async tx => {
        const message = ownMessage(actor, await store(tx).find(id), MESSAGE_PERMISSIONS.read)
        const slot = await store(tx).slot(message)
        const number = slot?.week === weekOf(clock.now(), zone) ? slot.number : undefined
        const on = !(await chosen(tx).stops(actor.id)).includes(message.topic)
        return { message, number, on, preferences: await preferencesOf(tx, actor) }
      })
    },

    /** Times (milliseconds) to which the message can be postponed: tomorrow and next week, if not too late. */
    laterMoments(actor: Actor, id: string): Promise<readonly number[]> {
      return read(async tx => {
        const message = ownMessage(actor, await store(tx).find(id), MESSAGE_PERMISSIONS.read)
        const starts = [nextDay(clock.now(), zone), nextWeek(clock.now(), zone)]
        const found = await Promise.all(starts.map(at => momentFor(tx, { ...message, from: at }, at)))
        return [...new Set(found.filter(at => at !== undefined))]
      })
    },

    /**
     * Postpones the message to `day` (`YYYY-MM-DD`).
     * @returns the first allowed time, in milliseconds. `round`: shown on the card; a card of an earlier round has no
     * effect.
     * @throws Refusal `gone`, `not-yours`, `date-past`, `message-late` when it would be obsolete by then
     */
    later(actor: Actor, id: string, round: number, day: string): Promise<number> {
      checkPause(day, dateIn(clock.now(), zone))
      return transact(async tx => {
        const message = ownMessage(actor, await store(tx).lock(id), PREFERENCE_PERMISSIONS.choose)
        const from = momentOf(day, '00:00', zone) ?? clock.now()
        const moment = await momentFor(tx, { ...message, from }, clock.now())
        if (moment === undefined) throw new Refusal('message-late')
        const first = message.round === round && message.state === 'sent'
        const again = message.round === round + 1 && message.state === 'waiting'
        if (first || again) await schedule(tx, { ...message, from, round: round + 1 }, clock.now())
        return moment
      })
    },
  }
}
