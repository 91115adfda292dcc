/** One level only: nobody answers a comment. */
export type Comment = {
  readonly id: string
  readonly idea: string
  /** Person's id. */
  readonly author: string
  readonly text: string
  /** Milliseconds. */
  readonly at: number
  /** While organisers hide it: why, and since when in milliseconds. */
  readonly hidden?: { readonly reason: string; readonly at: number }
  /** Reports that wait for organisers. */
  readonly reports?: number
  /** While whoever wrote it has taken it back: since when, in milliseconds. Nobody reads it. */
  readonly withdrawnAt?: number
}
export type CommentSeen = Comment & {
  readonly authorName: string
  readonly mine: boolean
  /** Of the idea's author, who stays unnamed. */
  readonly ofAuthor?: true
  /** The person asked organisers to look at it, which is asked once. */
  readonly reported?: true
}
