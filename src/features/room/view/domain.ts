import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { WholeLanguage } from '../../../kernel/text/language.ts'
import type { ScreenBallot } from '../../ballots/index.ts'
import type { Axis, Programme } from '../../programme/index.ts'
import type { Workshop } from '../../workshops/index.ts'
import { pausedUntil, type RoomState } from '../scene/domain.ts'
import { hasEnded, type ScreenTimer } from '../scene/timer.ts'

/** An axis in the programme's language. */
type AxisNow = Omit<Axis, 'title' | 'promise'> & { readonly title: string; readonly promise: string }

/** A screen's key reads nothing else of the programme. */
export type ProgrammeNow = {
  readonly language: WholeLanguage
  readonly zone: string
  readonly axes: readonly AxisNow[]
}

/** What may be known of a workshop by whoever is in its room. Milliseconds. */
export type RoomOf = {
  readonly id: string
  readonly title: string
  readonly place?: string
  readonly startsAt: number
  readonly endsAt: number
  readonly axes: readonly string[]
}

export type TimerNow = ScreenTimer & { readonly ended?: true }

/** `url`: of the code that turns. */
export type CodeNow = { readonly url: string; readonly letters: string; readonly turnsAt: number }
export type TableNow = {
  readonly number: number
  readonly people: readonly string[]
  readonly others: Shown
}
export type StepNow = { readonly sentence: string; readonly until?: number; readonly kept?: true }

type SceneKey = RoomState['scene']['kind']

/** The scene as it is drawn; the contract's words for it. */
export type SceneNow =
  | { readonly kind: 'welcome'; readonly words?: string; readonly checkIn?: CodeNow }
  | { readonly kind: 'tables'; readonly names: boolean; readonly tables: readonly TableNow[] }
  | { readonly kind: 'question'; readonly text: string; readonly axis?: string }
  | {
      readonly kind: 'wall'
      readonly axis?: string
      readonly frozen: boolean
      readonly reviewed: boolean
      readonly question?: string
    }
  | { readonly kind: 'timer'; readonly words?: string }
  | { readonly kind: 'vote'; readonly ballot: ScreenBallot }
  | {
      readonly kind: 'result'
      readonly ballot: ScreenBallot
      readonly winners: readonly number[]
      readonly sequel?: { readonly sentence: string }
    }
  | { readonly kind: 'next'; readonly words?: string; readonly steps: readonly StepNow[] }
  | { readonly kind: 'pause'; readonly until?: number; readonly words?: string }
  | { readonly kind: 'gone'; readonly was: SceneKey }

export type RoomNow = {
  readonly version: number
  readonly at: number
  readonly programme: ProgrammeNow
  readonly workshop: RoomOf
  readonly scene: SceneNow
  readonly timer?: TimerNow
  readonly present: Shown
  readonly join: { readonly url: string }
}

/** What the scene needs of other features, as far as the reader may know it; absent: there is none. */
export type Material = {
  readonly code?: CodeNow
  readonly tables?: readonly TableNow[]
  readonly names: boolean
  readonly ballot?: ScreenBallot
  readonly winners?: readonly number[]
  readonly sequel?: string
  readonly steps: readonly StepNow[]
}

export const NOTHING: Material = { names: false, steps: [] }

/** The room is one for all: it speaks the programme's language, whoever looks at it. */
export function programmeNow(
  { language, axes }: Pick<Programme, 'language' | 'axes'>,
  zone: string,
): ProgrammeNow {
  const inWords = ({ id, title, promise, icon, slot, colours }: Axis): AxisNow => ({
    id,
    title: title[language],
    promise: promise[language],
    icon,
    slot,
    colours,
  })
  return { language, zone, axes: axes.map(inWords) }
}

export function roomOf(workshop: Workshop, axes: Programme['axes']): RoomOf {
  const { id, title, place, startsAt, endsAt, axis } = workshop
  return {
    id,
    title,
    ...(place !== '' && { place }),
    startsAt,
    endsAt,
    axes: axis === '' ? axes.map(each => each.id) : [axis],
  }
}

export function timerNow(timer: ScreenTimer | undefined, now: number): TimerNow | undefined {
  return timer && { ...timer, ...(hasEnded(timer, now) && { ended: true as const }) }
}

const said = (words: string) => (words === '' ? {} : { words })

/** The scene that stands, out of what the reader may know; `gone` where what it is about is no more. */
export function sceneNow(state: RoomState, known: Material): SceneNow {
  const { scene, question, axis, frozen, reviewed } = state
  const { kind, words } = scene
  const held = axis === '' ? {} : { axis }
  const gone = { kind: 'gone', was: kind } as const
  switch (kind) {
    case 'welcome':
      return { kind, ...said(words), ...(known.code && { checkIn: known.code }) }
    case 'tables':
      return known.tables ? { kind, names: known.names, tables: known.tables } : gone
    case 'question':
      return { kind, text: words, ...held }
    case 'wall':
      return { kind, ...held, frozen, reviewed, ...(question !== '' && { question }) }
    case 'timer':
      return { kind, ...said(words) }
    case 'vote':
      return known.ballot ? { kind, ballot: known.ballot } : gone
    case 'result': {
      const { ballot, winners = [], sequel } = known
      if (!ballot) return gone
      return { kind, ballot, winners, ...(sequel !== undefined && { sequel: { sentence: sequel } }) }
    }
    case 'next':
      return { kind, ...said(words), steps: known.steps }
    case 'pause': {
      const until = pausedUntil(scene)
      return { kind, ...(until !== undefined && { until }), ...said(words) }
    }
  }
}

/** People checked in: whoever is in the room sees them. */
export const presentNow = (count: number): Shown => exact('present', count)
