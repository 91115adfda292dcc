import type { ExpressionBuilder, Selectable, SelectQueryBuilder } from 'kysely'
import { lockRow, open, type Tables } from '../../db/index.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Ballot, Option } from './domain.ts'
import type { BallotStore } from './ground-usecases.ts'

type Row = Selectable<Tables['ballot']>
type OptionRow = Selectable<Tables['ballot_option']>
type Ballots = SelectQueryBuilder<Tables, 'ballot', Row>

/** Votes of one person that may wait for their Direction. */
const MANY = 500

function optionOf({ id, title, idea_id, axis, votes }: OptionRow): Option {
  return { id, title, votes, ...(idea_id !== null && { idea: idea_id }), ...(axis !== null && { axis }) }
}

function ballotOf(row: Row, options: readonly Option[]): Ballot {
  const { closes_at, created_at, concluded_at: _, ...same } = row
  return { ...same, closesAt: closes_at, createdAt: created_at, options }
}

function rowOf({ closesAt, createdAt, options: _, ...same }: Ballot): Row {
  const times = { closes_at: closesAt, created_at: createdAt, concluded_at: null }
  return { ...same, ...times }
}

function optionRow(ballot: string, option: Option, position: number): OptionRow {
  const { id, title, idea = null, axis = null, votes } = option
  return { id, ballot_id: ballot, position, title, idea_id: idea, axis, votes }
}

function votesOf(eb: ExpressionBuilder<Tables, 'ballot_option'>) {
  const votes = eb.selectFrom('vote').select(({ fn }) => fn.countAll<number>().as('votes'))
  return votes
    .whereRef('vote.ballot_id', '=', 'ballot_option.ballot_id')
    .whereRef('vote.option_id', '=', 'ballot_option.id')
}

export function ballotStore(tx: Tx): BallotStore {
  const db = open(tx)
  const byId = (id: string) => db.selectFrom('ballot').selectAll().where('id', '=', id)

  async function withOptions(rows: readonly Row[]): Promise<readonly Ballot[]> {
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const query = db.selectFrom('ballot_option').selectAll().where('ballot_id', 'in', ids)
    const options = Map.groupBy(await query.orderBy('position').execute(), ({ ballot_id }) => ballot_id)
    return rows.map(row => ballotOf(row, (options.get(row.id) ?? []).map(optionOf)))
  }

  async function one(query: Ballots): Promise<Ballot | undefined> {
    const row = await query.executeTakeFirst()
    return row && (await withOptions([row]))[0]
  }

  return {
    async add(ballot) {
      await db.insertInto('ballot').values(rowOf(ballot)).execute()
      const options = ballot.options.map((option, position) => optionRow(ballot.id, option, position))
      await db.insertInto('ballot_option').values(options).execute()
    },

    find: id => one(byId(id)),

    lock: id => one(lockRow(tx, byId(id))),

    async endAt(id, closesAt) {
      await db.updateTable('ballot').set({ closes_at: closesAt }).where('id', '=', id).execute()
    },

    async conclude(id, at) {
      const first = await db
        .updateTable('ballot')
        .set({ concluded_at: at })
        .where('id', '=', id)
        .where('concluded_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      return first !== undefined
    },

    async choices(person, ballots) {
      if (ballots.length === 0) return new Map()
      const mine = db
        .selectFrom('vote')
        .select(['ballot_id', 'option_id', 'direction'])
        .where('person_id', '=', person)
      const rows = await mine.where('ballot_id', 'in', ballots).execute()
      const choice = ({ option_id, direction }: (typeof rows)[number]) => ({
        option: option_id,
        direction: direction ?? undefined,
      })
      return new Map(rows.map(row => [row.ballot_id, choice(row)]))
    },

    async putVote({ ballot, person, option, direction = null, at }) {
      const vote = { option_id: option, direction, voted_at: at }
      await db
        .insertInto('vote')
        .values({ ballot_id: ballot, person_id: person, ...vote })
        .onConflict(on => on.columns(['ballot_id', 'person_id']).doUpdateSet(vote))
        .execute()
    },

    async unplaced(person, now) {
      const rows = await db
        .selectFrom('vote')
        .innerJoin('ballot', 'ballot.id', 'vote.ballot_id')
        .select('ballot_id')
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .where('closes_at', '>', now)
        .limit(MANY)
        .execute()
      return rows.map(row => row.ballot_id)
    },

    async place(id, person, direction) {
      await db
        .updateTable('vote')
        .set({ direction })
        .where('ballot_id', '=', id)
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .execute()
    },

    async recount(id) {
      await db
        .updateTable('ballot_option')
        .set(eb => ({ votes: votesOf(eb) }))
        .where('ballot_id', '=', id)
        .execute()
      const { votes } = await db
        .selectFrom('vote')
        .select(({ fn }) => fn.countAll<number>().as('votes'))
        .where('ballot_id', '=', id)
        .executeTakeFirstOrThrow()
      await db.updateTable('ballot').set({ votes }).where('id', '=', id).execute()
    },

    async directions(id, from) {
      const rows = await db
        .selectFrom('vote')
        .select('option_id')
        .where('ballot_id', '=', id)
        .where('direction', 'is not', null)
        .groupBy(['option_id', 'direction'])
        .having(({ fn }) => fn.countAll(), '>=', from)
        .execute()
      const counts = new Map<string, number>()
      for (const { option_id } of rows) counts.set(option_id, (counts.get(option_id) ?? 0) + 1)
      return counts
    },

    async running({ now, limit, after }) {
      const rows = await db
        .selectFrom('ballot')
        .selectAll()
        .where('closes_at', '>', now)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('closes_at', 'id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('closes_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return withOptions(rows)
    },

    async ended({ now, since, limit, after }) {
      const rows = await db
        .selectFrom('ballot')
        .selectAll()
        .where('closes_at', '<=', now)
        .where('closes_at', '>', since)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('closes_at', 'id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('closes_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return withOptions(rows)
    },
  }
}
