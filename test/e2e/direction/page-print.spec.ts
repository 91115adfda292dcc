import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { readWorkbook } from '../../support/reading/workbook.ts'
import { NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { counted } from '../counted.ts'
import { ODILE, openDirections } from '../directions.ts'
import { carry } from '../initiatives.ts'
import { announce, type Site, seat } from '../site.ts'
import { heard, launch, openTab, type Tab, tabTo } from '../window.ts'

describe('the figures of a Direction, taken away', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let window: Tab

  before(async () => {
    browser = await launch()
    site = await openDirections()
    await announce(site)
    await seat(site, NADIA)
    await carry(site, { owner: NADIA, author: ODILE }, { title: 'Le vélo partagé' })
    window = await openTab(browser, site, ODILE, { tab: 'direction', theme: 'dark' })
    await window.ready()
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('go onto paper black on white, each chart with its table, without buttons or names', async () => {
    const { tab } = window
    await tab.getByRole('button', { name: 'Imprimer' }).waitFor()
    await tab.getByRole('heading', { name: 'Le vélo partagé' }).waitFor()
    const asked = await tab.locator('html').evaluate(({ ownerDocument: { defaultView: view } }) => {
      let printed = 0
      if (view) view.print = () => void printed++
      view?.document.querySelector<HTMLElement>('.figure-acts button')?.click()
      return printed
    })
    // What goes onto paper comes after the page.
    await tab.locator('html').evaluate(async () => {
      while (!document.querySelector('.paper')) {
        await new Promise(requestAnimationFrame)
        dispatchEvent(new Event('beforeprint'))
      }
    })
    assert.equal(asked, 1)
    // A browser prints a frame alone; the window that stands for Teams cannot: its page is taken out for that.
    const html = await tab.locator('html').evaluate(({ ownerDocument: { styleSheets, body } }) => {
      const rules = [...styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      return `<html data-look="dark"><style>${rules.join(' ')}</style>${body.outerHTML}</html>`
    })
    const paper = await browser.newPage()
    await paper.setContent(html.replaceAll(/<script.*?<\/script>/gs, ''))
    await paper.emulateMedia({ media: 'print' })
    await paper.getByRole('heading', { name: 'Direction des mobilités', level: 1 }).waitFor()
    assert.deepEqual(await paper.getByRole('heading', { level: 2 }).allTextContents(), [
      'Participation cumulée',
      'Idées par axe et par état',
      'Engagements partagés, par axe',
      'Initiatives',
      'À venir',
    ])
    await counted(paper.getByRole('table'), 4)
    assert.equal(
      await paper
        .getByText(
          /Environ.10 personnes sur 500 ont participé, soit environ.2.%\. Estimation de la semaine du 10.mai\./,
        )
        .filter({ visible: true })
        .count(),
      1,
    )
    assert.equal(await paper.getByRole('button').count(), 0)
    const sheet = paper.locator('.paper')
    assert.doesNotMatch((await sheet.textContent()) ?? '', /Lacaze|Marchand|Nadia/)
    assert.equal(await sheet.evaluate(element => getComputedStyle(element).color), 'rgb(0, 0, 0)')
    const pages = (await paper.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
    assert.ok((pages?.length ?? 0) >= 1 && (pages?.length ?? 0) <= 3, `${pages?.length} pages`)
    await paper.close()
    await tab.locator('html').evaluate(() => dispatchEvent(new Event('afterprint')))
    await tab.locator('.paper').waitFor({ state: 'detached' })
  })

  it('are saved as a workbook with the keyboard, and it says so', async () => {
    const { page, tab } = window
    const saved = page.waitForEvent('download')
    await tab.getByRole('button', { name: 'Exporter' }).focus()
    await page.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'Classeur Excel (XLSX)' }).focus()
    assert.deepEqual(await violations(window), [])
    await page.keyboard.press('Enter')
    const file = await saved
    assert.equal(file.suggestedFilename(), '2027-05-17-mobilites.xlsx')
    const [figures] = readWorkbook(readFileSync(await file.path()))
    assert.equal(figures?.rows[1]?.[0], 'Direction des mobilités')
    await heard(window, 'Le fichier est enregistré par votre navigateur')
    await window.focused('Exporter')
  })

  it('say why one is hidden, and give the focus back', async () => {
    const { page, tab } = window
    await tabTo(window, 'Pourquoi')
    await page.keyboard.press('Enter')
    await tab
      .getByRole('dialog')
      .getByText(/seuil tiré au sort/)
      .waitFor()
    assert.deepEqual(await violations(window), [])
    await page.keyboard.press('Escape')
    await window.focused('Pourquoi')
  })
})
