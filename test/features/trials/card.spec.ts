import assert from 'node:assert/strict'
import type { Pressed } from '../../../src/conversation/protocol/incoming.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { trialActs } from '../../../src/features/trials/card/button-cards.ts'
import { trialCard } from '../../../src/features/trials/card/cards.ts'
import type { TrialOnCard } from '../../../src/features/trials/card/domain.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import { trials } from '../../cards/samples/trials/card.ts'
import { ahmed, camille, nadia, setTrials, TRIAL_PLAN } from '../../support/features/trials.ts'
import type { Someone } from '../../support/product/stage.ts'
import { programme } from '../../support/programme/programme.ts'

type Act = { readonly title: string; readonly verb: string; readonly data: Pressed['data'] }
type Data = Record<string, string> & {
  readonly buttons: readonly Act[]
  readonly facts: readonly { readonly text: string }[]
  readonly measures: readonly { readonly sides: readonly { readonly value: string }[] }[]
}
const dataOf = (reply: Reply) => reply.card.data as unknown as Data
const titlesOf = (reply: Reply) => dataOf(reply).buttons.map(({ title }) => title)
const factsOf = (reply: Reply) => dataOf(reply).facts.map(({ text }) => text)

describe('the card of a trial', () => {
  let on: Awaited<ReturnType<typeof setTrials>>

  beforeEach(async () => {
    on = await setTrials()
  })
  afterEach(() => on.stage.close())

  const shows = (who: Someone, verb = 'initiatives.show') =>
    on.stage.as(who).presses(verb, { initiative: on.initiative })

  it('is told on the sheet of its initiative, where « J’essaie » comes first and joining stands behind', async () => {
    assert.equal(titlesOf(await shows(nadia))[0], 'Je rejoins')
    await on.plan(on.initiative)
    const planned = await shows(nadia)
    assert.deepEqual(titlesOf(planned).slice(0, 3), ['J’essaie', 'Voir l’essai', 'Soutenir'])
    assert.ok(titlesOf(planned).indexOf('Je rejoins') > 2)
    assert.match(factsOf(planned).join('\n'), /Essai prévu du vendredi 23.avril au vendredi 21.mai/)
    assert.match(dataOf(planned).footer ?? '', /votre nom paraît/)
    await on.goTo('2027-04-23T07:05')
    assert.match(factsOf(await shows(nadia)).join('\n'), /En essai du vendredi 23.avril/)
    const own = await shows(ahmed)
    assert.deepEqual(titlesOf(own).slice(0, 2), ['Voir l’essai', 'Modifier la fiche'])
  })

  it('says what is tried, where, until when, and that nothing was measured yet', async () => {
    await on.plan(on.initiative, { site: 'Lycée Bellevue' })
    const card = await shows(camille, 'trials.show')
    const { hypothesis, title, footer, measures } = dataOf(card)
    assert.equal(title, 'Relire nos courriers')
    assert.equal(hypothesis, `Si ${TRIAL_PLAN.ifWe}, alors ${TRIAL_PLAN.expected}.`)
    assert.match(footer ?? '', /^Si vous essayez, votre nom paraît/)
    assert.deepEqual(factsOf(card), [
      'Direction des lycées, Lycée Bellevue',
      'Du vendredi 23\u00A0avril au vendredi 21\u00A0mai',
      'Personne n’essaie encore',
    ])
    assert.deepEqual(
      measures.map(({ sides }) => sides.map(({ value }) => value)),
      [['Pas encore de chiffre'], ['Rien n’est montré avant 5 réponses et 13 personnes qui essaient.']],
    )
  })

  it('offers first what it waits for from this person, and never lets leaving fall away', () => {
    const words = wordsIn('fr', 'Europe/Paris')
    const { typing, trying } = trials(text => text)
    const asked = { round: 'r1', until: '2027-05-12', answered: false }
    const titles = (trial: TrialOnCard) => trialActs(words, trial).map(({ verb }) => verb)
    assert.deepEqual(titles({ ...typing, mayDecide: true, asked }), [
      'trials.look-in',
      'trials.decide-form',
      'trials.reading-form',
      'trials.reading-form',
      'trials.note-form',
      'trials.try',
    ])
    const after = { ...asked, answered: true }
    assert.deepEqual(titles({ ...trying, asked: after }), [
      'trials.note-form',
      'initiatives.show',
      'trials.try',
    ])
  })

  it('is told as over once it is decided, and a stopped one in the tone of the others', () => {
    const context = { words: wordsIn('fr', 'Europe/Paris'), programme }
    const { decided, stopped } = trials(text => text)
    for (const trial of [decided, stopped]) {
      const { badge, facts, measures } = trialCard(context, trial).data
      assert.equal(badge?.tone, 'good')
      assert.match(facts[2]?.text ?? '', /^12 personnes ont essayé/)
      assert.deepEqual(
        measures.map(({ sides }) => sides.map(({ when }) => when)),
        [
          ['Au départ', 'À la fin'],
          ['Au départ', 'À la fin'],
        ],
      )
    }
  })

  it('is gone where an initiative tries nothing', async () => {
    assert.match((await shows(nadia, 'trials.show')).summary, /n’existe plus/)
  })
})
