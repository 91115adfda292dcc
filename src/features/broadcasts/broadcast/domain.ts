import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { countGraphemes } from '../../../kernel/text/graphemes.ts'
import { cleanLines } from '../../../kernel/text/text.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { Audience } from '../audience/domain.ts'

/** Characters of a text, and lines: a card is read on a phone. */
export const TEXT_LIMIT = 1_000
const LINES_LIMIT = 20
/** How long after its start it still goes to whoever could not have it before, in milliseconds. */
export const LASTS = 14 * DAY

/** What the card shows besides the text. */
export type Thing = { readonly kind: 'workshop' | 'ballot'; readonly id: string }

/** Something that can be named. */
export type Named = Thing & { readonly title: string }

/** What a broadcast names: the title of its workshop, or of who is invited by one. As it was typed. */
export type Titles = { readonly audience: string; readonly thing: string }

/** Running, it is done once nothing waits: see `stageOf`. */
export type State = 'draft' | 'running' | 'paused' | 'stopped'

export type Draft = {
  /** Lines with `\n` between. */
  readonly text: string
  readonly audience: Audience
  readonly thing?: Thing
}

export type Broadcast = Draft & {
  readonly id: string
  readonly author: string
  /** 1, and one more with each change. */
  readonly version: number
  /** The version that was last rehearsed. */
  readonly rehearsed?: number
  readonly state: State
  /** How many people it was for when it was started; 0 when it is for channels. */
  readonly people: number
  /** The last person told, by id; undefined once everybody is. */
  readonly spread?: string
  /** How often it was decided to send again what nothing confirmed, and how far the last of these is done. */
  readonly again: number
  readonly againAfter?: string
  /** Milliseconds. */
  readonly createdAt: number
  readonly changedAt: number
  readonly startedAt?: number
  /** It goes to nobody after this. */
  readonly until?: number
}

const READERS: readonly Role[] = ['organiser', 'observer']

export const PERMISSIONS = {
  read: { act: 'broadcasts.read', roles: READERS },
  write: { act: 'broadcasts.write', roles: ORGANISERS },
  remove: { act: 'broadcasts.remove', roles: ORGANISERS },
  rehearse: { act: 'broadcasts.rehearse', roles: ORGANISERS },
  start: { act: 'broadcasts.start', roles: ORGANISERS },
  pause: { act: 'broadcasts.pause', roles: ORGANISERS },
  goOn: { act: 'broadcasts.go-on', roles: ORGANISERS },
  stop: { act: 'broadcasts.stop', roles: ORGANISERS },
  again: { act: 'broadcasts.again', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** @throws Refusal `gone` */
export function standing<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

/** Code units that a character may take on average: a card holds 28 kB. */
const UNITS = 4
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** The text cleaned, line by line. @throws Refusal `empty-text`, `too-long`, `lines-many` */
export function textOf(typed: string): string {
  const lines = cleanLines(typed)
  const text = lines.join('\n')
  if (!VISIBLE.test(text)) throw new Refusal('empty-text')
  const count = text.length > TEXT_LIMIT * UNITS ? text.length : countGraphemes(text)
  if (count > TEXT_LIMIT) throw new Refusal('too-long', { count, max: TEXT_LIMIT })
  if (lines.length > LINES_LIMIT) throw new Refusal('lines-many', { count: lines.length, max: LINES_LIMIT })
  return text
}

/** Whether the two would reach the same people with the same words. */
export function isSame(one: Draft, other: Draft): boolean {
  const text = ({ text, audience, thing }: Draft) => JSON.stringify([text, audience, thing?.kind, thing?.id])
  return text(one) === text(other)
}

/** @throws Refusal `broadcast-begun` */
export function checkDraft({ state }: Broadcast): void {
  if (state !== 'draft') throw new Refusal('broadcast-begun')
}

/**
 * Whether the draft may go as it was rehearsed. `version`: the one that the button was drawn for.
 * @throws Refusal `broadcast-changed`, `broadcast-unrehearsed`
 */
export function checkStart(broadcast: Broadcast, version: number): void {
  if (broadcast.version !== version) throw new Refusal('broadcast-changed')
  if (broadcast.rehearsed !== version) throw new Refusal('broadcast-unrehearsed')
}

/** Why somebody is told: names the occasion, so that nobody is told twice. */
export function reasonOf(id: string): string {
  return `broadcast:${id}:1`
}
