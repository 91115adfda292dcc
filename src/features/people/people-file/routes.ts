import { type TableCell, tableText } from '../../../files/csv-writer.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { type ApiRoute, Download } from '../../../kernel/requests/route.ts'
import type { Language } from '../../../kernel/text/language.ts'
import {
  FILE_BODY,
  type FileChangeView,
  type FileCheckView,
  type FileKindView,
  type FileNewView,
  type FileSeatView,
  faultFileInput,
  fileImportInput,
  fileInput,
} from '../../../tabs/contract/people/file.ts'
import type { ListedRole } from '../person/domain.ts'
import type { Added, Changed } from './difference.ts'
import type { FileWrongs } from './domain.ts'
import { faultGroups } from './fault-groups.ts'
import type { FileImportUsecases, FileOutcome } from './import-usecases.ts'

/** Limit of changes of each kind that are listed one by one. */
const LISTED = 100

function kindOf<T, V>(all: readonly T[], viewOf: (one: T) => V): FileKindView<V> {
  return { count: all.length, first: all.slice(0, LISTED).map(viewOf) }
}

function seatView({ role, deputy, leads, direction }: ListedRole): FileSeatView {
  return { role, leads, ...(deputy && { deputy }), ...(direction !== undefined && { direction }) }
}

function newView({ entry, person }: Added): FileNewView {
  return { ...seatView(entry), line: entry.line, name: entry.name, ...(person && { known: true }) }
}

function changeView({ entry, person, before, what }: Changed): FileChangeView {
  return {
    ...newView({ entry, ...(person && { person }) }),
    what,
    before: { ...seatView(before), name: before.name },
  }
}

function viewOf(outcome: FileOutcome): FileCheckView {
  if ('faults' in outcome) {
    const texts = (details: Readonly<Record<string, string | number>>) =>
      Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]))
    const groups = kindOf(faultGroups(outcome.faults), group => ({ ...group, details: texts(group.details) }))
    return { faults: { ...groups, lines: outcome.faults.length } }
  }
  const { added, changed, leaving, replaced, kept, same } = outcome.difference
  return {
    checked: outcome.checked,
    added: kindOf(added, newView),
    changed: kindOf(changed, changeView),
    leaving: kindOf(leaving, ({ name, person, loses }) => ({
      name,
      ...(person && { seat: seatView(person) }),
      ...(loses && { loses }),
    })),
    replaced: kindOf(replaced, ({ person, by }) => ({
      line: by.line,
      name: person.name,
      seat: seatView(person),
      by: by.name,
    })),
    kept: kindOf(kept, ({ person, entry }) => ({
      line: entry.line,
      name: person.name,
      seat: seatView(person),
      by: entry.name,
    })),
    same,
  }
}

/** The raw bytes: the reader detects their encoding. */
const bytesOf = (file: string) => new Uint8Array(Buffer.from(file, 'base64'))

type TableRow = readonly TableCell[]
type Parts = {
  readonly files: FileImportUsecases
  /** Faults as a table in that language, with its file name. */
  readonly faultTable: (language: Language, wrong: FileWrongs) => { name: string; rows: readonly TableRow[] }
}

export function fileRoutes({ files, faultTable }: Parts): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/people/file/check',
      large: { most: FILE_BODY, ask: ({ actor }) => files.mayCheck(actor) },
      run: async ({ actor, body }): Promise<FileCheckView> => {
        const { file, readings } = parse(fileInput, body)
        return viewOf(await files.check(actor, bytesOf(file), readings))
      },
    },
    {
      method: 'post',
      path: '/people/file/faults',
      large: { most: FILE_BODY, ask: ({ actor }) => files.mayCheck(actor) },
      run: async ({ actor, body }) => {
        const wrong = await files.faults(actor, bytesOf(parse(faultFileInput, body).file))
        const { name, rows } = faultTable(actor.language, wrong)
        return new Download('text/csv; charset=utf-8', `${name}.csv`, tableText(rows))
      },
    },
    {
      method: 'post',
      path: '/people/file/import',
      large: { most: FILE_BODY, ask: ({ actor }) => files.mayTake(actor) },
      run: async ({ actor, body }): Promise<FileCheckView> => {
        const { file, checked, readings } = parse(fileImportInput, body)
        return viewOf(await files.take(actor, bytesOf(file), checked, readings))
      },
    },
  ]
}
