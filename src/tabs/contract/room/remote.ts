import { z } from 'zod'
import { id } from '../primitives.ts'
import type { RoomView } from './room.ts'

/** Characters of a scene's words, as a person counts them: the use-case counts. Code units here. */
const words = z.string().max(4_000).optional()
const axis = z.string().max(40).optional()
const minutes = z.number().int().min(1).max(240)
const version = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/**
 * What to show. `minutes`: the timer starts with it; of a pause: so long until it goes on. `ballot`: which vote, or the last
 * that the room was asked. `item`: of the running order, the one that stands from now on.
 */
export const sceneInput = z.strictObject({
  kind: z.enum(['welcome', 'tables', 'question', 'wall', 'timer', 'vote', 'result', 'next', 'pause']),
  words,
  axis,
  ballot: id.optional(),
  minutes: minutes.optional(),
  item: id.optional(),
})
export type SceneInput = z.infer<typeof sceneInput>

/**
 * Each act names the version it saw. If that moved, the same wish is answered as it stands; another is refused,
 * `room-moved`, if it moves what has moved since.
 * POST /workshops/:id/remote/show → RemoteView
 */
export const showInput = z.strictObject({ version, scene: sceneInput })
export type ShowInput = z.infer<typeof showInput>

/** POST /workshops/:id/remote/timer → RemoteView. `minutes`: to start and to prolong. */
export const timerInput = z.strictObject({
  version,
  act: z.enum(['start', 'prolong', 'pause', 'resume', 'stop']),
  minutes: minutes.optional(),
})
export type TimerInput = z.infer<typeof timerInput>

/** POST /workshops/:id/remote/options → RemoteView. `axis`: '' for all. */
export const optionsInput = z.strictObject({
  version,
  names: z.boolean().optional(),
  axis,
  frozen: z.boolean().optional(),
  reviewed: z.boolean().optional(),
})
export type OptionsInput = z.infer<typeof optionsInput>

/** GET /workshops/:id/remote → RemoteView, for an organiser or who facilitates the workshop as a whole. */
export type RemoteView = {
  readonly room: RoomView
  readonly order: RunningOrderView
  readonly screens: readonly RoomScreen[]
  readonly options: RoomOptions
}

/** A screen that was paired: since when (ms), and the name of who did it. */
export type RoomScreen = { readonly key: string; readonly since: number; readonly by: string }

/** `names`: of the people who let theirs be shown. `axis`: the one that the wall is held to. */
export type RoomOptions = {
  readonly names: boolean
  readonly frozen: boolean
  readonly reviewed: boolean
  readonly axis?: string
}

export const orderItem = z.strictObject({
  id,
  scene: z.enum(['welcome', 'tables', 'question', 'wall', 'timer', 'vote', 'result', 'next', 'pause']),
  words: z.string().max(4_000).default(''),
  minutes: minutes.optional(),
  axis,
})
export type RunningOrderItem = z.infer<typeof orderItem>

/** PUT /workshops/:id/running-order → RunningOrderView */
export const orderInput = z.strictObject({ version, items: z.array(orderItem).max(40) })
export type OrderInput = z.infer<typeof orderInput>

/**
 * `at`: id of the item that stands; `next`: of the one that « next » shows. `proposed`: nothing was written yet, and this is
 * what the workshop's hours suggest; its words are '' where the page has its own.
 */
export type RunningOrderView = {
  readonly version: number
  readonly items: readonly RunningOrderItem[]
  readonly at?: string
  readonly next?: string
  readonly proposed?: true
}

/** POST /workshops/:id/running-order/models: keeps the workshop's as it stands, under a name → RunningOrderModelView */
export const modelInput = z.strictObject({ name: z.string().max(400) })

/** GET /running-order/models?after= → Page<RunningOrderModelView>, the last kept first; 20 a page. */
export type RunningOrderModelView = {
  readonly id: string
  readonly name: string
  readonly items: readonly RunningOrderItem[]
}
