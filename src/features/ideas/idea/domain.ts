import type { Actor } from '../../../kernel/access/actor.ts'
import {
  EVERYONE,
  PARTICIPANTS,
  type Permission,
  permit,
  relationToOwner,
} from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import type { NextStepShown } from '../../next-steps/index.ts'
import type { AnswerDue, AnswerDueSeen } from './answer-due.ts'
import { checkReader, checkShown, type Hiding } from './hiding.ts'
import type { Credit, Origin } from './origin.ts'
import { type Decision, type IdeaState, isOver } from './state.ts'

/** The answer of a person who answers for the idea's Direction. */
export type IdeaAnswer = {
  readonly text: string
  /** Person's id, and in which role they answered. */
  readonly by: string
  readonly as: Role
  /** Milliseconds. */
  readonly at: number
}

export type Idea = {
  readonly id: string
  /** Person's id. */
  readonly author: string
  /** The author is named to nobody but themself. */
  readonly unnamed?: true
  readonly direction?: string
  /** Absent until the author chooses one: an idea is accepted without. */
  readonly axis?: string
  /** The author's own words. */
  readonly text: string
  readonly state: IdeaState
  /** The box that it was sent through, and the channel in which its card is posted. */
  readonly box?: string
  readonly channel?: string
  /**
   * Opaque: the thread of the channel where it was typed to the bot. Absent when it came through a box, a chat or a
   * tab.
   */
  readonly address?: string
  /** The workshop where it was typed. */
  readonly origin?: Origin
  /** Typed by somebody else at a workshop (harvest): whom it comes from. `author` is then ''. */
  readonly credit?: Credit
  readonly inspiredBy?: string
  /** People who support it, its author included. */
  readonly supports: number
  /** Number of distinct Directions among them. */
  readonly directions: number
  readonly comments: number
  readonly answer?: IdeaAnswer
  /** The last one. */
  readonly decision?: Decision
  /** While organisers hide it. */
  readonly hidden?: Hiding
  /** Number of reports that wait for organisers. */
  readonly reports?: number
  /** Id of the idea that it was merged into. */
  readonly root?: string
  /** While its supports oblige to answer it. */
  readonly due?: AnswerDue
  /** Milliseconds. */
  readonly at: number
}

/** Names are '' when the person is no longer known, or stays unnamed. */
export type IdeaNamed = Idea &
  Inspired & {
    readonly authorName: string
    readonly answererName: string
    readonly deciderName: string
    /** `due` as it is shown. */
    readonly owed?: AnswerDueSeen
    /** Ideas merged into this one. */
    readonly joined?: readonly Joined[]
    /** The idea that this one was merged into. */
    readonly leads?: Joined
    /** What follows, as all may read it; of one that was retained. */
    readonly next?: readonly NextStepShown[]
  }

/** An idea as one person sees it. */
export type IdeaSeen = IdeaNamed & {
  readonly mine: boolean
  readonly supported: boolean
  /** The person reported it, and organisers have not decided yet. */
  readonly reported?: true
  /** They wrote one of the ideas merged into it: as on their own, they cannot withdraw their support. */
  readonly wroteJoined?: true
  /** Until when its author may take it back, in milliseconds; absent for others and afterwards. */
  readonly undoUntil?: number
  /** Its author may change its text. */
  readonly correctable: boolean
  /** Its author may still have their name removed from it. */
  readonly namedStill: boolean
  readonly mayAnswer: boolean
  /** The person decides about reports and merges ideas. */
  readonly mayModerate?: true
  readonly mayDecide: boolean
  /** The person writes what follows of it. */
  readonly mayFollow?: true
  /** Pending decision and answer, for those who answer for its Direction: to them they are in effect already. */
  readonly untold?: { readonly decision?: Untold; readonly answer?: Untold }
  /** As all others still read it, while something is pending. */
  readonly published?: IdeaState
}

/** Limit, in grapheme clusters. */
export const IDEA_LENGTH = 280
/** An author takes an idea back within this time. */
export const UNDO_TIME = 10 * MINUTE

export const IDEA_PERMISSIONS = {
  submit: { act: 'ideas.submit', roles: PARTICIPANTS },
  setAxis: { act: 'ideas.set-axis', roles: PARTICIPANTS, relation: 'own' },
  // An author's support counts from the first moment and cannot be taken back.
  support: { act: 'ideas.support', roles: PARTICIPANTS, relation: 'others', refusals: { own: 'own-idea' } },
  read: { act: 'ideas.read', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** @throws Refusal `empty-text`, `too-long` */
export function ideaText(typed: string): string {
  return lineWithin(typed, IDEA_LENGTH)
}

/** @throws Refusal `gone` when it was not found */
export function requireFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

/** Refuses an idea that was taken back; only its author's repeated undo may see it. @throws Refusal `gone` */
export function untaken(idea: Idea | undefined): Idea {
  const found = requireFound(idea)
  if (found.state === 'withdrawn') throw new Refusal('gone')
  return found
}

/** An idea that everybody may read. @throws Refusal `gone`, `idea-hidden` */
export function visible(idea: Idea | undefined): Idea {
  const found = untaken(idea)
  checkShown(found)
  return found
}

/**
 * An idea that can be acted on; one merged into another is acted on there.
 * @throws Refusal `idea-merged`, and of `visible`
 */
export function actable(idea: Idea): Idea {
  const found = visible(idea)
  if (found.root !== undefined) throw new Refusal('idea-merged')
  return found
}

/** @throws Refusal `gone`, `idea-hidden` */
export function readable(idea: Idea | undefined, actor: Actor): Idea {
  const found = untaken(idea)
  checkReader(found, actor)
  return found
}

/** Checks an act whose permission depends on who wrote the idea. @throws Refusal `role-needed`, and of the row */
export function permitOn(row: Permission, idea: Idea, actor: Actor): void {
  permit(row, actor.role, relationToOwner(actor, idea.author))
}

export function undoUntil(idea: Idea, actor: Actor, now: number): number | undefined {
  const until = idea.at + UNDO_TIME
  return idea.author === actor.id && now < until && !isOver(idea.state) ? until : undefined
}

export function isCorrectable(idea: Idea, actor: Actor): boolean {
  return idea.author === actor.id && idea.state === 'received' && idea.supports <= 1
}

/** The idea that inspired another one. */
export type IdeaSource = Pick<Idea, 'id' | 'text'>

/** The inspiring idea, while the reader may read it. */
export type Inspired = { readonly source?: IdeaSource }

/** An idea merged into another. Its text is '' while organisers hide it, its author’s name when unnamed. */
export type Joined = Pick<Idea, 'id' | 'text'> & { readonly authorName: string }

/** What can be undone, and until when (ms). */
export type Untold = { readonly at: number; readonly until: number }

/**
 * Of the given ideas (at most 1,000), those whose text may go to a language model: of an author who is known and did not
 * refuse it, named or not, or said at a table's by nobody in particular. Not those of an author who is no longer known, nor
 * those typed for somebody by name: neither can say. Judged each by its own author, merged or not. Which of them are left
 * out is shown to nobody: of one without a name, it would say who may have written it.
 */
export type Submittable = (tx: Tx, ideas: readonly string[]) => Promise<ReadonlySet<string>>
