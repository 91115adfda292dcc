import assert from 'node:assert/strict'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says } from '../../support/product/card-assertions.ts'
import { CAMILLE, HELENE, MAELLE, type Person } from '../../support/sign-in/cast.ts'

/** What one might type, by what then stands on the card. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  'Que voulez-vous faire': ['merci !', 'Thank you.', 'menu', 'aled', 'j’ai pas compris'],
  'Bonjour Camille Martin': ['Bonsoir', 'bonjour !', 'bjr', 'slt', 'Hello'],
  'Ateliers à venir': [
    'atelier',
    'mes ateliers',
    'M’inscrire',
    'workshop',
    'atteliers',
    'inscription',
    'calendrier',
  ],
  'Quelle est votre idée': ['J’ai une idée', 'idee', 'Micro-idée'],
  'Votes ouverts': ['votes', 'scrutin', 'Ballots'],
  'À quoi vous engagez-vous': ['je m’engage', 'engagement', 'm engager', 'mengager', 'engager'],
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

  it('is offered as an idea where it is a sentence, but not to an observer', async () => {
    await at.bot.seat([HELENE])
    const text = 'Il faudrait plus de bancs dans la cour'
    says(await answerTo(text), 'Qu’en faites-vous', text)
    for (const nothing of ['👍', '?', 'oui']) says(await answerTo(nothing), 'Rien n’est gardé ni publié')
    says(await answerTo(text, HELENE), 'n’a pas été comprise')
  })
})
