import assert from 'node:assert/strict'
import { held, points, SAYINGS } from '../../support/assistant/answers.ts'
import { type FakeEndpoint, startEndpoint } from '../../support/assistant/endpoint.ts'
import { MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { openSite } from '../site.ts'
import { looksRight, placed, THEME } from '../syntheses.ts'
import { visits } from '../visits.ts'
import { heard, type Tab, tabTo } from '../window.ts'

const SENTENCE = 'Des lycées voisins partageraient des trajets en covoiturage.'
const PROPOSE = `Proposer des phrases\u00A0: ${THEME}`

describe('a synthesis beside a language model', function () {
  this.timeout(90_000)
  const at = {} as { endpoint: FakeEndpoint }
  beforeEach(async () => {
    at.endpoint = await startEndpoint()
  })
  afterEach(() => at.endpoint.close())
  const { site, opened } = visits({ width: 360 }, () => openSite({ assistant: at.endpoint.settings }))

  async function begun(): Promise<Tab> {
    await placed(site())
    const window = await opened(MAELLE, { tab: 'organiser', wanted: 'ideas:synthesis' })
    await window.tab
      .getByText('Albert peut proposer des phrases. Chacune reste à décider par une personne.')
      .waitFor()
    return window
  }

  it('has its sentences marked and undecided until a person keeps them, and says so to whoever reads', async () => {
    const window = await begun()
    const { page, tab } = window
    at.endpoint.always(points([SENTENCE, ['i1', 'i2']]))
    await tabTo(window, PROPOSE)
    await page.keyboard.press('Enter')
    await heard(window, '1 phrase proposée, à décider.')
    await window.focused(PROPOSE)
    await tab.getByText(SENTENCE).waitFor()
    await tab.getByText('Rédigée par un modèle d’IA').waitFor()
    await tab.getByText('décidez de la phrase qui attend').waitFor()
    await looksRight(window)
    await tabTo(window, `Garder\u00A0: ${SENTENCE}`)
    await page.keyboard.press('Enter')
    await tab.getByText('Gardée par Maëlle Rivière').waitFor()
    await tabTo(window, 'Publier')
    await page.keyboard.press('Enter')
    await tab.getByRole('dialog').getByText('avec l’aide d’un modèle d’IA (Albert)').waitFor()
    await tabTo(window, 'Publier')
    await page.keyboard.press('Enter')
    await heard(window, 'La synthèse est publiée.')

    const reader = await opened(NADIA, { wanted: 'synthesis:transitions', ready: false })
    await reader.tab.getByText(SENTENCE).waitFor()
    await reader.tab.getByText('Rédigée par un modèle d’IA, gardée par une personne').waitFor()
    await reader.tab.getByText('Préparée avec l’aide d’un modèle d’IA (Albert).').waitFor()
    await looksRight(reader)
  })

  it('waits beside the button, and says where nothing of what was said holds', async () => {
    const window = await begun()
    const { page, tab } = window
    const { answer, letGo } = held(SAYINGS['a quantity word'])
    at.endpoint.answer(answer)
    const button = tab.getByRole('button', { name: PROPOSE })
    await tabTo(window, PROPOSE)
    const asked = at.endpoint.next()
    await page.keyboard.press('Enter')
    await asked
    assert.equal(await button.getAttribute('aria-disabled'), 'true')
    letGo()
    await tab
      .getByText('Rien de ce qui a été proposé ne tient. Vous pouvez écrire une phrase.')
      .first()
      .waitFor()
    await window.focused(PROPOSE)
    assert.equal(await button.getAttribute('aria-disabled'), null)
  })
})
