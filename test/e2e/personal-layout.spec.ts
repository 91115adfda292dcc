import assert from 'node:assert/strict'
import { CAMILLE, NADIA } from '../support/cast.ts'
import { nonce, seat } from './site.ts'
import { visits } from './visits.ts'
import type { Tab } from './window.ts'

const REGIONS = ['Les cinq axes', 'Mes ateliers', 'Mes idées', 'Idées des collègues'] as const

/** Left and top of each, in px. */
async function placesIn({ tab }: Tab) {
  const boxes = await Promise.all(
    REGIONS.map(async name => {
      const box = await tab.getByRole('region', { name, exact: true }).boundingBox()
      return { x: Math.round(box?.x ?? -1), y: Math.round(box?.y ?? -1) }
    }),
  )
  const [axes, workshops, mine, others] = boxes
  assert.ok(axes && workshops && mine && others)
  return { axes, workshops, mine, others }
}

describe('what stands where in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  it('is one’s own at the side and colleagues’ ideas under the axes, and last on a phone', async () => {
    await seat(site(), CAMILLE)
    const window = await opened(CAMILLE, { width: 1280 })
    const wide = await placesIn(window)
    assert.equal(wide.others.x, wide.axes.x)
    assert.ok(wide.others.y > wide.axes.y)
    assert.ok(wide.workshops.x > wide.axes.x)
    assert.equal(wide.mine.x, wide.workshops.x)
    await window.page.setViewportSize({ width: 360, height: 900 })
    const phone = await placesIn(window)
    const tops = [phone.axes.y, phone.workshops.y, phone.mine.y, phone.others.y]
    assert.deepEqual(
      tops,
      tops.toSorted((a, b) => a - b),
    )
  })

  it('is an idea’s state beside its facts, away from what can be done about it', async () => {
    await seat(site(), NADIA)
    const said = { nonce: nonce(), axis: 'equipe', text: 'Un carnet de passation.' }
    await site().api(NADIA).post('/ideas', said)
    const { tab } = await opened(NADIA, { width: 360 })
    const idea = tab.locator('.idea', { hasText: said.text })
    const state = await idea.getByText('Reçue', { exact: true }).boundingBox()
    const act = await idea.getByRole('button', { name: /^Annuler/ }).boundingBox()
    assert.ok(state && act && act.y >= state.y + state.height)
  })
})
