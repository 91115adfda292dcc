import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { UNDO_TIME } from '../../../src/features/next-steps/step/domain.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import type { OwnStepView } from '../../../src/tabs/contract/next-steps.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import {
  AHMED,
  CAMILLE,
  HELENE,
  KARIM,
  MAELLE,
  NADIA,
  PASCAL,
  type Person,
} from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS, type Shown } from '../../support/teams/index.ts'

const BIKES = 'Des vélos partagés entre deux lycées'
const TRY = 'Prêter dix vélos au lycée de Rodez'
const ALL = [CAMILLE, KARIM, NADIA, AHMED, PASCAL, MAELLE]
/** A week from Thursday 22 April 2027: the first day that the form offers. */
const THURSDAY = '2027-04-29'
const WHY = 'Pourquoi ce message\u202F?'
const AGAIN = { again: ['same id', 'new id'] } as const

onEachEngine('a next step, from an idea to a promise kept or late', engine => {
  const at = freshBot(engine)
  let card: Shown

  /** What each was told of the step or of what became of the idea, the last messages first left out. */
  const before = new Map<string, number>()
  const news = (person: Person) =>
    at.bot
      .as(person)
      .reads()
      .slice(before.get(person.name) ?? 0)
  const counted = () => ALL.map(person => news(person).length)
  const last = (person: Person) => found(news(person).at(-1), `a message to ${person.name}`)
  const forget = () => {
    for (const person of ALL) before.set(person.name, at.bot.as(person).reads().length)
  }

  /** Camille's idea, supported by three, retained for her Direction; all have been told of that. */
  beforeEach(async () => {
    const { bot } = at
    await bot.seat([...ALL, HELENE])
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of ALL) await bot.as(person).installs()
    await bot.settle()
    card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    for (const person of [KARIM, NADIA, AHMED]) await bot.as(person).presses(card, 'Soutenir')
    const seen = await bot
      .as(PASCAL)
      .presses(await bot.as(PASCAL).presses(card, 'Commentaires'), 'Voir l’idée')
    const decided = await bot.as(PASCAL).presses(seen, 'Retenir')
    assert.deepEqual(decided.buttons.slice(0, 2), ['Annuler la décision', 'Écrire une suite'])
    await bot.later(TELL_AFTER)
    forget()
  })

  const ideaOfPascal = async () => {
    const { bot } = at
    return bot.as(PASCAL).presses(await bot.as(PASCAL).presses(card, 'Commentaires'), 'Voir l’idée')
  }

  /** Pascal's form, filled in. */
  async function writes(act: string, filled: object = {}): Promise<Shown> {
    const form = await at.bot.as(PASCAL).presses(await ideaOfPascal(), 'Écrire une suite')
    return at.bot.as(PASCAL).presses(form, act, { text: TRY, due: THURSDAY, ...filled }, AGAIN)
  }

  /** Pascal asks whom the letters find. */
  async function asks(letters: string, person: Person, from: Shown): Promise<Shown> {
    const people = await at.bot.as(PASCAL).presses(from, 'Chercher', { name: letters })
    says(people, person.name)
    const { id } = await at.bot.app.people.greet({ ...person, language: 'fr' })
    return at.bot.as(PASCAL).presses(people, 'Lui demander', { to: id }, AGAIN)
  }

  const steps = async (person: Person) => (await at.bot.api(person).get<Page<OwnStepView>>('/steps')).items

  it('goes from support to a promise that is kept, and tells each of those who touched it once', async () => {
    const { bot } = at
    const asked = await asks('ca', CAMILLE, await writes('Confier à'))
    says(asked, 'La demande est envoyée', 'À confier', 'Demandé à Camille Martin')
    await bot.later(SECOND)
    assert.deepEqual(counted(), [1, 0, 0, 0, 0, 0])
    // Only who asks and who is asked see it.
    saysNothingOf(bot.as(NADIA).sees(card), TRY)
    for (const person of [KARIM, MAELLE]) {
      const idea = await bot
        .as(person)
        .presses(await bot.as(person).presses(card, 'Commentaires'), 'Voir l’idée')
      saysNothingOf(idea, TRY)
      const id = found((await steps(CAMILLE))[0], 'the step').id
      assert.equal((await bot.api(person).ask('GET', `/steps/${id}`)).status, 404)
    }

    const message = last(CAMILLE)
    says(
      message,
      'Cette suite vous est proposée.',
      TRY,
      'Demandé par Pascal Vidal',
      'Refuser ne laisse aucune trace',
    )
    const promised = await bot.as(CAMILLE).presses(message, 'J’accepte', { named: 'on' }, AGAIN)
    says(
      promised,
      'La suite vous est confiée',
      'votre nom est montré',
      'Si la date passe, vous en aurez un rappel.',
    )
    await bot.later(SECOND)
    const line = `Suite : ${TRY} · Camille Martin, Direction des lycées · avant le`
    says(bot.as(NADIA).sees(card), line)

    await bot.as(CAMILLE).presses(promised, 'C’est fait', {}, AGAIN)
    await bot.later(UNDO_TIME / 2)
    says(bot.as(NADIA).sees(card), line)
    assert.deepEqual(counted(), [1, 0, 0, 0, 0, 0])
    await bot.later(UNDO_TIME / 2)
    says(bot.as(NADIA).sees(card), `Suite tenue : ${TRY} · Camille Martin`)
    saysNothingOf(bot.as(NADIA).sees(card), 'en retard')
    await bot.until('2027-05-14T12:00:00+02:00')
    // Camille did it, Pascal only asked, Maëlle has no part in it.
    assert.deepEqual(counted(), [1, 1, 1, 1, 0, 0])
    for (const person of [KARIM, NADIA, AHMED])
      says(last(person), 'La suite promise à une idée que vous soutenez est tenue', BIKES)
  })

  it('goes from support to a promise that is late: who promised hears of it first, then who is in charge', async () => {
    const { bot } = at
    await asks('ah', AHMED, await writes('Confier à'))
    await bot.later(SECOND)
    await bot.as(AHMED).presses(last(AHMED), 'J’accepte', { named: 'on' })
    await bot.later(SECOND)
    const line = `Suite : ${TRY} · Direction des lycées · avant le jeudi 29 avril`
    says(bot.as(NADIA).sees(card), `${TRY} · Ahmed Saïdi, Direction des lycées · avant le jeudi 29 avril`)
    saysNothingOf(bot.as(NADIA).sees(card), 'en retard')
    forget()

    await bot.until('2027-04-29T23:00:00+02:00')
    saysNothingOf(bot.as(NADIA).sees(card), 'en retard')
    // A promise is told to those who touched the idea, but to who made it.
    assert.deepEqual(counted(), [1, 1, 1, 0, 0, 0])
    says(last(KARIM), 'Une suite est promise à une idée que vous soutenez', BIKES)
    await bot.until('2027-04-30T08:59:00+02:00')
    // The card changes by the clock alone, and says late of the step, of nobody; nobody is written to before working hours.
    says(bot.as(NADIA).sees(card), `${line}, en retard`)
    saysNothingOf(bot.as(NADIA).sees(card), 'Ahmed')
    await bot.until('2027-04-30T12:00:00+02:00')
    assert.deepEqual(counted(), [1, 1, 1, 1, 0, 0])
    says(last(AHMED), 'La date du jeudi 29 avril est passée.', 'en aura un rappel le lundi 10 mai')
    assert.equal(last(AHMED).buttons.at(-1), WHY)

    // Ascension Day is no working day.
    await bot.until('2027-05-07T18:00:00+02:00')
    assert.deepEqual(counted(), [1, 1, 1, 1, 0, 0])
    await bot.until('2027-05-10T12:00:00+02:00')
    assert.deepEqual(counted(), [1, 1, 1, 1, 1, 0])
    const recalled = last(PASCAL)
    says(recalled, 'promise avant le jeudi 29 avril (Direction des lycées), est en retard.', 'En retard')
    saysNothingOf(recalled, 'Ahmed')
    const why = await bot.as(PASCAL).presses(recalled, WHY)
    says(why, 'la date est passée depuis cinq jours travaillés', /Message 1 sur \d/)
    await bot.until('2027-06-04T12:00:00+02:00')
    assert.deepEqual(counted(), [1, 1, 1, 1, 1, 0])

    const list = await bot.as(AHMED).says('mes suites')
    const step = await bot.as(AHMED).presses(list, 'Voir')
    const form = await bot.as(AHMED).presses(step, 'Nouvelle date')
    says(
      await bot.as(AHMED).presses(form, 'Enregistrer', { due: '2027-06-18' }),
      'La nouvelle date est notée',
    )
    // What reminded him has worked, for the count of what messages lead to.
    const acted = await bot.app.database.read(tx =>
      open(tx).selectFrom('message').select('topic').where('acted_at', 'is not', null).execute(),
    )
    assert.deepEqual(acted, [{ topic: 'my-step' }])
    await bot.later(SECOND)
    says(bot.as(NADIA).sees(card), 'avant le vendredi 18 juin (d’abord le jeudi 29 avril)')
    saysNothingOf(bot.as(NADIA).sees(card), 'en retard')
  })

  it('leaves no trace of a refusal, and is with who asked again', async () => {
    const { bot } = at
    await asks('ah', AHMED, await writes('Confier à'))
    await bot.later(SECOND)
    const declined = await bot.as(AHMED).presses(last(AHMED), 'Je ne peux pas', {}, AGAIN)
    says(declined, 'Cette suite ne vous est plus proposée', 'Rien n’est gardé de votre réponse.')
    await bot.later(SECOND)
    const [step] = await steps(PASCAL)
    assert.deepEqual([step?.state, step?.askedName, step?.written], ['proposed', '', true])
    assert.deepEqual(await steps(AHMED), [])
    says(last(PASCAL), 'Cette suite est de nouveau à vous')
    saysNothingOf(last(PASCAL), 'Ahmed')
    saysNothingOf(bot.as(NADIA).sees(card), TRY)
    await asks('ca', CAMILLE, await bot.as(PASCAL).presses(last(PASCAL), 'Confier à'))
    await bot.later(SECOND)
    says(last(CAMILLE), 'Cette suite vous est proposée.')
  })

  it('goes back to who asked when a colleague leaves, and stays promised by the Direction', async () => {
    const { bot } = at
    await asks('ah', AHMED, await writes('Confier à'))
    await bot.later(SECOND)
    await bot.as(AHMED).presses(last(AHMED), 'J’accepte', { named: 'on' })
    await bot.later(SECOND)
    says(bot.as(NADIA).sees(card), 'Ahmed Saïdi')
    forget()
    await bot.api(AHMED).post('/me/data/erase', { ideas: 'unname', sure: true })
    await bot.later(SECOND)
    says(bot.as(NADIA).sees(card), `${TRY} · Direction des lycées`)
    saysNothingOf(bot.as(NADIA).sees(card), 'Ahmed')
    says(last(PASCAL), 'Cette suite est de nouveau à vous', TRY)
    const [step] = await steps(PASCAL)
    assert.deepEqual([step?.state, step?.mine], ['promised', true])
  })

  it('recalls to the Lab’ what a manager promised alone, once, and to no manager twice', async () => {
    const { bot } = at
    says(await writes('Je m’en charge'), 'La suite est écrite', 'votre nom n’est pas montré')
    await bot.later(SECOND)
    says(bot.as(NADIA).sees(card), TRY)
    says(bot.as(NADIA).sees(card), `${TRY} · Direction des lycées`)
    await bot.until('2027-05-14T12:00:00+02:00')
    assert.deepEqual(counted(), [1, 1, 1, 1, 1, 1])
  })

  it('says a sentence for a day gone by, an idea joined with another, and a Direction without that name', async () => {
    const { bot } = at
    const form = await bot.as(PASCAL).presses(await ideaOfPascal(), 'Écrire une suite')
    const refused = async (filled: object, sentence: string) =>
      says(
        await bot.as(PASCAL).presses(form, 'Je m’en charge', { text: TRY, due: THURSDAY, ...filled }),
        sentence,
      )
    await refused({ text: ' ' }, 'Il manque le texte.')
    const id = (await bot.api(PASCAL).get<Page<{ readonly id: string }>>('/ideas')).items[0]?.id ?? ''
    const post = (due: string) =>
      bot.api(PASCAL).ask('POST', '/steps', {
        nonce: 'nonce-of-a-form-of-pascal',
        kind: 'idea',
        id,
        text: TRY,
        due,
        mine: true,
      })
    const code = async (due: string) => ((await post(due)).body as { readonly code: string }).code
    assert.deepEqual([await code('2027-04-21'), await code('2099-01-01')], ['date-past', 'step-date-far'])
    const saved = await bot.as(PASCAL).presses(form, 'Confier à', { text: TRY, due: THURSDAY })
    says(await bot.as(PASCAL).presses(saved, 'Chercher', { name: 'zz' }), 'Personne de votre Direction')
    says(await bot.as(PASCAL).presses(saved, 'Chercher', { name: 'na' }), 'Personne de votre Direction')
    saysNothingOf(await bot.as(PASCAL).presses(saved, 'Chercher', { name: 'a' }), 'Ahmed')
    for (const person of [CAMILLE, KARIM, HELENE])
      assert.equal(
        (
          await bot.api(person).ask('POST', '/steps', {
            nonce: 'nonce-of-a-form-of-others',
            kind: 'idea',
            id,
            text: TRY,
            due: THURSDAY,
            mine: true,
          })
        ).status,
        403,
      )
  })
})
