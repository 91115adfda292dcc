import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { CAMILLE, INES, OWEN } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { ask, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'

const ABOUT = /^Changer notre administration, avec celles et ceux qui y travaillent/

describe('the first visit', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  it('says what the programme is, its axes with their promise and three acts, on one screen of a phone', async () => {
    await seat(site(), CAMILLE)
    await ask(site(), 'Quel nom ?', '2027-05-21', ['Le relais', 'Passerelle'])
    const window = await opened(CAMILLE, { width: 360 })
    const { tab } = window
    await tab.getByText(ABOUT).waitFor()
    assert.equal(await tab.locator('.axis .quiet').count(), 5)
    const acts = tab.locator('.welcome-acts')
    assert.deepEqual(await acts.getByRole('button').allInnerTexts(), [
      'Je vote',
      'Je propose une idée',
      'Je m’engage',
    ])
    const [page, last] = [await tab.locator('.page').boundingBox(), await acts.boundingBox()]
    assert.ok(page && last && last.y + last.height - page.y <= 740, `${last?.y} ${page?.y}`)
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    await acts.getByRole('button', { name: 'Je vote' }).click()
    await tab.getByRole('dialog', { name: 'Quel nom' }).waitFor()
  })

  it('offers no vote where none is open', async () => {
    const { tab } = await opened(OWEN)
    await tab.getByText(/^Changing our administration/).waitFor()
    assert.deepEqual(await tab.locator('.welcome-acts').getByRole('button').allInnerTexts(), [
      'Share an idea',
      'Make a commitment',
    ])
  })

  it('is over once one acted, the next day, and for a pilot; « Le programme » says it again', async () => {
    await seat(site(), CAMILLE)
    const window = await opened(CAMILLE, { from: site().clock.now() })
    const { page, tab } = window
    await tab.getByText(ABOUT).waitFor()
    site().clock.advance(DAY)
    await page.reload()
    await window.ready()
    assert.equal(await tab.getByText(ABOUT).count(), 0)
    await tab.getByRole('button', { name: 'Préférences' }).click()
    await tab.getByRole('menuitem', { name: 'Le programme' }).click()
    await tab.getByRole('dialog').getByText(ABOUT).waitFor()
    assert.deepEqual(await violations(window), [])
    await page.keyboard.press('Escape')
    await window.focused('Préférences')

    await site().api(CAMILLE).post('/ideas', { nonce: nonce(), axis: 'usager', text: 'Un banc' })
    await seat(site(), INES)
    for (const who of [CAMILLE, INES]) {
      const later = await opened(who)
      await later.tab.getByRole('heading', { name: 'Mes engagements' }).waitFor()
      assert.equal(await later.tab.getByText(ABOUT).count(), 0)
    }
  })
})
