export type InitiativeTables = {
  /** Under the id of the idea it came from. */
  initiative: {
    idea_id: string
    /** Who carries it; null while it looks for somebody. */
    owner: string | null
    title: string
    /** '' until they are written, and the three after it. */
    problem: string
    story: string
    inspiring: string
    outcome: string
    phase: 'explore' | 'create' | 'test' | 'done'
    /** What became of its latest trial; null without one, and after one that is to be adjusted. */
    trial: 'planned' | 'running' | 'generalised' | 'stopped' | null
    /** JSON: `[{ title, url }]`. */
    resources: string
    /** How many stand in `initiative_member`. */
    members: number
    /** Who joined until then is known to the owner: milliseconds. */
    told_until: number
    created_at: number
  }
  initiative_member: { idea_id: string; person_id: string; joined_at: number }
  /** The folded words of what stands on a sheet. */
  initiative_word: { idea_id: string; word: string }
}
