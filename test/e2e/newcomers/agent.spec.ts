import assert from 'node:assert/strict'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { KARIM, LEA } from '../../support/sign-in/cast.ts'
import { announce, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard } from '../window.ts'

type List<T> = { readonly items: readonly T[] }

/** She opens the tab for the first time: nobody has told it who she is. */
describe('an agent who comes for the first time', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  beforeEach(async () => {
    await seat(site(), KARIM)
    await announce(site())
    await site()
      .api(KARIM)
      .post('/ideas', { nonce: nonce(), text: 'Un banc devant chaque accueil', axis: 'usager' })
  })

  it('has a seat in one click, and finds and supports a colleague’s idea in two', async () => {
    const window = await opened(LEA, { width: 360 })
    const { tab } = window
    await tab.getByRole('button', { name: /^Je participe/ }).click()
    await heard(window, 'Votre place est réservée')
    // It shows before the server has it.
    const taken = window.page.waitForResponse(response => response.url().endsWith('/support'))
    await tab.getByRole('button', { name: /^Idées des collègues/ }).click()
    await tab.getByRole('button', { name: /^Soutenir/ }).click()
    await tab.getByRole('button', { name: /^Vous soutenez/ }).waitFor()
    await taken
    const { items: workshops } = await site().api(LEA).get<List<WorkshopView>>('/workshops')
    const { items: ideas } = await site().api(LEA).get<List<IdeaView>>('/ideas')
    assert.deepEqual([workshops[0]?.mine, ideas[0]?.supported], ['yes', true])
    assert.deepEqual(window.complaints, [])
  })

  it('takes a commitment in two clicks, once it is written', async () => {
    const window = await opened(LEA, { width: 360 })
    const { tab } = window
    await tab.getByRole('button', { name: 'Je m’engage\u00A0: Faire équipe' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByLabel('Je m’engage à').fill('Tenir un carnet de passation')
    await dialog.getByRole('button', { name: 'Je m’engage' }).click()
    await tab.locator('.commitment', { hasText: 'Tenir un carnet de passation' }).waitFor()
    await window.focused('Tenir un carnet')
  })
})
