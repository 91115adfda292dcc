import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { WholeLanguage } from '../../../kernel/text/language.ts'
import type { AxisView } from '../programme/programme.ts'

/** `pause`: nothing else, also of a workshop whose day is over. */
export type SceneKind =
  | 'welcome'
  | 'tables'
  | 'question'
  | 'wall'
  | 'timer'
  | 'vote'
  | 'result'
  | 'next'
  | 'pause'

/**
 * GET /workshops/:id/room → RoomView, for who has a seat, is there, facilitates or organises; GET /screen/room → RoomView,
 * by the key of a screen. Both see the same scene; check-in codes are for the screen and for who keeps the list alone.
 */
export type RoomView = {
  /** Grows by one with each act. */
  readonly version: number
  /** The server's own clock (ms): that of a projector's machine may be wrong. */
  readonly at: number
  /** Of the programme, since a screen's key reads nothing else of it. */
  readonly programme: RoomProgramme
  readonly workshop: RoomWorkshop
  readonly scene: SceneView
  /** Stands beside any scene. */
  readonly timer?: RoomTimer
  /** People checked in, exact. */
  readonly present: Shown
  /** The one code of the day: it leads, and checks nobody in. */
  readonly join: { readonly url: string }
}

/** What a screen speaks and writes times by, and its axes in their order. */
export type RoomProgramme = {
  readonly language: WholeLanguage
  readonly zone: string
  readonly axes: readonly AxisView[]
}

export type RoomWorkshop = {
  readonly id: string
  readonly title: string
  readonly place?: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  /** Axes that the room may work on. */
  readonly axes: readonly string[]
}

/** Milliseconds. `left`: paused, with so much left; `ended`: it ran out. */
export type RoomTimer = {
  readonly endsAt: number
  readonly total: number
  readonly left?: number
  readonly ended?: true
}

export type SceneView =
  | { readonly kind: 'welcome'; readonly words?: string; readonly checkIn?: RoomCheckIn }
  | { readonly kind: 'tables'; readonly names: boolean; readonly tables: readonly RoomTable[] }
  | { readonly kind: 'question'; readonly text: string; readonly axis?: string }
  | {
      readonly kind: 'wall'
      readonly axis?: string
      readonly frozen: boolean
      readonly reviewed: boolean
      readonly question?: string
    }
  | { readonly kind: 'timer'; readonly words?: string }
  | { readonly kind: 'vote'; readonly ballot: RoomBallotView }
  | {
      readonly kind: 'result'
      readonly ballot: RoomBallotView
      /** Indexes into the ballot's options. */
      readonly winners: readonly number[]
      readonly sequel?: { readonly sentence: string }
    }
  | { readonly kind: 'next'; readonly words?: string; readonly steps: readonly RoomStep[] }
  | { readonly kind: 'pause'; readonly until?: number; readonly words?: string }
  /** What was shown was deleted or hidden. */
  | { readonly kind: 'gone'; readonly was: SceneKind }

/** Absent outside check-in hours. `turnsAt`: when the next code replaces it (ms). */
export type RoomCheckIn = { readonly url: string; readonly letters: string; readonly turnsAt: number }

/** `people`: « Camille R. », of those who let their name be shown; `others`: how many more sit there. */
export type RoomTable = {
  readonly number: number
  readonly people: readonly string[]
  readonly others: Shown
}

/** `until`: milliseconds. */
export type RoomStep = { readonly sentence: string; readonly until?: number; readonly kept?: true }

/** Totals only where the ballot's rules say so; otherwise `votes`, how many were received. */
export type RoomBallotView = {
  readonly id: string
  readonly question: string
  readonly kind: 'single' | 'approval' | 'dots'
  readonly secret: boolean
  /** Milliseconds. */
  readonly closesAt: number
  readonly closed?: true
  readonly options: readonly RoomBallotOption[]
  readonly votes?: Shown
}

export type RoomBallotOption = { readonly title: string; readonly axis?: string; readonly total?: Shown }

/** GET /workshops/:id/participant → ParticipantView: what the room does now, for me, and the one act that it asks of me. */
export type ParticipantView = {
  readonly version: number
  readonly at: number
  readonly workshop: RoomWorkshop
  /** The welcome, without words, for who neither has a seat nor is there. */
  readonly scene: SceneView
  readonly timer?: RoomTimer
  /** My table, once tables are shown. */
  readonly table?: number
  /** I am checked in; otherwise the act is check-in, which needs the turning code or the day's sheet. */
  readonly in: boolean
  /** I may hold the remote. */
  readonly leads?: true
  readonly act: ParticipantAct
}

/** `read`: there is nothing to do but read what the screen shows. */
export type ParticipantAct =
  | { readonly kind: 'check-in' }
  | { readonly kind: 'table'; readonly table?: number }
  | { readonly kind: 'idea'; readonly axis?: string; readonly question?: string }
  | { readonly kind: 'support' }
  | { readonly kind: 'vote'; readonly ballot: string; readonly voted: boolean }
  | { readonly kind: 'feedback' }
  | { readonly kind: 'read' }
