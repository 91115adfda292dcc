import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readWorkbook } from '../../support/reading/workbook.ts'
import { KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { nonce } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

describe('« Exporter », in the organisers’ tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  it('saves by keyboard a workbook that opens, with a row for each idea, and a CSV that says the same', async () => {
    const text = 'Un banc devant chaque accueil'
    await site().api(KARIM).post('/ideas', { nonce: nonce(), axis: 'equipe', text })
    const window = await opened(MAELLE, { tab: 'organiser', wanted: 'figures:export' })
    const { tab, page } = window
    await tab.getByRole('heading', { name: 'Micro-idées' }).first().waitFor()
    assert.deepEqual(await violations(window), [])
    const take = async (format: string) => {
      const saved = page.waitForEvent('download')
      await tabTo(window, `Micro-idées\u00A0: ${format}`)
      await page.keyboard.press('Enter')
      return saved
    }
    const workbook = await take('Classeur Excel')
    assert.match(workbook.suggestedFilename(), /^\d{4}-\d{2}-\d{2}.*\.xlsx$/)
    const [sheet] = readWorkbook(readFileSync(await workbook.path()))
    assert.equal(sheet?.rows.length, 2)
    assert.ok(sheet?.rows[1]?.includes(text))
    const csv = readFileSync(await (await take('Tableau')).path(), 'utf8')
    assert.equal(csv.trim().split('\r\n').length, 2)
    assert.ok(csv.includes(text))
  })

  it('says above what it offers that the network is absent', async () => {
    const { tab, page } = await opened(MAELLE, { tab: 'organiser', wanted: 'figures:export' })
    await tab.getByRole('heading', { name: 'Micro-idées' }).waitFor()
    await page.context().setOffline(true)
    await tab.locator('html').evaluate(() => dispatchEvent(new Event('focus')))
    await tab.getByRole('alert').getByText('Réseau absent.', { exact: false }).waitFor()
    await tab.getByRole('heading', { name: 'Micro-idées' }).waitFor()
  })
})
