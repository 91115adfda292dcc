import type { Tab } from '../window.ts'

/** How tall the page is, or the dialog over it. */
function tallness({ tab }: Tab): Promise<number> {
  return tab.locator('html').evaluate(html => {
    const over = html.querySelector('.dialog-content')
    return over ? html.clientHeight + over.scrollHeight - over.clientHeight : html.scrollHeight
  })
}

/** Until the frame has its height, and is drawn so. */
function settle({ tab }: Tab, height: number): Promise<void> {
  return tab.locator('html').evaluate(async (_, wanted) => {
    for (let frame = 0; frame < 60; frame++) {
      await new Promise(requestAnimationFrame)
      if (innerHeight >= wanted) return
    }
  }, height)
}

/** As tall as what it shows, a picture of the frame alone would cut it; twice, for what comes once there is room for it. */
export async function shoot(window: Tab, path: string): Promise<void> {
  const { page } = window
  const { y: above = 0 } = (await page.locator('#tab').boundingBox()) ?? {}
  await page.mouse.move(0, 0)
  for (let turn = 0; turn < 2; turn++) {
    const height = Math.min((await tallness(window)) + Math.ceil(above), 8_000)
    await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height })
    await settle(window, height - Math.ceil(above))
  }
  await page.locator('#tab').screenshot({ path })
}
