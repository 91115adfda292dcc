import type { ProgrammeContent } from '../programme/domain.ts'
import type { MethodPart, PartValues } from './parts.ts'

/** How a part came to be as it is. `seed`: with the first start, or before versions were kept. */
export type ChangeAct = 'seed' | 'import' | 'change' | 'undo'

/** A change of the method. `person`: whose; absent for an operator's command. `undoes`: the version taken back. */
export type PartChange = {
  readonly act: Exclude<ChangeAct, 'seed'>
  readonly person?: string
  readonly undoes?: number
}

/** A version of one part. Numbers are common to all parts and grow; `at` in milliseconds. */
export type PartVersion<P extends MethodPart = MethodPart> = {
  readonly version: number
  readonly value: PartValues[P]
  readonly act: ChangeAct
  readonly person?: string
  readonly undoes?: number
  readonly at: number
}

export type VersionStore = {
  /** The latest versions of a part, newest first. */
  readonly latest: <P extends MethodPart>(part: P, limit: number) => Promise<readonly PartVersion<P>[]>
  /** The version of a part that was in force when the method had that number. */
  readonly asOf: <P extends MethodPart>(part: P, version: number) => Promise<PartVersion<P> | undefined>
  /** Records a version of each part that `content` says differently from its latest. */
  readonly note: (content: ProgrammeContent, change: PartChange, at: number) => Promise<void>
}
