import type { Actor } from '../../kernel/actor.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../kernel/tx.ts'
import { dateIn, momentOf } from '../../kernel/zone.ts'
import { arrangement } from './arrange-usecases.ts'
import { nextDay, nextWeek, weekOf } from './calendar.ts'
import {
  checkPause,
  type Message,
  ownMessage,
  PERMISSIONS,
  type Preferences,
  type Topic,
  topicsFor,
} from './domain.ts'
import type { MessageParts } from './usecases.ts'

/** What somebody sets; what is absent stays. */
export type Change = {
  readonly perWeek?: number
  /** The last day of the pause; null ends it. */
  readonly pausedUntil?: string | null
  readonly topic?: { readonly topic: Topic; readonly on: boolean }
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
  const { store, transact, read, clock, zone, perWeek } = parts
  const { momentFor, arrange, rearrange } = arrangement(parts)

  async function preferencesOf(tx: Tx, actor: Actor): Promise<Preferences> {
    const choices = await store(tx).choices(actor.id)
    const stops = await store(tx).stops(actor.id)
    const { pausedUntil = '' } = choices
    const paused = pausedUntil >= dateIn(clock.now(), zone)
    return {
      perWeek: Math.min(choices.perWeek ?? perWeek, perWeek),
      most: perWeek,
      ...(paused && { pausedUntil }),
      topics: topicsFor(actor.role, stops).map(topic => ({ topic, on: !stops.includes(topic) })),
    }
  }

  async function choose(tx: Tx, person: string, { perWeek: most, pausedUntil }: Change): Promise<void> {
    const before = await store(tx).choices(person)
    const { pausedUntil: _, ...unpaused } = before
    await store(tx).choose(person, {
      ...(pausedUntil === null ? unpaused : before),
      ...(most !== undefined && { perWeek: Math.min(Math.max(most, 1), perWeek) }),
      ...(pausedUntil && { pausedUntil }),
    })
    // What waited for the end of a longer pause may go earlier now.
    await rearrange(tx, person, 'waiting')
  }

  async function setTopic(tx: Tx, person: string, { topic, on }: NonNullable<Change['topic']>) {
    await store(tx).stop(person, topic, on ? undefined : clock.now())
    if (on) await store(tx).takeUp({ person, topic }, clock.now())
  }

  return {
    preferences(actor: Actor): Promise<Preferences> {
      permit(PERMISSIONS.read, actor.role, 'own')
      return read(tx => preferencesOf(tx, actor))
    },

    /** Sets what `change` names; setting it again changes nothing. @throws Refusal `date-past`, `pause-long` */
    async change(actor: Actor, change: Change): Promise<Preferences> {
      permit(PERMISSIONS.choose, actor.role, 'own')
      const { topic, pausedUntil } = change
      if (pausedUntil) checkPause(pausedUntil, dateIn(clock.now(), zone))
      return transact(async tx => {
        if (topic) await setTopic(tx, actor.id, topic)
        if (change.perWeek !== undefined || pausedUntil !== undefined) await choose(tx, actor.id, change)
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
