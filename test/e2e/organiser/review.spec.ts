import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { OwnStepView } from '../../../src/tabs/contract/next-steps.ts'
import { CAMILLE, KARIM, MAELLE, NADIA, PASCAL } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { counted } from '../counted.ts'
import { announce, NOW, nonce, published, type Site, seat } from '../site.ts'
import { visits } from '../visits.ts'
import type { Tab } from '../window.ts'

const DUE = new Date(NOW + 30 * DAY).toISOString().slice(0, 10)

/** Three ideas; one is answered on the day, one is retained nine days later and has a next step, one waits. */
async function lived(site: Site): Promise<void> {
  for (const person of [CAMILLE, KARIM, NADIA, PASCAL]) await seat(site, person)
  await announce(site)
  const propose = (text: string) =>
    site.api(CAMILLE).post<IdeaView>('/ideas', { nonce: nonce(), axis: 'equipe', text })
  const [answered, retained] = [await propose('Un banc devant chaque accueil'), await propose('Un carnet')]
  await propose('Un point debout le lundi')
  await site.api(NADIA).put(`/ideas/${retained.id}/support`, { support: true })
  await site.api(MAELLE).post(`/ideas/${answered.id}/answer`, { text: 'C’est prévu en juin.' })
  await published(site)
  site.clock.advance(9 * DAY)
  await site.api(MAELLE).put(`/ideas/${retained.id}/state`, { state: 'retained' })
  await published(site)
  const step = {
    kind: 'idea',
    id: retained.id,
    text: 'Écrire le modèle',
    due: DUE,
    mine: true,
    nonce: nonce(),
  }
  await site.api(MAELLE).post<OwnStepView>('/steps', step)
}

/** What is printed, on paper of its own: the window that stands for Teams cannot print one frame alone. */
async function printed({ tab, page }: Tab) {
  await tab.getByRole('button', { name: 'Imprimer' }).waitFor()
  await tab.locator('html').evaluate(async () => {
    while (!document.querySelector('.paper')) {
      await new Promise(requestAnimationFrame)
      dispatchEvent(new Event('beforeprint'))
    }
  })
  const html = await tab.locator('html').evaluate(({ ownerDocument: { styleSheets, body } }) => {
    const rules = [...styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
    return `<html data-look="dark"><style>${rules.join(' ')}</style>${body.outerHTML}</html>`
  })
  const paper = await page.context().newPage()
  await paper.setContent(html.replaceAll(/<script.*?<\/script>/gs, ''))
  await paper.emulateMedia({ media: 'print' })
  return paper
}

describe('« Bilan du programme »', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  const review = () => opened(MAELLE, { tab: 'organiser', wanted: 'figures' })

  it('says first in a sentence what was achieved and the whole programme’s figures, then, unfolded, per axis what was asked, proposed, answered, begun and learnt', async () => {
    await lived(site())
    const window = await review()
    const { tab } = window
    await tab.getByRole('heading', { name: 'Bilan du programme', level: 1 }).waitFor()
    await tab
      .getByText('2 idées sur 3 ont une réponse ou une décision, en quatre jours\u00A0(médiane).')
      .waitFor()
    const figures = tab.locator('.key-figures > div')
    assert.deepEqual(await figures.allInnerTexts(), [
      'Demandé\n1 atelier',
      'Proposé\n3 idées\n4 soutiens',
      'Répondu\n1 avec réponse\n1 retenue\n1 en attente',
      'Engagé\n1 suite promise',
      'Appris\nrien encore',
    ])
    assert.equal(await tab.getByRole('table').count(), 0)
    await tab.getByText('Par axe, par mois, par Direction').press('Enter')
    const table = tab.getByRole('table', { name: 'Axe par axe' })
    assert.deepEqual(await table.getByRole('columnheader').allTextContents(), [
      'Axe',
      'Demandé',
      'Proposé',
      'Répondu',
      'Engagé',
      'Appris',
    ])
    const cells = (name: string) =>
      table.getByRole('row').filter({ hasText: name }).getByRole('cell').allInnerTexts()
    assert.deepEqual(await cells('Faire équipe'), [
      'rien encore',
      '3 idées\n4 soutiens',
      '1 avec réponse\n1 retenue\n1 en attente',
      '1 suite promise',
      'rien encore',
    ])
    assert.equal((await cells('Soigner notre marque employeur'))[0], '1 atelier')
    await counted(tab.getByRole('table', { name: 'Mois après mois' }).getByRole('row'), 2)
    assert.deepEqual(await violations(window), [])
  })

  it('says of a programme that begins that nothing was proposed, and shows no empty table', async () => {
    const { tab } = await review()
    await tab.getByText('Le programme commence\u00A0: rien n’a encore été proposé.').waitFor()
    assert.equal(await tab.getByRole('table').count(), 0)
  })

  it('goes onto one or two sheets of paper, without a button or a name', async () => {
    await lived(site())
    const window = await review()
    const paper = await printed(window)
    await paper.getByRole('heading', { name: 'Bilan du programme', level: 1 }).waitFor()
    await paper.getByText('2 idées sur 3 ont une réponse ou une décision').filter({ visible: true }).waitFor()
    assert.deepEqual(
      await paper.getByRole('heading', { level: 2 }).filter({ visible: true }).allTextContents(),
      ['Axe par axe', 'Participation', 'Par Direction'],
    )
    assert.equal(await paper.getByRole('button').filter({ visible: true }).count(), 0)
    const words = (await paper.locator('.paper').textContent()) ?? ''
    for (const { name } of [CAMILLE, KARIM, MAELLE, NADIA]) assert.ok(!words.includes(name), name)
    const pages = (await paper.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
    assert.ok((pages?.length ?? 0) >= 1 && (pages?.length ?? 0) <= 2, `${pages?.length} pages`)
  })

  it('heads the gallery with the same sentence, for everybody', async () => {
    await lived(site())
    const { tab } = await opened(KARIM, { tab: 'gallery' })
    await tab
      .getByText('2 idées sur 3 ont une réponse ou une décision, en quatre jours\u00A0(médiane).')
      .waitFor()
  })

  it('unfolds what only some look for', async () => {
    const { tab } = await review()
    assert.equal(await tab.getByRole('heading', { name: 'Participation aux scrutins' }).isVisible(), false)
    await tab.getByText('Le détail').click()
    await tab.getByRole('heading', { name: 'Participation aux scrutins' }).waitFor()
    await tab.getByRole('heading', { name: 'Effet des coups de pouce' }).waitFor()
  })
})
