import type { Tab } from './window.ts'

/** What the tab has loaded from us so far, by address, in bytes as sent. */
export function firstLoad({ tab }: Tab) {
  return tab.locator('html').evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map(entry => entry as PerformanceResourceTiming)
      .filter(({ name }) => name.includes('/tabs/'))
      .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
  )
}
