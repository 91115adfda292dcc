import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { feedbackStore } from '../../../src/features/feedback/store.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { KeptView } from '../../../src/tabs/contract/attendance.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, openSite, type Site } from '../site.ts'
import { heard, launch, openTab } from '../window.ts'

const SENTENCES = ['Une pause au milieu', 'Plus de temps à chaque table']

describe('a workshop that is over, in the organiser’s tab', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let workshop: string

  before(async () => {
    browser = await launch()
    site = await openSite()
    await announce(site, { date: '2027-05-17' })
    const { items } = await site.api(MAELLE).get<Page<KeptView>>('/attendance/workshops')
    workshop = items[0]?.id ?? ''
    const answers = ['', '', ...SENTENCES, ''].map((sentence, at) => ({
      id: `answer-${at}`,
      rating: 4,
      sentence,
    }))
    const { database } = site.stage.app
    await database.transact(async tx => {
      const store = feedbackStore(tx)
      await store.begin({ workshop, closesAt: site.clock.now(), closed: false })
      await store.rewrite(
        workshop,
        answers.map(answer => ({ ...answer, rating: 4 })),
      )
      await store.close(workshop)
    })
    site.clock.advance(8 * DAY + 9 * HOUR)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  for (const [theme, width] of [
    ['default', 360],
    ['contrast', 1100],
  ] as const) {
    it(`says what people said of it, and hands out who came, in ${theme}, ${width} px wide`, async () => {
      const options = { tab: 'organiser', wanted: 'workshops', from: site.clock.now(), theme, width } as const
      const window = await openTab(browser, site, MAELLE, options)
      const { page, tab } = window
      await window.ready()
      await tab.getByRole('link', { name: 'Passés' }).click()
      await tab.getByRole('link', { name: 'Soigner les arrivées' }).click()
      const said = tab.getByRole('region', { name: 'Retours' })
      await said.getByText('Note moyenne : 4 sur 5').waitFor()
      await said.getByText('5 réponses ou plus').waitFor()
      for (const sentence of SENTENCES) await said.getByText(sentence).waitFor()
      assert.deepEqual(await violations(window), [])
      assert.equal(await window.overflow(), 0)
      const downloading = page.waitForEvent('download')
      await tab.getByRole('button', { name: 'Télécharger (CSV)' }).click()
      const file = await downloading
      assert.match(file.suggestedFilename(), /^2027-05-17-\w+\.csv$/)
      assert.match(readFileSync(await file.path(), 'utf8'), /^\uFEFFNom;Direction;/)
      await heard(window, 'La feuille de présence est téléchargée')
      await tab.getByRole('tab', { name: 'Animer' }).click()
      await tab.getByText(/la liste ne peut plus être complétée/).waitFor()
      assert.equal(await tab.getByRole('button', { name: /^(Noter la présence|Annuler)/ }).count(), 0)
      assert.deepEqual(await violations(window), [])
      assert.deepEqual(window.complaints, [])
      await window.close()
    })
  }
})
