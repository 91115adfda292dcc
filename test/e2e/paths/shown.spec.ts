import assert from 'node:assert/strict'
import { launch } from '../window.ts'
import { countsOf, countsOfCard, tapsToFill, tapsToPress } from './shown.ts'

const CHOICES = [
  { title: 'Faire équipe', value: 'equipe' },
  { title: 'Aucun', value: 'none' },
]
const CARD = {
  type: 'AdaptiveCard',
  body: [
    { type: 'TextBlock', style: 'heading', text: 'Qu’en faites-vous\u202F?' },
    { type: 'TextBlock', text: 'Tout se corrige ensuite. Rien n’est publié.' },
    { type: 'TextBlock', text: 'Ceci n’est pas montré.', isVisible: false },
    { type: 'Input.Text', id: 'text', label: 'Votre phrase' },
    { type: 'Input.ChoiceSet', id: 'axis', label: 'Axe', style: 'expanded', choices: CHOICES, value: 'none' },
    {
      type: 'Input.ChoiceSet',
      id: 'until',
      label: 'Avant',
      style: 'compact',
      choices: CHOICES,
      value: 'none',
    },
    { type: 'Input.Toggle', id: 'named', title: 'Montrer mon nom', value: 'false' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'En faire une idée', verb: 'a' },
    { type: 'Action.Execute', title: 'Corriger', verb: 'b' },
    { type: 'Action.Execute', title: 'Retirer mon idée', verb: 'c', mode: 'secondary' },
    { type: 'Action.Execute', title: 'Commenter', verb: 'd', mode: 'secondary' },
  ],
}

describe('what a path shows', function () {
  this.timeout(60_000)

  it('is counted on a card: what is visible, what stands behind « … » as that alone', () => {
    assert.deepEqual(countsOfCard(CARD), { headings: 1, buttons: 3, sentences: 3, words: 25 })
  })

  it('takes a tap for a choice in sight, two where a list is folded, none for what stands there or is typed', () => {
    assert.equal(tapsToFill(CARD, { text: 'Un banc' }), 0)
    assert.equal(tapsToFill(CARD, { axis: 'equipe' }), 1)
    assert.equal(tapsToFill(CARD, { until: 'equipe', named: 'true' }), 3)
    assert.equal(tapsToFill(CARD, { axis: 'none', until: 'none' }), 0)
    assert.throws(() => tapsToFill(CARD, { place: 'Foix' }), /no field is called place/)
  })

  it('takes a tap for a button in sight, two for one behind « … »', () => {
    assert.deepEqual([tapsToPress(CARD, 'Corriger'), tapsToPress(CARD, 'Commenter')], [1, 2])
  })

  it('is counted on a page down to what is pressed, without what is hidden or said to screen readers alone', async () => {
    const browser = await launch()
    const page = await browser.newPage()
    await page.setContent(`<h1>Mon espace</h1><p>Une phrase. Une autre<b>\u202F?</b></p><a href="#">Voir</a>
      <p hidden>Rien ici.</p><p class="unseen">Ni ici.</p>
      <div style="height:2000px"></div><h2>Plus bas</h2><button>Envoyer</button>`)
    const whole = await countsOf(page.locator('html'))
    const seen = await countsOf(page.locator('html'), 900)
    await browser.close()
    assert.deepEqual(whole, { headings: 2, buttons: 2, sentences: 2, words: 10 })
    assert.deepEqual(seen, { headings: 1, buttons: 1, sentences: 2, words: 7 })
  })
})
