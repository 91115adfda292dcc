import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../support/machine/port.ts'
import { startProduct } from '../../support/product/process.ts'
import { launch } from '../window.ts'

describe('the demo’s simulated Teams', function () {
  this.timeout(60_000)

  it('shows the language a person has, and gives them the one that is chosen there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faire-host-'))
    const product = await startProduct(await freePort(), join(folder, 'demo.sqlite'))
    const browser = await launch()
    try {
      const page = await browser.newPage()
      await page.route('https://res.cdn.office.net/**', route =>
        route.fulfill({ json: { validOrigins: [] } }),
      )
      await page.goto(new URL('/demo/host?persona=agent&tab=personal&locale=en-gb', product.endpoint).href)
      const heading = page.frameLocator('#tab').getByRole('heading', { level: 1 })
      await heading.filter({ hasText: 'My space' }).waitFor()
      const shows = (value: string) =>
        page.waitForFunction(it => document.querySelector<HTMLSelectElement>('#locale')?.value === it, value)
      await shows('en-gb')
      await page.getByLabel('Langue').selectOption('français')
      await heading.filter({ hasText: 'Mon espace' }).waitFor()
      await shows('fr-fr')
    } finally {
      await browser.close()
      await product.end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
