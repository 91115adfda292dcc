import { sql } from 'kysely'
import { open } from '../../db/index.ts'
import type { Cursor } from '../../kernel/requests/cursor.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { Placement, ThemeStance } from './domain.ts'
import type { BoardIdea, BoardPart, PlacementStore } from './rows.ts'

const NEWEST: Cursor = { at: Number.MAX_SAFE_INTEGER, id: '' }

type Row = {
  readonly id: string
  readonly text: string
  readonly created_at: number
  readonly theme_id: string | null
  readonly placed: Placement['placed'] | null
  readonly stance: ThemeStance | null
}

function placementOf({ theme_id, placed, stance }: Row): Placement | undefined {
  if (placed === null) return undefined
  return { placed, ...(theme_id !== null && { theme: theme_id }), ...(stance !== null && { stance }) }
}

function ideaOf(row: Row): BoardIdea {
  const placement = placementOf(row)
  return { id: row.id, at: row.created_at, text: row.text, ...(placement && { placement }) }
}

export function placementStore(tx: Tx): PlacementStore {
  const db = open(tx)
  const ideas = (axis: string) =>
    db
      .selectFrom('idea')
      .leftJoin('idea_theme', 'idea_theme.idea_id', 'idea.id')
      .where('axis', '=', axis)
      .where('state', 'not in', ['withdrawn', 'merged'])
      .where('hidden_at', 'is', null)
  const rows = (axis: string) =>
    ideas(axis).select(['idea.id', 'text', 'created_at', 'theme_id', 'placed', 'stance'])

  function partOf(axis: string, part: BoardPart) {
    if (part === 'alone') return rows(axis).where('theme_id', 'is', null).where('placed', '=', 'hand')
    if ('theme' in part) {
      const { theme, stance } = part
      return rows(axis)
        .where('theme_id', '=', theme)
        .$if(stance !== undefined, query => query.where('stance', '=', stance ?? 'for'))
    }
    const { outside } = part
    return rows(axis).where(({ or, and, eb }) =>
      or([
        and([eb('theme_id', 'is', null), or([eb('placed', 'is', null), eb('placed', '=', 'words')])]),
        outside.length === 0 ? eb('theme_id', 'is not', null) : eb('theme_id', 'not in', outside),
      ]),
    )
  }

  return {
    async counts(axis) {
      const found = await ideas(axis)
        .select(['theme_id', 'placed', 'stance', ({ fn }) => fn.countAll<number>().as('count')])
        .groupBy(['theme_id', 'placed', 'stance'])
        .execute()
      return found.map(({ theme_id, placed, stance, count }) => ({
        ...(theme_id !== null && { theme: theme_id }),
        ...(placed !== null && { placed }),
        ...(stance !== null && { stance }),
        count: Number(count),
      }))
    },

    async axisless() {
      const { count } = await db
        .selectFrom('idea')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('axis', 'is', null)
        .where('state', 'not in', ['withdrawn', 'merged'])
        .where('hidden_at', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async list(axis, part, limit, after = NEWEST) {
      // Of a theme by its own index, of the others by that of the axis.
      const [age, id] =
        part !== 'alone' && 'theme' in part
          ? (['idea_theme.idea_at', 'idea_theme.idea_id'] as const)
          : (['idea.created_at', 'idea.id'] as const)
      const found = await partOf(axis, part)
        .where(({ eb, refTuple, tuple }) => eb(refTuple(age, id), '<', tuple(after.at, after.id)))
        .orderBy(age, 'desc')
        .orderBy(id, 'desc')
        .limit(limit)
        .execute()
      return found.map(ideaOf)
    },

    async batch(axis, limit, after) {
      const found = await rows(axis)
        .where(({ eb, refTuple, tuple }) =>
          eb(refTuple('created_at', 'idea.id'), '>', tuple(after.at, after.id)),
        )
        .orderBy('created_at')
        .orderBy('idea.id')
        .limit(limit)
        .execute()
      return found.map(ideaOf)
    },

    async some(axis, ids) {
      if (ids.length === 0) return []
      return (await rows(axis).where('idea.id', 'in', ids).execute()).map(ideaOf)
    },

    async themesOf(ids) {
      if (ids.length === 0) return new Map()
      const found = await db
        .selectFrom('idea_theme')
        .select(['idea_id', 'theme_id'])
        .where('idea_id', 'in', ids)
        .where('theme_id', 'is not', null)
        .execute()
      return new Map(found.map(({ idea_id, theme_id }) => [idea_id, theme_id ?? '']))
    },

    async idea(axis, id) {
      const found = await rows(axis).where('idea.id', '=', id).executeTakeFirst()
      return found && ideaOf(found)
    },

    async put({ id, at }, { theme = null, placed, stance = null }) {
      const values = { theme_id: theme, placed, stance }
      await db
        .insertInto('idea_theme')
        .values({ idea_id: id, idea_at: at, ...values })
        .onConflict(on => on.column('idea_id').doUpdateSet(values))
        .execute()
    },

    async putByWords(placed) {
      if (placed.length === 0) return
      await db
        .insertInto('idea_theme')
        .values(
          placed.map(({ id, at, theme = null }) => ({
            idea_id: id,
            theme_id: theme,
            placed: 'words' as const,
            stance: null,
            idea_at: at,
          })),
        )
        .onConflict(on =>
          on
            .column('idea_id')
            .doUpdateSet(eb => ({ theme_id: eb.ref('excluded.theme_id') }))
            .where('idea_theme.placed', '=', sql.lit('words')),
        )
        .execute()
    },

    async moveAll(from, to) {
      await db
        .updateTable('idea_theme')
        .set({ theme_id: to, stance: null })
        .where('theme_id', '=', from)
        .execute()
    },
  }
}
