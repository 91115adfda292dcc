export type MessageTables = {
  /** A message to somebody, once for each reason. */
  message: {
    id: string
    person_id: string
    topic: string
    /** Names the occasion: `workshop-soon:<workshop>`. */
    reason: string
    /** JSON: ids and moments, no text that a person wrote. */
    subject: string
    /** The feature that writes it. */
    teller: string
    state:
      | 'waiting'
      | 'sent'
      | 'dropped'
      | 'expired'
      | 'stopped'
      | 'unreachable'
      | 'unknown'
      | 'dead'
      | 'absorbed'
    /** 1, and one more each time the person asks for it later. */
    round: number
    /** Counts the facts enqueued for it: only the last one may claim it. */
    turn: number
    not_before: number
    not_after: number | null
    /** Why the person cannot be reached, in the state `unreachable`. */
    why: 'blocked' | 'not-installed' | null
    created_at: number
    /** Names those that are told, held and stopped together. */
    batch: string | null
    /** When the last round of it went out; null when none did. */
    sent_at: number | null
    /** When something on it was last pressed. */
    answered_at: number | null
    /** First act on its subject after it was sent (conversion). */
    acted_at: number | null
    /** For one that is told in another with others, absorbed by it: its id. */
    told_in: string | null
  }
  /** Weekly budget: which message of somebody's week each one is; the key enforces the limit. */
  message_slot: {
    person_id: string
    /** ISO week in the programme's zone: `2027-W16`. */
    week: string
    number: number
    message_id: string
    round: number
  }
  message_preference: {
    person_id: string
    per_week: number | null
    /** The last day of the pause. */
    paused_until: string | null
    /** Days of the week: `wednesday,friday`; null for none. */
    days_off: string | null
  }
  /** Topics that somebody wants no more of. */
  message_stop: { person_id: string; topic: string; stopped_at: number }
  /** Topics that fell silent after four messages without an answer; `ended_at` when they were taken up again. */
  message_quiet: { person_id: string; topic: string; since: number; ended_at: number | null }
  /** Effect of the messages of a topic, as shown on a day: rounded before it is written. */
  topic_effect: { day: string; topic: string; sent: number; acted: number; quiet: number }
}
