import type { Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { StoredStory } from '../stories/domain.ts'

export const PUBLICATION_PERMISSIONS = {
  ready: { act: 'commitments.stories', roles: ['pilot'], relation: 'same-direction' },
  publish: { act: 'commitments.publish-story', roles: ['pilot'], relation: 'same-direction' },
  setAside: { act: 'commitments.set-story-aside', roles: ['pilot'], relation: 'same-direction' },
} as const satisfies Record<string, Permission>

/** How long a pilot still finds one that they published, to take it out of the channel (ms). */
export const REMEMBERED = 7 * DAY

/** As its pilot reads it: whose words they are is nowhere in it, unless they sign. */
export type ReadyStory = {
  readonly id: string
  readonly direction: string
  /** Exactly what the channel would show. */
  readonly text: string
  /** First name; '' when unsigned. */
  readonly signature: string
  readonly state: 'told' | 'aside' | 'published'
  /** Version of words and signature: the one that is published. */
  readonly turn: number
  /** Milliseconds, both. */
  readonly at: number
  readonly publishedAt?: number
}

/** @throws Refusal `gone` once it was withdrawn */
export function checkThere(story: StoredStory | undefined): StoredStory & Pick<ReadyStory, 'state'> {
  if (!story || story.state === 'withdrawn') throw new Refusal('gone')
  return { ...story, state: story.state }
}

/** Nothing is published that its pilot did not read. @throws Refusal `story-reworded` */
export function checkRead(story: Pick<StoredStory, 'turn'>, turn: number): void {
  if (story.turn !== turn) throw new Refusal('story-reworded')
}

/** Its card in channels shows its words; any other is emptied. */
export function isOut({ state }: Pick<StoredStory, 'state'>): boolean {
  return state === 'published'
}
