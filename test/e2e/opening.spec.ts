import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { KARIM, MAELLE } from '../support/sign-in/cast.ts'
import { BASILE, ODILE, openDirections } from './directions.ts'
import { announce, type Site } from './site.ts'
import { launch, openTab, type Tab } from './window.ts'

/** What the tab asked of the server so far, in order. */
function calls({ tab }: Tab): Promise<string[]> {
  return tab.locator('html').evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.split('/api/v1')[1] ?? '')
      .filter(path => path !== '' && !path.startsWith('/events')),
  )
}

/** The same, each reading of a call by itself. */
async function readings(tab: Tab): Promise<string[]> {
  const paths = await calls(tab)
  return paths.flatMap(path => {
    const [name, query] = path.split('?')
    return name === '/batch' ? new URLSearchParams(query).getAll('read') : [path]
  })
}

describe('the opening of a tab', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openDirections()
    await announce(site)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('names each of its files once', async () => {
    for (const page of ['personal', 'direction', 'organiser', 'gallery']) {
      const html = await (await fetch(`${site.url}/tabs/${page}`)).text()
      const named = [...html.matchAll(/ (?:src|href)="([^"]+)"/g)].map(([, name]) => name)
      assert.ok(named.length > 3)
      assert.deepEqual(named, [...new Set(named)])
    }
  })

  for (const [tab, person] of [
    ['personal', KARIM],
    ['direction', ODILE],
    ['gallery', BASILE],
  ] as const)
    it(`asks for each thing once in the ${tab} tab`, async () => {
      const window = await openTab(browser, site, person, { tab })
      try {
        await window.ready()
        const paths = await readings(window)
        assert.deepEqual(
          paths.filter((path, at) => paths.indexOf(path) !== at),
          [],
        )
        assert.ok(paths.includes('/me') && paths.length > 2)
        assert.deepEqual(window.complaints, [])
      } finally {
        await window.close()
      }
    })

  it('asks for all that the personal page begins with in one call', async () => {
    const window = await openTab(browser, site, KARIM, { tab: 'personal' })
    try {
      await window.ready()
      const asked = await calls(window)
      assert.deepEqual([asked.length, asked[0]?.startsWith('/batch?')], [1, true])
    } finally {
      await window.close()
    }
  })

  it('still reads all where the release that answers knows no such call', async () => {
    const window = await openTab(browser, site, KARIM, { tab: 'personal' })
    try {
      await window.ready()
      const gone = { type: 'about:blank', status: 404, code: 'gone', title: 'Rien ici.' }
      await window.page.route('**/api/v1/batch?*', route => route.fulfill({ status: 404, json: gone }))
      await window.page.reload()
      await window.ready()
      assert.ok((await calls(window)).includes('/commitments'))
    } finally {
      await window.close()
    }
  })

  it('begins with few files, which a slow phone takes in one by one', async () => {
    for (const tab of ['personal', 'direction', 'organiser', 'gallery']) {
      const page = await (await fetch(`${site.url}/tabs/${tab}`)).text()
      const files = new Set(page.match(/\/tabs\/assets\/[^"]+\.(?:js|css)/g))
      assert.ok(files.size >= 4 && files.size <= 7, [tab, ...files].join(' '))
    }
  })

  it('asks for the Direction of the last time along with who acts', async () => {
    const window = await openTab(browser, site, ODILE, { tab: 'direction' })
    try {
      await window.ready()
      const before = await readings(window)
      assert.ok(before.indexOf('/directions/mobilites/figures') > before.indexOf('/me'))
      await window.page.reload()
      await window.ready()
      const after = await readings(window)
      assert.ok(after.indexOf('/directions/mobilites/figures') < after.indexOf('/me'))
      assert.deepEqual([...after].sort(), [...new Set(after)].sort())
    } finally {
      await window.close()
    }
  })

  it('asks for « Aujourd’hui » along with who acts, of whoever saw it the last time', async () => {
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser' })
    try {
      await window.ready()
      const first = await calls(window)
      assert.equal(first[0], '/batch?read=%2Fme&read=%2Fprogramme')
      await window.page.reload()
      await window.ready()
      const [all = ''] = await calls(window)
      const read = new URLSearchParams(all.split('?')[1]).getAll('read')
      for (const path of ['/me', '/programme', '/reach', '/steps/late']) assert.ok(read.includes(path), path)
    } finally {
      await window.close()
    }
  })

  it('asks for « Aujourd’hui » no more of somebody to whom it was refused', async () => {
    const window = await openTab(browser, site, KARIM, { tab: 'organiser' })
    try {
      await window.tab.locator('html').evaluate(() => localStorage.setItem('today', 'yes'))
      await window.page.reload()
      await window.tab.locator('#root h1').first().waitFor()
      await window.page.reload()
      await window.tab.locator('#root h1').first().waitFor()
      assert.equal((await calls(window))[0], '/batch?read=%2Fme&read=%2Fprogramme')
    } finally {
      await window.close()
    }
  })
})
