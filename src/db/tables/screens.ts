export type ScreenTables = {
  /** A code that a screen shows, until it is confirmed and its key fetched. */
  screen_pairing: {
    id: string
    /** Keyed hashes: whoever reads them can neither confirm nor claim. */
    code_hash: string
    secret_hash: string
    open_until: number
  }
  /** A screen that was paired with a workshop, under the id of its pairing. */
  screen: {
    id: string
    workshop_id: string
    paired_by: string
    paired_at: number
    /** Midnight after it. */
    expires_at: number
    /** Null until the screen has fetched its key. */
    key_hash: string | null
  }
}
