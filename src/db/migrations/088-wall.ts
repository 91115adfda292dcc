import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../tables/index.ts'

/** What of an idea the wall shows. Its author only by there being one: an idea without counts its supports otherwise. */
const CHANGED = `(old.text <> new.text
  or coalesce(old.axis, '') <> coalesce(new.axis, '')
  or coalesce(old.workshop_table, '') <> coalesce(new.workshop_table, '')
  or coalesce(old.workshop_id, '') <> new.workshop_id
  or old.supports <> new.supports
  or (old.author = '') <> (new.author = '')
  or (old.hidden_at is null) <> (new.hidden_at is null)
  or (old.state in ('withdrawn', 'merged')) <> (new.state in ('withdrawn', 'merged')))`

const COLUMNS = 'text, axis, workshop_table, workshop_id, supports, author, hidden_at, state'

/** Words that were approved are not these any more. */
const NEW_WORDS = 'update wall_idea set approved = 0 where idea_id = new.id'

const noted = (workshop: string) => `
  insert into wall (workshop_id, revision, turn, reviewed) values (${workshop}, 1, 0, 0)
    on conflict (workshop_id) do update set revision = wall.revision + 1;
  insert into wall_idea (idea_id, workshop_id, revision, hidden, approved)
    select new.id, ${workshop}, wall.revision, 0, 0 from wall where wall.workshop_id = ${workshop}
    on conflict (idea_id) do update set revision = excluded.revision, workshop_id = excluded.workshop_id;`

const SQLITE = [
  `create trigger idea_on_wall after insert on idea when new.workshop_id is not null begin ${noted('new.workshop_id')} end`,
  `create trigger idea_changed_on_wall after update of ${COLUMNS} on idea
    when new.workshop_id is not null and ${CHANGED} begin ${noted('new.workshop_id')} end`,
  `create trigger idea_reworded_on_wall after update of text on idea
    when old.text <> new.text begin ${NEW_WORDS}; end`,
]

/**
 * Deferred: a wall's row is locked from the end of a transaction to its commit alone, so that its revisions are committed in
 * the order of their numbers, and whoever read one has seen all before it. A migration that changes ideas and then their
 * table first needs `set constraints all immediate`.
 */
const POSTGRES = [
  `create function note_on_wall() returns trigger language plpgsql as $$ begin ${noted('new.workshop_id')} return null; end $$`,
  `create function unapprove_on_wall() returns trigger language plpgsql as $$ begin ${NEW_WORDS}; return null; end $$`,
  `create constraint trigger idea_on_wall after insert on idea deferrable initially deferred
    for each row when (new.workshop_id is not null) execute function note_on_wall()`,
  `create constraint trigger idea_changed_on_wall after update of ${COLUMNS} on idea deferrable initially deferred
    for each row when (new.workshop_id is not null and ${CHANGED}) execute function note_on_wall()`,
  `create constraint trigger idea_reworded_on_wall after update of text on idea deferrable initially deferred
    for each row when (old.text <> new.text) execute function unapprove_on_wall()`,
]

/** The walls of workshops that have ideas already, in the order in which these came. */
const FILL = [
  `insert into wall_idea (idea_id, workshop_id, revision, hidden, approved)
    select id, workshop_id, row_number() over (partition by workshop_id order by created_at, id), 0, 0
    from idea where workshop_id is not null`,
  `insert into wall (workshop_id, revision, turn, reviewed)
    select workshop_id, max(revision), 0, 0 from wall_idea group by workshop_id`,
]

/** The wall of a workshop's ideas: in which order they changed, and what is kept from it. Whatever changes one, a trigger notes it. */
export const wall: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('wall')
      .addColumn('workshop_id', 'text', column => column.notNull().primaryKey())
      .addColumn('revision', 'bigint', column => column.notNull())
      .addColumn('turn', 'bigint', column => column.notNull())
      .addColumn('reviewed', 'integer', column => column.notNull())
      .execute()
    await db.schema
      .createTable('wall_idea')
      .addColumn('idea_id', 'text', column => column.notNull().primaryKey().references('idea.id'))
      .addColumn('workshop_id', 'text', column => column.notNull())
      .addColumn('revision', 'bigint', column => column.notNull())
      .addColumn('hidden', 'integer', column => column.notNull())
      .addColumn('approved', 'integer', column => column.notNull())
      .addColumn('likeness', 'text')
      .addColumn('leads_since', 'bigint')
      .execute()
    await db.schema.createIndex('wall_order').on('wall_idea').columns(['workshop_id', 'revision']).execute()
    await db.schema.createIndex('wall_alike').on('wall_idea').columns(['workshop_id', 'likeness']).execute()
    await sql`create index wall_leader on wall_idea (workshop_id, leads_since, idea_id)
      where leads_since is not null`.execute(db)
    for (const statement of FILL) await sql.raw(statement).execute(db)
    const postgres = db.getExecutor().adapter instanceof PostgresAdapter
    for (const statement of postgres ? POSTGRES : SQLITE) await sql.raw(statement).execute(db)
  },
}
