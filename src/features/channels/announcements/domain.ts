import { Refusal } from '../../../kernel/errors/refusal.ts'
import { isId } from '../../../kernel/text/id-format.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { directionOf } from '../binding/domain.ts'
import type { Channel } from '../channel/domain.ts'

/** Something that is announced, with a card in each of its channels. */
export type Announced = {
  readonly thing: 'workshop' | 'series' | 'ballot' | 'box' | 'post' | 'story' | 'trial'
  readonly id: string
}

/**
 * Choice of an organiser: channels, and those of Directions. `channel`: from a form that offers one channel or Directions
 * instead.
 */
export type Where = {
  readonly channel: string
  readonly channels?: readonly string[]
  readonly directions: readonly string[]
}

/** Ids of the channels that were chosen themselves. */
export function ownChannels({ channel, channels = [], directions }: Where): readonly string[] {
  if (channels.length > 0) return [...new Set(channels)]
  return channel === '' || directions.length > 0 ? [] : [channel]
}

/** Channels of a choice. `unbound`: ids of chosen Directions without a channel. */
type Found = { readonly channels: readonly Channel[]; readonly unbound: readonly string[] }

/** `channels`: can be posted to. `shut`: only once the bot has access again. */
export type Targets = Found & { readonly shut: readonly Channel[] }

/** Exceeds each limit, so that an excess is still reported with its count. */
const LISTED_READ = 500
/** Limit: all that are chosen travel with each step of a form. */
export const DIRECTIONS_LIMIT = 40
/** Limit: each change of a card edits it in all of them, one after another. */
export const TARGETS_LIMIT = 40

/** As a form sends it: several values separated by commas. */
export type WhereFields = {
  readonly channel: string
  readonly channels?: string
  readonly directions: string
}

function listed(text: string): readonly string[] {
  const ids = text.split(',').map(id => id.trim())
  return [...new Set(ids)].filter(isId).slice(0, LISTED_READ)
}

export function whereOf({ channel, channels = '', directions }: WhereFields): Where {
  return { channel, channels: listed(channels), directions: listed(directions) }
}

/** The team's general channel, which Teams calls by the team's own id. */
function firstOf(channels: readonly Channel[]): Channel | undefined {
  return channels.find(({ id, teamId }) => id === teamId) ?? channels[0]
}

/**
 * Channels of `directions`: each that is bound itself, and the general channel of each bound team, unless a channel of
 * it is bound to the same Direction; and `named` ones, whatever they are bound to. `ofTeams`: unbound channels of bound
 * teams.
 * @throws Refusal `no-bound-channel` when there is none at all, `channels-many`
 */
export function targetsAmong(
  directions: readonly string[],
  own: readonly Channel[],
  ofTeams: readonly Channel[],
  named: readonly Channel[] = [],
): Found {
  const chosen = new Set(own.map(({ teamId, direction }) => `${teamId} ${direction}`))
  const teams = Map.groupBy(ofTeams, ({ teamId }) => teamId)
  const firsts = [...teams.values()].flatMap(channels => firstOf(channels) ?? [])
  const bound = [
    ...own,
    ...firsts.filter(({ teamId, teamDirection }) => !chosen.has(`${teamId} ${teamDirection}`)),
  ]
  const channels = [...new Map([...named, ...bound].map(channel => [channel.id, channel])).values()]
  const known = new Set(channels.map(directionOf))
  const unbound = directions.filter(direction => !known.has(direction))
  if (channels.length === 0) throw new Refusal('no-bound-channel')
  if (channels.length > TARGETS_LIMIT)
    throw new Refusal('channels-many', { count: channels.length, max: TARGETS_LIMIT })
  return { channels, unbound }
}

/** Separates channels without access. @throws Refusal `channel-shut` when there is no other */
export function openAmong({ channels, unbound }: Found): Targets {
  const shut = channels.filter(channel => channel.shut)
  const open = channels.filter(channel => !channel.shut)
  const since = shut.flatMap(channel => channel.shut?.since ?? [])
  if (open.length === 0) throw new Refusal('channel-shut', { at: Math.max(...since) })
  return { channels: open, unbound, shut }
}

/** Whom channels are meant for. `free`: channels of no Direction, of whose readers nothing is known. */
export type ChannelAudience = { readonly headcount: number; readonly free: number }

/** By the headcounts of their Directions, each counted once: Teams tells a bot of no reader. */
export function audienceOf(
  channels: readonly Channel[],
  directions: readonly { readonly id: string; readonly headcount: number }[],
): ChannelAudience {
  const of = new Set(channels.map(directionOf))
  return {
    headcount: directions.reduce((sum, { id, headcount }) => sum + (of.has(id) ? headcount : 0), 0),
    free: channels.filter(channel => directionOf(channel) === undefined).length,
  }
}

/** How long after the end a card that could not be edited meanwhile still is, in milliseconds. */
export const PUT_RIGHT = 30 * DAY

/** A team that can be written to again; `ended`: the thing is over, so its card is edited but not posted anew. */
type Again = { readonly team: string; readonly ended: boolean }

/** One post per channel, each under its own key, so that each is edited by itself. */
export function postsIn<Reply>(
  { thing, id }: Announced,
  channels: readonly Channel[],
  reply: Reply,
  again?: Again,
) {
  const there = again ? channels.filter(({ teamId }) => teamId === again.team) : channels
  const how = { reply, editOnly: again?.ended === true, ifChanged: true }
  return there.map(channel => ({ to: channel.address, key: `${thing}:${id}:${channel.id}`, ...how }))
}
