import { z } from 'zod'
import type { Arrival, Linked, Pressed, Quoted, Searched } from '../conversation/protocol/incoming.ts'
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

const link = z.looseObject({ url: z.string().min(1).max(2_048) })

/** Parameter of the initial search, before anything is typed. */
const FIRST = 'initialRun'
const ASKED = 25

/**
 * The message extension is used in any chat, one without the bot too: the place is neither a personal chat with the
 * person nor a channel to post to.
 */
function elsewhere(activity: Activity, allowed: readonly string[]): Arrival {
  const { place, ...arrival } = arrivalOf(activity, allowed)
  return { ...arrival, place: { key: place.key, kind: 'group', address: place.address } }
}

/** The search; undefined for a malformed call. */
export function searchedOf(activity: Activity, allowed: readonly string[]): Searched | undefined {
  const { data } = query.safeParse(activity.value)
  if (!data) return undefined
  const { commandId, parameters = [], queryOptions = {} } = data
  const [typed] = parameters
  const text = typed && typed.name !== FIRST ? (typed.value ?? '') : ''
  const { skip = 0, count = ASKED } = queryOptions
  return { ...elsewhere(activity, allowed), kind: 'searched', command: commandId, text, skip, count }
}

/**
 * The address of a pasted link; undefined for a malformed call. All that is read of one by somebody who has not installed
 * the app: Teams says `redacted` for who and where.
 */
export function urlOf({ value }: Activity): string | undefined {
  return link.safeParse(value).data?.url
}

/** A pasted link, by whom. */
export function linkedOf(activity: Activity, allowed: readonly string[]): Linked | undefined {
  const url = urlOf(activity)
  return url === undefined ? undefined : { ...elsewhere(activity, allowed), kind: 'linked', url }
}

/** A message action. Only the message's text is read: not its author, nor its place. */
export function quotedOf(activity: Activity, allowed: readonly string[]): Quoted | undefined {
  const { data } = onMessage.safeParse(activity.value)
  if (!data) return undefined
  const { contentType, content = '' } = data.messagePayload?.body ?? {}
  const text = quotedText(content, contentType)
  return { ...elsewhere(activity, allowed), kind: 'quoted', command: data.commandId, text }
}

/** A button press in a dialog; undefined without a verb of ours. */
export function dialogPressOf(activity: Activity, allowed: readonly string[]): Pressed | undefined {
  const given = isRecord(activity.value) ? activity.value.data : undefined
  const { verb: named, ...data } = isRecord(given) ? given : {}
  const verb = verbIn(named)
  if (verb === undefined) return undefined
  return { ...elsewhere(activity, allowed), kind: 'pressed', inDialog: true, verb, data }
}
