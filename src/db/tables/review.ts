export type ReviewTables = {
  /** Paragraphs for the published review. */
  review_text: {
    kind: 'opening' | 'proposed' | 'learnt'
    /** '' for the opening. */
    axis: string
    /** '' once it was taken out. */
    text: string
    /** Its version, from 1. */
    turn: number
  }
  /** How an initiative stands in the published review; without a row it is not named there. */
  review_title: {
    initiative_id: string
    decision: 'kept' | 'worded' | 'left'
    /** What stands in the place of its title; '' unless `worded`. */
    words: string
    /** Hash of the title that was re-read. */
    mark: string
    turn: number
  }
}
