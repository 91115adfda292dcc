export type BroadcastTables = {
  /** What the Lab' writes once, to many. */
  broadcast: {
    id: string
    author: string
    text: string
    /** What its card shows besides the text, if anything. */
    thing: 'workshop' | 'ballot' | null
    thing_id: string | null
    /** JSON: whom it is for. */
    audience: string
    /** 1, and one more with each change of the draft. */
    version: number
    /** The version that was last rehearsed. */
    rehearsed: number | null
    state: 'draft' | 'running' | 'paused' | 'stopped'
    /** How many it was for when it was started. */
    people: number
    /** The last person told, by id; null once everybody is. */
    spread: string | null
    /** How often it was decided to send again what nothing confirmed, and how far that is done; null when it is. */
    again: number
    again_after: string | null
    created_at: number
    changed_at: number
    started_at: number | null
    not_after: number | null
  }
  /** A channel that it goes to. */
  broadcast_channel: {
    broadcast_id: string
    channel_id: string
    state: 'waiting' | 'sent' | 'unreachable' | 'unknown' | 'dead' | 'stopped'
    /** 1, and one more each time it is sent again. */
    round: number
  }
}
