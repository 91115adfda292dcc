import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const COPY = 'update idea set trial = new.trial where id = new.idea_id'

const SQLITE = [
  `create trigger initiative_tried after update of trial on initiative
    when old.trial is not new.trial begin ${COPY}; end`,
]
const POSTGRES = [
  `create function copy_trial() returns trigger language plpgsql as $$ begin ${COPY}; return null; end $$`,
  `create trigger initiative_tried after update of trial on initiative
    for each row when (old.trial is distinct from new.trial) execute function copy_trial()`,
]

/** Of initiatives that may be read, and were proposed after another one. */
const TAKEN = "state = 'initiative' and hidden_at is null and inspired_by is not null"
const INSPIRED =
  "state in ('received', 'studied', 'answered', 'retained') and hidden_at is null and inspired_by is not null"

const INDEXES = [
  'initiative_trial on initiative (trial, created_at, idea_id) where trial is not null',
  "idea_trial on idea (trial, supports, id) where state = 'initiative' and trial is not null",
  "idea_trial_across on idea (trial, across, id) where state = 'initiative' and trial is not null",
  `idea_taken on idea (inspired_by, created_at, id) where ${TAKEN}`,
  `idea_taken_direction on idea (inspired_by, direction, created_at, id) where ${TAKEN}`,
  `idea_inspired on idea (inspired_by, created_at, id) where ${INSPIRED}`,
]

/**
 * The gallery by what became of a trial, in each of its orders, and what was taken up from an initiative. By support it is
 * read in the order of its ideas: a trigger keeps there what stands on the initiative.
 */
export const descent: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('idea').addColumn('trial', 'text').execute()
    await sql`update idea set trial = (select trial from initiative where idea_id = idea.id)
      where state = 'initiative'`.execute(db)
    const postgres = db.getExecutor().adapter instanceof PostgresAdapter
    for (const statement of postgres ? POSTGRES : SQLITE) await sql.raw(statement).execute(db)
    for (const index of INDEXES) await sql.raw(`create index ${index}`).execute(db)
  },
}
