import type { Tab } from './window.ts'

/** What this device keeps of what tabs showed last, by their address. */
export function kept({ tab }: Tab): Promise<Record<string, { html: string; rules: string }>> {
  return tab.locator('html').evaluate(() => {
    const mine = Object.entries(localStorage).filter(([key]) => key.startsWith('glimpse:'))
    return Object.fromEntries(mine.map(([key, text]) => [key.slice(8), JSON.parse(text)]))
  })
}

/** Waits until the tab keeps what it shows. */
export async function keeping({ tab }: Tab): Promise<void> {
  await tab.locator('html').evaluate(async () => {
    while (!localStorage.getItem(`glimpse:${location.pathname}${location.search}`))
      await new Promise(requestAnimationFrame)
  })
}
