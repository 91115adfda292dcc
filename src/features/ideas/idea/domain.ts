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
import { lineWithin } from '../../../kernel/text/text.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import { checkReader, checkShown, type Hiding } from './hiding.ts'
import type { Credit, Origin } from './origin.ts'
import { type Decision, type IdeaState, isOver } from './state.ts'

/** What a person who answers for the idea's Direction says of it. */
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
  /** Absent until the author says which: nothing accepted is lost for want of it. */
  readonly axis?: string
  /** The author's own words. */
  readonly text: string
  readonly state: IdeaState
  /** The box it came through, and the channel where it stands. */
  readonly box?: string
  readonly channel?: string
  /** Opaque: the thread in which it was said to the bot. Absent when it came through a box, a chat or a tab. */
  readonly address?: string
  /** The workshop it was said at. */
  readonly origin?: Origin
  /** Somebody else typed it for whom it comes from: `author` is then ''. */
  readonly credit?: Credit
  readonly inspiredBy?: string
  /** People who support it, its author included. */
  readonly supports: number
  /** Directions among them. */
  readonly directions: number
  readonly comments: number
  readonly answer?: IdeaAnswer
  /** The last one. */
  readonly decision?: Decision
  /** While organisers hide it. */
  readonly hidden?: Hiding
  /** Reports that wait for organisers. */
  readonly reports?: number
  /** Id of the idea that stands for it, while it is joined with others. */
  readonly root?: string
  /** Milliseconds. */
  readonly at: number
}

/** Names are '' when the person is no longer known, or stays unnamed. */
export type IdeaNamed = Idea &
  Inspired & {
    readonly authorName: string
    readonly answererName: string
    readonly deciderName: string
    /** Ideas that this one stands for. */
    readonly joined?: readonly Joined[]
    /** The one that stands for it. */
    readonly leads?: Joined
  }

/** An idea as one person sees it. */
export type IdeaSeen = IdeaNamed & {
  readonly mine: boolean
  readonly supported: boolean
  /** Organisers have not looked yet at what the person reported. */
  readonly reported?: true
  /** They wrote one that it stands for: as on their own, their support is not theirs to take back. */
  readonly wroteJoined?: true
  /** Until when its author may take it back, in milliseconds; absent for others, and once that is over. */
  readonly undoUntil?: number
  /** Its author may change its text. */
  readonly correctable: boolean
  /** Its author may have their name taken off it. */
  readonly namedStill: boolean
  readonly mayAnswer: boolean
  /** The person decides about reports and joins ideas. */
  readonly mayModerate?: true
  readonly mayDecide: boolean
  /** Done and told to nobody yet, for those who answer for its Direction: to them it stands already. */
  readonly untold?: { readonly decision?: Untold; readonly answer?: Untold }
}

/** Characters as a person counts them. */
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

/** What was looked for. @throws Refusal `gone` when it is no longer there */
export function requireFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

/** An idea that was taken back is there for its author's repeated gesture only. @throws Refusal `gone` */
export function untaken(idea: Idea | undefined): Idea {
  const found = requireFound(idea)
  if (found.state === 'withdrawn') throw new Refusal('gone')
  return found
}

/** An idea in everybody's sight. @throws Refusal `gone`, `idea-hidden` */
export function visible(idea: Idea | undefined): Idea {
  const found = untaken(idea)
  checkShown(found)
  return found
}

/** One that stands by itself: what is joined with another is acted on there. @throws Refusal `idea-merged`, and of `visible` */
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

/** Holds an act that turns on who wrote the idea against its row. @throws Refusal `role-needed`, and of the row */
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

/** The idea after which another was proposed. */
export type IdeaSource = Pick<Idea, 'id' | 'text'>

/** Told with the other while it can be read. */
export type Inspired = { readonly source?: IdeaSource }

/** An idea that another one stands for. Its text is '' while organisers hide it, its author’s name when unnamed. */
export type Joined = Pick<Idea, 'id' | 'text'> & { readonly authorName: string }

/** What may be taken back, and until when (ms). */
export type Untold = { readonly at: number; readonly until: number }
