import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { KEYS } from '../../../src/i18n/words.ts'
import type { Language } from '../../../src/kernel/text/language.ts'

const CARD = '.ac-adaptiveCard'
const ANSWERED = '/_conversation/v1/invoke'
/** A folder that gets a picture of each card, for whoever wants to look at them. */
const SHOTS = process.env.PLAYGROUND_SHOTS ?? ''

const KNOWN: ReadonlySet<string> = new Set(KEYS)

/** Kinds of space are one: a locale's own stand in texts. */
export const even = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** What somebody sees in the place of a word: a key, a place that nothing filled, a value that is none. */
function rawIn(text: string): string[] {
  const keys = (text.match(/[a-z]+(?:[.-][A-Za-z-]+)+/g) ?? []).filter(word => KNOWN.has(word))
  return [...keys, ...(text.match(/\$\{|\{\w+[,}]|undefined|\bNaN\b|\[object/g) ?? [])]
}

/** The texts that are cut, or stand out of their card. Without a named function: the page would not know tsx's own. */
function cutIn(card: Element): string[] {
  const edge = card.getBoundingClientRect().right + 1
  const parts = [...card.querySelectorAll<HTMLElement>('*')]
  return (
    parts
      .filter(
        part =>
          part.getBoundingClientRect().right > edge ||
          (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== 'visible'),
      )
      .map(part => part.textContent)
      // The Playground's own way to more buttons.
      .filter(text => text !== '...')
  )
}

const exactly = (title: string) =>
  new RegExp(`^\\s*${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+')}\\s*$`)

export type Card = ReturnType<typeof cardAt>

/** One card of a conversation, in its place whatever stands in it. */
function cardAt(page: Page, at: Locator, language: Language) {
  // What opens an address is a link there.
  const acts = at.getByRole('button').or(at.getByRole('link'))
  const button = (title: string) => acts.filter({ hasText: exactly(title) })
  const more = acts.filter({ hasText: /^\s*\.\.\.\s*$/ })

  /** The button of that title, or the line of the menu that « ... » opens. */
  async function reach(title: string, nth: number): Promise<Locator> {
    const inSight = button(title).nth(nth)
    await inSight.or(more).first().waitFor()
    if (await inSight.isVisible()) return inSight
    await more.last().click()
    return page.getByRole('menuitem').filter({ hasText: exactly(title) })
  }

  const card = {
    at,
    text: async () => even((await at.allInnerTexts()).join(' ')),

    /** Waits until the words stand there, and holds the card to what every card owes. @throws Error with what stands there */
    async shows(...texts: readonly string[]): Promise<void> {
      for (const text of texts) {
        await at
          .filter({ hasText: text })
          .waitFor()
          .catch(async () => {
            throw new Error(`«${even(text)}» is not in «${await card.text()}»`)
          })
      }
      assert.deepEqual(rawIn(await card.text()), [])
      assert.deepEqual(await at.evaluate(cutIn), [])
    },

    /** The titles of its buttons, from first to last. */
    buttons: async () => (await acts.allInnerTexts()).map(even),

    /** Presses the button, the `nth` of that title, and waits for the bot's answer. */
    async press(title: string, nth = 0): Promise<void> {
      const answered = page.waitForResponse(response => response.url().endsWith(ANSWERED))
      await (await reach(title, nth)).click()
      const response = await answered
      assert.equal(response.status(), 200, title)
    },

    /** Presses the row of that name, as it is read aloud, and waits for the bot's answer. `keys`: by these. */
    async tap(name: string, keys: readonly string[] = []): Promise<void> {
      const answered = page.waitForResponse(response => response.url().endsWith(ANSWERED))
      const row = at.getByRole('button', { name, exact: true })
      await (keys.length === 0 ? row.click() : row.waitFor())
      for (const key of keys) {
        if (key === 'Enter') assert.ok(await row.evaluate(node => node === document.activeElement), name)
        await page.keyboard.press(key)
      }
      assert.equal((await answered).status(), 200, name)
    },

    /** The address that a button opens in a window of its own, which is closed again. */
    async opens(title: string): Promise<string> {
      const context = page.context()
      const [opened, asked] = [
        context.waitForEvent('page'),
        context.waitForEvent('request', request => request.isNavigationRequest()),
      ]
      await button(title).click()
      const url = (await asked).url()
      await (await opened).close()
      return url
    },

    fill: (label: string, text: string) => at.getByLabel(label).fill(text),
    typed: (label: string) => at.getByLabel(label).inputValue(),
    choose: (title: string) => at.getByRole('radio', { name: title }).click(),
    async pick(label: string, title: string) {
      await at.getByRole('combobox', { name: label }).click()
      await page.getByRole('option', { name: title }).click()
    },

    async shoot(name: string): Promise<void> {
      if (SHOTS === '') return
      await at.screenshot({ path: join(SHOTS, `${language}-${name}.png`) })
    },
  }
  return card
}

/** Which of the cards from `first` on holds the words, from 1; 0 when none does. */
function placeOf([selector, first, wanted]: readonly [string, number, string]): number {
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  return (
    all.findIndex((one, at) => at >= first && one.textContent.replaceAll(/\s+/g, ' ').includes(wanted)) + 1
  )
}

/** The conversations of the Playground's window. */
export function chatOf(page: Page, language: Language) {
  const cards = page.locator(CARD)
  let from = 0

  /** The first card since the mark in which the words stand; `first`: from that one on. */
  async function arrived(text: string, first = from): Promise<Card> {
    const found = await page.waitForFunction(placeOf, [CARD, first, even(text)] as const).catch(async () => {
      const since = (await cards.allInnerTexts()).slice(first).map(even)
      throw new Error(`«${even(text)}» did not arrive, but ${JSON.stringify(since)}`)
    })
    return cardAt(page, cards.nth((await found.jsonValue()) - 1), language)
  }

  return {
    arrived,
    standing: (text: string) => arrived(text, 0),
    /** Cards that stand there now are no news. */
    mark: async () => {
      from = await cards.count()
    },
    /** Cards since the mark. */
    news: async () => (await cards.count()) - from,
    /** Does something in another conversation, and comes back. */
    async elsewhere(name: RegExp, work: (last: (text: string) => Promise<Card>) => Promise<void>) {
      const held = from
      from = 0
      await page.getByRole('treeitem', { name }).click()
      await work(arrived).finally(async () => {
        await page.getByRole('treeitem', { name: /Personal Chat/ }).click()
        from = held
      })
    },
  }
}
