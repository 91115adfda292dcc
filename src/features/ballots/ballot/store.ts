import type { Selectable, SelectQueryBuilder } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { roomOf, workshopOf } from './audience.ts'
import type { BallotStore } from './context-usecases.ts'
import type { Ballot, Option } from './domain.ts'
import { inRooms, tableVotesIn } from './room-store.ts'
import type { KeptSequel } from './sequel.ts'

type Row = Selectable<Tables['ballot']>
type OptionRow = Selectable<Tables['ballot_option']>
type Ballots = SelectQueryBuilder<Tables, 'ballot', Row>
const MOST_BACK = Number.MAX_SAFE_INTEGER

function optionOf({ id, title, idea_id, axis, votes, voters }: OptionRow): Option {
  const from = { ...(idea_id !== null && { idea: idea_id }), ...(axis !== null && { axis }) }
  return { id, title, votes, voters, ...from }
}

type SequelRow = Pick<Row, 'sequel' | 'sequel_due' | 'sequel_word' | 'sequel_none_at'>
const UNSAID: SequelRow = { sequel: null, sequel_due: null, sequel_word: null, sequel_none_at: null }

function sequelOf({ sequel, sequel_due, sequel_word, sequel_none_at }: SequelRow): Pick<Ballot, 'sequel'> {
  if (sequel === null) return {}
  const kept: KeptSequel = {
    state: sequel,
    ...(sequel_due !== null && { due: sequel_due }),
    ...(sequel_word !== null && { word: sequel_word }),
    ...(sequel_none_at !== null && { noneAt: sequel_none_at }),
  }
  return { sequel: kept }
}

function sequelRow({ state, due, word, noneAt }: KeptSequel): SequelRow {
  const none = { sequel_word: word ?? null, sequel_none_at: noneAt ?? null }
  return { sequel: state, sequel_due: due ?? null, ...none }
}

function ballotOf(row: Row, options: readonly Option[]): Ballot {
  const { closes_at, created_at, opens_at, per_option, concluded_at, secret, audience, ...told } = row
  const { sequel, sequel_due, sequel_word, sequel_none_at, workshop_id: _, room: __, ...same } = told
  const follows = sequelOf({ sequel, sequel_due, sequel_word, sequel_none_at })
  const times = { closesAt: closes_at, createdAt: created_at, opensAt: opens_at ?? undefined }
  const rules = { perOption: per_option, secret: secret === 1, audience: JSON.parse(audience) }
  return {
    ...same,
    ...times,
    ...rules,
    ...follows,
    options,
    ...(concluded_at !== null && { concluded: true }),
  }
}

function rowOf({
  closesAt,
  createdAt,
  opensAt,
  perOption,
  options: _,
  concluded: __,
  sequel: ___,
  ...ballot
}: Ballot): Row {
  const { secret, audience, ...same } = ballot
  const times = { closes_at: closesAt, created_at: createdAt, opens_at: opensAt ?? null, concluded_at: null }
  const rules = { per_option: perOption, secret: secret ? 1 : 0, audience: JSON.stringify(audience) } as const
  const asked = { workshop_id: workshopOf(audience) ?? null, room: roomOf(audience) ?? null }
  return { ...same, ...times, ...rules, ...asked, ...UNSAID }
}

function optionRow(ballot: string, option: Option, position: number): OptionRow {
  const { id, title, idea = null, axis = null, votes, voters } = option
  return { id, ballot_id: ballot, position, title, idea_id: idea, axis, votes, voters }
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

    async retitle(idea, title) {
      const rows = await db
        .updateTable('ballot_option')
        .set({ title })
        .where('idea_id', '=', idea)
        .where('title', '<>', title)
        .returning('ballot_id')
        .execute()
      return rows.map(({ ballot_id }) => ballot_id)
    },

    async endAt(id, closesAt) {
      await db.updateTable('ballot').set({ closes_at: closesAt }).where('id', '=', id).execute()
    },

    async conclude(id, at) {
      await db.deleteFrom('vote_mark').where('ballot_id', '=', id).execute()
      const first = await db
        .updateTable('ballot')
        .set({ concluded_at: at })
        .where('id', '=', id)
        .where('concluded_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      return first !== undefined
    },

    async setSequel(id, sequel) {
      const set = sequel === undefined ? UNSAID : sequelRow(sequel)
      await db.updateTable('ballot').set(set).where('id', '=', id).execute()
    },

    async openAt(id, at) {
      await db.updateTable('ballot').set({ opens_at: at }).where('id', '=', id).execute()
    },

    async waiting(now, limit) {
      const rows = await db
        .selectFrom('ballot')
        .selectAll()
        .where('closes_at', '>', now)
        .where(({ eb, or }) => or([eb('opens_at', 'is', null), eb('opens_at', '>', now)]))
        .orderBy('closes_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return withOptions(rows)
    },

    async running({ now, limit, after, begun = now, rooms }) {
      const rows = await db
        .selectFrom('ballot')
        .selectAll()
        .where(eb => inRooms(eb, rooms))
        .where('closes_at', '>', now)
        // One opened at creation is open whatever the clock of this instance says.
        .where(({ eb, or, ref }) =>
          or([eb('opens_at', '<=', begun), eb('opens_at', '<=', ref('created_at'))]),
        )
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

    lastFor: (audience, { since, until }) =>
      one(
        db
          .selectFrom('ballot')
          .selectAll()
          .where('closes_at', '>', since)
          .where('closes_at', '<=', until)
          .where('audience', '=', JSON.stringify(audience))
          .orderBy('closes_at', 'desc')
          .orderBy('id', 'desc')
          .limit(1),
      ),

    async atWorkshop(workshop, limit) {
      const rows = await db
        .selectFrom('ballot')
        .selectAll()
        .where('workshop_id', '=', workshop)
        .orderBy('closes_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return withOptions(rows.toReversed())
    },

    async ended({ now, since, limit, after, rooms }) {
      const rows = await db
        .selectFrom('ballot')
        .selectAll()
        .where(eb => inRooms(eb, rooms))
        .where('closes_at', '<=', now)
        .where('closes_at', '>', since)
        .whereRef('opens_at', '<=', 'closes_at')
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

    async atTables(workshop, { limit, after = { at: MOST_BACK, id: '' } }) {
      const rows = await db
        .selectFrom('ballot')
        .selectAll()
        .where('workshop_id', '=', workshop)
        .where('room', '<>', '')
        .where(({ eb, refTuple, tuple }) => eb(refTuple('closes_at', 'id'), '<', tuple(after.at, after.id)))
        .orderBy('closes_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return withOptions(rows)
    },

    countAtTables: (workshops, now) => tableVotesIn(tx, workshops, now),
  }
}
