import { type RawBuilder, sql } from 'kysely'
import type { Small } from '../idea/row-store.ts'

/**
 * Id under which a support of the idea `id` is counted: its person's; in a group with an unnamed idea, an author's own
 * supports count under the ideas' ids, so that the sum does not show that two of them are by one person.
 */
export const supporterOf = (id: RawBuilder<unknown>) =>
  sql<string>`case when idea.author = idea_support.person_id and exists (
      select 1 from idea as one where (one.id = ${id} or one.root = ${id}) and one.unnamed = 1
    ) then idea_support.idea_id else idea_support.person_id end`

/** The support's Direction; null for an unnamed author whom it would identify. */
export const placeOf = (small: Small) =>
  sql<string | null>`case when idea.unnamed = 1 and idea_support.person_id in (idea.author, idea.id)
    and idea_support.direction in (${sql.join(['', ...small])}) then null else idea_support.direction end`
