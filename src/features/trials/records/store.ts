import { type SqlBool, sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { DecidedRecord, RecordedDecision, RecordedMeasure, TrialRecord } from './domain.ts'
import type { RecordStore } from './usecases.ts'

const idsIn = (json: string | null) => JSON.parse(json ?? '[]') as readonly string[]

/** Trials whose initiative everybody may read. */
function shown(tx: Tx) {
  return open(tx)
    .selectFrom('trial')
    .innerJoin('idea', 'idea.id', 'trial.idea_id')
    .innerJoin('initiative', 'initiative.idea_id', 'trial.idea_id')
    .where('idea.state', '=', sql.lit<'initiative'>('initiative'))
    .where('idea.hidden_at', 'is', null)
}

function rowsOf(tx: Tx) {
  return shown(tx).select(({ selectFrom, fn }) => [
    'trial.id',
    'trial.idea_id',
    'initiative.title',
    'idea.axis',
    'trial.number',
    'trial.if_text',
    'trial.then_text',
    'trial.directions',
    'trial.site',
    'trial.from_day',
    'trial.until_day',
    'trial.created_at',
    'trial.decision',
    'trial.decided_on',
    'trial.why',
    'trial.learnt',
    'trial.decided_directions',
    'trial.decided_at',
    selectFrom('trial_tester')
      .select(fn.countAll<number>().as('count'))
      .whereRef('trial_tester.trial_id', '=', 'trial.id')
      .as('testers'),
  ])
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

function decisionOf(row: Row): RecordedDecision | undefined {
  const { decision, decided_on, why, learnt, decided_directions } = row
  if (decision === null) return undefined
  const directions = idsIn(decided_directions)
  return { kind: decision, on: decided_on ?? '', why: why ?? '', learnt: learnt ?? '', directions }
}

function recordOf(row: Row): TrialRecord {
  const decision = decisionOf(row)
  return {
    id: row.id,
    initiative: row.idea_id,
    title: row.title,
    axis: row.axis ?? '',
    number: row.number,
    hypothesis: { ifWe: row.if_text, expected: row.then_text },
    directions: idsIn(row.directions),
    site: row.site,
    from: row.from_day,
    until: row.until_day,
    testers: Number(row.testers ?? 0),
    ...(decision && { decision }),
    at: row.decided_at ?? row.created_at,
  }
}

/** Whether a list of ids, kept as JSON, has this one. */
function naming(id: string) {
  const text = `%${JSON.stringify(id).replaceAll(/[\\%_]/g, '\\$&')}%`
  return (column: 'trial.directions' | 'trial.decided_directions') =>
    sql<SqlBool>`${sql.ref(column)} like ${text} escape '\\'`
}

const isDecided = (record: TrialRecord): record is DecidedRecord => record.decision !== undefined

export function recordStore(tx: Tx): RecordStore {
  const db = open(tx)
  return {
    async decided(limit, after) {
      const rows = await rowsOf(tx)
        .where('trial.decided_at', 'is not', null)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('trial.decided_at', 'trial.id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('trial.decided_at', 'desc')
        .orderBy('trial.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(recordOf).filter(isDecided)
    },

    async open(limit, after = '') {
      const rows = await rowsOf(tx)
        .where('trial.decided_at', 'is', null)
        .where('trial.idea_id', '>', after)
        .orderBy('trial.idea_id')
        .limit(limit)
        .execute()
      return rows.map(recordOf)
    },

    async ofDirection(direction, limit) {
      const named = naming(direction)
      const under = rowsOf(tx).where('trial.decided_at', 'is', null)
      const running = await under
        .where(named('trial.directions'))
        .orderBy('trial.idea_id')
        .limit(limit)
        .execute()
      const over = rowsOf(tx).where('trial.decided_at', 'is not', null)
      const decided = await over
        .where(({ or }) => or([named('trial.directions'), named('trial.decided_directions')]))
        .orderBy('trial.decided_at', 'desc')
        .orderBy('trial.id', 'desc')
        .limit(limit)
        .execute()
      return [...running, ...decided].slice(0, limit).map(recordOf)
    },

    async find(id) {
      const row = await rowsOf(tx).where('trial.id', '=', id).executeTakeFirst()
      return row && recordOf(row)
    },

    async testers(trial, limit) {
      const rows = await db
        .selectFrom('trial_tester')
        .select('person_id')
        .where('trial_id', '=', trial)
        .orderBy('joined_at')
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(({ person_id }) => person_id)
    },

    async measures(trials) {
      if (trials.length === 0) return []
      const rows = await db
        .selectFrom('trial_measure')
        .select(['id', 'trial_id', 'text', 'unit'])
        .where('trial_id', 'in', trials)
        .orderBy('trial_id')
        .orderBy('position')
        .execute()
      const found: RecordedMeasure[] = []
      for (const { id, trial_id: trial, text, unit } of rows)
        found.push({ trial, text, unit, ...(await valuesOf(tx, trial, id)) })
      return found
    },
  }
}

/** What was typed of a measure, or said of a question in halves, at the start and last. */
async function valuesOf(
  tx: Tx,
  trial: string,
  measure: string,
): Promise<Pick<RecordedMeasure, 'start' | 'last'>> {
  const db = open(tx)
  const typed = await db
    .selectFrom('trial_reading')
    .select(['value', 'start'])
    .where('measure_id', '=', measure)
    .orderBy('start', 'desc')
    .orderBy('day')
    .execute()
  const said = await db
    .selectFrom('trial_round')
    .innerJoin('trial_result', 'trial_result.round_id', 'trial_round.id')
    .select(['trial_result.said', 'trial_round.number'])
    .where('trial_round.trial_id', '=', trial)
    .where('trial_result.measure_id', '=', measure)
    .orderBy('trial_round.number')
    .execute()
  const values = [
    ...typed.map(({ value, start }) => ({ value, isStart: start === 1 })),
    ...said.map(({ said: halves, number }) => ({ value: halves / 2, isStart: number === 0 })),
  ]
  const start = values.find(({ isStart }) => isStart)?.value
  const last = values.findLast(({ isStart }) => !isStart)?.value
  return { ...(start !== undefined && { start }), ...(last !== undefined && { last }) }
}
