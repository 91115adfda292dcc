export type BroadcastTables = {
  /** What the Lab' writes once, to many. */
  broadcast: {
    id: string
    author: string
    text: string
    /** What its card shows besides the text, if anything. */
    thing: 'workshop' | 'ballot' | 'series' | null
    thing_id: string | null
    /** JSON: the audience. */
    audience: string
    /** 1, and one more with each change of the draft. */
    version: number
    /** The version of the last dry run. */
    rehearsed: number | null
    state: 'draft' | 'running' | 'paused' | 'stopped'
    /** Size of the audience when it was started. */
    people: number
    /** Progress: id of the last person a message was enqueued for; null once it was for everybody. */
    spread: string | null
    /** How often doubtful messages were sent again, and how far that is done; null when it is. */
    again: number
    again_after: string | null
    created_at: number
    changed_at: number
    started_at: number | null
    not_after: number | null
    /** When it starts by itself, and why it does not (a code); null without an hour, or where nothing is in the way. */
    planned_for: number | null
    unplanned: 'cancelled' | 'changed' | 'closed' | 'over' | 'gone' | 'nobody' | 'channels' | null
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
