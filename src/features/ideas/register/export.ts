import type { Idea } from '../idea/domain.ts'

/** A row of the file of all ideas: what the author's colleagues see, `author` being the name shown to them. */
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

/** Cursor of the last row of a page. */
export type ExportedFrom = Pick<Idea, 'id' | 'at'>

export type ExportedIdeas = {
  /** Number of ideas that everybody sees; a merged one is counted for itself. */
  readonly count: () => Promise<number>
  /** The oldest first, from just after `after`. */
  readonly page: (limit: number, after?: ExportedFrom) => Promise<readonly ExportedIdea[]>
}
