import type { Selectable } from 'kysely'
import type { Tables } from '../../../db/index.ts'
import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { audienceOf, type Commitment, type CommitmentStory } from './domain.ts'
import type { CommitmentStore } from './usecases.ts'

type CommitmentRow = Selectable<Tables['commitment']>
type StoryRow = Selectable<Tables['commitment_story']>
/** With columns of the last note and of its story, null without one. */
type Read = CommitmentRow & {
  readonly note_text: string | null
  readonly noted_at: number | null
  readonly story_id: string | null
  readonly story_direction: string | null
  readonly story_text: string | null
  readonly story_named: number | null
  readonly story_state: StoryRow['state'] | null
  readonly story_turn: number | null
  readonly story_at: number | null
  readonly story_published: number | null
}

function storyOf(row: Read): CommitmentStory | undefined {
  const { story_id: id, story_state: state, story_published: publishedAt } = row
  if (id === null || state === null || state === 'withdrawn') return undefined
  return {
    id,
    direction: row.story_direction ?? '',
    text: row.story_text ?? '',
    named: row.story_named === 1,
    state,
    turn: row.story_turn ?? 0,
    at: row.story_at ?? 0,
    ...(publishedAt !== null && { publishedAt }),
  }
}

function formerOf(state: Commitment['state'], endedAt: number | null): NonNullable<Commitment['former']> {
  return { state, ...(endedAt !== null && { endedAt }) }
}

function commitmentOf(row: Read): Commitment {
  const { note_text, noted_at } = row
  const story = storyOf(row)
  return {
    id: row.id,
    person: row.person_id,
    ...(row.direction !== null && { direction: row.direction }),
    axis: row.axis,
    text: row.text,
    horizon: row.horizon,
    visibility: row.visibility,
    state: row.state,
    ...(row.idea_id !== null && { idea: row.idea_id }),
    ...(row.inspired_by !== null && { inspiredBy: row.inspired_by }),
    notes: row.notes,
    ...(note_text !== null && noted_at !== null && { lastNote: { text: note_text, at: noted_at } }),
    at: row.created_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.former_state !== null && { former: formerOf(row.former_state, row.former_ended_at) }),
    ...(row.reworded_at !== null && { rewordedAt: row.reworded_at }),
    ...(row.idea_told !== null && { ideaTold: row.idea_told }),
    ...(story && { story }),
  }
}

function rowOf(commitment: Commitment): Omit<CommitmentRow, 'last_note_id'> {
  const { id, person, direction = null, axis, text, horizon, visibility, state, idea = null } = commitment
  return {
    id,
    person_id: person,
    direction,
    axis,
    text,
    horizon,
    visibility,
    state,
    idea_id: idea,
    created_at: commitment.at,
    ended_at: commitment.endedAt ?? null,
    inspired_by: commitment.inspiredBy ?? null,
    notes: commitment.notes,
    shown_to: audienceOf(commitment) ?? null,
    former_state: commitment.former?.state ?? null,
    former_ended_at: commitment.former?.endedAt ?? null,
    reworded_at: commitment.rewordedAt ?? null,
    idea_told: commitment.ideaTold ?? null,
  }
}

export function commitmentStore(tx: Tx): CommitmentStore {
  const db = open(tx)
  const some = () =>
    db
      .selectFrom('commitment')
      .leftJoin('commitment_note as last', 'last.id', 'commitment.last_note_id')
      .leftJoin('commitment_story as story', 'story.commitment_id', 'commitment.id')
      .selectAll('commitment')
      .select(['last.text as note_text', 'last.created_at as noted_at'])
      .select(['story.id as story_id', 'story.direction as story_direction', 'story.text as story_text'])
      .select(['story.named as story_named', 'story.state as story_state', 'story.created_at as story_at'])
      .select(['story.published_at as story_published', 'story.turn as story_turn'])

  async function find(id: string): Promise<Commitment | undefined> {
    const row = await some().where('commitment.id', '=', id).executeTakeFirst()
    return row && commitmentOf(row)
  }

  return {
    async add(commitment) {
      await db.insertInto('commitment').values(rowOf(commitment)).execute()
    },

    find,

    async lock(id) {
      const row = db.selectFrom('commitment').select('id').where('id', '=', id)
      return (await lockRow(tx, row).executeTakeFirst()) && find(id)
    },

    async keep(commitment) {
      const { id, notes: _, created_at: __, ...row } = rowOf(commitment)
      await db.updateTable('commitment').set(row).where('id', '=', id).execute()
    },

    async move(id, horizon) {
      await db.updateTable('commitment').set({ horizon }).where('id', '=', id).execute()
    },

    async after(person, inspiredBy) {
      const row = await some()
        .where('commitment.person_id', '=', person)
        .where('inspired_by', '=', inspiredBy)
        .where('commitment.state', '!=', 'let-go')
        .limit(1)
        .executeTakeFirst()
      return row && commitmentOf(row)
    },

    async place(person, direction) {
      await db
        .updateTable('commitment')
        .set({ direction })
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .execute()
    },

    async newest(person, limit, after) {
      const rows = await some()
        .where('commitment.person_id', '=', person)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(
              refTuple('commitment.created_at', 'commitment.id'),
              '<',
              tuple(after?.at ?? 0, after?.id ?? ''),
            ),
          ),
        )
        .orderBy('commitment.created_at', 'desc')
        .orderBy('commitment.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(commitmentOf)
    },
  }
}
