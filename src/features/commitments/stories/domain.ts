import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { countGraphemes } from '../../../kernel/text/graphemes.ts'
import { namePartsOf } from '../../../kernel/text/names.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import type { Targets } from '../../channels/index.ts'
import type { Commitment, CommitmentStory } from '../commitment/domain.ts'

export const STORY_PERMISSIONS = {
  tell: { act: 'commitments.tell', roles: PARTICIPANTS, relation: 'own' },
  withdraw: { act: 'commitments.withdraw-story', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

/** Fact that has its card in channels drawn again. */
export const STORY_CHANGED = 'commitments.story-changed'

/** In grapheme clusters. */
const STORY_LENGTH = 280

/** Of fewer people than this, words alone may tell colleagues whose they are. */
const SMALL = 50

/** A story as it is stored. One withdrawn after its publication keeps no words and no person, and has its cards emptied. */
export type StoredStory = Omit<CommitmentStory, 'state'> & {
  readonly state: CommitmentStory['state'] | 'withdrawn'
  readonly commitment?: string
  /** Whose words they are. */
  readonly person?: string
  /** Milliseconds: last change of any kind. */
  readonly changedAt: number
}

/** What the form sends. */
export type StoryWords = { readonly text: string; readonly named: boolean }

/** Where somebody's words would go. */
export type StoryPlace = {
  readonly direction: string
  /** Whoever may read and publish them: the pilot and the deputies. */
  readonly pilots: readonly { readonly id: string; readonly name: string }[]
  readonly channels: Targets['channels']
  /** The Direction has so few people that words alone may tell whose they are. */
  readonly small: boolean
}

/** What the form shows before anything is sent. */
export type StoryForm = StoryPlace & {
  readonly commitment: Commitment
  readonly text: string
  readonly named: boolean
  /** The actor's private note is among the proposed words. */
  readonly noted: boolean
  readonly firstName: string
}

/** @throws Refusal `empty-text`, `too-long` */
export function storyText(typed: string): string {
  return lineWithin(typed, STORY_LENGTH)
}

/** Names of those who will read somebody's words, but their own; none where nobody else does. */
export function readersOf({ pilots }: Pick<StoryPlace, 'pilots'>, author: string): readonly string[] {
  return pilots.flatMap(({ id, name }) => (id === author ? [] : [name]))
}

/** Whether words without a name may be recognised. A `headcount` of 0 is not known, and counts as few. */
export function isSmall(headcount: number): boolean {
  return headcount < SMALL
}

/** The first name that signs; '' when it is to stay unsigned, or nothing is known of the person any more. */
export function signatureOf(named: boolean, name: string | undefined): string {
  return named && name !== undefined ? cleanLine(namePartsOf(name).first) : ''
}

/** Words to begin with: the commitment's, then its last note where both fit. `noted`: the note is among them. */
export function draftOf({ text, lastNote }: Pick<Commitment, 'text' | 'lastNote'>): {
  readonly text: string
  readonly noted: boolean
} {
  if (!lastNote) return { text, noted: false }
  const joined = `${text}${/[.!?…]$/u.test(text) ? '' : '.'} ${lastNote.text}`
  const fits = countGraphemes(joined) <= STORY_LENGTH
  return fits ? { text: joined, noted: true } : { text, noted: false }
}

/** @throws Refusal `story-not-kept` */
export function checkKept({ state }: Pick<Commitment, 'state'>): void {
  if (state !== 'kept') throw new Refusal('story-not-kept')
}

/** Whether the words or the signature differ. */
export function differs({ text, named }: StoryWords, told: Pick<StoredStory, 'text' | 'named'>): boolean {
  return text !== told.text || named !== told.named
}

/** What is left of a published one that is withdrawn. `at`: milliseconds. */
export function emptied({ id, direction, turn, at, publishedAt }: StoredStory, now: number): StoredStory {
  return {
    id,
    direction,
    text: '',
    named: false,
    state: 'withdrawn',
    turn: turn + 1,
    at,
    changedAt: now,
    ...(publishedAt !== undefined && { publishedAt }),
  }
}
