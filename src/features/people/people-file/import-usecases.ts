import { rowsOf } from '../../../files/csv-reader.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { withAmounts } from '../../../kernel/access/amounts.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { digestOf } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { FileDifference } from './difference.ts'
import type { DirectionReading } from './direction-suggestion.ts'
import { type FileFault, type FileWrongs, PEOPLE_FILE_PERMISSIONS } from './domain.ts'
import type { PeopleFileUsecases } from './usecases.ts'

type Parts = {
  readonly peopleFile: PeopleFileUsecases
  readonly audit: Audit
  /** Ids of organisers, locked until the transaction ends. */
  readonly organisers: (tx: Tx) => Promise<readonly string[]>
}

/** What a file changes. `checked`: fingerprint of the file and of these changes. */
type CheckedFile = { readonly difference: FileDifference; readonly checked: string }
export type FileOutcome = { readonly faults: readonly FileFault[] } | CheckedFile

export type FileImportUsecases = ReturnType<typeof fileUsecases>

type Readings = readonly DirectionReading[]

/** Canonical text of the changes, independent of the order of rows. */
function textOf({ added, changed, leaving, replaced }: FileDifference, readings: Readings): string {
  return JSON.stringify([
    ...readings.map(({ written, meant }) => [written, meant]),
    added.map(({ entry, person }) => [entry.line, person?.id ?? '']),
    changed.map(({ entry, person, what }) => [entry.line, person?.id ?? '', ...what]),
    leaving.map(({ person, email = '', loses }) => [person?.id ?? email, loses].join()).sort(),
    replaced.map(({ person, by }) => [person.id, by.line].join()).sort(),
  ])
}

function checkedOf(bytes: Uint8Array, difference: FileDifference, readings: Readings): CheckedFile {
  return { difference, checked: digestOf(bytes, textOf(difference, readings)) }
}

/** Import of a people file from a tab: checked first, then applied as checked. */
export function fileUsecases({ peopleFile, audit, organisers }: Parts) {
  return {
    /** Checks the right before the file is uploaded. @throws Refusal `role-needed` */
    mayCheck: async (actor: Actor): Promise<void> => permit(PEOPLE_FILE_PERMISSIONS.checkFile, actor.role),
    mayTake: async (actor: Actor): Promise<void> => permit(PEOPLE_FILE_PERMISSIONS.importFile, actor.role),

    /** The changes, or all faults; writes nothing. @throws Refusal `role-needed` */
    async check(actor: Actor, bytes: Uint8Array, readings: Readings = []): Promise<FileOutcome> {
      permit(PEOPLE_FILE_PERMISSIONS.checkFile, actor.role)
      const outcome = await peopleFile.compare(bytes, readings)
      return 'faults' in outcome ? outcome : checkedOf(bytes, outcome.difference, readings)
    },

    /** All faults of the file, with its rows. @throws Refusal `role-needed` */
    async faults(actor: Actor, bytes: Uint8Array): Promise<FileWrongs> {
      permit(PEOPLE_FILE_PERMISSIONS.checkFile, actor.role)
      const outcome = await peopleFile.compare(bytes)
      return { rows: rowsOf(bytes), faults: 'faults' in outcome ? outcome.faults : [] }
    },

    /**
     * Applies a file, all of it or nothing, if `checked` still matches. Idempotent.
     * @throws Refusal `role-needed`; `file-changed` when the file or its changes differ from what was checked;
     * `organiser-last` when no organiser would be left
     */
    async take(
      actor: Actor,
      bytes: Uint8Array,
      checked: string,
      readings: Readings = [],
    ): Promise<FileOutcome> {
      permit(PEOPLE_FILE_PERMISSIONS.importFile, actor.role)
      const outcome = await peopleFile.apply(bytes, {
        readings,
        by: actor,
        before: difference => {
          if (checkedOf(bytes, difference, readings).checked !== checked) throw new Refusal('file-changed')
        },
        also: async (tx, counts) => {
          if ((await organisers(tx)).length === 0) throw new Refusal('organiser-last')
          await audit(tx, actor, PEOPLE_FILE_PERMISSIONS.importFile.act, withAmounts('people', counts))
        },
      })
      return 'faults' in outcome ? outcome : checkedOf(bytes, outcome.difference, readings)
    },
  }
}
