import assert from 'node:assert/strict'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { CAMILLE, HELENE, MAELLE, type Person } from '../../support/sign-in/cast.ts'

/** What one might type, by what then stands on the card. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  'Que voulez-vous faire': ['Bonsoir', 'merci !', 'Thank you.', 'menu'],
  'Ateliers à venir': ['atelier', 'mes ateliers', 'M’inscrire', 'workshop'],
  'Quelle est votre idée': ['J’ai une idée', 'idee', 'Micro-idée'],
  'Votes ouverts': ['votes', 'scrutin', 'Ballots'],
  'À quoi vous engagez-vous': ['je m’engage', 'engagement'],
  'Mes engagements': ['engagements', 'commitments'],
  'Coups de pouce': [
    ...['stop', 'STOP !', 'pause', 'unsubscribe', 'Opt out', 'no more messages.'],
    ...['désabonner', 'Desabonner', 'Se désabonner', 'me desabonner', 'DÉSABONNEMENT', 'Désabonnez-moi !'],
    ...[
      'arrêter',
      'Arreter…',
      'Arrêtez !',
      'ne plus recevoir',
      'Ne plus recevoir de messages.',
      'mes messages',
    ],
  ],
  'Cette conversation est en français': ['English', 'anglais', 'ma direction'],
  'Mes données': ['données', 'RGPD'],
  'Enregistrer votre présence': ['je suis là', 'check in'],
}

onEachEngine('what somebody types to the bot', engine => {
  const at = freshBot(engine)
  const answerTo = (text: string, person: Person = CAMILLE) => at.bot.as(person).says(text)

  it('is understood by a near word too', async () => {
    for (const [title, words] of Object.entries(NEAR))
      for (const word of words) says(await answerTo(word), title)
  })

  it('stops nothing unseen: whoever wants to be left alone is shown what comes, here and in the tab', async () => {
    const answer = await answerTo('désabonner')
    says(answer, 'Au plus par semaine', 'Tout mettre en pause', 'Ouvrir dans l’onglet')
    assert.match(JSON.stringify(answer.card), /subEntityId%22%3A%22preferences/)
  })

  it('reaches the broadcasts by their name in each language', async () => {
    await at.bot.seat([MAELLE])
    for (const word of ['diffusions', 'envois', 'broadcasts'])
      says(await answerTo(word, MAELLE), 'Diffusions')
  })

  it('may have been an idea: how to share one is said, but not to an observer', async () => {
    await at.bot.seat([HELENE])
    const text = 'Il faudrait plus de bancs dans la cour'
    says(await answerTo(text), 'n’a pas été comprise', 'Si c’est une idée')
    for (const nothing of ['👍', '?', 'oui']) saysNothingOf(await answerTo(nothing), 'Si c’est une idée')
    saysNothingOf(await answerTo(text, HELENE), 'Si c’est une idée')
  })
})
