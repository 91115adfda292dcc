import type { Generated } from 'kysely'
import type { Role } from '../../kernel/access/role.ts'

export type IdeaTables = {
  idea: {
    id: string
    author: string
    direction: string | null
    axis: string | null
    text: string
    state: 'received' | 'studied' | 'answered' | 'retained' | 'initiative' | 'merged' | 'withdrawn' | 'aside'
    /** 0 or 1: 1 once the author chose not to be named to colleagues. */
    unnamed: number
    /** What was last decided, by whom, in which role and when: all null until then. `reason`: of an idea set aside. */
    decision: 'studied' | 'retained' | 'aside' | null
    decided_by: string | null
    decided_as: Role | null
    decided_at: number | null
    reason: string | null
    /** How many times something was decided. */
    decisions: number
    /** Box it came through, channel where it stands: null when it came by chat or tab. */
    box_id: string | null
    channel_id: string | null
    /** Where its card is posted: opaque address, null when nowhere. */
    address: string | null
    supports: number
    directions: number
    /** Its step in the ranking across Directions, as it was this morning. */
    across: number
    /** What stands on its initiative, copied by a trigger: by support, a gallery is read in the order of its ideas. */
    trial: 'planned' | 'running' | 'generalised' | 'stopped' | null
    /** How many stand in `idea_comment`. */
    comments: number
    /** The answer, who gave it, in which role, and when: all null until there is one. */
    answer: string | null
    answered_by: string | null
    answered_as: Role | null
    answered_at: number | null
    /** The idea after which it was proposed. */
    inspired_by: string | null
    /** The workshop it was said at, as it was called then, and the table: null when it was said elsewhere. */
    workshop_id: string | null
    workshop_title: string | null
    workshop_table: string | null
    /** Whom it is said to come from, and by which name, where somebody else typed it: `author` is then ''. */
    credit: 'nobody' | 'table' | 'person' | null
    credit_name: string | null
    created_at: number
    /** When organisers hid it, which of them, and why: all null while it is visible. */
    hidden_at: number | null
    hidden_by: string | null
    hidden_reason: string | null
    /** Reports that wait for organisers, and when the first of them came. */
    reports: number
    reported_at: number | null
    /** The idea it is joined with, and the one that stands for all that are joined: null while it stands by itself. */
    merged_into: string | null
    root: string | null
    /** By which day (`YYYY-MM-DD`) its own supports oblige to answer it, and who owes that: null until then and once answered. */
    clock_on: string | null
    clock_party: 'direction' | 'lab' | null
    /** The same as it counts: the earliest of it and of those merged into it; null unless it waits for an answer. */
    due_on: string | null
    due_party: 'direction' | 'lab' | null
  }
  /**
   * Given to `idea_id`; counted for `counts_for`, another one while both are joined. `person_id`: of an author who is no
   * longer known, the idea's own id.
   */
  idea_support: {
    idea_id: string
    person_id: string
    direction: string | null
    at: number
    counts_for: string
  }
  /** `settled_at`: once organisers decided; the reason goes with it. */
  idea_report: {
    idea_id: string
    person_id: string
    reason: string | null
    at: number
    settled_at: number | null
  }
  /** An idea to be joined with another, or joined: who proposed it, and the state to go back to. */
  idea_merge: {
    id: string
    from_id: string
    into_id: string
    person_id: string
    state: 'asked' | 'declined' | 'merged' | 'undone'
    from_state: IdeaTables['idea']['state'] | null
    at: number
    settled_at: number | null
  }
  /** The workshop's lines, and how many there are. */
  harvest: { workshop_id: string; lines: number }
  /**
   * A line that somebody typed for a table, by the key that their page gave it. `idea_id`: null when it was taken back before
   * it arrived; `mark`: the same for the same words; `undone`: 0 or 1.
   */
  harvest_line: {
    person_id: string
    key: string
    workshop_id: string
    idea_id: string | null
    mark: string
    undone: number
    at: number
  }
  /**
   * What comes next after a workshop, as organisers say it. `written_by`, `written_at`: the last time; `turn`: 1, and one more
   * each time that it is corrected.
   */
  workshop_summary: {
    workshop_id: string
    next: string
    written_by: string
    written_at: number
    turn: number
  }
  /**
   * Who was at a workshop, once its list is closed; the register goes by its own retention. `present`: null where no list
   * was kept.
   */
  workshop_presence: {
    workshop_id: string
    present: number | null
    registered: number
    kept_at: number
  }
  /** The same of a Direction: an estimate, never a count. */
  workshop_presence_direction: { workshop_id: string; direction: string; about: number }
  /** Distinct people at the days of a series whose lists are closed. */
  series_presence: { series_id: string; people: number }
  /** A series whose summary stands in its channels, and since when. */
  series_summary: { series_id: string; posted_at: number }
  /** An idea that shows no name, and when it goes. Written anew as a whole, in the order of the ids. */
  idea_leaving: { idea_id: string; due_at: number }
  /**
   * What was decided or answered and can be taken back until `due_at`; the idea shows it from then on. `at`: another one for
   * each of one idea. `text`: the answer, or why the idea is set aside; '' otherwise.
   */
  idea_decision: {
    idea_id: string
    at: number
    step: 'studied' | 'retained' | 'aside' | 'answered'
    text: string
    person_id: string
    role: Role
    due_at: number
  }
  /** `kind`: what is sent through it, micro-ideas or questions to the management. `closed_at`: since when it takes none. */
  idea_box: {
    id: string
    question: string
    organiser: string
    created_at: number
    kind: Generated<'ideas' | 'question'>
    closed_at: number | null
  }
  idea_comment: {
    id: string
    idea_id: string
    author: string
    text: string
    created_at: number
    /** While organisers hide it: since when, and why; both null otherwise. */
    hidden_at: number | null
    hidden_reason: string | null
    /** Reports that wait for a decision, and since when. */
    reports: number
    reported_at: number | null
    /** While whoever wrote it has taken it back: since when. */
    withdrawn_at: number | null
    /** The trial from which it was written. */
    trial_id: string | null
  }
  /** `settled_at`: once organisers decided; the reason goes with it. */
  idea_comment_report: {
    comment_id: string
    person_id: string
    reason: string | null
    at: number
    settled_at: number | null
  }
  /** The folded words of an idea that can be found. */
  idea_word: { idea_id: string; word: string }
  /** Stems of its words, and one row that stands for all of them, `=` before it: by these it is found to be like another. */
  idea_stem: { idea_id: string; stem: string }
  /**
   * The wall of a workshop. `revision`: of its last change. `reviewed`, 0 or 1: what comes is read before it is shown; `turn`
   * counts how many times that changed.
   */
  wall: { workshop_id: string; revision: number; turn: number; reviewed: number }
  /**
   * An idea on the wall of its workshop; triggers on `idea` put it there. `revision`: of its last change. `hidden`, from the
   * wall alone, and `approved`, in these words: 0 or 1. `likeness`: one for all that are alike; null where nothing can be
   * compared. `leads_since`: of the one that new ones are compared with, when it came (ms).
   */
  wall_idea: {
    idea_id: string
    workshop_id: string
    revision: number
    hidden: number
    approved: number
    likeness: string | null
    leads_since: number | null
  }
}
