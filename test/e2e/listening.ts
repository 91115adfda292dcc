import assert from 'node:assert/strict'
import type { Site } from './site.ts'
import type { Tab } from './window.ts'

/** Waits until the page follows what changes: a page reads everything again as it begins to. */
export async function listening({ page }: Tab, site: Site, after: () => Promise<unknown>): Promise<void> {
  const stream = page.waitForResponse(`${site.url}/api/v1/events`)
  await after()
  assert.equal((await stream).status(), 200)
}
