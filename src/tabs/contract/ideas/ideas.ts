import { z } from 'zod'
import type { Role } from '../../../kernel/access/role.ts'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { NextStepView } from '../next-steps.ts'
import { nonce, type Page } from '../primitives.ts'

/** GET /ideas → Page<IdeaView>, newest first, 20 a page; `?mine=1` for my own. GET /ideas/:id → one of them. */
export type IdeaView = {
  readonly id: string
  /** Absent until its author chose one. */
  readonly axis?: string
  readonly text: string
  /** Author's name as colleagues see it; '' when it is no longer known, or never shown. */
  readonly author: string
  readonly mine: boolean
  readonly state: 'received' | 'studied' | 'answered' | 'retained' | 'initiative' | 'merged' | 'aside'
  /** While it holds: by whom ('' when no longer known), in which function, when, and why it is not pursued. */
  readonly decision?: {
    readonly author: string
    readonly role: Role
    readonly at: number
    readonly reason?: string
  }
  /** Id of the author's Direction. */
  readonly direction?: string
  /** Milliseconds. */
  readonly at: number
  readonly supports: Shown
  readonly directions: Shown
  readonly supported: boolean
  /** I reported it, and organisers have not looked yet. */
  readonly reported?: true
  /** I wrote an idea that was merged into it: my support cannot be withdrawn. */
  readonly wroteJoined?: true
  readonly comments: Shown
  /** Names of the authors of ideas merged into it. */
  readonly with?: readonly string[]
  /** Id of the idea that it was merged into, and is acted on there. */
  readonly mergedInto?: string
  /** The initiative after which it was proposed, by the words of its idea. */
  readonly inspiredBy?: { readonly id: string; readonly text: string }
  /** Mine, and hidden from others for this reason; or I organise. */
  readonly hidden?: string
  /** `author`: the name of who answered, '' when it is no longer known; `role`: in which function. */
  readonly answer?: {
    readonly text: string
    readonly author: string
    readonly role: Role
    readonly at: number
  }
  /** What follows, of one that was retained. */
  readonly next?: readonly NextStepView[]
  /** Milliseconds: mine, and until then it can be taken back. */
  readonly undoUntil?: number
  /** Mine, neither answered nor supported by anybody else: its text may be corrected. */
  readonly correctable?: true
  /** Its author stays unnamed. */
  readonly unnamed?: true
  /** Mine, and my name can be taken off it. */
  readonly mayUnname?: true
  /** I may answer it, or answer it again. */
  readonly mayAnswer?: true
  /** I may put it under study, retain it or set it aside. */
  readonly mayDecide?: true
  /**
   * I answer for its Direction, and this is told to nobody before `until` (ms): until then it can be taken back, by `at`. To me
   * the idea stands as it was decided and answered.
   */
  readonly untold?: { readonly decision?: UntoldView; readonly answer?: UntoldView }
  /** Its state as all others still read and count it, while something is untold. */
  readonly published?: IdeaView['state']
  /**
   * Its supports oblige to answer it: by the end of which day (`YYYY-MM-DD`, in the programme's zone), and the name of the
   * Direction that owes it; the Lab' where there is none.
   */
  readonly due?: { readonly on: string; readonly direction?: string; readonly late: boolean }
  /** Whole days since it was received: in `/directions/:id/waiting` only. */
  readonly waitingDays?: number
}

type UntoldView = { readonly at: number; readonly until: number }

/** GET /ideas/:id/comments → Page<CommentView>, the oldest first, 20 a page. */
export type CommentView = {
  readonly id: string
  readonly author: string
  readonly mine: boolean
  /** Of the idea's author, who stays unnamed: `author` is ''. */
  readonly ofAuthor?: true
  readonly text: string
  readonly at: number
  /** I reported it, which is done once. */
  readonly reported?: true
  /** Mine, and hidden from others for this reason; or I organise. */
  readonly hidden?: string
}

/** GET /directions/:id/waiting → what it owes first, by its day, then the oldest, 20 a page; empty for who may not answer there. */
export type WaitingView = Page<IdeaView> & { readonly mayAnswer: boolean }

/** POST /ideas → IdeaView */
export const ideaInput = z.object({
  nonce,
  axis: z.string().max(80),
  text: z.string().max(20_000),
  unnamed: z.boolean().optional(),
})
/**
 * POST /ideas/similar → { items }: ideas of others that say nearly the same, at most three, the closest first. It writes
 * nothing; it is no GET because a text that was not sent yet has no place in an address, which proxies write down.
 */
export const similarInput = z.object({ text: z.string().max(20_000) })
/** PUT /ideas/:id/support → IdeaView */
export const supportInput = z.object({ support: z.boolean() })
/** PUT /ideas/:id/axis → IdeaView */
export const axisInput = z.object({ axis: z.string().max(80) })
/** PUT /ideas/:id/text → IdeaView. POST /ideas/:id/undo, without a body → { id }: gone from every list. */
export const correctionInput = z.object({ text: z.string().max(20_000) })
/**
 * POST /ideas/:id/comments → CommentView. POST /comments/:id/withdraw, by who wrote it, and /comments/:id/withdraw/undo, without a
 * body → { id }: it is read by nobody, or again.
 */
export const commentInput = z.object({ nonce, text: z.string().max(20_000) })
/** POST /ideas/:id/answer → IdeaView. Again: the text is replaced, and nobody is told twice. */
export const answerInput = z.object({ text: z.string().max(20_000) })
/** PUT /ideas/:id/state → IdeaView. `reason`: why it is set aside; again, its words are replaced and nobody is told. */
export const stateInput = z.object({
  state: z.enum(['studied', 'retained', 'aside']),
  reason: z.string().max(20_000).optional(),
})

/** POST /ideas/:id/take-back → IdeaView: the decision or the answer made at `at` (ms) is not, and was told to nobody. */
export const takeBackInput = z.object({ at: z.number().int().nonnegative() })

/** GET /ideas/reported and /ideas/hidden → Page<ReportedView>, the oldest first, 20 a page; for organisers. */
export type ReportedView = IdeaView & {
  /** Milliseconds: the first report, or when it was hidden. */
  readonly since: number
  readonly reports: Shown
  /** The first three that were given, without a name. */
  readonly reasons: readonly string[]
}
/** POST /ideas/:id/merge → what stands for both when it is done, one's own idea while the other author is asked. */
export type MergedView = IdeaView & { readonly asked: boolean }

/** POST /ideas/:id/report → { id } */
export const reportInput = z.object({ reason: z.string().max(20_000).default('') })
/** POST /ideas/:id/hide → IdeaView. POST /ideas/:id/restore and /ideas/:id/dismiss, without a body → IdeaView. */
export const hidingInput = z.object({ reason: z.string().max(20_000) })
/** POST /ideas/:id/merge. POST /ideas/:id/merge/undo, without a body → IdeaView: it stands by itself again. */
export const mergeInput = z.object({ into: z.string().max(80) })
/** GET /merges?after= → Page<MergeAskedView>: what others propose for one's ideas, not answered yet. */
export type MergeAskedView = {
  readonly id: string
  readonly at: number
  readonly mine: IdeaView
  readonly other: IdeaView
  /** Whether one of the two shows no name. */
  readonly unnamed: boolean
}
/** POST /merges/:id/answer → IdeaView, by whom the proposal was made to. */
export const mergeAnswer = z.object({ accept: z.boolean() })
export type StateInput = z.infer<typeof stateInput>
