import { type Kysely, sql } from 'kysely'
import { open, type Tables } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import { DAY } from '../../kernel/time/clock.ts'
import { type ChecklistVote, type Mark, STEPS, type WorkshopProgress } from './domain.ts'
import type { ChecklistStore, WeekPage } from './usecases.ts'

/** Votes of a workshop close about its day (ms); and how many of them are listed. */
const AROUND = { before: 30 * DAY, after: 90 * DAY } as const
const VOTES = 20

type Row = Awaited<ReturnType<ReturnType<typeof progressOf>['execute']>>[number]

/** Each subquery is read by the key of its table. */
function progressOf(db: Kysely<Tables>) {
  return db
    .selectFrom('workshop')
    .leftJoin('workshop_summary as summary', 'summary.workshop_id', 'workshop.id')
    .leftJoin('table_draw as draw', 'draw.workshop_id', 'workshop.id')
    .select(['workshop.id', 'title', 'state', 'series', 'starts_at', 'ends_at', 'place', 'capacity'])
    .select(['seats_taken', 'created_at', 'summary.written_at', 'draw.tables', 'draw.shown_at'])
    .select(({ selectFrom }) => [
      selectFrom('workshop_facilitator as led')
        .select(({ fn }) => fn.count<number>('led.table_no').distinct().as('count'))
        .whereRef('led.workshop_id', '=', 'workshop.id')
        .as('led'),
    ])
}

type Announced = { readonly channels: number; readonly posted: number; readonly lost: number }
const NOWHERE: Announced = { channels: 0, posted: 0, lost: 0 }

function progressIn(row: Row, announced: Announced): WorkshopProgress {
  const { id, title, state, series, starts_at: startsAt, ends_at: endsAt, place, capacity } = row
  const { seats_taken: seats, written_at, tables, shown_at, led } = row
  const drawn = { tables: tables ?? 0, led: Number(led ?? 0), shown: shown_at !== null }
  const times = { id, title, state, series, startsAt, endsAt, place, capacity, seats }
  return { ...times, ...announced, ...drawn, ...(written_at !== null && { summaryAt: written_at }) }
}

/** Under which name it was announced: a day with its series. */
const thingOf = ({ id, series }: Row) =>
  series === '' ? ({ thing: 'workshop', id } as const) : ({ thing: 'series', id: series } as const)

