import type {
  ChannelChanged,
  ConversationPlace,
  Installed,
  MembersAdded,
  PlaceChanged,
  Pressed,
  TeamChanged,
  Typed,
} from '../conversation/protocol/incoming.ts'
import type { Rated } from '../conversation/protocol/rendered.ts'
import { REACTIONS } from '../kernel/assist/reaction.ts'
import { type Activity, tenantsOf } from './activity.ts'
import { addressOf, withoutThread } from './address.ts'
import { textOf } from './message-text.ts'

const VERB_LIMIT = 200

const CHANGES: ReadonlyMap<string | undefined, ChannelChanged['change']> = new Map([
  ['channelCreated', 'created'],
  ['channelRenamed', 'renamed'],
  ['channelDeleted', 'deleted'],
  ['channelRestored', 'restored'],
])

/** Names as botbuilder 4.23.3 knows them (lib/teamsActivityHandler.js). */
const TEAM_CHANGES: ReadonlyMap<string | undefined, TeamChanged['change']> = new Map([
  ['teamRenamed', 'renamed'],
  ['teamArchived', 'archived'],
  ['teamUnarchived', 'unarchived'],
  ['teamDeleted', 'deleted'],
  ['teamHardDeleted', 'deleted'],
  ['teamRestored', 'restored'],
])

/**
 * The tenant of an activity. A foreign one wins over the allowed ones, since a guest in a shared channel comes with
 * both. Demo mode has a tenant of its own when the activity names none.
 */
function tenantOf(activity: Activity, allowed: readonly string[]): string {
  const named = tenantsOf(activity)
  return named.find(tenant => !allowed.includes(tenant)) ?? named[0] ?? allowed[0] ?? ''
}

function kindOf({ conversation, channelData }: Activity): ConversationPlace['kind'] {
  const { conversationType, isGroup } = conversation
  if (conversationType === 'channel' || (!conversationType && channelData?.team)) return 'channel'
  // Ids that begin with 19: are shared: a chat of two people says it is personal too, but not with the bot.
  if (conversation.id.startsWith('19:')) return 'group'
  if (conversationType === 'groupChat' || (!conversationType && isGroup)) return 'group'
  return 'personal'
}

/** A team's first channel has the team's id and no name. */
function channelNameOf({ channelData }: Activity): string | undefined {
  const { team, channel } = channelData ?? {}
  return channel?.name ?? (channel && channel.id === team?.id ? '' : undefined)
}

function placeOf(activity: Activity, tenant: string): ConversationPlace {
  const { conversation, channelData } = activity
  const kind = kindOf(activity)
  const here = addressOf(activity, conversation.id, tenant)
  if (kind !== 'channel') return { key: conversation.id, kind, address: here }
  const channel = withoutThread(conversation.id)
  const channelName = channelNameOf(activity)
  return {
    key: channel,
    kind,
    address: here,
    channelAddress: addressOf(activity, channel, tenant),
    ...(channelData?.team && { team: { id: channelData.team.id, name: channelData.team.name ?? '' } }),
    ...(channelName !== undefined && { channelName }),
  }
}

