import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type { WaitingView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { InitiativeTrials, TrialPlan, TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { assertNobodyOn, found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import {
  AHMED,
  CAMILLE,
  INES,
  KARIM,
  MAELLE,
  NADIA,
  PASCAL,
  type Person,
} from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS, type Shown } from '../../support/teams/index.ts'

const BIKES = 'Des vélos partagés entre deux lycées'
const AGAIN = { again: ['same id', 'new id'] } as const
const PLAN: TrialPlan = {
  ifWe: 'prêtons dix vélos',
  expected: 'les agents passent d’un lycée à l’autre sans voiture',
  change: '',
  directions: ['lycees', 'mobilites'],
  site: 'Lycée Bellevue',
  from: '2027-04-23',
  until: '2027-05-21',
  rhythm: 'weekly',
  measures: [
    { kind: 'number', text: 'Trajets à vélo par semaine', unit: 'trajets', better: 'up', start: '' },
  ],
}

onEachEngine('a trial, tried from a channel and measured in the chat', engine => {
  const at = freshBot(engine)
  let initiative = ''

  /** Camille’s idea, retained, that Ahmed carries and tries from the next day. */
  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, NADIA, AHMED, PASCAL, INES])
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of [AHMED, NADIA, INES]) await bot.as(person).installs()
    await bot.settle()
    const idea = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    const seen = await bot
      .as(PASCAL)
      .presses(await bot.as(PASCAL).presses(idea, 'Commentaires'), 'Voir l’idée')
    const [waits] = (await bot.api(PASCAL).get<WaitingView>('/directions/lycees/waiting')).items
    initiative = found(waits, 'the idea').id
    await bot.as(PASCAL).presses(seen, 'Retenir')
    await bot.api(AHMED).post('/initiatives', { nonce: randomIds.nonce(), idea: initiative })
    await bot.settle()
  })

  const plans = (more: Partial<TrialPlan> = {}) =>
    at.bot
      .api(AHMED)
      .post<TrialView>(`/initiatives/${initiative}/trials`, { ...PLAN, ...more, nonce: randomIds.nonce() })
  const current = async (person: Person) =>
    found(
      (await at.bot.api(person).get<InitiativeTrials>(`/initiatives/${initiative}/trials`)).current,
      'the trial',
    )
  const posted = (): Shown => {
    const cards = at.bot
      .as(NADIA)
      .reads(IDEAS)
      .filter(({ text }) => text.includes('Portée par'))
    return found(cards.at(-1), 'the card in the channel')
  }

  it('is tried by two people on one card, each answered alone, however often Teams repeats it', async () => {
    const { bot } = at
    const before = posted()
    assert.equal(before.buttons[0], 'Je rejoins')
    await plans()
    await bot.later(MINUTE)
    const card = posted()
    says(card, /Essai prévu du vendredi 23.avril au vendredi 21.mai/, 'Lycée Bellevue')
    assert.deepEqual(card.buttons.slice(0, 3), ['J’essaie', 'Voir l’essai', 'Soutenir'])
    says(card, 'votre nom paraît')

    const first = await bot.as(NADIA).presses(card, 'J’essaie', {}, AGAIN)
    says(first, 'Vous essayez', 'n’est visible que de vous', 'L’essai commence le vendredi 23')
    says(first, /1.personne essaie.*Nadia Ferrer/)
    const second = await bot.as(KARIM).presses(card, 'J’essaie', {}, AGAIN)
    says(second, /2.personnes essaient.*Nadia Ferrer, Karim Benali/)
    await bot.settle()
    // Nobody’s answer is replaced, and the card itself says nobody’s name.
    says(bot.as(NADIA).sees(card), 'Vous essayez')
    await assertNobodyOn(bot, bot.as(CAMILLE).sees(card), [NADIA, KARIM])
    assert.deepEqual((await current(CAMILLE)).names, ['Nadia Ferrer', 'Karim Benali'])

    const left = await bot.as(NADIA).presses(first, 'Je n’essaie plus', {}, AGAIN)
    says(left, 'Votre nom n’est plus parmi les personnes qui essaient', /1.personne essaie/)
    saysNothingOf(left, 'Nadia')
    assert.deepEqual([(await current(NADIA)).testers, (await current(NADIA)).trying], [1, false])
  })

  it('takes a press on a card that was posted before it was planned', async () => {
    const { bot } = at
    const before = posted()
    await plans({ from: '2027-04-22' })
    const joined = await bot.as(NADIA).presses(before, 'Je rejoins')
    says(joined, 'Vous faites partie de l’initiative')
    assert.equal(joined.buttons[0], 'J’essaie')
    const shown = await bot.as(NADIA).presses(joined, 'Voir l’essai')
    says(shown, 'Si nous prêtons dix vélos, alors les agents passent', 'Pas encore de chiffre')
    says(await bot.as(NADIA).presses(shown, 'J’essaie'), 'L’essai va jusqu’au vendredi 21')
  })

  it('says its days in the channel as they are now', async () => {
    const { bot } = at
    const { id, measures } = await plans()
    await bot.later(MINUTE)
    await bot.api(AHMED).put(`/trials/${id}`, {
      ...PLAN,
      measures: measures.map(({ id, text, better }) => ({ ...PLAN.measures[0], id, text, better })),
      until: '2027-06-04',
    })
    await bot.later(MINUTE)
    says(posted(), /au vendredi 4.juin/)
  })

  it('asks its number again where it is unclear or far from the last, and keeps what was typed', async () => {
    const { bot } = at
    await plans({ from: '2027-04-22' })
    const sheet = await bot.as(AHMED).presses(await bot.as(AHMED).says('initiatives'), 'Voir l’initiative')
    const trial = await bot.as(AHMED).presses(sheet, 'Voir l’essai')
    const form = await bot.as(AHMED).presses(trial, 'Taper le chiffre')
    says(form, 'Trajets à vélo par semaine', 'Le chiffre, en trajets')

    const unclear = await bot.as(AHMED).presses(form, 'Enregistrer', { typed: 'une douzaine' }, AGAIN)
    says(unclear, 'Ce n’est pas un chiffre')
    assert.equal(unclear.inputs.typed, 'une douzaine')
    const kept = await bot.as(AHMED).presses(unclear, 'Enregistrer', { typed: '12,5 trajets' }, AGAIN)
    says(kept, 'Le chiffre est noté', /12,5.trajets/)

    await bot.until('2027-04-29T08:00:00Z')
    const again = await bot.as(AHMED).presses(kept, 'Taper le chiffre')
    says(again, /Au départ.*12,5.trajets/)
    const far = await bot.as(AHMED).presses(again, 'Enregistrer', { typed: '1 200' }, AGAIN)
    says(far, /Le dernier chiffre était 12,5/)
    assert.equal(far.inputs.typed, '1 200')
    assert.deepEqual((await current(AHMED)).measures[0], {
      ...(await current(AHMED)).measures[0],
      readings: [{ day: '2027-04-22', value: 12.5, start: true }],
    })
    const sure = await bot.as(AHMED).presses(far, 'C’est bien 1 200', {}, AGAIN)
    says(sure, 'Le chiffre est noté', /1.200.trajets/, 'jeudi 29')
    // A pilot of one of its Directions types as well; somebody else does not.
    const pilot = await bot
      .as(INES)
      .presses(await bot.as(INES).presses(posted(), 'Voir l’essai'), 'Taper le chiffre')
    says(await bot.as(INES).presses(pilot, 'Enregistrer', { typed: '100' }), 'Le chiffre est noté')
    const other = await bot.as(NADIA).presses(posted(), 'Voir l’essai')
    assert.ok(!other.buttons.includes('Taper le chiffre'))
    const { measures } = await current(NADIA)
    assert.deepEqual(
      measures.flatMap(measure => (measure.kind === 'number' ? measure.readings : [])),
      [
        { day: '2027-04-22', value: 12.5, start: true },
        { day: '2027-04-29', value: 100 },
      ],
    )
  })

  it('holds a signed line of who tries it, and refuses one of who does not', async () => {
    const { bot } = at
    await plans({ from: '2027-04-22' })
    await bot.later(MINUTE)
    const tried = await bot.as(NADIA).presses(posted(), 'J’essaie')
    const form = await bot.as(NADIA).presses(tried, 'Ajouter une ligne')
    says(form, 'Signée de votre nom')
    const long = 'Un vélo. '.repeat(80)
    const refused = await bot.as(NADIA).presses(form, 'Publier', { text: long })
    says(refused, 'Votre texte est gardé')
    assert.equal(refused.inputs.text, long.trim())
    const text = 'Un vélo sur dix a crevé la première semaine'
    const written = await bot.as(NADIA).presses(form, 'Publier', { text }, AGAIN)
    says(written, 'Votre ligne est sur l’essai', 'Nadia Ferrer', text)
    assert.deepEqual(
      (await current(KARIM)).notes.map(note => [note.name, note.text]),
      [['Nadia Ferrer', text]],
    )
    const another = await bot.as(NADIA).presses(written, 'Ajouter une ligne')
    await bot.api(NADIA).put(`/trials/${(await current(NADIA)).id}/tester`, { trying: false })
    const late = await bot.as(NADIA).presses(another, 'Publier', { text: 'Une autre ligne' })
    says(late, 'Une ligne signée vient d’une personne qui essaie')
    assert.equal(late.inputs.text, 'Une autre ligne')
  })
})
