import { type Expression, type SqlBool, sql } from 'kysely'
import { heldWords, open } from '../../../db/index.ts'
import type { Cursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { isPending, isStudyPending } from '../answers/take-back-store.ts'
import { cursorDay, owedFirst } from '../answers/waiting-pages.ts'
import { type IdeaRow, ideaOf, NONE, type Small } from '../idea/row-store.ts'
import type { IdeaRegisterPart } from './domain.ts'
import { holding } from './search-store.ts'
import type { RegisterStore } from './usecases.ts'

type Order = 'created_at' | 'reported_at' | 'hidden_at'
type Part = { readonly order: Order; readonly newest: boolean; readonly where: Expression<SqlBool> }

/** Spelled as in the indexes of migration 057, or they are not used. */
const PARTS: Readonly<Record<IdeaRegisterPart, Part>> = {
  waiting: { order: 'created_at', newest: false, where: sql`state in ('received', 'studied')` },
  studied: { order: 'created_at', newest: false, where: sql`state = 'studied'` },
  decided: {
    order: 'created_at',
    newest: true,
    where: sql`state in ('answered', 'retained', 'initiative', 'aside')`,
  },
  reported: { order: 'reported_at', newest: false, where: sql`reported_at is not null` },
  hidden: { order: 'hidden_at', newest: false, where: sql`hidden_at is not null` },
  all: { order: 'created_at', newest: true, where: sql`state <> 'merged'` },
}

export function registerStore(tx: Tx, small: Small = NONE): RegisterStore {
  const db = open(tx)
  const shown = (part: IdeaRegisterPart) => {
    const { where } = PARTS[part]
    const ideas = db.selectFrom('idea').where(where).where('state', '<>', 'withdrawn')
    return part === 'hidden' || part === 'reported' ? ideas : ideas.where('hidden_at', 'is', null)
  }
  const waiting = () => shown('waiting').where(({ not }) => not(isPending))
  const touched = () =>
    shown('waiting').where('id', 'in', query => query.selectFrom('idea_decision').select('idea_id'))
  /** Pending states, listed for those who decide beside the ideas that have them already. */
  const PENDING = {
    studied: () =>
      touched()
        .where('state', '=', 'received')
        .where(isStudyPending)
        .where(({ not }) => not(isPending)),
    decided: () => touched().where(isPending),
  }

  type Ideas = ReturnType<typeof shown>
  async function counted(ideas: Ideas): Promise<number> {
    const counting = ideas.select(({ fn }) => fn.countAll<number>().as('count'))
    return Number((await counting.executeTakeFirstOrThrow()).count)
  }
  /** The Lab' owes what no Direction does, or none that may be named. */
  const isLabs = sql<boolean>`(due_party = 'lab' or direction is null
    or (unnamed = 1 and direction in (${sql.join(['', ...small])})))`
  const owed = () =>
    shown('waiting')
      .where(({ not }) => not(isPending))
      .where('due_on', 'is not', null)
      .where(isLabs)
  const others = () => waiting().where(({ or, eb, not }) => or([eb('due_on', 'is', null), not(isLabs)]))

  const entriesOf = (rows: readonly IdeaRow[], order: Order) =>
    rows.map(row => ({ idea: ideaOf(row, small), at: row[order] ?? 0 }))

  return {
    held: beginnings => heldWords(tx, 'idea_word', beginnings),
    async entries({ part, axis, direction, workshop, box, beginnings = [] }, limit, after) {
      const { order, newest } = PARTS[part]
      const way = newest ? 'desc' : 'asc'
      const narrowed = (ideas: Ideas) =>
        beginnings
          .reduce((held, beginning) => held.where('id', 'in', holding(tx, beginning)), ideas.selectAll())
          .$if(axis !== undefined, query => query.where('axis', '=', axis ?? ''))
          .$if(direction !== undefined, query => query.where('direction', '=', direction ?? ''))
          .$if(direction !== undefined && small.has(direction), query => query.where('unnamed', '=', 0))
          .$if(workshop !== undefined, query => query.where('workshop_id', '=', workshop ?? ''))
          .$if(box !== undefined, query => query.where('box_id', '=', box ?? ''))
      const read = (ideas: Ideas, most = limit, last: Cursor | undefined = after) =>
        narrowed(ideas)
          .where(({ eb, refTuple, tuple }) => {
            const from: Cursor = last ?? { at: newest ? Number.MAX_SAFE_INTEGER : 0, id: '' }
            return eb(refTuple(order, 'id'), newest ? '<' : '>', tuple(from.at, from.id))
          })
          .orderBy(order, way)
          .orderBy('id', way)
          .limit(most)
          .execute()
      const readOwed = (most: number, last?: Cursor) =>
        narrowed(owed())
          .$if(last !== undefined, query =>
            query.where(({ eb, refTuple, tuple }) =>
              eb(refTuple('due_on', 'id'), '>', tuple(last ? cursorDay(last) : '', last?.id ?? '')),
            ),
          )
          .orderBy('due_on')
          .orderBy('id')
          .limit(most)
          .execute()
      if (part === 'waiting')
        return entriesOf(
          await owedFirst(limit, after, readOwed, (most, last) =>
            read(others(), most, last ?? { at: 0, id: '' }),
          ),
          order,
        )
      if (part !== 'studied' && part !== 'decided') return entriesOf(await read(shown(part)), order)
      const query = part === 'studied' ? waiting().where('state', '=', 'studied') : shown(part)
      const rows = [...(await read(query)), ...(await read(PENDING[part]()))]
      const first = newest ? -1 : 1
      const sorted = rows.toSorted((a, b) => first * (a.created_at - b.created_at || (a.id < b.id ? -1 : 1)))
      return entriesOf(sorted.slice(0, limit), order)
    },
    waitingCount: () => counted(waiting()),
    async studiedCount() {
      const decided = await counted(waiting().where('state', '=', 'studied'))
      return decided + (await counted(PENDING.studied()))
    },
    reportedCount: () => counted(shown('reported')),
  }
}
