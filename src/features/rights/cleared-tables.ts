/**
 * Tables that name people or hold their own words: written anew on PostgreSQL after an erasure, so that nothing of deleted
 * rows stays on the disk, where SQLite's file is as a whole. test/rights holds it against what an erasure deletes.
 */
export const CLEARED = [
  'person',
  'known_mail',
  'audit_person',
  'post',
  'practical_need',
  'idea',
  'idea_comment',
  'commitment',
  'commitment_note',
] as const
