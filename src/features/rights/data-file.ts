import { isoIn } from '../../kernel/time/time-zone.ts'
import type { HeldRow } from './domain.ts'

/** Version of the file's format: incremented with every change that breaks a reader. */
export const DATA_FORMAT = 'personal-data/1'

/**
 * Kind of a row in the file, by table and column: language-independent, and stable whatever becomes of the tables.
 * docs/mes-donnees.md lists them with their fields.
 */
export const KINDS: Readonly<Record<string, string>> = {
  'person.id': 'account',
  'known_mail.person_id': 'emailFingerprint',
  'commitment.person_id': 'commitment',
  'commitment_note.commitment_id': 'commitmentNote',
  'commitment_story.person_id': 'commitmentStory',
  'next_step.holder': 'nextStepPromised',
  'next_step.asked': 'nextStepAsked',
  'idea.author': 'idea',
  'idea_comment.author': 'comment',
  'synthesis_objection.person_id': 'synthesisObjection',
  'idea_comment_report.person_id': 'commentReport',
  'idea_support.person_id': 'support',
  'idea_report.person_id': 'report',
  'idea_merge.person_id': 'merge',
  'harvest_line.person_id': 'harvestLine',
  'utterance.person_id': 'utterance',
  'event.person_id': 'threadStep',
  'initiative.owner': 'initiative',
  'initiative_member.person_id': 'initiativeMembership',
  'trial_tester.person_id': 'trialTester',
  'trial_roll.person_id': 'trialAnswered',
  'trial_reading.typed_by': 'trialReading',
  'trial.planned_by': 'trialPlanned',
  'trial.decided_by': 'trialDecision',
  'vote.person_id': 'vote',
  'vote_choice.person_id': 'voteChoice',
  'sealed_vote.person_id': 'sealedVote',
  'registration.person_id': 'workshopAnswer',
  'practical_need.person_id': 'practicalNeed',
  'opening_request.person_id': 'openingRequest',
  'calendar_link.person_id': 'calendarAddress',
  'workshop_facilitator.person_id': 'facilitation',
  'table_place.person_id': 'table',
  'attendance.person_id': 'attendance',
  'feedback_roll.person_id': 'feedbackGiven',
  'message.person_id': 'message',
  'message_slot.person_id': 'messageSlot',
  'message_preference.person_id': 'messagePreference',
  'message_stop.person_id': 'stoppedTopic',
  'message_quiet.person_id': 'quietTopic',
  'workshop.organiser': 'workshopPrepared',
  'series.organiser': 'seriesPrepared',
  'table_draw.drawn_by': 'tableDraw',
  'workshop_summary.written_by': 'workshopSummary',
  'method_part.person_id': 'methodVersion',
  'synthesis.published_by': 'synthesis',
  'synthesis_sentence.decided_by': 'synthesisSentence',
  'next_step.asker': 'nextStepWritten',
  'idea_box.organiser': 'ideaBox',
  'idea.decided_by': 'ideaDecision',
  'idea.answered_by': 'ideaAnswer',
  'idea_decision.person_id': 'ideaUnpublished',
  'idea.hidden_by': 'ideaHidden',
  'ballot.organiser': 'ballotPrepared',
  'broadcast.author': 'broadcast',
  'pilot_post.person_id': 'channelPost',
  'audit.who': 'journalLine',
  'audit_person.person_id': 'journalPseudonym',
  'post.key': 'botMessage',
  'post.address': 'botMessageInChat',
  'seen.key': 'actFingerprint',
}

/** Fields of a row besides its disclosed columns. */
export const DERIVED: Readonly<Record<string, readonly string[]>> = { 'idea.author': ['withdrawn_at'] }

/** Boolean columns. */
const FLAGS: readonly string[] = [
  'shown',
  'beyond',
  'unnamed',
  'named',
  'undone',
  'deputy',
  'language_chosen',
  'ai_opt_out',
  'start',
]
/** Columns of times; numbers in others are counts. */
const MOMENT = /(^|_)(at|until|since)$/

type Value = string | number | boolean | null

/** `created_at` as `createdAt`. */
export const fieldOf = (column: string): string =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function saidOf(column: string, value: HeldRow[string], zone: string): Value {
  if (typeof value !== 'number') return value ?? null
  if (FLAGS.includes(column)) return value !== 0
  return MOMENT.test(column) ? isoIn(value, zone) : value
}

/** A row in the file: times are ISO 8601 with the offset of `zone`. */
export function recordOf(row: HeldRow, zone: string): Readonly<Record<string, Value>> {
  const fields = Object.entries(row).map(([column, value]) => [fieldOf(column), saidOf(column, value, zone)])
  return Object.fromEntries(fields)
}
