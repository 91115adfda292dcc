import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type Key, messageAt } from '../../../src/i18n/words.ts'
import type { Language } from '../../../src/kernel/text/language.ts'
import type { RoomVoteView } from '../../../src/tabs/contract/ballots/room-votes.ts'
import { CAMILLE, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { closeSeries } from '../closed-series.ts'
import { printed, printedBy } from '../paper.ts'
import { show } from '../room.ts'
import { nonce, openSite, type Site } from '../site.ts'
import { openTab, type Tab } from '../window.ts'
import { wear } from './check.ts'
import { openDay } from './day-scene.ts'
import { shoot } from './picture.ts'
import { still, THEMES } from './walk.ts'

const WIDTHS = [1280, 360] as const
/** A4 between its margins, at 96 dots an inch (px). */
const SHEET = { width: 718, height: 1047 }
/** By every person who looks. */
const LOOKERS = [MAELLE, CAMILLE, NADIA]

type View = {
  readonly name: string
  readonly who: Person
  readonly tab?: 'organiser'
  readonly wanted?: string
  readonly ready: string
  readonly open?: (window: Tab) => Promise<void>
}
type Wanted = { readonly language: Language; readonly only: string }

const wordsIn = (language: Language) => (key: Key) => (messageAt(key, language) ?? key).split('{')[0] ?? ''
type Words = ReturnType<typeof wordsIn>

async function draw(
  browser: Browser,
  site: Site,
  view: View,
  to: (width: number, theme: string) => string,
): Promise<void> {
  for (const width of WIDTHS) {
    const { who, tab = 'personal', wanted } = view
    const from = site.clock.now()
    const window = await openTab(browser, site, who, { tab, width, from, ...(wanted && { wanted }) })
    await window.tab.locator(view.ready).first().waitFor()
    await still(window)
    await view.open?.(window)
    await still(window)
    for (const theme of THEMES) {
      await window.page.setViewportSize({ width, height: 900 })
      await wear(window, theme)
      await shoot(window, to(width, theme))
    }
    await window.close()
  }
}

const opened = (say: Words, key: Key) => async (window: Tab) => {
  await window.tab.getByText(say(key)).first().click()
}

const duringDay = (workshop: string, say: Words): readonly View[] => [
  { name: 'home-leader', who: CAMILLE, ready: '.axes' },
  { name: 'remote-page', who: CAMILLE, wanted: `remote:${workshop}`, ready: '.remote' },
  {
    name: 'prepare',
    who: MAELLE,
    tab: 'organiser',
    wanted: `workshops:${workshop}:prepare`,
    ready: '.order-list',
  },
  {
    name: 'order-edit',
    who: MAELLE,
    tab: 'organiser',
    wanted: `workshops:${workshop}:prepare`,
    ready: '.order-list',
    open: async window => {
      await window.tab.getByRole('button', { name: say('order.change') }).click()
      await window.tab
        .getByRole('button', { name: new RegExp(`^${say('order.edit')}`) })
        .nth(1)
        .click()
      await opened(say, 'order.models')(window)
    },
  },
  { name: 'run', who: MAELLE, tab: 'organiser', wanted: `workshops:${workshop}:run`, ready: '.faces' },
  { name: 'close', who: MAELLE, tab: 'organiser', wanted: `workshops:${workshop}:close`, ready: '.faces' },
  {
    name: 'table-votes',
    who: MAELLE,
    tab: 'organiser',
    wanted: `ballots:tables:${workshop}`,
    ready: '.ballot-group',
  },
  { name: 'boxes', who: MAELLE, tab: 'organiser', wanted: 'ideas:boxes', ready: '.queue-asked' },
  { name: 'box', who: MAELLE, tab: 'organiser', wanted: 'ideas:box', ready: 'form' },
  { name: 'new', who: MAELLE, tab: 'organiser', wanted: 'today:new', ready: '.ways' },
  { name: 'today', who: MAELLE, tab: 'organiser', ready: '.hands' },
]

const SHOWN = [
  ['welcome', { kind: 'welcome' }],
  ['tables', { kind: 'tables' }],
  [
    'question',
    {
      kind: 'question',
      words: 'Qu’est-ce qui vous ferait gagner une heure\u202F?',
      axis: 'employeur',
      minutes: 10,
    },
  ],
  ['wall', { kind: 'wall' }],
  ['timer', { kind: 'timer', words: 'À trois, racontez une arrivée réussie.', minutes: 12 }],
  ['next', { kind: 'next' }],
  ['pause', { kind: 'pause', minutes: 15 }],
  ['vote', { kind: 'vote' }],
  ['result', { kind: 'result' }],
] as const

const closedDays = (days: readonly string[], series: string): readonly View[] => [
  {
    name: 'summary-write',
    who: MAELLE,
    tab: 'organiser',
    wanted: `workshops:${days[0]}:summary`,
    ready: 'form',
  },
  { name: 'summary', who: NADIA, wanted: `summary:${days[1]}`, ready: '.summary-page' },
  { name: 'series-summary', who: NADIA, wanted: `series-summary:${series}`, ready: '.summary-page' },
  {
    name: 'series-summary-lab',
    who: MAELLE,
    tab: 'organiser',
    wanted: `workshops:series:${series}:summary`,
    ready: '.summary-list',
  },
  { name: 'over', who: MAELLE, tab: 'organiser', wanted: `workshops:${days[1]}:close`, ready: '.faces' },
]

/** The room's vote, open or already closed. */
async function callVote(site: Site, workshop: string, closed: boolean): Promise<string> {
  const lab = site.api(MAELLE)
  const asked = { nonce: nonce(), options: 'leading', kind: 'dots' }
  const { ballot } = await lab.post<RoomVoteView>(`/workshops/${workshop}/room-vote`, asked)
  const choice = [{ option: ballot.options[0]?.id ?? '', points: 3 }]
  await site.api(NADIA).put(`/ballots/${ballot.id}/vote`, { choice })
  if (closed) await lab.post(`/ballots/${ballot.id}/close`, {})
  return ballot.id
}

async function drawSheets(paper: Page, path: string): Promise<void> {
  await paper.setViewportSize(SHEET)
  await paper.screenshot({ path, fullPage: true })
  await paper.close()
}

async function drawDay(browser: Browser, folder: string, { language, only }: Wanted): Promise<void> {
  const say = wordsIn(language)
  const { site, workshop } = await openDay()
  for (const who of LOOKERS) await site.api(who).put('/me', { language })
  const to = (name: string) => (width: number, theme: string) =>
    join(folder, `day-${name}-${width}-${theme}-${language}.png`)
  for (const view of duringDay(workshop, say))
    if (view.name.startsWith(only)) await draw(browser, site, view, to(view.name))
  for (const [kind, scene] of SHOWN) {
    if (!`room-${kind}`.startsWith(only)) continue
    const asked = kind === 'vote' || kind === 'result'
    const ballot = asked && { ballot: await callVote(site, workshop, kind === 'result') }
    await show(site, workshop, { ...scene, ...ballot })
    const view = { wanted: `room:${workshop}`, ready: '.room-screen' }
    await draw(browser, site, { ...view, name: '', who: NADIA }, to(`room-${kind}`))
    // Who has not said that they are there is asked for it, whatever is shown.
    if (kind === 'welcome')
      await draw(browser, site, { ...view, name: '', who: CAMILLE }, to('room-arriving'))
  }
  if ('paper'.startsWith(only)) {
    const wanted = `workshops:${workshop}:prepare`
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted, from: site.clock.now() })
    await window.tab.getByText(say('paper.title')).click()
    const press = () => window.tab.getByRole('button', { name: say('paper.print') }).click()
    await drawSheets(await printedBy(window, press), join(folder, `day-paper-${language}.png`))
    await window.close()
  }
  await site.close()
}

async function drawClosed(browser: Browser, folder: string, { language, only }: Wanted): Promise<void> {
  const site = await openSite()
  const { id, days } = await closeSeries(site)
  for (const who of LOOKERS) await site.api(who).put('/me', { language })
  const ids = days.map(day => day.id)
  for (const view of closedDays(ids, id))
    if (view.name.startsWith(only))
      await draw(browser, site, view, (width, theme) =>
        join(folder, `day-${view.name}-${width}-${theme}-${language}.png`),
      )
  if ('paper'.startsWith(only))
    for (const wanted of [`summary:${ids[1]}`, `series-summary:${id}`]) {
      const window = await openTab(browser, site, NADIA, { wanted, from: site.clock.now() })
      await window.tab.locator('.summary-page').first().waitFor()
      await drawSheets(
        await printed(window),
        join(folder, `day-${wanted.split(':')[0]}-paper-${language}.png`),
      )
      await window.close()
    }
  await site.close()
}

/** A workshop from its running order to the summary of its series, on screens and on paper, as files in `folder`. */
export async function shootDay(browser: Browser, folder: string, wanted: Wanted): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await drawDay(browser, folder, wanted)
  await drawClosed(browser, folder, wanted)
}
