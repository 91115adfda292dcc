import { open } from '../../../db/index.ts'
import type { MeasuredCount } from '../../../kernel/personal-data/measure.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { stageOf } from '../commitment/domain.ts'
import type { SharedStore } from './usecases.ts'

export function sharedStore(tx: Tx): SharedStore {
  const db = open(tx)
  return {
    async shown({ audience, axis, direction, except }, limit, after) {
      const rows = await db
        .selectFrom('commitment')
        .select(['id', 'person_id', 'direction', 'axis', 'text', 'horizon', 'state', 'notes', 'created_at'])
        .select('reworded_at')
        .where('shown_to', '=', audience)
        .$if(axis !== undefined, query => query.where('axis', '=', axis ?? ''))
        .$if(direction !== undefined, query => query.where('direction', '=', direction ?? ''))
        .$if(except !== undefined, query => query.where('person_id', '!=', except ?? ''))
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ person_id, created_at, direction: where, reworded_at, ...same }) => ({
        ...same,
        ...(reworded_at !== null && { rewordedAt: reworded_at }),
        person: person_id,
        ...(where !== null && { direction: where }),
        at: created_at,
      }))
    },
    async stages(direction, audiences) {
      const rows = await db
        .selectFrom('commitment')
        .select(['axis', 'state'])
        .select(({ fn, case: when, lit }) => [
          when().when('notes', '>', 0).then(lit(1)).else(lit(0)).end().as('noted'),
          fn.countAll<number>().as('count'),
        ])
        .where('direction', '=', direction)
        .where('shown_to', 'in', audiences)
        .groupBy(['axis', 'state', 'noted'])
        .execute()
      const sums = new Map<string, { axis: string; taken: number; underway: number; kept: number }>()
      for (const { axis, state, noted, count } of rows) {
        const sum = sums.get(axis) ?? { axis, taken: 0, underway: 0, kept: 0 }
        const stage = stageOf({ state, notes: noted })
        if (stage !== 'let-go') sum[stage] += Number(count)
        sums.set(axis, sum)
      }
      return [...sums.values()]
    },
    async joined(person, commitments) {
      if (commitments.length === 0) return new Set()
      const rows = await db
        .selectFrom('commitment')
        .select('inspired_by')
        .where('person_id', '=', person)
        .where('inspired_by', 'in', commitments)
        .where('state', '!=', 'let-go')
        .execute()
      return new Set(rows.flatMap(row => row.inspired_by ?? []))
    },
    async sharers(person, direction) {
      const shared = db
        .selectFrom('commitment')
        .select(['axis', 'person_id'])
        .where('person_id', '!=', person)
        .where('state', '!=', 'let-go')
      const near = shared.where('visibility', '=', 'direction').where('direction', '=', direction ?? '')
      // Two indexed reads; « union » also removes duplicates of a person under one axis.
      return db
        .selectFrom(shared.where('visibility', '=', 'everyone').union(near).as('sharer'))
        .select(({ fn }) => ['axis', fn.countAll<number>().as('count')])
        .groupBy('axis')
        .execute()
    },
  }
}

/** People who keep a commitment to themselves, by axis; exact: for the daily snapshot alone. */
export async function unsharedCells(tx: Tx): Promise<readonly MeasuredCount[]> {
  const rows = await open(tx)
    .selectFrom('commitment')
    .select(({ fn }) => ['axis', fn.count<number>('person_id').distinct().as('count')])
    .where('visibility', '=', 'me')
    .where('state', '!=', 'let-go')
    .groupBy('axis')
    .execute()
  return rows.map(({ axis, count }) => ({ direction: '', axis, state: '', count }))
}
