import type { Locator } from 'playwright-core'
import type { Key } from '../../../src/i18n/words.ts'
import type { Tab } from '../window.ts'
import type { Scene, Viewer } from './scene.ts'

/** What opens a dialog or goes on from a page, in any language. */
export type Hand = {
  readonly window: Tab
  readonly tab: Tab['tab']
  /** The sentence at `key` up to its first parameter. */
  readonly say: (key: Key) => string
  /** The first button whose name begins so. */
  readonly button: (key: Key) => Locator
  readonly press: (key: Key) => Promise<void>
}

/** A page, or a page with a dialog open, that is held against what everybody needs. */
export type Screen = {
  /** The same as the name of its pictures. */
  readonly name: string
  readonly tab: 'personal' | 'direction' | 'organiser' | 'gallery' | 'config'
  readonly who: Viewer
  /** What a deep link asks for. */
  readonly wanted?: (scene: Scene) => string
  /** What must stand there before it is looked at; by default that nothing is busy. */
  readonly ready?: string
  /** From the page to what is meant. */
  readonly open?: (hand: Hand) => Promise<void>
  /** Shown too on a programme's first day, and with 10,000 ideas. A dialog is not. */
  readonly page?: true
  /** Looked at when all looks of all screens are asked for, and not at each change: the pages beside it are. */
  readonly thorough?: true
}
