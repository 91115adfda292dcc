/**
 * `…_at`: time of the event that told what stands beside it, in milliseconds; 0 for what was asked for and not told
 * by an event.
 */
export type ChannelTables = {
  team: {
    id: string
    name: string
    name_at: number
    archived: 0 | 1
    archived_at: number
    deleted: 0 | 1
    deleted_at: number
    /** The Direction that the whole team is bound to. */
    direction: string | null
    welcomed_at: number | null
    /** When the bot was taken out of it. */
    removed_at: number | null
  }
  channel: {
    id: string
    team_id: string
    name: string
    name_at: number
    deleted: 0 | 1
    deleted_at: number
    /** The channel's own Direction: it counts before the team's. */
    direction: string | null
    /** Sends a new post to the channel. */
    address: string
    /** When the first post began that Teams refused there, since it last took one; and why. */
    refused_at: number | null
    refused_why: 'missing' | 'blocked' | 'deleted' | null
    /** Time of the last sign that the bot can write there, in milliseconds; 0: never. */
    heard_at: number
  }
  /** Where a thing was announced, and how the post ended. `at`: when its last post began, in milliseconds. */
  announced: {
    thing: 'workshop' | 'series' | 'ballot' | 'box' | 'post' | 'story' | 'trial'
    id: string
    channel_id: string
    /** `dropped`: it will not stand there, and organisers know. */
    state: 'waiting' | 'sent' | 'unknown' | 'refused' | 'dead' | 'dropped'
    why: 'missing' | 'blocked' | 'deleted' | 'too-large' | 'unconfirmed' | 'other' | null
    at: number
  }
}
