import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { StoredStory } from './domain.ts'
import type { StoryStore } from './usecases.ts'

type Row = Selectable<Tables['commitment_story']>

function rowOf(story: StoredStory): Row {
  const { id, direction, text, named, state, turn, at, changedAt, commitment, person, publishedAt } = story
  return {
    id,
    direction,
    text,
    state,
    turn,
    commitment_id: commitment ?? null,
    person_id: person ?? null,
    named: named ? 1 : 0,
    created_at: at,
    published_at: publishedAt ?? null,
    changed_at: changedAt,
  }
}

export function storedStory(row: Row): StoredStory {
  const { id, direction, text, named, state, turn, commitment_id, person_id, published_at } = row
  return {
    id,
    direction,
    text,
    state,
    turn,
    named: named === 1,
    at: row.created_at,
    changedAt: row.changed_at,
    ...(commitment_id !== null && { commitment: commitment_id }),
    ...(person_id !== null && { person: person_id }),
    ...(published_at !== null && { publishedAt: published_at }),
  }
}

export function storyStore(tx: Tx): StoryStore {
  const db = open(tx)
  const some = () => db.selectFrom('commitment_story').selectAll()
  return {
    async lockOf(commitment) {
      const row = await lockRow(tx, some().where('commitment_id', '=', commitment)).executeTakeFirst()
      return row && storedStory(row)
    },

    async lock(id) {
      const row = await lockRow(tx, some().where('id', '=', id)).executeTakeFirst()
      return row && storedStory(row)
    },

    async lockOfPerson(person) {
      const rows = lockRow(tx, some().where('person_id', '=', person).orderBy('id'))
      return (await rows.execute()).map(storedStory)
    },

    async add(story) {
      await db.insertInto('commitment_story').values(rowOf(story)).execute()
    },

    async keep(story) {
      const { id, ...row } = rowOf(story)
      await db.updateTable('commitment_story').set(row).where('id', '=', id).execute()
    },

    async remove(id) {
      await db.deleteFrom('commitment_story').where('id', '=', id).execute()
    },
  }
}
