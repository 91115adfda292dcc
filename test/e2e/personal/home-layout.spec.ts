import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { CAMILLE, NADIA } from '../../support/sign-in/cast.ts'
import { announce, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import type { Tab } from '../window.ts'

/** As an older release answers a call for several readings: each is then asked for alone. */
const SINGLY = { code: 'gone', title: 'gone', reference: 'a1b2c3' }
const FAULT = { code: 'fault', title: 'fault', reference: 'a1b2c3' }

/** Where it stands (px). */
async function boxOf({ tab }: Tab, name: string) {
  const box = await tab.getByRole('region', { name, exact: true }).boundingBox()
  assert.ok(box)
  return box
}

describe('what stands where in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  it('is what folds beside the commitments, workshops open, and after them on a phone', async () => {
    await seat(site(), CAMILLE)
    await announce(site())
    const { items } = await site().api(CAMILLE).get<{ items: WorkshopView[] }>('/workshops')
    await site().api(CAMILLE).put(`/workshops/${items[0]?.id}/answer`, { answer: 'yes' })
    const window = await opened(CAMILLE, { width: 1280 })
    const { tab } = window
    const open = tab.locator('.fold-press[aria-expanded=true]')
    const [mine, workshops] = [await boxOf(window, 'Mes engagements'), await boxOf(window, 'Mes ateliers')]
    assert.ok(workshops.x >= mine.x + mine.width)
    // Beside what it stands by, and not under it.
    const axes = await tab.locator('.axes').boundingBox()
    assert.ok(axes && Math.abs(workshops.y - axes.y) < 4)
    assert.equal(await open.count(), 1)
    await window.page.setViewportSize({ width: 360, height: 900 })
    const tops = await Promise.all(
      ['Mes engagements', 'Mes ateliers', 'Mes idées', 'Idées des collègues', 'Vos données'].map(
        async name => (await boxOf(window, name)).y,
      ),
    )
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    )
    assert.equal(await open.count(), 0)
  })

  it('is an idea’s state beside its facts, away from what can be done about it', async () => {
    await seat(site(), NADIA)
    const said = { nonce: nonce(), axis: 'equipe', text: 'Un carnet de passation.' }
    await site().api(NADIA).post('/ideas', said)
    const { tab } = await opened(NADIA, { width: 360, unfolded: true })
    const idea = tab.locator('.idea', { hasText: said.text })
    const state = await idea.getByText('Reçue', { exact: true }).boundingBox()
    const act = await idea.getByRole('button', { name: /^Autres gestes/ }).boundingBox()
    assert.ok(state && act && act.y >= state.y + state.height)
  })

  it('is what adds a commitment at the end of its row, beside what could not be read too', async () => {
    await seat(site(), CAMILLE)
    const first = async (page: Page) => {
      await page.route('**/api/v1/batch', route => route.fulfill({ status: 404, json: SINGLY }))
      await page.route('**/api/v1/commitments*', route => route.fulfill({ status: 500, json: FAULT }))
    }
    const { tab } = await opened(CAMILLE, { width: 1280, first })
    const row = await tab.locator('.axis').first().boundingBox()
    const add = await tab.locator('.axis-add').first().boundingBox()
    assert.ok(row && add && row.x + row.width - (add.x + add.width) < 24)
  })

  it('is the name of each day on one line, in English too', async () => {
    await site().api(CAMILLE).put('/me', { language: 'en' })
    const { tab } = await opened(CAMILLE, { width: 1280 })
    await tab.getByRole('button', { name: 'Preferences' }).click()
    await tab.getByRole('menuitem', { name: 'Nudges' }).click()
    await tab.getByRole('checkbox').first().waitFor()
    const days = await tab.locator('.days .fui-Checkbox').all()
    const heights = await Promise.all(days.map(async day => (await day.boundingBox())?.height))
    assert.equal(days.length, 5)
    assert.ok(heights.every(height => height !== undefined && height < 40))
  })
})
