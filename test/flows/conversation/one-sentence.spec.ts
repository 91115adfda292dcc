import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { CAMILLE, NADIA } from '../../support/sign-in/cast.ts'

const SENTENCE = 'on pourrait mettre un composteur derrière la cuisine'

onEachEngine('one sentence', engine => {
  const at = freshBot(engine)
  const kept = () =>
    at.bot.app.database.read(
      async tx => (await open(tx).selectFrom('utterance').selectAll().execute()).length,
    )

  it('is an idea by one press, its axis guessed, then corrected on the answer', async () => {
    const { bot } = at
    const offered = await bot.as(CAMILLE).says(SENTENCE)
    says(offered, 'Qu’en faites-vous', SENTENCE, 'Axe proposé')
    assert.equal(offered.inputs.axis, 'transitions')
    const made = await bot.as(CAMILLE).presses(offered, 'En faire une idée')
    says(
      made,
      'Votre idée est publiée',
      'On pourrait mettre un composteur derrière la cuisine',
      'Accompagner les transitions',
    )
    const form = await bot.as(CAMILLE).presses(made, 'Corriger')
    says(
      await bot
        .as(CAMILLE)
        .presses(form, 'Enregistrer la correction', { text: 'Un composteur derrière chaque cuisine' }),
      'Un composteur derrière chaque cuisine',
    )
  })

  it('goes under another axis by one tap more, and by one press to a commitment that can be undone', async () => {
    const { bot } = at
    const offered = await bot.as(CAMILLE).says('Je m’engage à relire mes courriers')
    const taken = await bot.as(CAMILLE).presses(offered, 'M’y engager', { axis: 'Faire équipe' })
    says(
      taken,
      'Votre engagement est pris',
      'Relire mes courriers',
      'Faire équipe',
      'Visible de vous seulement',
    )
    says(await bot.as(CAMILLE).presses(taken, 'Annuler'), 'Abandonné')
  })

  it('is put in other words on its card, which what becomes of the message in Teams does not change', async () => {
    const { bot } = at
    const offered = await bot.as(CAMILLE).says(SENTENCE)
    const form = await bot.as(CAMILLE).presses(offered, 'Corriger')
    const now = await bot
      .as(CAMILLE)
      .presses(form, 'Enregistrer', { text: 'Un banc devant la gare de Mende' })
    says(now, 'Votre phrase est corrigée', 'Un banc devant la gare de Mende')
    says(await bot.as(CAMILLE).presses(now, 'En faire une idée'), 'Un banc devant la gare de Mende')
  })

  it('is gone the day after: the same press then opens a form, and nobody else ever sees it', async () => {
    const { bot } = at
    const offered = await bot.as(CAMILLE).says(SENTENCE)
    assert.equal(await kept(), 1)
    await bot.later(DAY)
    assert.equal(await kept(), 0)
    const late = await bot.as(CAMILLE).presses(offered, 'En faire une idée')
    says(late, 'n’est plus gardée', 'Quelle est votre idée')
    saysNothingOf(await bot.as(NADIA).says('bonjour'), 'composteur')
  })

  it('of distress is kept nowhere, and answered by whom to turn to', async () => {
    const answer = await at.bot
      .as(CAMILLE)
      .says('idée : que ma responsable arrête de me hurler dessus, je suis à bout')
    says(answer, 'Vous pouvez en parler', '112', 'médecine de prévention')
    saysNothingOf(answer, 'En faire une idée', 'hurler')
    assert.deepEqual([await kept(), at.bot.logged], [0, []])
  })

  it('is in no line of the log', async () => {
    await at.bot.as(CAMILLE).says(SENTENCE)
    await at.bot.later(DAY)
    assert.doesNotMatch(JSON.stringify(at.bot.logged), /composteur/)
  })
})
