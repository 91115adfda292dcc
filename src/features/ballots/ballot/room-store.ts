import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { RoomScope, TableVotes } from './context-usecases.ts'

type Where = ExpressionBuilder<Tables, 'ballot'>

/** The last to end of the votes of its workshop's tables: where equal, the one with the greater id. */
function isLastOfTables({ not, exists, selectFrom }: Where): Expression<SqlBool> {
  return not(
    exists(
      selectFrom('ballot as later')
        .select('later.id')
        .whereRef('later.workshop_id', '=', 'ballot.workshop_id')
        .where('later.room', '<>', '')
        .where(({ eb, refTuple }) =>
          eb(refTuple('later.closes_at', 'later.id'), '>', refTuple('ballot.closes_at', 'ballot.id')),
        ),
    ),
  )
}

function hasVoted({ exists, selectFrom }: Where, person: string): Expression<SqlBool> {
  return exists(
    selectFrom('vote')
      .select('vote.ballot_id')
      .whereRef('vote.ballot_id', '=', 'ballot.id')
      .where('vote.person_id', '=', person),
  )
}

/** Whether a list has it, by whose room it asks. */
export function inRooms(eb: Where, rooms: RoomScope | undefined): Expression<SqlBool> {
  const { and, or, lit } = eb
  const ordinary = eb('ballot.room', 'is', null)
  if (rooms === undefined) return lit(true)
  if (rooms === 'none') return ordinary
  if (rooms === 'folded') return or([ordinary, eb('ballot.room', '=', ''), isLastOfTables(eb)])
  const { person, present, tables } = rooms
  const at = (workshop: string, room: string) =>
    and([eb('ballot.workshop_id', '=', workshop), eb('ballot.room', '=', room)])
  const whole = and([eb('ballot.workshop_id', 'in', present), eb('ballot.room', '=', '')])
  return or([
    ordinary,
    hasVoted(eb, person),
    ...(present.length > 0 ? [whole] : []),
    ...tables.map(({ workshop, room }) => at(workshop, room)),
  ])
}

export async function tableVotesIn(
  tx: Tx,
  workshops: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, TableVotes>> {
  if (workshops.length === 0) return new Map()
  const rows = await open(tx)
    .selectFrom('ballot')
    .select(({ fn, ref }) => [
      ref('workshop_id').$notNull().as('workshop'),
      fn.countAll<number>().as('count'),
      fn.countAll<number>().filterWhere('closes_at', '>', now).as('open'),
    ])
    .where('workshop_id', 'in', workshops)
    .where('room', '<>', '')
    .groupBy('workshop_id')
    .execute()
  return new Map(
    rows.map(({ workshop, count, open }) => [workshop, { count: Number(count), open: Number(open) }]),
  )
}
