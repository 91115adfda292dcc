import { z } from 'zod'
import type { Arrival, Pressed, Quoted, Searched } from '../conversation/protocol/incoming.ts'
import { type Activity, lenient } from './activity.ts'
import { arrivalOf, isRecord, verbIn } from './incoming.ts'
import { quotedText } from './message-text.ts'

// What Teams sends from the message extension. A command's id is one of the manifest's.
const command = z.string().min(1).max(64)
const count = lenient(z.int().min(0).max(10_000))

const query = z.looseObject({
  commandId: command,
  parameters: lenient(
    z.array(z.looseObject({ name: lenient(z.string()), value: lenient(z.string()) })).max(20),
  ),
  queryOptions: lenient(z.looseObject({ skip: count, count })),
})

const body = z.looseObject({ contentType: lenient(z.string()), content: lenient(z.string()) })
const onMessage = z.looseObject({
  commandId: command,
  messagePayload: lenient(z.looseObject({ body: lenient(body) })),
})

/** Teams' name of the parameter with which it asks for what stands there before anything is typed. */
const FIRST = 'initialRun'
const ASKED = 25

/**
 * It happens wherever one writes: in a chat that the bot is not in, too. So the place teaches nothing: it is no chat
 * with the person, and no channel to write to.
 */
function elsewhere(activity: Activity, allowed: readonly string[]): Arrival {
  const { place, ...arrival } = arrivalOf(activity, allowed)
  return { ...arrival, place: { key: place.key, kind: 'group', address: place.address } }
}

/** What is typed into the search box; undefined when the call cannot be read. */
export function searchedOf(activity: Activity, allowed: readonly string[]): Searched | undefined {
  const { data } = query.safeParse(activity.value)
  if (!data) return undefined
  const { commandId, parameters = [], queryOptions = {} } = data
  const [typed] = parameters
  const text = typed && typed.name !== FIRST ? (typed.value ?? '') : ''
  const { skip = 0, count = ASKED } = queryOptions
  return { ...elsewhere(activity, allowed), kind: 'searched', command: commandId, text, skip, count }
}

/** An act from a message's menu. Of the message only its words are read: not who wrote it, nor where it stands. */
export function quotedOf(activity: Activity, allowed: readonly string[]): Quoted | undefined {
  const { data } = onMessage.safeParse(activity.value)
  if (!data) return undefined
  const { contentType, content = '' } = data.messagePayload?.body ?? {}
  const text = quotedText(content, contentType)
  return { ...elsewhere(activity, allowed), kind: 'quoted', command: data.commandId, text }
}

/** A button of a card in a dialog; undefined when it carries no verb of ours. */
export function dialogPressOf(activity: Activity, allowed: readonly string[]): Pressed | undefined {
  const given = isRecord(activity.value) ? activity.value.data : undefined
  const { verb: named, ...data } = isRecord(given) ? given : {}
  const verb = verbIn(named)
  if (verb === undefined) return undefined
  return { ...elsewhere(activity, allowed), kind: 'pressed', inDialog: true, verb, data }
}
