import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { CAMILLE, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { wear } from '../screens/check.ts'
import { THEMES } from '../screens/walk.ts'
import { NOW, nonce } from '../site.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

const AXIS = 'transitions'
const SENTENCE = 'Le covoiturage entre lycées voisins demande une place.'
const SAY = 'Ce n’est pas ce que j’ai dit'
const BACK = 'Finalement, je m’y retrouve'
const CONTESTED = 'Une personne citée dit\u00A0: «\u00A0Ce n’est pas ce que j’ai dit.\u00A0»'

describe('« Ce n’est pas ce que j’ai dit », on a phone', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true, width: 360 })

  async function publish(): Promise<void> {
    const { api } = site()
    const ideas: string[] = []
    for (const [who, text] of [
      [NADIA, 'Du covoiturage entre lycées voisins'],
      [CAMILLE, 'Une place pour le covoiturage'],
    ] as const)
      ideas.push((await api(who).post<IdeaView>('/ideas', { nonce: nonce(), axis: AXIS, text })).id)
    const sentence = { nonce: nonce(), axis: AXIS, text: SENTENCE, ideas }
    await api(MAELLE).post('/syntheses/sentences', sentence)
    await api(MAELLE).post('/syntheses/publish', { axis: AXIS })
  }
  const reading = (who: typeof NADIA, now = NOW) =>
    opened(who, { wanted: `synthesis:${AXIS}`, now, ready: false })

  it('is said and taken back by keyboard, by whoever is cited, and read by others the day after', async () => {
    await publish()
    const window = await reading(NADIA)
    const { page, tab } = window
    const said = tab.getByText('Vous avez dit', { exact: false })
    await tab.getByText('Votre idée est citée.', { exact: false }).waitFor()
    await tabTo(window, `${SAY}\u00A0: ${SENTENCE}`)
    await page.keyboard.press('Enter')
    await heard(window, 'C’est noté. Cela se lira dès demain.')
    await said.waitFor()
    await window.focused(`${BACK}\u00A0: ${SENTENCE}`)
    for (const theme of THEMES) {
      await wear(window, theme)
      assert.deepEqual(await violations(window), [], theme)
    }
    assert.equal(await window.overflow(), 0)
    await page.keyboard.press('Enter')
    await tab.getByText('Votre idée est citée.', { exact: false }).waitFor()
    await window.focused(`${SAY}\u00A0: ${SENTENCE}`)
    await page.keyboard.press('Enter')
    await said.waitFor()

    const other = await reading(KARIM)
    await other.tab.getByText(SENTENCE).waitFor()
    assert.equal(await other.tab.getByText(CONTESTED).count(), 0)
    assert.equal(await other.tab.getByText(SAY).count(), 0)
    site().clock.advance(DAY)
    const later = await reading(KARIM, NOW + DAY)
    await later.tab.getByText(CONTESTED).waitFor()
  })
})
