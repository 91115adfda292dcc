import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A room: its phones, each of a person of its own at one of the instances, and one screen. */
export type RoomLoad = {
  readonly workshop: string
  readonly axis: string
  readonly phones: readonly { readonly origin: string; readonly token: string }[]
  readonly screen: { readonly origin: string; readonly key: string }
  readonly ideasPerMinute: number
  readonly supportsPerMinute: number
  /** How long is measured, and how long people press before that (ms). */
  readonly measured: number
  readonly before: number
}

/** Milliseconds. `busy`: the share of one processor that asking took. */
export type RoomMeasured = {
  /** From a press until the screen's wall was answered with it. */
  readonly seen: readonly number[]
  /** The same for ideas alone. */
  readonly ideas: readonly number[]
  readonly presses: readonly number[]
  /** Presses that the screen never showed. */
  readonly unseen: number
  /** Presses that were answered by anything but a 2xx. */
  readonly refused: readonly string[]
  /** How often phones were told something, what they read then, and how often the screen was told. */
  readonly told: number
  readonly reads: readonly number[]
  readonly screenTold: number
  readonly screenReads: readonly number[]
  readonly busy: number
}

/** The phones and the screen, in a process that takes nothing from whoever answers. @throws Error when it fails */
export async function playRoom(load: RoomLoad): Promise<RoomMeasured> {
  const child = fork(fileURLToPath(new URL('room-load.ts', import.meta.url)), [], {
    execArgv: [],
    env: {},
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.send(load)
  const [said] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => [{ failed: `the load ended with ${code}` }]),
  ])) as [RoomMeasured | { failed: string }]
  child.disconnect()
  if ('failed' in said) throw new Error(said.failed)
  return said
}
