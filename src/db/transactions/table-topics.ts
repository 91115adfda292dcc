import type { ChangeTopic } from '../../kernel/storage/change-topic.ts'
import type { Tables } from '../tables/index.ts'

/**
 * The change topic of each table; null for those that no page shows. Null too for answers to a workshop, which as
 * live events would tell who gave them to whoever sits beside, and for a secret ballot's envelopes: that somebody
 * changed a vote is told to nobody. Its turn-out shows on its page as it grows (docs/scrutin-secret.md), and is told
 * with the ballot.
 */
export const TOPIC_OF: Readonly<Record<keyof Tables, ChangeTopic | null>> = {
  announced: 'channels',
  attendance: 'attendance',
  audit: 'audit',
  audit_person: 'audit',
  // Counted at night, and shown to nobody.
  axis_stem: null,
  ballot: 'ballots',
  ballot_key: null,
  ballot_option: 'ballots',
  ballot_scrub: null,
  ballot_turnout: 'ballots',
  broadcast: 'broadcasts',
  broadcast_channel: 'broadcasts',
  // Renewals of a calendar address show on no page.
  calendar_link: null,
  channel: 'channels',
  checklist_mark: 'workshops',
  commitment: 'commitments',
  commitment_note: 'commitments',
  erasure: 'programme',
  // A thing's thread is written with the thing.
  event: null,
  expected_person: 'people',
  fact: null,
  feedback_answer: null,
  feedback_roll: null,
  feedback_round: 'feedback',
  figure: 'figures',
  figure_week: 'figures',
  harvest: 'ideas',
  harvest_line: 'ideas',
  idea: 'ideas',
  idea_box: 'ideas',
  idea_comment: 'ideas',
  idea_comment_report: 'ideas',
  idea_decision: 'ideas',
  // The erasure shows when the idea changes, at its due time.
  idea_leaving: null,
  idea_merge: 'ideas',
  idea_report: 'ideas',
  idea_stem: null,
  idea_support: 'ideas',
  idea_word: null,
  next_step: 'ideas',
  initiative: 'initiatives',
  initiative_member: 'initiatives',
  initiative_word: null,
  known_mail: null,
  lease: null,
  limit_use: null,
  message: 'messages',
  message_preference: 'messages',
  message_quiet: 'messages',
  message_slot: null,
  message_stop: 'messages',
  opening_request: 'workshops',
  person: 'people',
  pilot_post: 'messages',
  post: null,
  practical_need: 'workshops',
  programme: 'programme',
  programme_closing: 'programme',
  registration: 'workshops',
  review_text: 'figures',
  review_title: 'figures',
  room: 'room',
  running_order: 'room',
  running_order_model: 'room',
  screen: 'room',
  // Anybody may ask for a code: it must not have a thousand phones read again.
  screen_pairing: null,
  sealed_vote: null,
  seen: null,
  series: 'workshops',
  series_presence: 'workshops',
  series_summary: 'workshops',
  table_draw: 'workshops',
  table_place: 'workshops',
  team: 'channels',
  team_reading: 'people',
  // Counted once a day, when it is first asked for.
  topic_effect: null,
  // Shown by the chat alone.
  utterance: null,
  vote: 'ballots',
  vote_choice: 'ballots',
  vote_mark: null,
  wall: 'ideas',
  wall_idea: 'ideas',
  workshop: 'workshops',
  workshop_facilitator: 'workshops',
  workshop_quota: 'workshops',
  workshop_presence: 'workshops',
  workshop_presence_direction: 'workshops',
  workshop_summary: 'workshops',
}

/** A second one: tables stand on a room's screen and on each phone beside it, which hear of the room alone. */
export const SECOND_TOPIC_OF: Readonly<Partial<Record<keyof Tables, ChangeTopic>>> = { table_draw: 'room' }
