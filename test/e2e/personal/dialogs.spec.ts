import assert from 'node:assert/strict'
import { CAMILLE, LEA } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { visits } from '../visits.ts'

describe('the personal tab’s dialogs', function () {
  this.timeout(60_000)
  const { opened } = visits({ unfolded: true })

  it('says what is missing, keeps what was typed, and gives the focus back', async () => {
    const window = await opened(CAMILLE)
    const { page, tab } = window
    await tab.getByRole('button', { name: 'Je m’engage', exact: true }).first().click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('textbox').fill('x'.repeat(281))
    await dialog.getByRole('button', { name: 'Je m’engage' }).click()
    await dialog.getByText('Il manque l’axe. Choisissez le plus proche.').waitFor()
    await counted(dialog.getByText(/281 caractères pour 280/), 1)
    assert.equal((await dialog.getByRole('textbox').inputValue()).length, 281)
    await dialog.getByRole('combobox', { name: 'Axe' }).selectOption('equipe')
    // A slip on Escape closes it and loses nothing; nor does the button.
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => dialog.getByRole('button', { name: 'Fermer sans envoyer' }).click(),
    ]) {
      await close()
      await dialog.waitFor({ state: 'detached' })
      await window.focused('Je m’engage')
      assert.match(await window.said(), /^Votre texte est gardé/)
      await page.keyboard.press('Enter')
      await dialog.getByText('Votre texte était resté ici').waitFor()
      await window.focused('Axe')
      assert.equal((await dialog.getByRole('textbox').inputValue()).length, 281)
      assert.equal(await dialog.getByRole('combobox', { name: 'Axe' }).inputValue(), 'equipe')
    }
    await dialog.getByRole('button', { name: 'Repartir de zéro' }).click()
    await dialog.getByText('Votre texte était resté ici').waitFor({ state: 'detached' })
    await window.focused('Axe')
    assert.equal(await dialog.getByRole('textbox').inputValue(), '')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await window.focused('Je m’engage')
    // By role: a page that the dialog left hidden from screen readers has none.
    await tab.getByRole('heading', { name: 'Mon espace' }).waitFor()
  })

  it('tells a date that is missing from one that is past', async () => {
    const window = await opened(CAMILLE)
    const { tab } = window
    await tab.getByRole('button', { name: 'Je m’engage', exact: true }).first().click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Axe' }).selectOption('equipe')
    await dialog.getByRole('textbox').fill('Ranger la salle')
    await dialog.getByRole('combobox', { name: 'Échéance' }).selectOption('Une autre date')
    await dialog.getByRole('button', { name: 'Je m’engage' }).click()
    await dialog.getByText('Il manque la date. Choisissez un jour à venir.').waitFor()
    await window.focused('Date')
    await dialog.getByLabel('Date').fill('2027-05-16')
    await dialog.getByText('Cette date est passée. Choisissez une date à venir.').waitFor()
  })

  it('asks for the Direction once, and finds it by a few letters', async () => {
    const window = await opened(LEA)
    const { page, tab } = window
    await tab.getByRole('button', { name: 'Choisir' }).click()
    await tab.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await tab.getByText('Il manque la Direction. Choisissez la vôtre dans la liste.').waitFor()
    await window.focused('Dans quelle Direction')
    await tab.getByRole('combobox').pressSequentially('lycees')
    await tab.getByRole('option').first().waitFor()
    await counted(tab.getByRole('option'), 1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await tab.getByRole('main').getByText('Là où vous travaillez : Direction des lycées.').waitFor()
    await window.focused('Corriger')
  })
})
