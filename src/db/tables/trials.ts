export type TrialTables = {
  /** What an initiative tries: one at a time, several in a row. Days are `YYYY-MM-DD`. */
  trial: {
    id: string
    idea_id: string
    /** From 1. */
    number: number
    if_text: string
    then_text: string
    /** What changes from the one before; '' for a first one. */
    change_text: string
    /** JSON: ids of Directions. */
    directions: string
    /** '' without a place in words. */
    site: string
    from_day: string
    until_day: string
    rhythm: 'weekly' | 'fortnightly' | 'monthly' | 'end'
    /** Facts of an earlier turn are out of date. */
    turn: number
    /** Null once their data are erased. */
    planned_by: string | null
    created_at: number
    /** Null until it is decided, and all after it. */
    decision: 'generalise' | 'adjust' | 'stop' | null
    why: string | null
    learnt: string | null
    /** JSON: ids of Directions to which it goes. */
    decided_directions: string | null
    /** Null as well once their data are erased. */
    decided_by: string | null
    decided_on: string | null
    decided_at: number | null
  }
  trial_measure: {
    id: string
    trial_id: string
    position: number
    kind: 'number' | 'question'
    text: string
    /** '' of a question. */
    unit: string
    better: 'up' | 'down'
  }
  /** A number as somebody typed it, one a day and one before the first. */
  trial_reading: {
    measure_id: string
    day: string
    value: number
    start: 0 | 1
    typed_by: string | null
  }
  /** What organisers re-read of a decided one, for whoever is outside. */
  trial_lesson: {
    trial_id: string
    /** '' where it is not to leave. */
    text: string
    /** Its version, from 1. */
    turn: number
  }
  trial_tester: { trial_id: string; person_id: string; joined_at: number }
  /** A time in which who tries is asked: 0 before the first day. Milliseconds. */
  trial_round: {
    id: string
    trial_id: string
    number: number
    opens_at: number
    closes_at: number
    closed: 0 | 1
  }
  /** Who answered a round that is open; emptied as it closes. */
  trial_roll: { round_id: string; person_id: string }
  /** How often each step was answered; emptied as it closes. */
  trial_tally: { round_id: string; measure_id: string; step: number; count: number }
  /** What is shown of a closed round: `said` in half steps, `answers` rounded down. */
  trial_result: { round_id: string; measure_id: string; said: number; answers: number }
}
