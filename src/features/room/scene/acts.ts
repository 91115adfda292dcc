import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine, lineWithin } from '../../../kernel/text/text.ts'
import type { Part, RoomState, Scene } from './domain.ts'
import { type ScreenTimer, startedTimer, type TimerAct, timerAfter } from './timer.ts'

/** Characters of a scene's words, as a person counts them. */
export const WORDS_LENGTH = 280

/** What a remote asks to be shown; see the contract. */
export type WantedScene = {
  readonly kind: Scene['kind']
  readonly words: string
  readonly axis?: string
  readonly ballot?: string
  readonly minutes?: number
  readonly item?: string
}

export type WantedOptions = Readonly<Partial<Pick<RoomState, 'names' | 'axis' | 'frozen' | 'reviewed'>>>

/** `seen`: the version that the remote drew. */
type At = { readonly seen: number; readonly now: number }
/** `none`: the timer goes. */
type Wish = Readonly<Partial<Pick<RoomState, Exclude<Part, 'timer'>>>> & {
  readonly timer?: ScreenTimer | 'none'
}

/** @throws Refusal `too-long`, `empty-text` for a question without words */
export function sceneWords(kind: Scene['kind'], typed: string): string {
  return kind !== 'question' && cleanLine(typed) === '' ? '' : lineWithin(typed, WORDS_LENGTH)
}

function isSameScene(one: Scene, other: Scene): boolean {
  return (
    one.kind === other.kind &&
    one.words === other.words &&
    one.minutes === other.minutes &&
    one.item === other.item
  )
}

function movedParts(before: RoomState, wish: Wish): readonly Part[] {
  const stood = { ...before, timer: before.timer ?? 'none' }
  const parts = Object.keys(wish) as Part[]
  return parts.filter(part => JSON.stringify(wish[part]) !== JSON.stringify(stood[part]))
}

/**
 * The room after a wish; the same room where it stands already.
 * @throws Refusal `room-moved` where a part of it moved since the version that was seen
 */
function moved(before: RoomState, wish: Wish, { seen, now }: At): RoomState {
  const parts = movedParts(before, wish)
  if (parts.length === 0) return before
  if (parts.some(part => (before.movedIn[part] ?? 0) > seen)) throw new Refusal('room-moved')
  const version = before.version + 1
  const { timer: running = 'none', ...stood } = before
  const { timer = running, ...wished } = wish
  return {
    ...stood,
    ...wished,
    ...(timer !== 'none' && { timer }),
    version,
    changedAt: now,
    movedIn: { ...before.movedIn, ...Object.fromEntries(parts.map(part => [part, version])) },
  }
}

/** The scene that is wanted; the one that stands, where the same was shown since. @throws Refusal as `sceneWords` does */
function sceneWanted(
  before: RoomState,
  { kind, words, minutes, item }: WantedScene,
  { seen, now }: At,
): Scene {
  const scene: Scene = {
    kind,
    words: sceneWords(kind, words),
    since: now,
    ...(minutes !== undefined && { minutes }),
    ...(item !== undefined && { item }),
  }
  return seen < before.version && isSameScene(before.scene, scene) ? before.scene : scene
}

/**
 * Shows a scene. Its minutes start the timer beside it, unless it is a pause, which says until when.
 * @throws Refusal `too-long`, `empty-text`, `room-ballot-none`, `room-moved`
 */
export function shownScene(before: RoomState, wanted: WantedScene, at: At): RoomState {
  const { kind, axis = '', ballot = before.ballot, item, minutes } = wanted
  const scene = sceneWanted(before, wanted, at)
  const asks = kind === 'vote' || kind === 'result'
  if (asks && ballot === '') throw new Refusal('room-ballot-none')
  const holds = kind === 'question' || kind === 'wall'
  const starts = minutes !== undefined && kind !== 'pause' && scene !== before.scene
  const wish = {
    scene,
    ...(holds && { axis }),
    ...(holds && scene.words !== '' && { question: scene.words }),
    ...(asks && { ballot }),
    ...(starts && { timer: startedTimer(minutes, at.now) }),
  }
  const after = moved(before, wish, at)
  // What goes with the scene, and clashes with no other act. Nobody speaks in front of a wall that is gone.
  return after === before
    ? before
    : { ...after, frozen: kind === 'wall' && after.frozen, item: item ?? before.item }
}

/**
 * An act on the timer. Two remotes that prolong by the same, from the same version, prolong once.
 * @throws Refusal `malformed`, `room-timer-none`, `room-timer-long`, `room-moved`
 */
export function timed(before: RoomState, act: TimerAct, at: At): RoomState {
  const timing = `${act.act} ${act.minutes ?? ''} ${at.seen}`
  if (before.timing === timing) return before
  const after = moved(before, { timer: timerAfter(before.timer, act, at.now) ?? 'none' }, at)
  return after === before ? before : { ...after, timing }
}

/** @throws Refusal `room-moved` */
export function optioned(before: RoomState, wanted: WantedOptions, at: At): RoomState {
  const { names, axis, frozen, reviewed } = wanted
  const wish = {
    ...(names !== undefined && { names }),
    ...(axis !== undefined && { axis }),
    ...(frozen !== undefined && { frozen }),
    ...(reviewed !== undefined && { reviewed }),
  }
  return moved(before, wish, at)
}
