import { z } from 'zod'
import type { Shown } from '../../kernel/personal-data/counts.ts'
import { ID } from '../../kernel/text/id-format.ts'

/**
 * GET /attendance/workshops → Page<KeptDayView>: those whose list I keep, from yesterday's on, by start; 20 a page.
 * GET /attendance/past → Page<KeptDayView>: those over for longer, the last first, to organisers; none to others; 20 a page.
 */
export type KeptView = {
  readonly id: string
  readonly title: string
  readonly axis: string
  /** Milliseconds. */
  readonly startsAt: number
  readonly endsAt: number
  readonly place?: string
  readonly capacity: number
  /** Cancelled, or put off. */
  readonly off: boolean
}

/** For whoever keeps its list. */
export type KeptDayView = KeptView & {
  /** By the server's clock: that of a projector's machine may be wrong. */
  readonly begun?: true
  readonly over?: true
  /** Seats that are taken or kept for somebody. */
  readonly seats: Shown
  /** Of them, those that were offered and wait for an answer; absent where there are none. */
  readonly offers?: Shown
  /** Places taken on its waiting list. */
  readonly waiting: Shown
}

/** POST /attendance/:id/register → AttendanceFileView: who came, as a CSV file for training records; kept in the journal. */
export type AttendanceFileView = { readonly name: string; readonly text: string }

/** GET /attendance/:id → ScreenView: what the screen shows at this moment. */
export type ScreenView = {
  readonly workshop: KeptDayView
  /** From when, and until when, one may check in (ms). */
  readonly opensAt: number
  readonly closesAt: number
  /** Until when its list can be put right by hand (ms). */
  readonly keptUntil: number
  /** The server's own clock (ms): that of a projector's machine may be wrong. */
  readonly at: number
  /** Link of the code that checks in who scans it; the next code is valid from `turnsAt` on (ms). */
  readonly link: string
  readonly turnsAt: number
  /** The six letters of the day. */
  readonly letters: string
  /** For a sheet of paper: good while the workshop lasts. */
  readonly printLink: string
  readonly seats: Shown
  readonly present: Shown
  /** Of them, those who came in beyond the seats. */
  readonly beyond: Shown
}

const HOWS = ['screen', 'print', 'code', 'hand', 'walk-in'] as const

/** GET /attendance/:id/people?name=&after= → Page<RollView>: who has a seat, is offered one or came, by name; 50 a page. */
export type RollView = {
  readonly id: string
  readonly name: string
  readonly direction?: string
  /** A seat is kept for them until they confirm it; absent once they came. */
  readonly offered?: true
  /** When they came (ms); absent for who has not. */
  readonly cameAt?: number
  readonly how?: (typeof HOWS)[number]
  readonly beyond: boolean
}

export const rollQuery = z.object({
  name: z.string().max(100).optional(),
  after: z.string().max(200).optional(),
})

export const personParams = z.object({ id: z.string().regex(ID), person: z.string().regex(ID) })

/** PUT /attendance/:id/people/:person → TickedView */
export const tickInput = z.object({ present: z.boolean() })

/** The person's row, absent when they are no longer listed; and the counts. */
export type TickedView = {
  readonly person?: RollView
  readonly seats: Shown
  readonly present: Shown
  readonly beyond: Shown
}

/** GET /attendance/:id/colleagues?name= → Page<ColleagueView>: people by name, the first 10, for whoever came without a seat. */
export type ColleagueView = {
  readonly id: string
  readonly name: string
  readonly direction?: string
  readonly present: boolean
}

export const colleagueQuery = z.object({ name: z.string().max(100) })

/** POST /attendance/:id/walk-ins → TickedView */
export const walkInInput = z.object({ person: z.string().min(1).max(80) })

/** POST /attendance/check-in, POST /attendance/come-in → CheckInView */
export const proofInput = z.union([
  z.object({ token: z.string().min(1).max(200) }),
  z.object({ letters: z.string().min(1).max(100) }),
])

/** `in`: the person is there since `cameAt`; `seat`: they have none, and one is left; `full`: none is. */
export type CheckInView = {
  readonly state: 'in' | 'seat' | 'full'
  readonly workshop: KeptView
  readonly cameAt?: number
  /** Where they sit, once tables are shown. */
  readonly table?: number
  /** Whether they were in before. */
  readonly again: boolean
}
