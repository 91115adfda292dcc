import type { Browser } from 'playwright-core'
import type { Person } from '../support/sign-in/cast.ts'
import { openSite, type Site } from './site.ts'
import { launch, openTab, type Tab } from './window.ts'

/** `ready`: false where no page of the tab itself is shown: the test waits for what it looks for. */
type Options = Parameters<typeof openTab>[3] & { readonly ready?: false }

/** For the suite that calls it, with `usual` options for each of its windows: one browser, for each test a site of its own, and windows that are closed after it. */
export function visits(usual: Options = {}, openOwn: () => Promise<Site> = openSite) {
  let browser: Browser
  let site: Site
  let windows: Tab[] = []
  before(async () => {
    browser = await launch()
  })
  after(() => browser.close())
  beforeEach(async () => {
    site = await openOwn()
  })
  afterEach(async () => {
    for (const window of windows) await window.close()
    windows = []
    await site.close()
  })
  return {
    /** This test's own. */
    site: () => site,
    /** The personal tab as `person` sees it, ready to be used. */
    async opened(person: Person, { ready, ...options }: Options = {}): Promise<Tab> {
      const window = await openTab(browser, site, person, { ...usual, ...options })
      windows.push(window)
      if (ready !== false) await window.ready()
      return window
    },
  }
}
