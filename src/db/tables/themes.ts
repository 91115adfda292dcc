export type ThemeTables = {
  /**
   * A theme made on the board, or one of the method file as the board changed it: then under the file's id. `words`: JSON.
   * `removed_at`: since when it is off the board; null while it is on it. Times in milliseconds.
   */
  theme: {
    id: string
    axis: string
    title: string
    words: string
    made_at: number
    removed_at: number | null
  }
  /**
   * Under which theme an idea was put, by its words or by a hand; `theme_id` null: under none, which by a hand is a decision.
   * An idea without a row was not read yet. `stance`: for or against, set by a hand. `idea_at`: of the idea, by which
   * they are in order.
   */
  idea_theme: {
    idea_id: string
    theme_id: string | null
    placed: 'words' | 'hand'
    stance: 'for' | 'against' | null
    idea_at: number
  }
  /**
   * The latest run over the ideas of an axis: up to which idea it has read, and how many. `changed_at` (ms): of its state.
   */
  theme_run: {
    axis: string
    state: 'running' | 'stopped' | 'done'
    after_at: number
    after_id: string
    ideas: number
    changed_at: number
  }
  /**
   * A theme that a language model has proposed for an axis, at its place among them. `words`: JSON. `ideas`: JSON, ids of
   * those in which it was seen. Times in milliseconds. `discarded_at`: since when it is not shown.
   */
  theme_proposal: {
    axis: string
    place: number
    id: string
    title: string
    words: string
    ideas: string
    made_at: number
    discarded_at: number | null
  }
}
