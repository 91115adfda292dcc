import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { InitiativeUsecases } from '../../initiatives/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import { type DecidedRecord, RECORD_PERMISSIONS, type RecordedDecision } from './domain.ts'
import { lessonText, type TrialLesson } from './lesson.ts'
import type { RecordStore, RecordUsecases } from './usecases.ts'

/** One that was re-read, for whoever is outside. `axis`: '' for none. */
export type SaidLesson = {
  readonly axis: string
  readonly text: string
  readonly decision: RecordedDecision['kind']
}

export type LessonStore = {
  readonly of: (trials: readonly string[]) => Promise<ReadonlyMap<string, TrialLesson>>
  /** Nobody else changes it until the transaction ends. */
  readonly lock: (trial: string) => Promise<TrialLesson | undefined>
  /** False when there is one already. */
  readonly add: (lesson: TrialLesson) => Promise<boolean>
  readonly set: (lesson: TrialLesson) => Promise<void>
  /** Those that may leave, of initiatives that everybody sees, the latest first. */
  readonly said: (limit: number) => Promise<readonly SaidLesson[]>
}

type Lesson = { readonly text: string; readonly axis?: string | undefined }

type Parts = {
  readonly store: (tx: Tx) => LessonStore
  readonly records: (tx: Tx) => Pick<RecordStore, 'find' | 'testers'>
  readonly listed: Pick<RecordUsecases, 'decided'>
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly initiatives: Pick<InitiativeUsecases, 'seenOne'>
  readonly programme: Pick<Programme, 'axis' | 'lessons'>
  /** Puts a lesson of the method in the place of another. */
  readonly replace: (tx: Tx, former: Lesson | undefined, next: Lesson | undefined) => Promise<void>
  /** What is proposed to be re-read, in the programme's language. */
  readonly draftOf: (record: DecidedRecord) => string
}

/** A decided trial, and what was re-read of it. `joined`: the method file has it. */
export type RecordToReread = {
  readonly record: DecidedRecord
  readonly lesson?: TrialLesson
  readonly joined: boolean
  /** What stands in the field before anybody re-read it. */
  readonly draft: string
}

export type TrialLessonUsecases = ReturnType<typeof trialLessonUsecases>

/** Names that are looked for among those of who tries it. */
const MOST_NAMES = 100
/** As many as a file of theirs has room for. */
const MOST_SAID = 300

/** What was learnt of decided trials, re-read by a person before it leaves: no code finds a name in a text. */
export function trialLessonUsecases(parts: Parts) {
  const { store, records, listed, transact, read, audit, people, initiatives, programme } = parts
  const { act } = RECORD_PERMISSIONS.reread

  function toReread(record: DecidedRecord, lesson: TrialLesson | undefined): RecordToReread {
    const joined = lesson !== undefined && programme.lessons.some(({ text }) => text === lesson.text)
    return { record, joined, draft: parts.draftOf(record), ...(lesson && { lesson }) }
  }

  /** The method's lesson of a text: about its axis, where the programme still has that. */
  function lessonOf(text: string | undefined, axis: string): Lesson | undefined {
    if (text === undefined || text === '') return undefined
    return programme.axis(axis) ? { text, axis } : { text }
  }

  /** @throws Refusal `gone`, `trial-undecided` */
  async function decidedOne(trial: string): Promise<DecidedRecord> {
    const record = await read(tx => records(tx).find(trial))
    if (!record) throw new Refusal('gone')
    const { decision } = record
    if (!decision) throw new Refusal('trial-undecided')
    return { ...record, decision }
  }

  async function namesOn({ id, initiative }: DecidedRecord, actor: Actor): Promise<readonly string[]> {
    const { ownerName } = await initiatives.seenOne(actor, initiative)
    const ids = await read(tx => records(tx).testers(id, MOST_NAMES))
    return [ownerName, ...(await people.names(ids)).values()]
  }

  return {
    /** A page of decided trials, the latest first, each with what was re-read of it. @throws Refusal `role-needed`, `malformed` */
    async list(actor: Actor, limit: number, after?: string) {
      permit(RECORD_PERMISSIONS.reread, actor.role)
      const { items, ...next } = await listed.decided(actor, limit, after)
      const found = await read(tx => store(tx).of(items.map(({ id }) => id)))
      return { items: items.map(record => toReread(record, found.get(record.id))), ...next }
    },

    /**
     * Keeps what was re-read, and joins it to the method in the place of what stood there; '' takes it out. The same again
     * writes nothing. `turn`: the version that it replaces, 0 for the first.
     * @throws Refusal `role-needed`, `gone`, `idea-hidden`, `trial-undecided`, `too-long`, `trial-lesson-name`, `lessons-full`,
     * `review-changed` when somebody else re-read it meanwhile
     */
    async reread(actor: Actor, trial: string, typed: string, turn: number): Promise<RecordToReread> {
      permit(RECORD_PERMISSIONS.reread, actor.role)
      const record = await decidedOne(trial)
      const text = lessonText(typed, await namesOn(record, actor))
      const lesson = await transact(async tx => {
        const rows = store(tx)
        const next = { trial, text, turn: turn + 1 }
        const isNew = turn === 0 && (await rows.add(next))
        const before = isNew ? undefined : await rows.lock(trial)
        const isSame = before?.text === text
        if (!isNew && !isSame && before?.turn !== turn) throw new Refusal('review-changed')
        // Also where it was taken out of the method by hand since.
        await parts.replace(tx, lessonOf(before?.text, record.axis), lessonOf(text, record.axis))
        if (isSame) return before
        if (!isNew) await rows.set(next)
        await audit(tx, actor, act, inDetail(trial, text === '' ? 'left' : 'joined'))
        return next
      })
      return { ...toReread(record, lesson), joined: text !== '' }
    },

    /** What may leave, for a file that does. */
    said: (): Promise<readonly SaidLesson[]> => read(tx => store(tx).said(MOST_SAID)),
  }
}
