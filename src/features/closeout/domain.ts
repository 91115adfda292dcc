import { ORGANISERS, type Permission } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { OpenCount } from '../../kernel/storage/open-count.ts'
import type { OpenKind } from '../../kernel/storage/open-kind.ts'

export const CLOSEOUT_PERMISSIONS = {
  read: { act: 'closeout.read', roles: ['organiser', 'observer'] },
  close: { act: 'closeout.close', roles: ORGANISERS },
  /** At any time: closing erases nothing, and a mistake may be seen after ten minutes. */
  reopen: { act: 'closeout.reopen', roles: ORGANISERS },
  archive: { act: 'closeout.archive', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** Since when the programme is closed (milliseconds), and how many things were left open as they were. */
export type Closing = { readonly at: number; readonly left: number }

/** One line of what is still open. `among`: the kind that it is a part of. */
export type OpenMatter = Pick<OpenCount, 'kind' | 'among'> & { readonly count: number }

export type Closeout = {
  readonly closing?: Closing
  /** Without those of which there is none: a list that empties. */
  readonly open: readonly OpenMatter[]
  readonly left: number
}

/** What the page of an archive says of it. */
export type ReadmeFacts = {
  readonly name: string
  readonly organisation: string
  /** When the archive was made (milliseconds). */
  readonly at: number
  readonly closing: Closing | undefined
  /** Whether there was anything to make a review of. */
  readonly reviewed: boolean
}

/** Fact that ends what would go on by itself. */
export const FINISH = 'closeout.finish'

/** How many things there are in all: what is a part of another line counts there. */
export function leftIn(open: readonly OpenMatter[]): number {
  return open.filter(({ among }) => among === undefined).reduce((all, { count }) => all + count, 0)
}

/** The count of one kind, 0 where it is not listed. */
export function countOf(open: readonly OpenMatter[], kind: OpenKind): number {
  return open.find(matter => matter.kind === kind)?.count ?? 0
}

/** No more is closed as it is than was said; less is no surprise. @throws Refusal `closing-changed` */
export function checkLeft(said: number, left: number): void {
  if (left > said) throw new Refusal('closing-changed', { count: left })
}
