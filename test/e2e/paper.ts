import type { Page } from 'playwright-core'
import type { Tab } from './window.ts'

/** As a browser prints it, on paper of its own: the window that stands for Teams cannot print one frame alone. */
async function laidOut({ page }: Tab, html: string): Promise<Page> {
  const paper = await page.context().newPage()
  await paper.setContent(html)
  await paper.emulateMedia({ media: 'print' })
  return paper
}

/** What is printed of a page. */
export async function printed(window: Tab): Promise<Page> {
  const html = await window.tab.locator('html').evaluate(document => {
    dispatchEvent(new Event('beforeprint'))
    const styles = [...document.ownerDocument.styleSheets]
      .flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText))
      .join('\n')
    const text = document.ownerDocument.querySelector('.paper')?.outerHTML ?? ''
    dispatchEvent(new Event('afterprint'))
    return `<style>${styles}</style><body>${text}</body>`
  })
  return laidOut(window, html)
}

/** What is printed once `press` is done, which asks for it. */
export async function printedBy(window: Tab, press: () => Promise<void>): Promise<Page> {
  const root = window.tab.locator('html')
  await root.evaluate(document => {
    globalThis.print = () => {
      dispatchEvent(new Event('beforeprint'))
      const styles = [...document.ownerDocument.styleSheets]
        .flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText))
        .join('\n')
      const text = document.ownerDocument.querySelector('.paper')?.outerHTML ?? ''
      document.dataset.printed = `<style>${styles}</style><body>${text}</body>`
      dispatchEvent(new Event('afterprint'))
    }
  })
  await press()
  const html = window.tab.locator('html[data-printed]')
  await html.waitFor({ state: 'attached' })
  return laidOut(window, (await html.getAttribute('data-printed')) ?? '')
}
