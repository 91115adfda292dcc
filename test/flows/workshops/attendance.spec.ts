import assert from 'node:assert/strict'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { KeptView, RollView, ScreenView } from '../../../src/tabs/contract/attendance.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { CAMILLE, KARIM, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, WORKSHOPS } from '../../support/teams/index.ts'

const FILLED = {
  title: 'Le lycée de demain',
  axis: 'usager',
  date: '2027-05-20',
  place: 'Salle Garonne, Toulouse',
  seats: '2',
  channel: WORKSHOPS.id,
}

onEachEngine('« présence » and the six letters', engine => {
  const at = freshBot(engine)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('check in who has a seat, once, let in who finds one left, and lead to the door when none is', async function () {
    this.timeout(30_000)
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.seat([CAMILLE, KARIM, NADIA])
    await bot.settle()
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', FILLED)
    await bot.as(MAELLE).presses(preview, 'Publier')
    await bot.settle()
    const post = found(bot.as(CAMILLE).reads(WORKSHOPS)[0], 'the announcement')
    await bot.as(CAMILLE).presses(post, 'Je participe')

    const lab = bot.api(MAELLE)
    const [kept] = (await lab.get<Page<KeptView>>('/attendance/workshops')).items
    const { id, startsAt } = found(kept, 'the workshop')
    await bot.later(startsAt + 12 * MINUTE - bot.clock.now())
    const { letters } = await lab.get<ScreenView>(`/attendance/${id}`)
    const camille = bot.as(CAMILLE)
    says(await camille.says('présence ZZZZZZ'), 'Ce code ne correspond à aucun atelier du jour.')
    const asked = await camille.says('présence')
    says(
      await camille.presses(asked, 'Je suis là', { letters: letters.toLowerCase() }),
      'Présence enregistrée',
    )
    await bot.later(MINUTE)
    const again = await camille.says(`PRESENCE ${letters.slice(0, 3)} ${letters.slice(3)}`)
    says(again, 'Vous étiez déjà sur la liste, depuis')
    saysNothingOf(again, 'Karim', 'Nadia')
    await bot.later(MINUTE)
    const spaced = `${letters.slice(0, 3)}-${letters.slice(3)}`.toLowerCase()
    for (const words of [letters, `présente ${spaced}`, `Je suis là : ${spaced}.`])
      says(await camille.says(words), 'Vous étiez déjà sur la liste, depuis')
    await bot.later(MINUTE)
    for (const wrong of ['bcd fgh', 'présent ABCDEF'])
      says(await camille.says(wrong), 'Ce code ne correspond à aucun atelier du jour.', 'Les six lettres')

    const marked = async (person: Person) =>
      (await bot.api(person).get<WorkshopView>(`/workshops/${id}`)).came
    assert.deepEqual([await marked(CAMILLE), await marked(KARIM)], [true, undefined])
    const [listed] = (await bot.api(CAMILLE).get<Page<WorkshopView>>('/workshops')).items
    assert.equal(listed?.came, true)

    const offered = await bot.as(KARIM).says(`check-in ${letters}`)
    says(offered, 'Vous n’avez pas de place à cet atelier')
    says(await bot.as(KARIM).presses(offered, 'J’entre sans inscription'), 'Présence enregistrée')
    says(await bot.as(NADIA).says(`présence ${letters}`), 'Adressez-vous à la personne qui organise')

    const { seats, present, beyond } = await lab.get<ScreenView>(`/attendance/${id}`)
    assert.deepEqual([seats, present, beyond], [2, 2, 0])
    const { items } = await lab.get<Page<RollView>>(`/attendance/${id}/people`)
    assert.deepEqual(
      items.map(({ name, how }) => [name, how]),
      [
        ['Camille Martin', 'code'],
        ['Karim Benali', 'walk-in'],
      ],
    )
    await bot.later(7 * DAY)
    const past = await camille.presses(post, 'Ma réponse')
    says(past, 'Présence enregistrée', 'Terminé')
    saysNothingOf(past, 'Votre place est réservée')
  })

  it('say nothing where others read: a button leads whoever presses it to the question', async () => {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const shown = await bot.as(CAMILLE).says('présence BCDFGH', GENERAL)
    says(shown, 'Enregistrer ma présence')
    says(await bot.as(CAMILLE).presses(shown, 'Enregistrer ma présence'), 'Les six lettres affichées')
  })
})
