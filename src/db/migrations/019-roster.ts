import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who is expected by the people file, how they are known again, and where a role comes from. */
export const roster: Migration = {
  async up(db) {
    const person = () => db.schema.alterTable('person')
    await person()
      .addColumn('deputy', 'integer', column => column.notNull().defaultTo(0))
      .execute()
    await person().addColumn('role_from', 'text').execute()
    await person().addColumn('listed', 'text').execute()
    await person().addColumn('mail_state', 'text').execute()
    await sql`update person set role_from = case role when 'organiser' then 'operator' else 'hand' end
      where role <> 'agent'`.execute(db)
    // A Direction has one pilot: those who were named beside the first stand in for them.
    await sql`update person set deputy = 1 where role = 'pilot' and leads <> '[]' and exists (
      select 1 from person first where first.role = 'pilot' and first.leads = person.leads and first.id < person.id)`.execute(
      db,
    )
    await sql`create unique index person_pilot on person (leads)
      where role = 'pilot' and deputy = 0 and leads <> '[]'`.execute(db)
    await db.schema
      .createTable('expected_person')
      .addColumn('email', 'text', column => column.notNull().primaryKey())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('listed', 'text', column => column.notNull())
      .execute()
    await db.schema
      .createTable('known_mail')
      .addColumn('hash', 'text', column => column.notNull().primaryKey())
      .addColumn('key', 'text', column => column.notNull())
      .addColumn('person_id', 'text', column => column.notNull())
      .execute()
    await db.schema.createIndex('known_mail_person').on('known_mail').column('person_id').execute()
  },
}
