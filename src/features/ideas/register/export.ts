import type { Idea } from '../idea/domain.ts'

/** An idea as a file of all of them has it: what its author's colleagues see, `author` the name that they see it under. */
export type ExportedIdea = Pick<
  Idea,
  'id' | 'at' | 'axis' | 'state' | 'text' | 'unnamed' | 'direction' | 'supports' | 'directions' | 'comments'
> &
  Pick<Idea, 'origin' | 'credit' | 'root'> & {
    readonly author: string
    readonly answer: string
    /** Why it was set aside. */
    readonly reason: string
  }

/** Where a page of them ended: see `Cursor`. */
export type ExportedFrom = Pick<Idea, 'id' | 'at'>

export type ExportedIdeas = {
  /** Those in everybody's sight; what is joined with another stands for itself. */
  readonly count: () => Promise<number>
  /** The oldest first, from just after `after`. */
  readonly page: (limit: number, after?: ExportedFrom) => Promise<readonly ExportedIdea[]>
}
