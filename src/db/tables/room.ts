export type RoomTables = {
  /** What a workshop's screen shows; no column says who showed it. */
  room: {
    workshop_id: string
    version: number
    scene: 'welcome' | 'tables' | 'question' | 'wall' | 'timer' | 'vote' | 'result' | 'next' | 'pause'
    words: string
    minutes: number | null
    /** Of the running order. */
    item_id: string | null
    /** Milliseconds. */
    shown_at: number
    /** '' for none, of the four. */
    axis: string
    question: string
    ballot_id: string
    last_item: string
    names: 0 | 1
    frozen: 0 | 1
    reviewed: 0 | 1
    /** Milliseconds, all; null without a timer, `timer_left` while it runs. */
    timer_ends: number | null
    timer_total: number | null
    timer_left: number | null
    changed_at: number
    /** JSON: by part, the version that moved it last. */
    moved_in: string
    timing: string
  }
  /** What is to be shown, in order. */
  running_order: {
    workshop_id: string
    version: number
    /** JSON. */
    items: string
  }
  /** A running order kept for other workshops. */
  running_order_model: {
    id: string
    name: string
    /** The name without case and accents: one of each. */
    name_key: string
    /** JSON. */
    items: string
    created_at: number
  }
}
