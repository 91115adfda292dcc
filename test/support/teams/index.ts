/**
 * A strict Teams on loopback: the connector that a bot calls, the chats behind it, and each person's client before
 * them. It refuses what Teams refuses, and knows who sees which card: an edit
 * replaces what everybody saw, the answer to a press only what the person who pressed sees, until the next edit.
 */
import assert from 'node:assert/strict'
import { type Clock, systemClock } from '../../../src/kernel/time/clock.ts'
import { type Call, startConnector } from '../connector/connector.ts'
import { createFaults } from '../connector/faults.ts'
import { createRates } from '../connector/rates.ts'
import { CAST, type Person } from '../sign-in/cast.ts'
import { type Activity, createActivities } from './activities.ts'
import { type Channel, createChats } from './chats.ts'
import { type Answered, createGestures, type Shown } from './gestures.ts'
import { GENERAL, IDEAS, TEAM, WORKSHOPS } from './places.ts'

export type { Call } from '../connector/connector.ts'
export type { CallKind, Fault, Hold } from '../connector/faults.ts'
export type { Activity } from './activities.ts'
export { type Button, type Filled, NotPressable } from './card-press.ts'
export type { Channel, Obstacle } from './chats.ts'
export { COLLEAGUES, type Dialog } from './extension.ts'
export type { PressOptions, Shown } from './gestures.ts'
export { GENERAL, IDEAS, TEAM, WORKSHOPS } from './places.ts'

export type TeamsOptions = {
  readonly bot?: { readonly id: string; readonly name: string }
  readonly people?: readonly Person[]
  readonly channels?: readonly Channel[]
  /** The token without which the connector answers 401. */
  readonly bearer?: string
  /** Holds the bot to the documented rates, on this clock. */
  readonly rates?: Clock
  /** By which activities are dated; the machine's own unless told otherwise. */
  readonly clock?: Clock
  /** Where activities say that the connector is; where it is unless told otherwise. */
  readonly serviceUrl?: string
}

type Line = { readonly endpoint: string; readonly sign?: (activity: Activity) => Promise<string> }

export type Teams = Awaited<ReturnType<typeof startTeams>>

export async function startTeams(options: TeamsOptions = {}) {
  const { bot = { id: 'bot-app', name: 'Faire Administration' }, people = CAST } = options
  const chats = createChats(TEAM, options.channels ?? [GENERAL, WORKSHOPS, IDEAS])
  const faults = createFaults()
  const calls: Call[] = []
  const complaints: string[] = []
  const typed: string[] = []
  const isTyped = (text: string) => typed.some(each => each.includes(text))
  for (const person of people) chats.meet(person)

  const { bearer, rates, clock = systemClock } = options
  const { now } = clock
  const connector = await startConnector({
    chats,
    faults,
    typed: isTyped,
    now,
    called: call => {
      calls.push(call)
      chats.changed()
    },
    complain: complaint => void complaints.push(complaint),
    ...(bearer !== undefined && { bearer }),
    ...(rates && { rates: createRates(rates) }),
  })
  const serviceUrl = options.serviceUrl ?? connector.url
  const activities = createActivities({
    serviceUrl,
    bot,
    team: chats.team,
    nextId: chats.nextId,
    now,
  })
  let line: Line | undefined

  async function deliver(activity: Activity): Promise<Answered> {
    if (!line) throw new Error('no bot is connected')
    const token = await line.sign?.(activity)
    const response = await fetch(line.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(activity),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }

  return {
    serviceUrl,
    /** Where it is. */
    connector: connector.url,
    bot,
    activities,
    deliver,
    as: createGestures({
      chats,
      activities,
      deliver,
      isTyped,
      typed: text => void typed.push(text),
      complain: complaint => void complaints.push(complaint),
    }),
    /** Every call of the bot, in the order in which it was answered. */
    calls,
    /** What the bot sent that Teams would not take. `close` fails unless a test took them away. */
    complaints,
    /** Somebody typed it, by whatever way: what looks like a binding in it is none. */
    types: (text: string): void => void typed.push(text),
    fails: faults.fails,
    holds: faults.holds,
    /** From now on activities go there; `sign` gives the token that goes with one. */
    connect(endpoint: string, sign?: Line['sign']): void {
      line = { endpoint, ...(sign && { sign }) }
    },
    /** Resolves with what `look` finds, looking again whenever something changed. Mocha's own limit ends the wait. */
    until<T>(look: () => T | undefined | false): Promise<T> {
      return new Promise((resolve, reject) => {
        const check = () => {
          try {
            const found = look()
            if (found === undefined || found === false) return false
            resolve(found)
          } catch (error) {
            reject(error)
          }
          return true
        }
        if (check()) return
        const stop = chats.watch(() => void (check() && stop()))
      })
    },
    async close(): Promise<void> {
      await connector.close()
      assert.deepEqual(complaints, [], 'the bot sent what Teams does not take')
    },
  }
}

/** The message that holds `text`, or undefined. */
export function holding(messages: readonly Shown[], text: string | RegExp): Shown | undefined {
  return messages.find(message =>
    typeof text === 'string' ? message.text.includes(text) : text.test(message.text),
  )
}
