import type { Selectable } from 'kysely'
import { open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { TrialStore } from './context-usecases.ts'
import type { InitiativeTrial, TrialEnding, TrialMeasure, TrialText } from './domain.ts'

type Row = Selectable<Tables['trial']>
type MeasureRow = Selectable<Tables['trial_measure']>

const idsIn = (json: string | null) => JSON.parse(json ?? '[]') as readonly string[]

function endingOf(row: Row): TrialEnding | undefined {
  const { decision, decided_on, decided_at } = row
  if (decision === null || decided_on === null || decided_at === null) return undefined
  return {
    kind: decision,
    on: decided_on,
    why: row.why ?? '',
    learnt: row.learnt ?? '',
    directions: idsIn(row.decided_directions),
    ...(row.decided_by !== null && { by: row.decided_by }),
    at: decided_at,
  }
}

function measureOf({ id, text, better, kind, unit }: MeasureRow): TrialMeasure {
  return kind === 'number' ? { id, text, better, kind, unit } : { id, text, better, kind }
}

function trialOf(row: Row, measures: readonly TrialMeasure[]): InitiativeTrial {
  const ending = endingOf(row)
  return {
    id: row.id,
    initiative: row.idea_id,
    number: row.number,
    hypothesis: { ifWe: row.if_text, expected: row.then_text },
    change: row.change_text,
    directions: idsIn(row.directions),
    site: row.site,
    from: row.from_day,
    until: row.until_day,
    rhythm: row.rhythm,
    measures,
    turn: row.turn,
    at: row.created_at,
    ...(row.planned_by !== null && { plannedBy: row.planned_by }),
    ...(ending && { ending }),
  }
}

function textRow({ hypothesis, change, directions, site, from, until, rhythm }: TrialText) {
  return {
    if_text: hypothesis.ifWe,
    then_text: hypothesis.expected,
    change_text: change,
    directions: JSON.stringify(directions),
    site,
    from_day: from,
    until_day: until,
    rhythm,
  }
}

const UNDECIDED = {
  decision: null,
  why: null,
  learnt: null,
  decided_directions: null,
  decided_by: null,
  decided_on: null,
  decided_at: null,
}

export function trialStore(tx: Tx): TrialStore {
  const db = open(tx)
  const all = () => db.selectFrom('trial').selectAll()

  async function withMeasures(rows: readonly Row[]): Promise<readonly InitiativeTrial[]> {
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const measures = await db
      .selectFrom('trial_measure')
      .selectAll()
      .where('trial_id', 'in', ids)
      .orderBy('trial_id')
      .orderBy('position')
      .execute()
    return rows.map(row =>
      trialOf(row, measures.filter(({ trial_id }) => trial_id === row.id).map(measureOf)),
    )
  }
  const first = async (rows: readonly Row[]) => (await withMeasures(rows))[0]

  /** Those that stay keep their rows, and so what was typed of them. */
  async function putMeasures(trial: string, measures: readonly TrialMeasure[]): Promise<void> {
    const kept = measures.map(({ id }) => id)
    await db.deleteFrom('trial_measure').where('trial_id', '=', trial).where('id', 'not in', kept).execute()
    const rows = measures.map((each, position) => ({
      id: each.id,
      trial_id: trial,
      position,
      kind: each.kind,
      text: each.text,
      unit: each.kind === 'number' ? each.unit : '',
      better: each.better,
    }))
    await db
      .insertInto('trial_measure')
      .values(rows)
      .onConflict(on =>
        on.column('id').doUpdateSet(({ ref }) => ({
          position: ref('excluded.position'),
          text: ref('excluded.text'),
          unit: ref('excluded.unit'),
          better: ref('excluded.better'),
        })),
      )
      .execute()
  }

  return {
    async add(trial) {
      const { id, initiative, number, turn, at, plannedBy = null } = trial
      await db
        .insertInto('trial')
        .values({
          ...textRow(trial),
          ...UNDECIDED,
          id,
          idea_id: initiative,
          number,
          turn,
          created_at: at,
          planned_by: plannedBy,
        })
        .execute()
      await putMeasures(id, trial.measures)
    },

    find: async id => first(await all().where('id', '=', id).execute()),

    some: async ids => (ids.length === 0 ? [] : withMeasures(await all().where('id', 'in', ids).execute())),

    current: async initiative =>
      first(await all().where('idea_id', '=', initiative).where('decided_at', 'is', null).execute()),

    latest: async (initiative, limit) =>
      withMeasures(
        await all().where('idea_id', '=', initiative).orderBy('number', 'desc').limit(limit).execute(),
      ),

    async change(trial) {
      const { id, turn, measures } = trial
      await db
        .updateTable('trial')
        .set({ ...textRow(trial), turn })
        .where('id', '=', id)
        .execute()
      await putMeasures(id, measures)
    },

    async remove(id) {
      // Its notes stay, as comments of the idea. All else of it goes with its row.
      await db.updateTable('idea_comment').set({ trial_id: null }).where('trial_id', '=', id).execute()
      await db.deleteFrom('trial').where('id', '=', id).execute()
    },
  }
}
