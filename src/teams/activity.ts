import { z } from 'zod'
import { withoutNul } from '../kernel/text/text.ts'

const ID_LIMIT = 500

/** A field that is dropped when it is malformed. */
export function lenient<T extends z.ZodType>(shape: T) {
  return shape.optional().catch(undefined)
}

const id = z.string().min(1).max(ID_LIMIT)
const name = lenient(z.string().max(1_000))
const named = lenient(z.looseObject({ id, name }))

const entity = z.looseObject({
  type: z.string().max(100),
  text: lenient(z.string().max(1_000)),
  mentioned: lenient(z.looseObject({ id: lenient(id), name })),
  locale: lenient(z.string().max(50)),
})

const channelData = z.looseObject({
  tenant: lenient(z.looseObject({ id })),
  team: named,
  channel: named,
  eventType: lenient(z.string().max(100)),
})

/**
 * Schema of a Bot Framework activity, as far as we read it. Strict about sender, conversation and type, without which
 * the SDK fails; lenient about the rest, since Teams adds fields and types as it likes.
 */
const activityShape = z.looseObject({
  type: z.string().min(1).max(100),
  id: lenient(id),
  channelId: id,
  serviceUrl: z.url({ protocol: /^https?$/ }).max(ID_LIMIT),
  from: z.looseObject({ id, name, aadObjectId: lenient(id), tenantId: lenient(id) }),
  recipient: z.looseObject({ id }),
  conversation: z.looseObject({
    id,
    tenantId: lenient(id),
    conversationType: lenient(z.string().max(100)),
    isGroup: lenient(z.boolean()),
  }),
  channelData: lenient(channelData),
  /** Time of the event, by Teams' clock. */
  timestamp: lenient(z.iso.datetime({ offset: true })),
  name,
  action: lenient(z.string().max(100)),
  text: lenient(z.string()),
  value: z.unknown().optional(),
  replyToId: lenient(id),
  locale: lenient(z.string().max(50)),
  // The SDK reads these unchecked: a malformed entity would make it throw.
  entities: lenient(z.array(entity.catch({ type: 'unreadable' })).max(200)),
  membersAdded: lenient(z.array(z.looseObject({ id })).max(1_000)),
  membersRemoved: lenient(z.array(z.looseObject({ id })).max(1_000)),
})

export type Activity = z.infer<typeof activityShape>

/** Types that must be idempotent, so they need an id. */
const NEEDS_ID: readonly string[] = ['message', 'invoke']

/** Parses the activity in a request's body; undefined when it is none. */
export function readActivity(body: unknown): Activity | undefined {
  const { data } = activityShape.safeParse(withoutNul(body))
  if (!data || (NEEDS_ID.includes(data.type) && !data.id)) return undefined
  // Without `deliveryMode`: with `expectReplies` the SDK would hold an invoke's answer back; nothing here depends on
  // that mode.
  return { ...data, deliveryMode: undefined, text: data.text ?? '' }
}

/** All tenants that the activity names, in lower case: of the conversation, the team and the person. */
export function tenantsOf({ conversation, channelData, from }: Activity): string[] {
  const all = [channelData?.tenant?.id, conversation.tenantId, from.tenantId]
  return all.flatMap(tenant => (tenant ? [tenant.toLowerCase()] : []))
}
