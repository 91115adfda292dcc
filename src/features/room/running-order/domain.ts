import { ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { fold, lineWithin } from '../../../kernel/text/text.ts'
import { DAY, MINUTE } from '../../../kernel/time/clock.ts'
import type { Workshop } from '../../workshops/index.ts'
import { sceneWords } from '../scene/acts.ts'
import { checkStands, FRESH_SCENE, type RoomState, type Scene } from '../scene/domain.ts'

/** A scene to come. `minutes`: how long it is planned for. */
export type OrderItem = {
  readonly id: string
  readonly scene: Scene['kind']
  readonly words: string
  readonly minutes?: number
  readonly axis?: string
}

/** `version`: 0 until it is written. */
export type RunningOrder = { readonly version: number; readonly items: readonly OrderItem[] }

/** A running order kept under a name, for other workshops. */
export type OrderModel = {
  readonly id: string
  readonly name: string
  readonly items: readonly OrderItem[]
  /** Milliseconds. */
  readonly at: number
}

export const MOST_ITEMS = 40
export const MOST_MODELS = 50
const NAME_LENGTH = 80

export const ORDER_PERMISSIONS = {
  /** `own` and `shown` as for leading the room. */
  plan: {
    act: 'room.plan',
    roles: PARTICIPANTS,
    relation: 'own',
    refusals: { others: 'room-not-led', shown: 'room-table-only' },
  },
  readModels: { act: 'room.read-models', roles: ORGANISERS },
  keepModel: { act: 'room.keep-model', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** @throws Refusal `gone` for a draft that is not theirs to see, `attendance-cancelled`, `room-over` */
export function checkPlanned(
  workshop: Pick<Workshop, 'startsAt' | 'endsAt' | 'state'>,
  { now, drafts }: { readonly now: number; readonly drafts: boolean },
): void {
  const { endsAt, state } = workshop
  if (state !== 'draft' || !drafts) checkStands(workshop)
  if (now >= endsAt + DAY) throw new Refusal('room-over', { at: endsAt + DAY })
}

/**
 * Words may still be missing, of a question too: they are asked for when it is shown.
 * @throws Refusal `too-long`, `malformed` for two items of one id, or too many
 */
export function orderItems(typed: readonly OrderItem[]): readonly OrderItem[] {
  const ids = new Set(typed.map(({ id }) => id))
  if (ids.size !== typed.length || typed.length > MOST_ITEMS) throw new Refusal('malformed')
  return typed.map(({ id, scene, words, minutes, axis }) => ({
    id,
    scene,
    words: words.trim() === '' ? '' : sceneWords(scene, words),
    ...(minutes !== undefined && { minutes }),
    ...(axis !== undefined && axis !== '' && { axis }),
  }))
}

/** @throws Refusal `empty-text`, `too-long` */
export function modelName(typed: string): { readonly name: string; readonly key: string } {
  const name = lineWithin(typed, NAME_LENGTH)
  return { name, key: fold(name) }
}

/** What a workshop's hours suggest to who has written nothing: scenes with their part of the time, in per cent. */
const SUGGESTED: readonly { readonly scene: Scene['kind']; readonly part: number }[] = [
  { scene: 'welcome', part: 10 },
  { scene: 'tables', part: 5 },
  { scene: 'question', part: 25 },
  { scene: 'wall', part: 20 },
  { scene: 'timer', part: 10 },
  { scene: 'vote', part: 10 },
  { scene: 'result', part: 5 },
  { scene: 'next', part: 15 },
]

const STEP = 5
/** A workshop shorter than this (minutes) is divided to the minute: by fives, its smallest parts would not fit in it. */
const SHORT = 100
const MOST_MINUTES = 240

/** `question`: put until somebody writes their own. `tables`: they are shown to everybody. */
type Suggestion = { readonly question: string; readonly tables: boolean }

export function suggestedItems(
  { startsAt, endsAt, axis }: Pick<Workshop, 'startsAt' | 'endsAt' | 'axis'>,
  { question, tables }: Suggestion,
): readonly OrderItem[] {
  const whole = (endsAt - startsAt) / MINUTE
  const step = whole < SHORT ? 1 : STEP
  const minutes = (part: number) =>
    Math.min(MOST_MINUTES, Math.max(step, Math.floor((whole * part) / 100 / step) * step))
  return SUGGESTED.filter(({ scene }) => tables || scene !== 'tables').map(({ scene, part }) => ({
    id: `suggested-${scene}`,
    scene,
    words: scene === 'question' ? question : '',
    minutes: minutes(part),
    ...(axis !== '' && (scene === 'question' || scene === 'wall') && { axis }),
  }))
}

/** The last item that was shown, where what is left has it; else the one before it that is left, '' for none. */
export function lastLeft(item: string, before: readonly OrderItem[], left: readonly OrderItem[]): string {
  const shown = before.findIndex(({ id }) => id === item)
  if (shown < 0) return item
  const kept = new Set(left.map(({ id }) => id))
  return before.slice(0, shown + 1).findLast(({ id }) => kept.has(id))?.id ?? ''
}

/** Where the room is in it: the item that stands, if one does, and the one that « next » shows. */
export function placeIn(
  items: readonly OrderItem[],
  { scene, item }: RoomState,
): { readonly at?: string; readonly next?: string } {
  const [first] = items
  // Before any item was shown, the room stood at the welcome: an order that begins with it goes on from there.
  const began = item === '' && first?.scene === FRESH_SCENE
  const stood = began ? 0 : items.findIndex(({ id }) => id === item)
  const standing = began && scene.since === 0 ? first : items.find(({ id }) => id === scene.item)
  const next = items[stood + 1]
  return { ...(standing && { at: standing.id }), ...(next && { next: next.id }) }
}
