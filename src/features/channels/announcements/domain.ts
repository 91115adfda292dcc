import { Refusal } from '../../../kernel/errors/refusal.ts'
import { isId } from '../../../kernel/text/id-format.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { directionOf } from '../binding/domain.ts'
import type { Channel } from '../channel/domain.ts'

/** Something that is announced, and posted in each channel where it is. */
export type Announced = {
  readonly thing: 'workshop' | 'series' | 'ballot' | 'box' | 'post'
  readonly id: string
}

/** Where an organiser wants it: in one channel, or, when any Direction is chosen, in the channels of those. */
export type Where = { readonly channel: string; readonly directions: readonly string[] }

/** Found for what was chosen. `unbound`: ids of chosen Directions that have no channel. */
type Found = { readonly channels: readonly Channel[]; readonly unbound: readonly string[] }

/** `channels`: where it appears now. `shut`: where it can only once the bot has access again. */
export type Targets = Found & { readonly shut: readonly Channel[] }

/** More than a programme can have, so that what is refused is still counted. */
const DIRECTIONS_READ = 500
/** All that are chosen go with each step of a form. */
export const DIRECTIONS_LIMIT = 40
/** Each change of a card edits it in all of them, one after another. */
export const TARGETS_LIMIT = 40

/** As a form sends it: a choice of several with commas between. */
export type WhereFields = { readonly channel: string; readonly directions: string }

export function whereOf({ channel, directions }: WhereFields): Where {
  const ids = directions.split(',').map(id => id.trim())
  return { channel, directions: [...new Set(ids)].filter(isId).slice(0, DIRECTIONS_READ) }
}

/** The one channel in which a team hears of something: its first, which Teams calls by the team's own id. */
function firstOf(channels: readonly Channel[]): Channel | undefined {
  return channels.find(({ id, teamId }) => id === teamId) ?? channels[0]
}

/**
 * The channels of `directions`: each that is bound itself; of a team that is bound, one, unless channels of it are bound
 * to the same Direction themselves. `ofTeams`: channels without a Direction of their own, of bound teams.
 * @throws Refusal `no-bound-channel` when there is none at all, `channels-many`
 */
export function targetsAmong(
  directions: readonly string[],
  own: readonly Channel[],
  ofTeams: readonly Channel[],
): Found {
  const chosen = new Set(own.map(({ teamId, direction }) => `${teamId} ${direction}`))
  const teams = Map.groupBy(ofTeams, ({ teamId }) => teamId)
  const firsts = [...teams.values()].flatMap(channels => firstOf(channels) ?? [])
  const channels = [
    ...own,
    ...firsts.filter(({ teamId, teamDirection }) => !chosen.has(`${teamId} ${teamDirection}`)),
  ]
  const bound = new Set(channels.map(directionOf))
  const unbound = directions.filter(direction => !bound.has(direction))
  if (channels.length === 0) throw new Refusal('no-bound-channel')
  if (channels.length > TARGETS_LIMIT)
    throw new Refusal('channels-many', { count: channels.length, max: TARGETS_LIMIT })
  return { channels, unbound }
}

/**
 * Tells those where nothing can appear from the others.
 * @throws Refusal `channel-shut` when there is no other
 */
export function openAmong({ channels, unbound }: Found): Targets {
  const shut = channels.filter(channel => channel.shut)
  const open = channels.filter(channel => !channel.shut)
  const since = shut.flatMap(channel => channel.shut?.since ?? [])
  if (open.length === 0) throw new Refusal('channel-shut', { at: Math.max(...since) })
  return { channels: open, unbound, shut }
}

/** How long after its end a card is still put right, in milliseconds, where nothing could be written meanwhile. */
export const PUT_RIGHT = 30 * DAY

/** One team in which the bot can write again; `ended`: the thing is over, so that its card is not posted any more. */
type Again = { readonly team: string; readonly ended: boolean }

/** What stands in each of `channels`, under a key for each: so each is edited for itself. */
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
