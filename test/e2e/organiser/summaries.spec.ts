import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { open } from '../../../src/db/index.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { SeriesView } from '../../../src/tabs/contract/workshops/planning.ts'
import type { SeriesSummaryView, SummaryView } from '../../../src/tabs/contract/workshops/summaries.ts'
import { CHANNEL } from '../../support/product/stage.ts'
import { CAMILLE, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { daysOf, seedCrowd, seedDay } from '../../support/workshops/summed-days.ts'
import { violations } from '../axe.ts'
import { nonce, openSite, type Site, seat } from '../site.ts'
import { launch, openTab, type Tab } from '../window.ts'

const TITLE = 'Cinq journées pour faire équipe'
const SEQUEL = 'Trois essais dès septembre, à Narbonne et à Foix.'
const DIRECTIONS = ['lycees', 'mobilites', 'culture', 'finances']
/** A seed whose days have ideas, votes and steps. */
const SEED = 3
const LOOKS = [
  ['default', 360],
  ['dark', 1280],
  ['contrast', 360],
  ['default', 1280],
] as const
/** Where pictures go, for whoever wants to look. */
const { PICTURES = '' } = process.env

/** What is printed, on paper of its own: the window that stands for Teams cannot print one frame alone. */
async function printed({ tab, page }: Tab) {
  const html = await tab.locator('html').evaluate(document => {
    dispatchEvent(new Event('beforeprint'))
    const styles = [...document.ownerDocument.styleSheets]
      .flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText))
      .join('\n')
    const text = document.ownerDocument.querySelector('.paper')?.outerHTML ?? ''
    dispatchEvent(new Event('afterprint'))
    return `<style>${styles}</style><body>${text}</body>`
  })
  const paper = await page.context().newPage()
  await paper.setContent(html)
  await paper.emulateMedia({ media: 'print' })
  return paper
}

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
    const { clock, stage } = site
    for (const person of [MAELLE, NADIA, CAMILLE]) await seat(site, person)
    await stage.as(MAELLE).installs('channel')
    const lab = site.api(MAELLE)
    const what = { title: TITLE, description: '', axis: 'equipe' }
    const begun = await lab.post<SeriesView>('/series', { ...what, nonce: nonce() })
    for (let n = 1; n <= 5; n++)
      await lab.post(`/series/${begun.id}/days`, {
        workshop: {
          ...what,
          date: `2027-06-0${n}`,
          start: '09:30',
          end: '16:30',
          place: 'Toulouse',
          link: '',
          seats: '40',
        },
        nonce: nonce(),
      })
    const where = { channel: CHANNEL, directions: [] }
    series = await lab.post<SeriesView>(`/series/${begun.id}/announce`, { where, nonce: nonce() })
    const { database } = stage.app
    await seedCrowd(database, DIRECTIONS, clock.now())
    for (const [n, day] of daysOf(SEED, 5).entries()) {
      const startsAt = clock.now() - (5 - n) * DAY - 9 * HOUR
      const set = { starts_at: startsAt, ends_at: startsAt + 7 * HOUR }
      await database.transact(async tx => {
        await open(tx).updateTable('workshop').set(set).where('id', '=', dayAt(n)).execute()
      })
      const at = { workshop: dayAt(n), startsAt, now: clock.now(), directions: DIRECTIONS }
      await seedDay(database, day, at)
    }
    for (const n of [1, 2]) await lab.put(`/workshops/${dayAt(n)}/summary`, { sequel: SEQUEL, turn: 0 })
    await stage.settle()
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
      await tab.getByRole('heading', { level: 1, name: TITLE }).waitFor()
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
      await tab.getByRole('button', { name: /^(Poster|Mettre)/ }).waitFor()
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
      await window.tab.getByRole('heading', { level: 1, name: TITLE }).waitFor()
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
    await tab.getByRole('button', { name: 'Poster dans les canaux de la série' }).click()
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
