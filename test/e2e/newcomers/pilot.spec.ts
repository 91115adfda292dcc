import assert from 'node:assert/strict'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { CHANNEL } from '../../support/product/stage.ts'
import { INES, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, nonce, published, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

const IDEA = 'Un même badge pour toutes les Maisons'

describe('a pilot who comes for the first time', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  beforeEach(async () => {
    for (const who of [NADIA, INES]) await seat(site(), who)
    await announce(site())
    const bound = { channel: CHANNEL, direction: 'mobilites', part: 'channel' }
    await site().stage.as(MAELLE).presses('channels.bind', bound)
    await site().api(NADIA).post('/ideas', { nonce: nonce(), text: IDEA, axis: 'territoires' })
  })

  it('passes a workshop on in three clicks, and the channel has it', async () => {
    const window = await opened(INES, { width: 360 })
    const { tab } = window
    await tab.getByRole('link', { name: 'Voir ma semaine' }).click()
    await window.focused('Pilote, Direction des mobilités')
    await tab.getByRole('button', { name: 'Publier\u00A0: Soigner les arrivées' }).click()
    const dialog = tab.getByRole('dialog', { name: 'Publier dans mon canal' })
    assert.match(await dialog.getByRole('textbox').inputValue(), /^Soigner les arrivées, jeudi 3\u00A0juin/)
    await dialog.getByText(/^Votre message paraîtra ici/).waitFor()
    await window.focused('Votre message')
    assert.deepEqual(await violations(window), [])
    await dialog.getByRole('button', { name: 'Publier' }).click()
    await tab
      .getByRole('dialog', { name: 'C’est parti' })
      .getByText(/^Votre message paraît ici/)
      .waitFor()
    await site().stage.settle()
    assert.ok(JSON.stringify([...site().stage.sent.values()]).includes('qui vient'))
    assert.ok((await window.overflow()) <= 0)
    assert.deepEqual(window.complaints, [])
  })

  it('answers an idea in place with the keyboard, and comes home by the way back', async () => {
    const window = await opened(INES)
    const { page, tab } = window
    await tabTo(window, 'Voir ma semaine')
    await page.keyboard.press('Enter')
    await window.focused('Pilote, Direction des mobilités')
    await tabTo(window, 'Répondre')
    await page.keyboard.press('Enter')
    await window.focused('Votre réponse à Nadia Ferrer')
    await page.keyboard.type('Nous l’essayons en juin.')
    await page.keyboard.press('Tab')
    // The page shows it before the server has it.
    const sent = page.waitForResponse(/\/ideas\/[^/]+\/answer$/)
    await page.keyboard.press('Enter')
    await tab.getByText('Réponse donnée').waitFor()
    await sent
    await published(site())
    const { items } = await site().api(NADIA).get<Page<IdeaView>>('/ideas?mine=1')
    assert.equal(items[0]?.answer?.text, 'Nous l’essayons en juin.')
    await tab.getByRole('link', { name: 'Mon espace' }).click()
    await window.focused('Mon espace')
    await tab.locator('.axes').waitFor()
  })

  it('sees the answer’s field once it is asked for, on a phone', async () => {
    const window = await opened(INES, { width: 360 })
    const { tab } = window
    await tab.getByRole('link', { name: 'Voir ma semaine' }).click()
    await tab.getByRole('button', { name: 'Répondre' }).click()
    await window.focused('Votre réponse à Nadia Ferrer')
    const field = tab.getByRole('textbox', { name: 'Votre réponse à Nadia Ferrer' })
    const isSeen = await field.evaluate(element => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })
    assert.ok(isSeen)
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Voir moins' }).click()
    await window.focused('Répondre')
  })

  it('names the silent axis with a question that is ready, and leads to what is kept and what is over', async () => {
    const window = await opened(INES, { width: 360, theme: 'dark' })
    const { tab } = window
    await tab.getByRole('link', { name: 'Voir ma semaine' }).click()
    await tab.getByRole('button', { name: 'La voir' }).click()
    const draft = tab.getByRole('dialog').getByRole('textbox')
    assert.match(await draft.inputValue(), /^«\u00A0Accompagner les transitions\u00A0»/)
    await tab.getByRole('button', { name: 'Fermer sans envoyer' }).click()
    await tab.getByRole('button', { name: 'Relais et messages' }).click()
    await tab.getByRole('link', { name: 'Coups de pouce reçus' }).click()
    await window.focused('Ce qui est passé')
    assert.deepEqual(await violations(window), [])
  })
})
