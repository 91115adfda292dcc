import { type Trace, trace } from './trace-store.ts'

const PASSING = 'passing: ids that wait to be acted upon, a week at most'
const OTHERS = 'it would tell of others, whom the person served'

/**
 * Every way in which the database designates somebody, in the order in which an erasure takes them: what leads to other
 * rows goes after them. `test/rights` holds it against docs/donnees.md and the schema: a column of a person that is not
 * here fails by its name.
 */
export const TRACES: readonly Trace[] = [
  trace('registration', 'person_id', {
    fate: { blank: 'workshop_id', set: { shown: 0 } },
    told: [
      'workshops',
      'workshop_id',
      'direction',
      'answer',
      'answered_at',
      'queue_no',
      'offered_until',
      'pool',
      'day_key',
      'shown',
    ],
  }),
  trace('practical_need', 'person_id', {
    fate: 'delete',
    told: ['workshops', 'workshop_id', 'text', 'said_at'],
  }),
  trace('calendar_link', 'person_id', { fate: 'delete', told: ['workshops', 'turn'] }),
  trace('workshop_facilitator', 'person_id', {
    fate: 'delete',
    told: ['workshops', 'workshop_id', 'table_no'],
  }),
  trace('table_place', 'person_id', {
    fate: { blank: 'workshop_id' },
    told: ['workshops', 'workshop_id', 'table_no'],
  }),
  trace('attendance', 'person_id', {
    fate: { blank: 'workshop_id' },
    told: ['workshops', 'workshop_id', 'at', 'how', 'beyond'],
  }),
  trace('attendance', 'by', { fate: { blank: 'workshop_id' }, told: OTHERS }),
  trace('feedback_roll', 'person_id', { fate: 'delete', told: ['workshops', 'workshop_id'] }),
  trace('idea', 'author', {
    fate: { blank: 'id' },
    told: [
      'ideas',
      'id',
      'axis',
      'direction',
      'text',
      'state',
      'unnamed',
      'supports',
      'comments',
      'workshop_title',
      'hidden_at',
      'hidden_reason',
      'created_at',
    ],
  }),
  trace('idea_comment', 'author', {
    fate: 'delete',
    told: ['ideas', 'idea_id', 'text', 'hidden_at', 'hidden_reason', 'created_at'],
  }),
  trace('idea_comment_report', 'person_id', {
    fate: { blank: 'comment_id', set: { reason: null } },
    told: ['ideas', 'comment_id', 'reason', 'at', 'settled_at'],
  }),
  trace('idea_support', 'person_id', { fate: 'delete', told: ['ideas', 'idea_id', 'direction', 'at'] }),
  trace('idea_report', 'person_id', {
    fate: { blank: 'idea_id', set: { reason: null } },
    told: ['ideas', 'idea_id', 'reason', 'at', 'settled_at'],
  }),
  trace('idea_merge', 'person_id', {
    fate: { blank: 'id' },
    told: ['ideas', 'from_id', 'into_id', 'state', 'at', 'settled_at'],
  }),
  trace('harvest_line', 'person_id', {
    fate: { blank: 'key' },
    told: ['ideas', 'workshop_id', 'idea_id', 'undone', 'at'],
  }),
  trace('event', 'person_id', { fate: 'null', told: ['ideas', 'thing_id', 'kind', 'at', 'detail'] }),
  trace('vote', 'person_id', {
    fate: { blank: 'ballot_id', with: 'vote_choice' },
    told: ['votes', 'ballot_id', 'direction', 'voted_at'],
  }),
  trace('vote_choice', 'person_id', {
    fate: { blank: 'ballot_id' },
    told: ['votes', 'ballot_id', 'option_id', 'points'],
  }),
  trace('sealed_vote', 'person_id', { fate: 'null', told: ['votes', 'ballot_id', 'direction'] }),
  trace('initiative', 'owner', {
    fate: 'null',
    told: [
      'ideas',
      'idea_id',
      'title',
      'problem',
      'story',
      'inspiring',
      'outcome',
      'phase',
      'resources',
      'created_at',
    ],
  }),
  trace('initiative_member', 'person_id', { fate: 'delete', told: ['ideas', 'idea_id', 'joined_at'] }),
  trace('commitment_note', 'commitment_id', {
    through: { table: 'commitment', column: 'person_id', id: 'id' },
    fate: 'delete',
    told: ['commitments', 'commitment_id', 'text', 'created_at'],
  }),
  trace('commitment', 'person_id', {
    fate: 'delete',
    told: [
      'commitments',
      'id',
      'direction',
      'axis',
      'text',
      'horizon',
      'visibility',
      'state',
      'idea_id',
      'created_at',
      'ended_at',
      'former_state',
      'former_ended_at',
      'reworded_at',
      'idea_told',
      'notes',
    ],
  }),
  trace('message', 'person_id', {
    fate: { blank: 'id', set: { subject: '{}' } },
    told: [
      'messages',
      'topic',
      'reason',
      'state',
      'round',
      'why',
      'created_at',
      'sent_at',
      'answered_at',
      'acted_at',
    ],
  }),
  trace('message', 'subject', { within: true, fate: 'mask', told: OTHERS }),
  trace('message_slot', 'person_id', { fate: 'delete', told: ['messages', 'week', 'number'] }),
  trace('message_preference', 'person_id', {
    fate: 'delete',
    told: ['messages', 'per_week', 'paused_until', 'days_off'],
  }),
  trace('message_stop', 'person_id', { fate: 'delete', told: ['messages', 'topic', 'stopped_at'] }),
  trace('message_quiet', 'person_id', { fate: 'delete', told: ['messages', 'topic', 'since', 'ended_at'] }),
  trace('workshop', 'organiser', {
    fate: { blank: 'id' },
    told: ['charge', 'title', 'starts_at', 'state', 'created_at'],
  }),
  trace('series', 'organiser', { fate: { blank: 'id' }, told: ['charge', 'title', 'created_at'] }),
  trace('table_draw', 'drawn_by', {
    fate: { blank: 'workshop_id' },
    told: ['charge', 'workshop_id', 'drawn_at'],
  }),
  trace('workshop_summary', 'written_by', {
    fate: { blank: 'workshop_id' },
    told: ['charge', 'workshop_id', 'next', 'written_at'],
  }),
  trace('idea_box', 'organiser', { fate: { blank: 'id' }, told: ['charge', 'question', 'created_at'] }),
  trace('idea', 'decided_by', {
    fate: { blank: 'id' },
    told: ['charge', 'id', 'decision', 'reason', 'decided_as', 'decided_at'],
  }),
  trace('idea', 'answered_by', {
    fate: { blank: 'id' },
    told: ['charge', 'id', 'answer', 'answered_as', 'answered_at'],
  }),
  trace('idea_decision', 'person_id', {
    fate: { blank: 'idea_id' },
    told: ['charge', 'idea_id', 'step', 'text', 'role', 'at', 'due_at'],
  }),
  trace('idea', 'hidden_by', { fate: { blank: 'id' }, told: ['charge', 'id', 'hidden_reason', 'hidden_at'] }),
  trace('ballot', 'organiser', { fate: { blank: 'id' }, told: ['charge', 'question', 'created_at'] }),
  trace('broadcast', 'author', { fate: { blank: 'id' }, told: ['charge', 'text', 'state', 'created_at'] }),
  trace('broadcast', 'spread', { fate: 'before', told: 'how far a message to many had come' }),
  trace('pilot_post', 'person_id', {
    fate: { blank: 'id' },
    told: ['charge', 'direction', 'text', 'created_at'],
  }),
  trace('audit', 'who', {
    through: { table: 'audit_person', column: 'person_id', id: 'who' },
    fate: 'kept',
    told: ['journal', 'at', 'role', 'act', 'door', 'refused'],
  }),
  trace('audit_person', 'person_id', { fate: 'delete', told: ['journal', 'who'] }),
  trace('fact', 'payload', { within: true, fate: 'mask', told: PASSING }),
  trace('fact', 'merge_key', { within: true, fate: 'mask', told: PASSING }),
  trace('post', 'key', { within: true, fate: 'delete', told: ['passing', 'key', 'posted_at', 'edited_at'] }),
  trace('post', 'address', {
    through: { table: 'person', column: 'id', id: 'chat' },
    fate: 'delete',
    told: ['passing', 'key', 'posted_at', 'edited_at'],
  }),
  trace('seen', 'key', { within: true, fate: 'delete', told: ['passing', 'key', 'expires_at'] }),
  trace('limit_use', 'key', { fate: 'fades', told: 'a salted fingerprint, an hour at most' }),
  trace('known_mail', 'person_id', { fate: 'delete', told: ['self', 'hash'] }),
  trace('person', 'id', {
    fate: 'delete',
    told: [
      'self',
      'id',
      'tenant',
      'object_id',
      'name',
      'role',
      'role_from',
      'deputy',
      'leads',
      'direction',
      'former_direction',
      'direction_since',
      'direction_changes',
      'language',
      'language_chosen',
      'chat',
      'welcomed_at',
      'took_part_at',
      'created_at',
      'listed',
      'mail_state',
      'account',
      'reach',
      'reach_since',
      'reach_how',
      'reach_last',
    ],
  }),
]

/** Columns of a person that no erasure has to look for, and why. */
export const BESIDE: Readonly<Record<string, string>> = {
  'expected_person.email':
    'somebody who never came: nothing leads from a person here, and a people file that no longer names them takes the row',
  'expected_person.name': 'the same row',
  'idea.credit_name': 'as somebody else typed it: taken off where the person had a seat at that workshop',
  'harvest_line.mark': 'a fingerprint of the words, not of who typed them',
  'sealed_vote.mark': 'keyed under the ballot, and gone when it is counted: nobody votes twice meanwhile',
  'vote_mark.mark': 'written by the erasure, and gone when the ballot ends: nobody votes twice meanwhile',
  'audit.thing': 'the pseudonym of the journal, which leads nowhere once audit_person is gone',
}
