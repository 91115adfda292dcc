export type SynthesisTables = {
  /**
   * What is being written on the ideas of an axis, or what everybody reads: one of each at most. Times in milliseconds.
   * `published_at`, `published_by`, `ideas` (how many the axis had then): of the published one alone. `sample_read`,
   * `sample_right`: of the sample read before it was published; `sample_whole`: 1 where it was all that words had placed; null
   * where hands had placed it all.
   */
  synthesis: {
    id: string
    axis: string
    state: 'draft' | 'published'
    changed_at: number
    published_at: number | null
    published_by: string | null
    ideas: number | null
    sample_read: number | null
    sample_right: number | null
    sample_whole: number | null
  }
  /**
   * A sentence, with its slots. `theme_id` null: on ideas of no theme. `position`: among those of its theme. `model`: which wrote
   * it as it stands, null where a person did; `proposal`: the request that brought it. `cited`: how many ideas it was written
   * on. `decided_by`, `decided_at`: null while it is undecided. `origin`: of a published one, the sentence it is a copy of.
   */
  synthesis_sentence: {
    id: string
    synthesis_id: string
    theme_id: string | null
    position: number
    text: string
    model: string | null
    proposal: string | null
    cited: number
    decision: 'undecided' | 'kept' | 'reworded' | 'removed'
    decided_by: string | null
    decided_at: number | null
    origin: string | null
  }
  /** An idea that a sentence stands on; goes with the sentence, and when the words of the idea are erased. */
  synthesis_citation: {
    sentence_id: string
    idea_id: string
    position: number
  }
  /**
   * When (ms) ideas of an axis were drawn to be read, a digest of the words by which ideas had been placed, and how many were.
   */
  synthesis_draw: {
    axis: string
    drawn_at: number
    words: string
    placed: number
  }
  /** An idea that was drawn, under which theme words had put it, and whether it belongs there; null until it is read. */
  synthesis_sample: {
    axis: string
    idea_id: string
    theme_id: string
    verdict: 'right' | 'wrong' | null
  }
  /**
   * An author of a cited idea does not recognise what they said in a published sentence. `sentence_id`: the one that is being
   * written, which the published one is a copy of; `wording`: digest of the words objected to. `said_on`, `ended_on` (taken
   * back; null while it stands): days, `YYYY-MM-DD`. Which idea is theirs is not kept.
   */
  synthesis_objection: {
    sentence_id: string
    person_id: string
    wording: string
    said_on: string
    ended_on: string | null
  }
}
