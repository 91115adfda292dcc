import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { SeriesView } from '../../../src/tabs/contract/workshops/planning.ts'
import type { SeriesSummaryView, SummaryView } from '../../../src/tabs/contract/workshops/summaries.ts'
import { MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { closeSeries, SEQUEL, SERIES_TITLE } from '../closed-series.ts'
import { printed } from '../paper.ts'
import { openSite, type Site } from '../site.ts'
import { launch, openTab, type Tab } from '../window.ts'

const LOOKS = [
  ['default', 360],
  ['dark', 1280],
  ['contrast', 360],
  ['default', 1280],
] as const
/** Where pictures go, for whoever wants to look. */
const { PICTURES = '' } = process.env

async function picture({ page }: Tab, name: string): Promise<void> {
  if (PICTURES !== '') await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
}

describe('closing the day', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: Site
  let series: SeriesView
  const dayAt = (n: number) => series.days[n]?.id ?? ''

  before(async () => {
    browser = await launch()
    site = await openSite()
    series = await closeSeries(site)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('is reading the card as it will be posted, and one press', async () => {
    const wanted = `workshops:${dayAt(0)}:summary`
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted, width: 1280 })
    const { tab } = window
    const card = tab.getByRole('region', { name: 'Aperçu de la carte' })
    await card.getByText(/personnes? présentes?|liste des présents/).waitFor()
    await picture(window, 'organiser-preview')
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Publier' }).click()
    const published = tab.getByRole('region', { name: /^Bilan publié le/ })
    await published.getByText('Sa carte est dans un canal.').waitFor()
    await published.getByText('Lire le bilan', { exact: true }).click()
    await published.getByText('En bref').waitFor()
    await picture(window, 'organiser-published')
    assert.deepEqual(await violations(window), [])
    assert.equal(await tab.getByRole('button', { name: 'Publier' }).count(), 0)
    await window.close()
    const list = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: 'workshops' })
    await list.tab.getByRole('link', { name: 'Passés' }).click()
    await list.tab.getByText('Bilan publié').nth(2).waitFor()
    assert.equal(await list.tab.getByText('Bilan publié').count(), 3)
    await list.close()
  })

  for (const [theme, width] of LOOKS) {
    const look = { theme, width } as const
    it(`is read by everybody on a page, in ${theme}, ${width} px wide`, async () => {
      const window = await openTab(browser, site, NADIA, { ...look, wanted: `summary:${dayAt(1)}` })
      const { tab } = window
      await tab.getByRole('heading', { level: 1, name: SERIES_TITLE }).waitFor()
      await tab.getByText(SEQUEL).waitFor()
      await picture(window, `personal-summary-${theme}-${width}`)
      assert.deepEqual(await violations(window), [])
      assert.equal(await window.overflow(), 0)
      assert.deepEqual(window.complaints, [])
      await tab.getByRole('link', { name: 'Lire le bilan de la série' }).click()
      await tab.getByText('Bilan de la série').waitFor()
      await tab
        .getByText(/pas encore de bilan/)
        .first()
        .waitFor()
      await picture(window, `personal-series-${theme}-${width}`)
      assert.deepEqual(await violations(window), [])
      assert.equal(await window.overflow(), 0)
      await window.close()
    })

    it(`adds up five days on a page of the Lab’, in ${theme}, ${width} px wide`, async () => {
      const wanted = `workshops:series:${series.id}:summary`
      const window = await openTab(browser, site, MAELLE, { ...look, tab: 'organiser', wanted })
      const { tab } = window
      await tab.getByRole('heading', { name: 'En bref' }).waitFor()
      await tab.getByRole('button', { name: /^(Publier dans ses|Mettre)/ }).waitFor()
      await picture(window, `organiser-series-${theme}-${width}`)
      assert.deepEqual(await violations(window), [])
      assert.equal(await window.overflow(), 0)
      await window.close()
    })
  }

  it('is printed on two sheets of A4 at most, with the numbers of the page', async () => {
    const view = await site.api(NADIA).get<SummaryView>(`/workshops/${dayAt(1)}/published-summary`)
    const sum = await site.api(NADIA).get<SeriesSummaryView>(`/series/${series.id}/summary`)
    for (const [name, wanted, said] of [
      [
        'summary',
        `summary:${dayAt(1)}`,
        `${view.people.present} personnes présentes, ${view.people.registered} inscrites.`,
      ],
      [
        'series',
        `series-summary:${series.id}`,
        `${sum.people?.distinct} personnes venues, ${sum.people?.present} présences`,
      ],
    ] as const) {
      const window = await openTab(browser, site, NADIA, { wanted, theme: 'dark' })
      await window.tab.getByRole('heading', { level: 1, name: SERIES_TITLE }).waitFor()
      const paper = await printed(window)
      const text = (await paper.locator('.paper').textContent()) ?? ''
      assert.ok(text.includes(said), text)
      for (const { axis, count } of view.axes)
        if (name === 'summary' && axis === '') assert.match(text, new RegExp(`Sans axe\\s*${count}`))
      assert.equal(await paper.locator('.paper button').count(), 0)
      const pdf = await paper.pdf({
        format: 'A4',
        ...(PICTURES !== '' && { path: `${PICTURES}/${name}.pdf` }),
      })
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
      assert.ok(sheets >= 1 && sheets <= 2, `${name} takes ${sheets} sheets`)
      await window.close()
    }
  })

  it('posts the card of the series once, when somebody asks', async () => {
    const wanted = `workshops:series:${series.id}:summary`
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted })
    const { tab } = window
    await tab.getByRole('button', { name: 'Publier dans ses canaux' }).click()
    await tab.getByRole('button', { name: 'Mettre la carte à jour' }).waitFor()
    await tab.getByText(/^Sa carte est dans un canal depuis/).waitFor()
    await window.close()
    // A channel takes a card every few seconds.
    site.clock.advance(HOUR)
    await site.stage.settle()
    const cards = [...site.stage.sent.values()].map(({ card }) => JSON.stringify(card))
    assert.equal(cards.filter(card => card.includes('Bilan de la série')).length, 1)
  })
})
