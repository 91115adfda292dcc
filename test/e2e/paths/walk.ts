import { join } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import type { Person } from '../../support/sign-in/cast.ts'
import { buttonsOn, inputsOn } from '../../support/teams/card-view.ts'
import type { Button, Filled, Shown } from '../../support/teams/index.ts'
import { still } from '../screens/walk.ts'
import { openTab, type Tab } from '../window.ts'
import {
  type Counts,
  countsOf,
  countsOfCard,
  fuller,
  NOTHING,
  sum,
  tapsToFill,
  tapsToPress,
} from './shown.ts'
import type { Town } from './town.ts'

/** What one path cost whoever went along it. */
export type Walked = Counts & {
  /** Pages, dialogs and cards met. */
  readonly views: number
  readonly taps: number
  /** Texts typed. */
  readonly typed: number
}

type Told = {
  /** A folder that gets a picture of each page before it is tapped. */
  readonly pictures?: string
  /** Gets what each card says. */
  readonly tell?: (text: string) => void
}

export type Walk = ReturnType<typeof createWalk>

/** One person on one path: does what is asked, and counts what they meet on the way. */
export function createWalk(browser: Browser, town: Town, who: Person, name: string, told: Told = {}) {
  let met = NOTHING
  let [views, taps, typed, pictured] = [0, 0, 0, 0]
  /** The page or dialog before them, at its fullest so far. */
  let before: Counts | undefined
  let window: Tab | undefined

  function leave(): void {
    if (before) met = sum(met, before)
    before = undefined
  }

  function meet(): void {
    leave()
    views++
    before = NOTHING
  }

  /** What lies between the top and what is pressed, or the end of the window when that is lower; all of a dialog. */
  async function look({ tab, page }: Tab, pressed?: Locator): Promise<void> {
    await still({ tab } as Tab)
    const dialog = tab.getByRole('dialog')
    const isOver = await dialog.isVisible()
    const end = await tab
      .locator('html')
      .evaluate(html => (html.ownerDocument.defaultView?.innerHeight ?? 0) + html.scrollTop)
    const below = await pressed?.evaluate(
      node => node.getBoundingClientRect().bottom + document.documentElement.scrollTop,
    )
    const counts = isOver
      ? await countsOf(dialog)
      : await countsOf(tab.locator('html'), Math.max(end, below ?? 0))
    before = fuller(before ?? NOTHING, counts)
    if (told.pictures !== undefined)
      await page.screenshot({ path: join(told.pictures, `${name}-${++pictured}.png`) })
  }

  function read(shown: Shown): Shown {
    leave()
    views++
    met = sum(met, countsOfCard(shown.card))
    const buttons = buttonsOn(shown.card).map(
      ({ title, mode }) => `[${title}]${mode === 'secondary' ? '…' : ''}`,
    )
    told.tell?.(`${shown.text}\n  ${buttons.join(' ')}`)
    return shown
  }

  return {
    town,
    who,
    /** They see this card, of a channel or of their chat. */
    reads: read,
    async says(text: string): Promise<Shown> {
      typed++
      return read(await town.bot.as(who).says(text))
    },
    async presses(card: Shown, button: Button, filled: Filled = {}): Promise<Shown> {
      const texts = inputsOn(card.card).filter(({ id, type }) => type === 'Input.Text' && filled[String(id)])
      typed += texts.length
      taps += tapsToPress(card.card, button) + tapsToFill(card.card, filled)
      return read(await town.bot.as(who).presses(card, button, filled))
    },
    /** They open a tab, on a phone unless `width` says otherwise. */
    async opens(options: Parameters<typeof openTab>[3] = {}): Promise<Tab> {
      meet()
      const { width = 360 } = options
      const touch = width < 600
      window = await openTab(browser, town.served, who, {
        ...options,
        width,
        touch,
        from: town.bot.clock.now(),
      })
      return window
    },
    async taps(target: Locator): Promise<void> {
      if (!window) throw new Error('no tab is open')
      await target.waitFor()
      await look(window, target)
      taps++
      await target.click()
    },
    async types(field: Locator, text: string): Promise<void> {
      typed++
      await field.fill(text)
    },
    /** Another page, or a dialog over it, has come once `sign` stands. */
    async meets(sign: Locator): Promise<void> {
      await sign.waitFor()
      meet()
    },
    /** They see that it is done. */
    async sees(sign: Locator): Promise<void> {
      if (!window) throw new Error('no tab is open')
      await sign.first().waitFor()
      await look(window, sign.first())
    },
    close: async () => window?.close(),
    walked(): Walked {
      leave()
      return { views, taps, typed, ...met }
    },
  }
}
