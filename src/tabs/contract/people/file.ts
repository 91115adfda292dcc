import { z } from 'zod'
import type { Role } from '../../../kernel/access/role.ts'

/** Bytes of a people file that a page may send: 10,000 people and more. Larger ones go by the command. */
export const FILE_MOST = 3_000_000
/** Bytes of the request that carries it, as base64 within JSON. */
export const FILE_BODY = 4_200_000

const file = z
  .string()
  .max(FILE_BODY)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
/** What unknown Directions are read as: each spelling, as a fault tells it, and the id of a Direction. */
const readings = z
  .array(z.strictObject({ written: z.string().max(60), meant: z.string().max(60) }))
  .max(50)
  .optional()
/** POST /people/file/check → FileCheckView. The file's own bytes, in whatever encoding they are. For organisers. */
export const fileInput = z.object({ file, readings })

/**
 * POST /people/file/faults → the file itself, to be sent back: its own columns after one that says what is wrong, the lines
 * with a fault first. Once it is corrected, the import takes it as it is.
 */
export const faultFileInput = z.object({ file })

/** POST /people/file/import → FileCheckView, of what was written. `checked`: what the check of this file and these `readings` answered. */
export const fileImportInput = z.object({ file, readings, checked: z.string().regex(/^[\w-]{43}$/) })

/** A role as the file says it: ids of Directions. */
export type FileSeatView = {
  readonly role: Role
  readonly deputy?: true
  readonly leads: readonly string[]
  readonly direction?: string
}
export type FileNewView = FileSeatView & {
  readonly line: number
  readonly name: string
  /** They have come here already. */
  readonly known?: true
}
export type FileChangeView = FileNewView & {
  readonly what: readonly ('name' | 'direction' | 'seat')[]
  readonly before: FileSeatView & { readonly name: string }
}
/** `seat`: absent of somebody who never came; `loses`: the file gave it, and it is taken back. */
export type FileLeavingView = {
  readonly name: string
  readonly seat?: FileSeatView
  readonly loses?: true
}
/** Somebody loses their seat to `by`; or keeps it, while the file names `by`, who has not come. */
type FileReplacedView = {
  readonly line: number
  readonly name: string
  readonly seat: FileSeatView
  readonly by: string
}

/** How many there are of one kind, and the first hundred of them. */
export type FileKindView<T> = { readonly count: number; readonly first: readonly T[] }

/** What is wrong in the same way on `count` lines. `runs`: where, from a line to another, the first dozen. */
export type FileFaultView = {
  readonly count: number
  readonly runs: readonly (readonly [from: number, to: number])[]
  readonly code: string
  readonly details: Readonly<Record<string, string>>
}

export type FileCheckView =
  | { readonly faults: FileKindView<FileFaultView> & { /** Faults in all. */ readonly lines: number } }
  | {
      readonly checked: string
      readonly added: FileKindView<FileNewView>
      readonly changed: FileKindView<FileChangeView>
      readonly leaving: FileKindView<FileLeavingView>
      readonly replaced: FileKindView<FileReplacedView>
      readonly kept: FileKindView<FileReplacedView>
      readonly same: number
    }
