import { readTable } from '../../../files/csv-reader.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { digestOf } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { FileDifference } from './difference.ts'
import { type FileFault, type FileWrongs, PEOPLE_FILE_PERMISSIONS } from './domain.ts'
import type { PeopleFileUsecases } from './usecases.ts'

type Parts = {
  readonly peopleFile: PeopleFileUsecases
  readonly audit: Audit
  /** Organisers as the transaction sees them, held until it ends. */
  readonly organisers: (tx: Tx) => Promise<readonly string[]>
}

/** What a file changes. `checked` stands for these very bytes, and for all that they change now. */
type CheckedFile = { readonly difference: FileDifference; readonly checked: string }
export type FileOutcome = { readonly faults: readonly FileFault[] } | CheckedFile

export type FileImportUsecases = ReturnType<typeof fileUsecases>

/** The same text for the same changes, in whatever order the database tells of who leaves. */
function textOf({ added, changed, leaving, replaced }: FileDifference): string {
  return JSON.stringify([
    added.map(({ entry, person }) => [entry.line, person?.id ?? '']),
    changed.map(({ entry, person, what }) => [entry.line, person?.id ?? '', ...what]),
    leaving.map(({ person, email = '', loses }) => [person?.id ?? email, loses].join()).sort(),
    replaced.map(({ person, by }) => [person.id, by.line].join()).sort(),
  ])
}

function checkedOf(bytes: Uint8Array, difference: FileDifference): CheckedFile {
  return { difference, checked: digestOf(bytes, textOf(difference)) }
}

/** The people file taken in from a page: looked at first, then written as it was seen. */
export function fileUsecases({ peopleFile, audit, organisers }: Parts) {
  return {
    /** Whether they may, before the file is there. @throws Refusal `role-needed` */
    mayCheck: async (actor: Actor): Promise<void> => permit(PEOPLE_FILE_PERMISSIONS.checkFile, actor.role),
    mayTake: async (actor: Actor): Promise<void> => permit(PEOPLE_FILE_PERMISSIONS.importFile, actor.role),

    /** What the file would change, or all that is wrong in it; writes nothing. @throws Refusal `role-needed` */
    async check(actor: Actor, bytes: Uint8Array): Promise<FileOutcome> {
      permit(PEOPLE_FILE_PERMISSIONS.checkFile, actor.role)
      const outcome = await peopleFile.compare(bytes)
      return 'faults' in outcome ? outcome : checkedOf(bytes, outcome.difference)
    },

    /** All that is wrong in the file, beside its rows. @throws Refusal `role-needed` */
    async faults(actor: Actor, bytes: Uint8Array): Promise<FileWrongs> {
      permit(PEOPLE_FILE_PERMISSIONS.checkFile, actor.role)
      const outcome = await peopleFile.compare(bytes)
      const table = readTable(bytes)
      return {
        rows: 'rows' in table ? table.rows : [],
        faults: 'faults' in outcome ? outcome.faults : [],
      }
    },

    /**
     * Writes the file that `checked` was said of, all of it or nothing. Sent twice it changes nothing more.
     * @throws Refusal `role-needed`; `file-changed` when it is another file, or changes something else by now;
     * `organiser-last` when nobody would organise any more
     */
    async take(actor: Actor, bytes: Uint8Array, checked: string): Promise<FileOutcome> {
      permit(PEOPLE_FILE_PERMISSIONS.importFile, actor.role)
      const table = readTable(bytes)
      const rows = 'rows' in table ? Math.max(0, table.rows.length - 1) : 0
      const outcome = await peopleFile.apply(bytes, {
        by: actor,
        before: difference => {
          if (checkedOf(bytes, difference).checked !== checked) throw new Refusal('file-changed')
        },
        also: async tx => {
          if ((await organisers(tx)).length === 0) throw new Refusal('organiser-last')
          await audit(tx, actor, PEOPLE_FILE_PERMISSIONS.importFile.act, inDetail('people', rows))
        },
      })
      return 'faults' in outcome ? outcome : checkedOf(bytes, outcome.difference)
    },
  }
}
