import assert from 'node:assert/strict'
import { NADIA } from '../../support/sign-in/cast.ts'
import { printed } from '../paper.ts'
import { NOW } from '../site.ts'
import { CARS, LONE, looksRight, PLACES, publishedSynthesis, SENTENCE } from '../syntheses.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

const LINK = 'Lire la synthèse des idées'

describe('a published synthesis, on a phone', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true, width: 360 })

  it('is led to from colleagues’ ideas once it is published, and opens each idea by keyboard', async () => {
    const window = await opened(NADIA)
    const { page, tab } = window
    await tab.getByRole('button', { name: 'Les initiatives' }).waitFor()
    assert.equal(await tab.getByRole('link', { name: LINK }).count(), 0)
    await publishedSynthesis(site())
    await tab.getByRole('link', { name: LINK }).waitFor()
    await tabTo(window, LINK)
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { level: 1, name: 'Accompagner les transitions' }).waitFor()
    await tab
      .getByText('Parmi les 3 idées déposées\u00A0: 2 sous un thème, 1 seule, 0 sans place encore.')
      .waitFor()
    await tab.getByText(SENTENCE).waitFor()
    // Each is of equal rank.
    const titles = await tab.getByRole('heading', { level: 2 }).allTextContents()
    assert.equal(titles.at(-2), 'Idées seules')
    assert.ok(titles.includes('Déplacements'))
    await tab.getByText('Publiée le 17 mai par Maëlle Rivière, qui en répond.').waitFor()
    await tab.getByText('Écrite par des personnes, sans modèle d’IA.').waitFor()
    await looksRight(window)

    await tabTo(window, LONE)
    await page.keyboard.press('Enter')
    await tab.getByRole('dialog').getByText(LONE).waitFor()
    await page.keyboard.press('Escape')
    await window.focused(LONE)
  })

  it('goes onto paper whole, with the address of each idea in letters', async () => {
    await publishedSynthesis(site())
    const window = await opened(NADIA, { wanted: 'synthesis:transitions', ready: false })
    await window.tab.getByText(SENTENCE).waitFor()
    const paper = await printed(window)
    const text = (await paper.locator('.paper').textContent()) ?? ''
    for (const part of [
      SENTENCE,
      CARS,
      PLACES,
      LONE,
      'Idées seules',
      'Publiée le 17\u00A0mai par Maëlle Rivière',
    ])
      assert.ok(text.includes(part), part)
    assert.equal(text.match(/\/l\/i\/[\da-z]+/g)?.length, 3)
  })

  it('says so where nothing is published', async () => {
    const { tab } = await opened(NADIA, { wanted: 'synthesis:equipe', now: NOW, ready: false })
    await tab.getByText('Aucune synthèse n’est publiée sur cet axe.').waitFor()
  })
})
