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
  /** Those that nobody decided yet. */
  readonly open: (limit: number) => Promise<readonly TrialRecord[]>
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

/** Trials under way that are gone through, and decided ones, where those of one Direction are looked for. */
const MOST_OPEN = 1_000
const MOST_DECIDED = 200

/** One of all, for a file: where it stands and what was looked at. */
export type ExportedTrial = TrialRecord & {
  readonly stage: ReturnType<typeof stageOf>
  readonly measures: readonly RecordedMeasure[]
}

/** Trials that begin, and that come to their end. */
export type TrialsOfWeek = { readonly begin: readonly TrialRecord[]; readonly end: readonly TrialRecord[] }

/** Stands for the first page of decided ones, after those under way. */
const DECIDED = 'decided'

export type RecordUsecases = ReturnType<typeof recordUsecases>

export function recordUsecases({ store, read, clock, zone }: Parts) {
  const today = () => dateIn(clock.now(), zone)
  const within = (direction: string) => (record: TrialRecord) => record.directions.includes(direction)

  /** Those under way, then page by page those that were decided. */
  async function pageAfter(tx: Tx, limit: number, after: string | undefined) {
    if (after === undefined) return { items: await store(tx).open(MOST_OPEN), next: DECIDED }
    const from = after === DECIDED ? undefined : parseCursor(after)
    return pageOf<TrialRecord>(await store(tx).decided(limit + 1, from), limit)
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
      const here = within(direction)
      const [open, decided] = await read(async tx => [
        await store(tx).open(MOST_OPEN),
        await store(tx).decided(MOST_DECIDED),
      ])
      const goesHere = (record: DecidedRecord) => record.decision.directions.includes(direction)
      const over = decided.filter(record => here(record) || goesHere(record))
      return [...open.filter(here), ...over].slice(0, 20)
    },

    /** Those in any of these Directions that begin, or come to their end, within the seven days from today; late ones too. */
    async thisWeek(directions: readonly string[]): Promise<TrialsOfWeek> {
      if (directions.length === 0) return { begin: [], end: [] }
      const found = await read(tx => store(tx).open(MOST_OPEN))
      const here = found.filter(record => directions.some(direction => within(direction)(record)))
      const last = dateIn(clock.now() + 6 * DAY, zone)
      return {
        begin: here.filter(({ from }) => from >= today() && from <= last),
        end: here.filter(({ from, until }) => from < today() && until <= last),
      }
    },
  }
}