export function arrivalOf(activity: Activity, allowed: readonly string[]) {
  const { id, from, entities = [], timestamp } = activity
  const tenant = tenantOf(activity, allowed)
  const client = entities.find(({ type }) => type === 'clientInfo')
  return {
    id: id ?? '',
    // Without an object id the person is unknown: the tenant is left empty too, so that it is refused as foreign.
    from: {
      objectId: from.aadObjectId?.toLowerCase() ?? '',
      tenant: from.aadObjectId ? tenant : '',
      name: from.name ?? '',
    },
    place: placeOf(activity, tenant),
    locale: activity.locale ?? client?.locale ?? '',
    ...(timestamp !== undefined && { at: Date.parse(timestamp) }),
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The verb of a card's action, if it has the shape of one of ours. */
export function verbIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= VERB_LIMIT ? value : undefined
}

/** An Action.Submit arrives as a message whose `value` holds the verb among the data. */
export function messageOf(activity: Activity, allowed: readonly string[]): Typed | Pressed {
  const arrival = arrivalOf(activity, allowed)
  const { verb: given, ...data } = isRecord(activity.value) ? activity.value : {}
  const verb = verbIn(given)
  if (verb === undefined) return { ...arrival, kind: 'typed', text: textOf(activity) }
  return {
    ...arrival,
    kind: 'pressed',
    asMessage: true,
    verb,
    data,
    ...(activity.replyToId && { card: activity.replyToId }),
  }
}

/** A thumb under a message of ours; undefined for anything else, and from another tenant. What was written with it is not read. */
export function ratingOf(activity: Activity, allowed: readonly string[]): Rated | undefined {
  const { value, replyToId } = activity
  const { actionName, actionValue } = isRecord(value) ? value : {}
  const given = actionName === 'feedback' && isRecord(actionValue) ? actionValue.reaction : undefined
  const reaction = REACTIONS.find(each => each === given)
  if (!reaction || !replyToId || !allowed.includes(tenantOf(activity, allowed))) return undefined
  return { message: replyToId, reaction }
}

/** Whether the client sent it by itself, as `refresh` does when a card comes into view: nobody pressed anything. */
export function isAutomatic({ value }: Activity): boolean {
  return isRecord(value) && value.trigger === 'automatic'
}

/** An Action.Execute; undefined for another or malformed invoke. */
export function executeOf(activity: Activity, allowed: readonly string[]): Pressed | undefined {
  const action = isRecord(activity.value) ? activity.value.action : undefined
  const verb = isRecord(action) ? verbIn(action.verb) : undefined
  if (activity.name !== 'adaptiveCard/action' || !isRecord(action) || verb === undefined) return undefined
  // Without the verb that is among the data: the data of Action.Submit and Action.Execute are then the same.
  const { verb: _, ...data } = isRecord(action.data) ? action.data : {}
  const card = activity.replyToId && { card: activity.replyToId }
  return { ...arrivalOf(activity, allowed), kind: 'pressed', verb, data, ...card }
}

function installation(activity: Activity): Installed['kind'] | undefined {
  const { type, action, membersAdded = [], membersRemoved = [], recipient } = activity
  if (type === 'installationUpdate') {
    return action?.startsWith('add') ? 'installed' : action?.startsWith('remove') ? 'removed' : undefined
  }
  // In a personal chat the added member is the person: the bot was installed.
  if (membersAdded.length > 0 && kindOf(activity) === 'personal') return 'installed'
  if (membersAdded.some(({ id }) => id === recipient.id)) return 'installed'
  return membersRemoved.some(({ id }) => id === recipient.id) ? 'removed' : undefined
}

/**
 * People who joined a team. Leaving one means nothing to us: their own chat with the bot decides whether it can write
 * to them, and what they did stays.
 */
function joined(activity: Activity): Pick<MembersAdded, 'kind' | 'added'> | undefined {
  const { type, membersAdded = [], channelData } = activity
  if (type !== 'conversationUpdate' || !channelData?.team || membersAdded.length === 0) return undefined
  return { kind: 'members', added: [...new Set(membersAdded.map(({ id }) => id))] }
}

/** The change that an event reports; undefined for others. */
export function eventOf(activity: Activity, allowed: readonly string[]): PlaceChanged | undefined {
  const { team, channel, eventType } = activity.channelData ?? {}
  const arrival = arrivalOf(activity, allowed)
  // Events have no answer, so they count even when Teams does not say who caused them.
  const from = { ...arrival.from, tenant: tenantOf(activity, allowed) }
  const kind = installation(activity)
  if (kind) return { ...arrival, from, kind }
  const members = joined(activity)
  if (members) return { ...arrival, from, ...members }
  const teamChange = TEAM_CHANGES.get(eventType)
  if (teamChange && team)
    return {
      ...arrival,
      from,
      kind: 'team',
      change: teamChange,
      team: { id: team.id, name: team.name ?? '' },
    }
  const change = CHANGES.get(eventType)
  if (!change || !channel) return undefined
  const address = addressOf(activity, channel.id, from.tenant)
  return {
    ...arrival,
    from,
    kind: 'channel',
    change,
    channel: { id: channel.id, name: channel.name ?? '', address },
  }
}
