/**
 * Tables with personal data, rewritten on PostgreSQL after an erasure so that deleted rows leave the disk; SQLite's
 * file is rewritten as a whole. test/rights checks it against what an erasure deletes.
 */
export const CLEARED = [
  'person',
  'known_mail',
  'audit_person',
  'post',
  'practical_need',
  'idea',
  'idea_comment',
  'next_step',
  'synthesis_sentence',
  'utterance',
  'commitment',
  'commitment_note',
  'commitment_story',
] as const
