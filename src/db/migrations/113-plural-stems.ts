import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Tables } from '../tables/index.ts'
import { fillStems } from './038-stems.ts'

/** The stems of ideas again: « usagers » and « usager », « crédits » and « crédit » have one from now on. */
export const pluralStems: Migration = {
  async up(db: Kysely<Tables>) {
    await db.deleteFrom('idea_stem').execute()
    await fillStems(db)
  },
}
