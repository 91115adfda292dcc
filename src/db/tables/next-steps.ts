import type { Generated } from 'kysely'

export type StepTables = {
  /** What follows of a retained idea: a sentence, who sees to it, until when. */
  next_step: {
    id: string
    subject_kind: 'idea' | 'ballot' | 'summary' | 'trial'
    subject_id: string
    text: string
    /** The last day, and the one that was first promised: `YYYY-MM-DD` in the programme's zone. */
    due: string
    first_due: string
    /** The Direction that promises; null: the Lab'. */
    direction: string | null
    /** 0 or 1: 1 where the group of an initiative promises it; `direction` is then who is in charge of the thing. */
    for_initiative: Generated<number>
    state: 'proposed' | 'promised' | 'kept' | 'dropped'
    /** People, by id: who wrote it, who sees to it, and who is asked to and has not answered; null: nobody. */
    asker: string | null
    holder: string | null
    asked: string | null
    /** 0 or 1: 1 while its holder has their name shown. */
    named: number
    /** Why it was dropped. */
    word: string | null
    /** One more for each change of who sees to it: tells two messages about it apart. */
    turn: number
    created_at: number
    ended_at: number | null
    /** When it was found late for the day in `due`, and when those in charge were told: null until then. */
    late_at: number | null
    recalled_at: number | null
    /** When those who touched its subject were told that it is kept. */
    told_at: number | null
  }
}
