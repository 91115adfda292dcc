import assert from 'node:assert/strict'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { CAMILLE, KARIM } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'

const THEIRS = 'Un carnet de passation d’une page pour chaque départ'
const MINE = 'Un carnet de passation à chaque départ'
const KEEP = 'Envoyer la mienne'

describe('similar ideas, in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  const setOut = async () => {
    for (const person of [CAMILLE, KARIM]) await seat(site(), person)
    await site().api(KARIM).post<IdeaView>('/ideas', { nonce: nonce(), axis: 'equipe', text: THEIRS })
  }
  const ideas = async () => {
    const { items } = await site().api(KARIM).get<Page<IdeaView>>('/ideas')
    return items.map(({ text, supports }) => `${text} (${Number(supports)})`).toSorted()
  }

  for (const theme of ['default', 'contrast'] as const) {
    it(`appear while one types, leave the focus in the text, and fit in 360 px in ${theme}`, async () => {
      await setOut()
      const window = await opened(CAMILLE, { theme, width: 360 })
      const { tab } = window
      await tab.getByRole('button', { name: 'Proposer une idée' }).click()
      const dialog = tab.getByRole('dialog')
      await dialog.getByRole('textbox').fill('Planter des arbres')
      assert.equal(await dialog.getByRole('status').textContent(), '')
      await dialog.getByRole('textbox').fill(MINE)
      await dialog.getByRole('status').getByText('Une idée proche existe déjà').waitFor()
      await window.focused('Votre micro-idée')
      await dialog.getByRole('listitem').getByText(THEIRS).waitFor()
      await dialog.getByRole('button', { name: KEEP }).waitFor()
      assert.deepEqual(await violations(window), [])
      assert.ok((await window.overflow()) <= 0)
    })
  }

  it('are supported by keyboard, with the text still there, and it can be sent all the same', async () => {
    await setOut()
    const window = await opened(CAMILLE)
    const { tab, page } = window
    await tab.getByRole('button', { name: 'Proposer une idée' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('textbox').fill(MINE)
    await dialog.getByRole('status').getByText('Une idée proche').waitFor()
    await page.keyboard.press('Tab')
    await window.focused('Relire ma phrase')
    await page.keyboard.press('Tab')
    await window.focused('Soutenir celle-ci')
    await page.keyboard.press('Enter')
    await dialog.getByText('Vous soutenez cette idée').waitFor()
    await window.focused(THEIRS)
    assert.equal(await dialog.getByRole('textbox').inputValue(), MINE)
    assert.deepEqual(await ideas(), [`${THEIRS} (2)`])
    await dialog.getByRole('combobox', { name: 'Axe' }).selectOption('equipe')
    await dialog.getByRole('button', { name: KEEP }).click()
    await dialog.waitFor({ state: 'detached' })
    assert.deepEqual(await ideas(), [`${THEIRS} (2)`, `${MINE} (0)`])
  })

  it('are shown at sending when one sends before they could be, and take the focus', async () => {
    await setOut()
    const window = await opened(CAMILLE)
    const { tab } = window
    await tab.getByRole('button', { name: 'Proposer une idée' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Axe' }).selectOption('equipe')
    await dialog.getByRole('textbox').fill(MINE)
    await dialog.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await dialog.getByRole('button', { name: KEEP }).waitFor()
    await window.focused('Une idée proche existe déjà')
    assert.deepEqual(await ideas(), [`${THEIRS} (0)`])
    await dialog.getByRole('button', { name: KEEP }).click()
    await dialog.waitFor({ state: 'detached' })
    assert.equal((await ideas()).length, 2)
  })
})
