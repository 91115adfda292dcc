import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'

/** Waits for as many as are meant, since a page may still be drawing them, then refuses one too many. */
export async function counted(found: Locator, count: number): Promise<void> {
  await found.nth(count - 1).waitFor({ state: 'attached' })
  assert.equal(await found.count(), count)
}
