import { EVERYONE, ORGANISERS, PARTICIPANTS, type Permission } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lineWithin } from '../../kernel/text.ts'

export type Idea = {
  readonly id: string
  /** Person's id. */
  readonly author: string
  readonly direction?: string
  /** Absent until the author says which: nothing accepted is lost for want of it. */
  readonly axis?: string
  /** The author's own words. */
  readonly text: string
  readonly state: 'received'
  /** The box it came through, with its channel. */
  readonly box?: string
  readonly channel?: string
  /** Opaque: the thread in which it was said to the bot. Absent when it came through a box, a chat or a tab. */
  readonly address?: string
  /** People who support it, its author included. */
  readonly supports: number
  /** Directions among them. */
  readonly directions: number
  /** Milliseconds. */
  readonly at: number
}

/** An idea as one person sees it. */
export type IdeaSeen = Idea & {
  /** '' when the author is no longer known. */
  readonly authorName: string
  readonly mine: boolean
  readonly supported: boolean
}

/** A question put to a channel, whose answers become ideas. */
export type IdeaBox = {
  readonly id: string
  readonly question: string
  readonly channel: string
  readonly organiser: string
  readonly at: number
}

/** Characters as a person counts them. */
export const IDEA_LENGTH = 280
export const QUESTION_LENGTH = 120

export const PERMISSIONS = {
  submit: { act: 'ideas.submit', roles: PARTICIPANTS },
  setAxis: { act: 'ideas.set-axis', roles: PARTICIPANTS, relation: 'own' },
  support: { act: 'ideas.support', roles: PARTICIPANTS },
  read: { act: 'ideas.read', roles: EVERYONE },
  openBox: { act: 'ideas.open-box', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** @throws Refusal `empty-text`, `too-long` */
export function ideaText(typed: string): string {
  return lineWithin(typed, IDEA_LENGTH)
}

/** @throws Refusal `empty-text`, `too-long` */
export function boxQuestion(typed: string): string {
  return lineWithin(typed, QUESTION_LENGTH)
}

/** An author's support counts from the first moment and cannot be taken back. @throws Refusal `own-idea` */
export function checkSupporter(idea: Idea, person: string): void {
  if (idea.author === person) throw new Refusal('own-idea')
}

/** What was looked for. @throws Refusal `gone` when it is no longer there */
export function standing<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}
