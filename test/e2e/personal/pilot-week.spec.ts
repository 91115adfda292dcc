import assert from 'node:assert/strict'
import type { PostPlacesView } from '../../../src/tabs/contract/nudges.ts'
import { CHANNEL } from '../../support/product/stage.ts'
import { INES, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import type { Tab } from '../window.ts'

const IDEAS = ['Un vélo par site', 'Une salle calme par étage']
const FIELD = 'Votre réponse à Nadia Ferrer'

describe('the pilot’s week in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  beforeEach(async () => {
    for (const person of [INES, NADIA]) await seat(site(), person)
    for (const text of IDEAS) await site().api(NADIA).post('/ideas', { nonce: nonce(), text, axis: 'usager' })
  })

  /** On a phone, 360 by 740. */
  async function onPhone(wanted: string): Promise<Tab> {
    const window = await opened(INES, {
      width: 360,
      touch: true,
      wanted,
      ready: false,
      first: page => page.setViewportSize({ width: 360, height: 740 }),
    })
    await window.tab.getByRole('heading', { name: 'Cette semaine' }).waitFor()
    return window
  }

  /** The first answer's field holds the focus, and stands within what is seen. */
  async function answering(window: Tab): Promise<void> {
    await window.focused(FIELD)
    const field = window.tab.getByLabel(FIELD).first()
    assert.ok(await field.evaluate(each => each.ownerDocument.activeElement === each))
    const box = await field.boundingBox()
    assert.ok(box && box.y >= 0 && box.y + box.height <= 740, JSON.stringify(box))
    assert.ok((await window.overflow()) <= 0)
  }

  it('goes into the first answer by « Répondre » on a phone', async () => {
    const window = await onPhone('cockpit')
    await window.tab.getByRole('button', { name: 'Répondre' }).first().click()
    await answering(window)
    assert.deepEqual(await violations(window), [])
  })

  it('goes there from the link of the Monday card', async () => {
    await answering(await onPhone('cockpit:answers'))
  })

  it('says since when a thing is published, and publishes again only from a form that says so', async () => {
    const { stage } = site()
    await announce(site())
    const { tenant, objectId, name } = MAELLE
    const lab = await stage.app.people.greet({ tenant, objectId, name, language: 'fr' })
    await stage.app.channels.bind(lab, CHANNEL, 'channel', 'mobilites')
    const window = await opened(INES, { wanted: 'cockpit', ready: false })
    const { tab } = window
    await tab.getByRole('button', { name: /^Publier/ }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Publier' }).click()
    await dialog.getByText('Votre message paraît ici', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await tab.getByText('Publié lundi 17 mai', { exact: false }).waitFor()
    assert.equal(await tab.getByRole('button', { name: /^Publier(?! de nouveau)/ }).count(), 0)
    await tab.getByRole('button', { name: /^Publier de nouveau/ }).click()
    await dialog.getByText('Vos canaux l’ont déjà reçu', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Publier de nouveau' }).waitFor()
    assert.deepEqual(await violations(window), [])
    const places = await site()
      .api(INES)
      .get<PostPlacesView>(await placesOf())
    assert.ok(places.publishedAt)
  })

  async function placesOf(): Promise<string> {
    const { items } = await site().api(INES).get<{ items: readonly { id: string }[] }>('/workshops')
    return `/directions/mobilites/post-places?thing=workshop&of=${items[0]?.id}`
  }
})
