/** One level only: nobody answers a comment. */
export type Comment = {
  readonly id: string
  readonly idea: string
  /** Person's id. */
  readonly author: string
  readonly text: string
  /** Milliseconds. */
  readonly at: number
}
export type CommentSeen = Comment & {
  readonly authorName: string
  readonly mine: boolean
  /** Of the idea's author, who stays unnamed. */
  readonly ofAuthor?: true
}