/** What became of the announcements of `rows`, by the id of what was announced. */
async function announcedOf(
  db: Kysely<Tables>,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Announced>> {
  if (rows.length === 0) return new Map()
  const found = await db
    .selectFrom('announced')
    .select(['id', 'state'])
    .where('thing', 'in', ['workshop', 'series'])
    .where('id', 'in', [...new Set(rows.map(row => thingOf(row).id))])
    .execute()
  const count = (states: typeof found) => ({
    channels: states.filter(({ state }) => state !== 'dropped').length,
    posted: states.filter(({ state }) => state === 'sent').length,
    lost: states.filter(({ state }) => state === 'refused' || state === 'dead').length,
  })
  return new Map([...Map.groupBy(found, ({ id }) => id)].map(([id, states]) => [id, count(states)]))
}

async function progressWith(db: Kysely<Tables>, rows: readonly Row[]): Promise<readonly WorkshopProgress[]> {
  const announced = await announcedOf(db, rows)
  return rows.map(row => progressIn(row, announced.get(thingOf(row).id) ?? NOWHERE))
}

async function ideasAt(db: Kysely<Tables>, workshop: string) {
  const { ideas, unanswered } = await db
    .selectFrom('idea')
    .select(({ fn }) => fn.countAll<number>().as('ideas'))
    // Both as the register counts them.
    .select(
      sql<
        number | null
      >`sum(case when state in ('received', 'studied') and not exists (select 1 from idea_decision
        where idea_decision.idea_id = idea.id and idea_decision.step <> 'studied') then 1 else 0 end)`.as(
        'unanswered',
      ),
    )
    .where('workshop_id', '=', workshop)
    .where('state', 'not in', ['withdrawn', 'merged'])
    .where('hidden_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { ideas: Number(ideas), unanswered: Number(unanswered ?? 0) }
}

async function votesOf(db: Kysely<Tables>, row: Row, now: number): Promise<readonly ChecklistVote[]> {
  // As audiences are written: of who has a seat or sits at one of its tables, and of who is in the room.
  const written = JSON.stringify({ kind: 'workshop', workshop: row.id }).slice(0, -1)
  const present = JSON.stringify({ kind: 'present', workshop: row.id })
  const found = await db
    .selectFrom('ballot')
    .select(['id', 'question', 'closes_at'])
    .where('closes_at', '>=', row.starts_at - AROUND.before)
    .where('closes_at', '<', row.ends_at + AROUND.after)
    .where('opens_at', 'is not', null)
    .where(({ eb, or }) => or([eb('audience', 'like', `${written}%`), eb('audience', '=', present)]))
    .orderBy('closes_at')
    .orderBy('id')
    .limit(VOTES)
    .execute()
  return found.map(({ id, question, closes_at }) => ({ id, question, open: closes_at > now }))
}

/** By the message of the day before, or by what the Lab' wrote to those who have a seat. */
async function isReminded(db: Kysely<Tables>, row: Row, reasons: readonly string[]): Promise<boolean> {
  const written = await db
    .selectFrom('broadcast')
    .select('id')
    .where('created_at', '>=', row.created_at)
    .where('audience', '=', JSON.stringify({ kind: 'workshop', workshop: row.id }))
    .where('started_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (written || reasons.length === 0) return written !== undefined
  const sent = await db
    .selectFrom('registration')
    .innerJoin('message', 'message.person_id', 'registration.person_id')
    .select('message.id')
    .where('registration.workshop_id', '=', row.id)
    .where('registration.answer', '=', 'yes')
    .where('message.reason', 'in', reasons)
    .where('message.state', '=', 'sent')
    .limit(1)
    .executeTakeFirst()
  return sent !== undefined
}

async function countPresent(db: Kysely<Tables>, workshop: string): Promise<number> {
  const { count } = await db
    .selectFrom('attendance')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workshop_id', '=', workshop)
    .executeTakeFirstOrThrow()
  return Number(count)
}

function weekOf(db: Kysely<Tables>, { from, until, now, limit, after }: WeekPage) {
  const found = progressOf(db)
    .where('workshop.state', '=', 'announced')
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .where(({ or, eb }) => or([eb('ends_at', '>', now), eb('summary.written_at', 'is', null)]))
    .orderBy('starts_at')
    .orderBy('workshop.id')
    .limit(limit)
  if (!after) return found
  return found.where(({ or, and, eb }) =>
    or([
      eb('starts_at', '>', after.at),
      and([eb('starts_at', '=', after.at), eb('workshop.id', '>', after.id)]),
    ]),
  )
}

/** Reads the rows that tell what is done of a workshop, whichever feature writes them; its own are the marks alone. */
export function checklistStore(tx: Tx): ChecklistStore {
  const db = open(tx)
  return {
    async startOf(id) {
      const row = await db.selectFrom('workshop').select('starts_at').where('id', '=', id).executeTakeFirst()
      return row?.starts_at
    },

    async facts(id, reasons, now) {
      const row = await progressOf(db).where('workshop.id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const [progress] = await progressWith(db, [row])
      const reminded = await isReminded(db, row, reasons)
      const present = await countPresent(db, id)
      const counts = await ideasAt(db, id)
      const votes = await votesOf(db, row, now)
      return progress && { ...progress, ...counts, reminded, present, votes }
    },

    week: async page => progressWith(db, await weekOf(db, page).execute()),

    async marks(workshops) {
      const rows = await db
        .selectFrom('checklist_mark')
        .select(['workshop_id', 'step'])
        .where('workshop_id', 'in', ['', ...workshops])
        .execute()
      return rows.flatMap(({ workshop_id, step }): Mark[] => {
        const known = STEPS.find(each => each === step)
        return known ? [{ workshop: workshop_id, step: known }] : []
      })
    },

    async mark({ workshop, step }, at) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('checklist_mark')
        .values({ workshop_id: workshop, step, marked_at: at })
        .onConflict(conflict => conflict.columns(['workshop_id', 'step']).doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },

    async unmark({ workshop, step }) {
      const { numDeletedRows } = await db
        .deleteFrom('checklist_mark')
        .where('workshop_id', '=', workshop)
        .where('step', '=', step)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },
  }
}
