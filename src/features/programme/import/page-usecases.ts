import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { digestOf } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Logger, silentLogger } from '../../../kernel/monitoring/logger.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { UsageCount } from '../../../kernel/storage/usage-count.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { PlaceCheck, WordsCheck } from '../method/checks.ts'
import { MethodFault, type Wrong } from '../method/fault.ts'
import { parseMethodFile } from '../method/parser.ts'
import { type ProgrammeStore, sayable } from '../method/usecases.ts'
import { methodText } from '../method/writer.ts'
import type { CalendarRules, Programme, ProgrammeContent } from '../programme/domain.ts'
import type { RetentionStore } from '../retention/usecases.ts'
import { differencesOf } from './differences.ts'
import { IMPORT_PERMISSIONS } from './domain.ts'
import { type Comparison, importUsecases, type MethodChange } from './usecases.ts'

/** Checks of a method file by features to the right. */
export type MethodRules = {
  readonly usageCounts: readonly UsageCount[]
  readonly words: WordsCheck
  /** Whether the public holidays of a place are known. */
  readonly placeFault: (calendar: CalendarRules) => Promise<ReturnType<PlaceCheck>>
  /** Non-working days from a time on (milliseconds). */
  readonly closedFrom: (calendar: CalendarRules, now: number) => Promise<(day: string) => boolean>
}

type Parts = MethodRules & {
  readonly programme: Programme
  readonly store: (tx: Tx) => ProgrammeStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly audit: Audit
  readonly log?: Logger
  readonly erasures: (tx: Tx) => Pick<RetentionStore, 'last'>
  /** Puts what is stored in force in this process, as far as that takes no restart. */
  readonly refresh: () => Promise<void>
}

/**
 * `barred`: a change that cannot be made from a page, because something exists under it, or the running server still
 * uses it.
 */
export type PageChange = MethodChange & { readonly barred?: 'standing' | 'running' }
export type Examined = {
  readonly content: ProgrammeContent
  readonly changes: readonly PageChange[]
  /** Fingerprint of the text and of its changes. */
  readonly checked: string
}
export type MethodOutcome = { readonly wrongs: readonly Wrong[] } | Examined

export type PageUsecases = ReturnType<typeof pageUsecases>

const YEAR = 365
/** Limit of erasure counts shown: a week of all kinds and more. */
const ERASED = 60

function barredIn({ changes }: Comparison): readonly PageChange[] {
  return changes.map(change => {
    if (!change.removed || !change.about) return change
    // The running server still lets things be created under it until it restarts.
    return { ...change, barred: change.stands.length > 0 ? ('standing' as const) : ('running' as const) }
  })
}

/** The programme for organisers: shown, checked against a file, and replaced by it. */
export function pageUsecases(parts: Parts) {
  const {
    programme,
    store,
    transact,
    read,
    clock,
    audit,
    words,
    placeFault,
    closedFrom,
    log,
    erasures,
    refresh,
  } = parts

  const importing = (actor: Actor) =>
    importUsecases({
      ...parts,
      audit: (tx, act, thing) => audit(tx, actor, act, thing),
      by: actor.id,
    })

  /** @throws MethodFault */
  async function contentIn(text: string): Promise<ProgrammeContent> {
    let place: CalendarRules | undefined
    const seen: PlaceCheck = calendar => {
      place = calendar
      return undefined
    }
    const first = () => parseMethodFile(text, { words, place: seen })
    try {
      first()
    } catch (error) {
      if (!(error instanceof MethodFault)) throw error
    }
    const fault = place && (await placeFault(place))
    return fault ? parseMethodFile(text, { words, place: () => fault }) : first()
  }

  async function readIn(text: string): Promise<ProgrammeContent | { readonly wrongs: readonly Wrong[] }> {
    try {
      return await contentIn(text)
    } catch (error) {
      if (error instanceof MethodFault) return { wrongs: error.wrongs }
      throw error
    }
  }

  function examined(text: string, content: ProgrammeContent, comparison: Comparison): Examined {
    const changes = barredIn(comparison)
    const said = JSON.stringify(changes.map(({ sentence, stands }) => [sentence, stands.length > 0]))
    return { content, changes, checked: digestOf(new TextEncoder().encode(text), said) }
  }

  async function holidays(): Promise<readonly string[] | undefined> {
    const now = clock.now()
    try {
      const closed = await closedFrom({ ...programme.calendar, closures: [] }, now)
      const days = Array.from({ length: YEAR }, (_, ahead) => dateIn(now + ahead * DAY, programme.zone))
      return days.filter(closed)
    } catch (error) {
      log?.warn({ error }, 'public holidays cannot be read')
      return undefined
    }
  }

  return {
    /** The running programme, and what was imported and waits for the next start. @throws Refusal `role-needed` */
    async whole(actor: Actor) {
      permit(IMPORT_PERMISSIONS.readWhole, actor.role)
      // So that what is in force already is not told as waiting.
      await refresh()
      const [kept, erased] = await read(async tx => [
        await store(tx).current(),
        await erasures(tx).last(ERASED),
      ])
      const said = kept && { ...kept, words: sayable(kept.words, words, silentLogger) }
      const lessons = kept?.lessons ?? programme.lessons
      return {
        programme,
        lessons,
        erased,
        holidays: await holidays(),
        // Lessons take effect at once.
        pending: said ? differencesOf({ ...programme, lessons }, said) : [],
      }
    },

    /** Checks the right before the file is uploaded. @throws Refusal `role-needed` */
    mayExamine: async (actor: Actor): Promise<void> => permit(IMPORT_PERMISSIONS.check, actor.role),
    mayTake: async (actor: Actor): Promise<void> => permit(IMPORT_PERMISSIONS.import, actor.role),

    /** The changes of a file, or all its faults; writes nothing. @throws Refusal `role-needed` */
    async examine(actor: Actor, text: string): Promise<MethodOutcome> {
      permit(IMPORT_PERMISSIONS.check, actor.role)
      const content = await readIn(text)
      if ('wrongs' in content) return content
      return examined(text, content, await importing(actor).compare(content))
    },

    /**
     * Stores the programme if `checked` still matches. What takes effect at once does so; the rest waits for a restart.
     * Idempotent.
     * @throws Refusal `role-needed`; `file-changed` when the text or its changes differ from what was checked;
     * `programme-barred` when it removes an axis or a Direction
     */
    async take(actor: Actor, text: string, checked: string): Promise<MethodOutcome> {
      permit(IMPORT_PERMISSIONS.import, actor.role)
      const content = await readIn(text)
      if ('wrongs' in content) return content
      const done = await importing(actor).replace(content, comparison => {
        const found = examined(text, content, comparison)
        if (found.changes.length === 0) return
        if (found.checked !== checked) throw new Refusal('file-changed')
        if (found.changes.some(({ barred }) => barred)) throw new Refusal('programme-barred')
      })
      await refresh()
      return examined(text, content, done)
    },

    /** The stored programme as a method file. @throws Refusal `role-needed`, `gone` */
    async file(actor: Actor): Promise<{ readonly name: string; readonly text: string }> {
      permit(IMPORT_PERMISSIONS.export, actor.role)
      const content = await transact(async tx => {
        const kept = await store(tx).current()
        if (kept) await audit(tx, actor, IMPORT_PERMISSIONS.export.act, kept.id)
        return kept
      })
      if (!content) throw new Refusal('gone')
      const said = { ...content, words: sayable(content.words, words, log ?? silentLogger) }
      return { name: `${content.id}-${content.version}.yaml`, text: methodText(said) }
    },
  }
}
