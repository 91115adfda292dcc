import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { CAMILLE, KARIM, NADIA, STRANGER } from '../../support/sign-in/cast.ts'
import { closeBallot, openBallot } from '../ballots/steps.ts'

const QUESTION = 'quelles idées sur le télétravail attendent une réponse ?'

onEachEngine('a question', engine => {
  const at = freshBot(engine)
  const kept = () =>
    at.bot.app.database.read(
      async tx => (await open(tx).selectFrom('utterance').selectAll().execute()).length,
    )
  async function submit(text: string) {
    const offered = await at.bot.as(KARIM).says(text)
    says(await at.bot.as(KARIM).presses(offered, 'En faire une idée'), 'Votre idée est publiée')
  }
  const TELEWORK = 'Il faudrait ouvrir les maisons de Région au télétravail'

  it('is answered on the one card of the sentence, opened by a tap, loosened by a press, and still becomes an idea', async () => {
    const { bot } = at
    await submit(TELEWORK)
    const answer = await bot.as(CAMILLE).says(QUESTION)
    says(
      answer,
      'Ce qui a été trouvé',
      'Recherche',
      'télétravail',
      'qui attendent une réponse',
      '1 idée',
      TELEWORK,
    )
    const wider = await bot.as(CAMILLE).presses(answer, 'Quel que soit l’état')
    says(wider, TELEWORK, 'parmi les idées')
    says(await bot.as(CAMILLE).presses(wider, 'Voir'), TELEWORK, 'Proposée par Karim')
    const another = await bot.as(CAMILLE).says(QUESTION)
    says(await bot.as(CAMILLE).presses(another, 'En faire une idée'), 'Votre idée est publiée')
  })

  it('about a ballot finds it while it is open, and its result for ninety days', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    says(
      await bot.as(CAMILLE).says('demander quel scrutin parle de vélos ?'),
      'Par quoi commencer',
      'jusqu’au',
    )
    await closeBallot(bot, post)
    const answer = await bot.as(CAMILLE).says('demander quel scrutin parle de vélos ?')
    says(answer, 'Par quoi commencer', 'clos le')
    says(await bot.as(CAMILLE).presses(answer, 'Voir'), 'Par quoi commencer', 'Les vélos')
    await bot.later(91 * DAY)
    saysNothingOf(await bot.as(CAMILLE).says('demander quel scrutin parle de vélos ?'), 'Par quoi commencer')
  })

  it('is found nothing for in plain words, with whom to ask and what was searched', async () => {
    const answer = await at.bot.as(CAMILLE).says('qui a parlé de piscine ?')
    says(answer, 'piscine', 'aucune', 'le Lab’')
    says(await at.bot.as(CAMILLE).presses(answer, 'En faire une idée'), 'Votre idée est publiée')
  })

  it('typed after « demander » is answered, and neither kept nor in a line of the log', async () => {
    const { bot } = at
    await submit(TELEWORK)
    const answer = await bot.as(CAMILLE).says('demander qui parle de télétravail ou de girafe ?')
    says(answer, TELEWORK, 'Introuvable', 'girafe', 'n’est pas gardée')
    const form = await bot.as(CAMILLE).presses(answer, 'Autre question')
    const again = await bot.as(CAMILLE).presses(form, 'Chercher', { question: 'les girafes ?' })
    says(again, 'Rien n’a été trouvé', 'girafes')
    assert.equal(await kept(), 1)
    assert.doesNotMatch(JSON.stringify(bot.logged), /girafe|télétravail/)
  })

  it('of somebody unknown is answered by nothing of the programme, and of another organisation refused', async () => {
    const { bot } = at
    await submit(TELEWORK)
    says(await bot.as(NADIA).says('demander télétravail'), TELEWORK)
    saysNothingOf(await bot.as(STRANGER).says('demander télétravail'), 'maisons')
  })
})
