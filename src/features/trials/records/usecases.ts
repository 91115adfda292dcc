import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import {
  type DecidedRecord,
  RECORD_PERMISSIONS,
  type RecordedMeasure,
  stageOf,
  type TrialRecord,
} from './domain.ts'

/** Trials whose initiative everybody may read. */
export type RecordStore = {
  /** Those that were decided, the latest first. */
  readonly decided: (limit: number, after?: Cursor) => Promise<readonly DecidedRecord[]>
  /** Those that nobody decided yet, by initiative, from just after `after`. */
  readonly open: (limit: number, after?: string) => Promise<readonly TrialRecord[]>
  /** Those that are planned or run in the Direction, then those decided that were there or go there, the latest first. */
  readonly ofDirection: (direction: string, limit: number) => Promise<readonly TrialRecord[]>
  readonly find: (id: string) => Promise<TrialRecord | undefined>
  /** Ids of those who try it, at most so many. */
  readonly testers: (trial: string, limit: number) => Promise<readonly string[]>
  /** What was looked at in each of these, in order. */
  readonly measures: (trials: readonly string[]) => Promise<readonly RecordedMeasure[]>
}

type Parts = {
  readonly store: (tx: Tx) => RecordStore
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
}

/** Trials under way that are read at once. */
const AT_ONCE = 500
/** Trials of one Direction. */
const MOST_THERE = 20

/** One of all, for a file: where it stands and what was looked at. */
export type ExportedTrial = TrialRecord & {
  readonly stage: ReturnType<typeof stageOf>
  readonly measures: readonly RecordedMeasure[]
}

/** Trials that begin, and that come to their end. */
export type TrialsOfWeek = { readonly begin: readonly TrialRecord[]; readonly end: readonly TrialRecord[] }

/** Stands for the first page of decided ones, after those under way. */
const DECIDED = 'decided'
/** Stands for a page of those under way, after this initiative. */
const OPEN = /^open-(\w{1,80})$/

export type RecordUsecases = ReturnType<typeof recordUsecases>

export function recordUsecases({ store, read, clock, zone }: Parts) {
  const today = () => dateIn(clock.now(), zone)

  /** Those under way, then those that were decided, page by page. */
  async function pageAfter(tx: Tx, limit: number, after = 'open-0') {
    const [, initiative] = OPEN.exec(after) ?? []
    if (initiative !== undefined) {
      const items = await store(tx).open(limit, initiative)
      const last = items.at(-1)
      return { items, next: last && items.length === limit ? `open-${last.initiative}` : DECIDED }
    }
    const from = after === DECIDED ? undefined : parseCursor(after)
    return pageOf<TrialRecord>(await store(tx).decided(limit + 1, from), limit)
  }

  async function allOpen(tx: Tx): Promise<readonly TrialRecord[]> {
    const all: TrialRecord[] = []
    for (;;) {
      const page = await store(tx).open(AT_ONCE, all.at(-1)?.initiative)
      all.push(...page)
      if (page.length < AT_ONCE) return all
    }
  }

  return {
    /** All of them, for a file. `after`: what the page before gave as `next`. */
    async exported(actor: Actor, limit: number, after?: string) {
      permit(RECORD_PERMISSIONS.list, actor.role)
      return read(async tx => {
        const { items, ...next } = await pageAfter(tx, limit, after)
        const looked = await store(tx).measures(items.map(({ id }) => id))
        const measures = Map.groupBy(looked, ({ trial }) => trial)
        const rows = items.map(
          (record): ExportedTrial => ({
            ...record,
            stage: stageOf(record, today()),
            measures: measures.get(record.id) ?? [],
          }),
        )
        return { items: rows, ...next }
      })
    },

    /** `YYYY-MM-DD` in the programme's zone. */
    today,

    /** Decided ones, the latest first. `after`: what the page before gave as `next`. @throws Refusal `malformed` */
    async decided(actor: Actor, limit: number, after?: string) {
      permit(RECORD_PERMISSIONS.list, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      return pageOf(await read(tx => store(tx).decided(limit + 1, from)), limit)
    },

    /** Of one Direction: those that are planned or run there, then those that were decided there or go there, 20 at most. */
    async ofDirection(actor: Actor, direction: string): Promise<readonly TrialRecord[]> {
      permit(RECORD_PERMISSIONS.list, actor.role)
      return read(tx => store(tx).ofDirection(direction, MOST_THERE))
    },

    /** Those in any of these Directions that begin, or come to their end, within the seven days from today; late ones too. */
    async thisWeek(directions: readonly string[]): Promise<TrialsOfWeek> {
      if (directions.length === 0) return { begin: [], end: [] }
      const found = await read(allOpen)
      const here = found.filter(record => record.directions.some(id => directions.includes(id)))
      const last = dateIn(clock.now() + 6 * DAY, zone)
      return {
        begin: here.filter(({ from }) => from >= today() && from <= last),
        end: here.filter(({ from, until }) => from < today() && until <= last),
      }
    },
  }
}
