import assert from 'node:assert/strict'
import { CAMILLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { keeping, kept } from '../cached-pages.ts'
import { seat } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

describe('« Mes données », in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  it('shows all that is held, gives it as a file, and erases it in two steps, for every page that is open', async () => {
    await seat(site(), CAMILLE)
    const now = site().clock.now()
    const other = await opened(CAMILLE, { now })
    const window = await opened(CAMILLE, { now, width: 360 })
    const { tab, page } = window
    await keeping(window)
    await tab.getByRole('button', { name: 'Préférences' }).click()
    await tab.getByRole('menuitem', { name: 'Mes données' }).click()
    await tab.getByRole('heading', { name: 'Mes données', level: 1 }).waitFor()
    await tab.getByText('Votre compte', { exact: true }).waitFor()
    assert.equal(await tab.getByText('data.held').count(), 0)
    await tab.getByText('Qui vous êtes', { exact: true }).click()
    await tab.getByRole('button', { name: 'Voir ce qui est gardé : Qui vous êtes' }).click()
    await tab.getByRole('dialog').getByText(CAMILLE.objectId).waitFor()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click()

    for (const [name, ending] of [
      ['Télécharger', 'html'],
      ['Le même fichier pour un outil (JSON)', 'json'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        tab.getByRole('button', { name, exact: true }).click(),
      ])
      assert.match(file.suggestedFilename(), new RegExp(`^\\d{4}-\\d{2}-\\d{2}-mes-donnees\\.${ending}$`))
    }

    await tab.getByRole('button', { name: 'Effacer mes données' }).click()
    const dialog = tab.getByRole('dialog')
    // What is erased is read first, not the box at the end.
    await dialog.locator('p:focus').first().waitFor()
    assert.ok((await dialog.locator('.dialog-content').evaluate(box => box.scrollTop)) < 8)
    await dialog.getByRole('button', { name: 'Effacer définitivement' }).click()
    await dialog.getByText('Cochez la case pour effacer.').waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await dialog.evaluate(box => box.scrollWidth - box.clientWidth), 0)
    await dialog.getByRole('checkbox').click()
    await dialog.getByRole('button', { name: 'Effacer définitivement' }).click()
    await tab.getByRole('heading', { name: 'Vos données sont effacées' }).waitFor()
    assert.deepEqual(await violations(window), [])
    assert.deepEqual(await kept(window), {})

    // It hears that something changed, asks again, and is told.
    await other.tab.getByRole('heading', { name: 'Vos données sont effacées' }).waitFor()
    const again = await opened(CAMILLE, { now })
    await again.tab.getByRole('button', { name: 'Préférences' }).waitFor()
  })

  it('ends with a quiet line on who answers for data, which leads by keyboard to what is kept', async () => {
    const window = await opened(CAMILLE)
    const { tab } = window
    const line = tab.getByRole('region', { name: 'Vos données' })
    await line.getByText(/répond de vos données/).waitFor()
    await line.getByText(/Contact\s:/).waitFor()
    assert.deepEqual(await violations(window), [])
    await tabTo(window, 'Mes données')
    await window.page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: 'Mes données', level: 1 }).waitFor()
  })
})
