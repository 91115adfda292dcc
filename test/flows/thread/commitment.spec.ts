import assert from 'node:assert/strict'
import type {
  CommitmentView,
  SharedCommitmentView,
  SharedView,
} from '../../../src/tabs/contract/commitments.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { CAMILLE, KARIM, MAELLE, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS } from '../../support/teams/index.ts'

const BIKES = 'Des vélos partagés entre deux lycées'

onEachEngine('the thread, from an idea to a commitment under its axis', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM])
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
  })

  const mine = async (person: Person) =>
    (await at.bot.api(person).get<Page<CommitmentView>>('/commitments')).items

  it('takes one in one’s own words, for oneself alone unless one says otherwise, and shows it in the tab', async () => {
    const { bot } = at
    const form = await bot.as(CAMILLE).says('m’engager')
    says(form, 'À quoi vous engagez-vous ?')
    const { horizon: ends = [] } = form.choices
    assert.deepEqual([ends.at(0), ends.at(-1)], ['Fin mai 2027', 'Fin avril 2028'])
    assert.deepEqual([form.inputs.visibility, form.inputs.horizon], ['me', '2027-06-30'])
    const filled = { axis: 'usager', text: 'répondre sous deux jours', horizon: '2027-06-30' }
    const taken = await bot.as(CAMILLE).presses(form, 'Je m’engage', filled, { again: ['same id', 'new id'] })
    says(taken, 'Votre engagement est pris', 'Engagement · Renforcer notre culture « usager »')
    says(taken, 'répondre sous deux jours', 'Échéance : fin juin 2027', 'Visible de vous seulement')

    const [commitment, ...others] = await mine(CAMILLE)
    assert.equal(others.length, 0)
    const { id: _, ...rest } = commitment ?? {}
    assert.deepEqual(rest, { ...filled, visibility: 'me', state: 'taken', stage: 'taken', notes: 0 })
    assert.deepEqual(await mine(KARIM), [])
    const shared = await bot.api(KARIM).get<readonly SharedView[]>('/commitments/shared')
    assert.ok(shared.every(({ count }) => count === 0))
  })

  it('begins with an idea’s words and axis, and tells the channel nothing', async () => {
    const { bot } = at
    const idea = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    const asked = await bot.as(CAMILLE).presses(idea, 'Préciser l’axe')
    await bot.as(CAMILLE).presses(asked, 'Enregistrer l’axe', { axis: 'transitions' })
    await bot.settle()
    const before = bot.as(CAMILLE).sees(idea).text

    const form = await bot.as(KARIM).presses(idea, 'Je m’engage')
    assert.deepEqual([form.inputs.text, form.inputs.axis], [BIKES, 'transitions'])
    const taken = await bot.as(KARIM).presses(form, 'Je m’engage', {
      text: 'prêter le mien le mardi',
      horizon: '2027-09-30',
      visibility: 'everyone',
    })
    says(taken, 'Votre engagement est pris', 'Cet affichage n’est visible que de vous.')
    await bot.settle()
    assert.equal(bot.as(CAMILLE).sees(idea).text, before)

    const [commitment] = await mine(KARIM)
    assert.deepEqual([commitment?.axis, commitment?.text], ['transitions', 'prêter le mien le mardi'])
    const shared = await bot.api(CAMILLE).get<readonly SharedView[]>('/commitments/shared')
    assert.deepEqual(
      shared.filter(({ count }) => count > 0),
      [{ axis: 'transitions', count: 1 }],
    )
  })

  it('is kept, or let go without a word, from the list in the chat, and the tab says the same', async () => {
    const { bot } = at
    for (const [axis, text] of [
      ['equipe', 'ouvrir nos réunions'],
      ['usager', 'appeler avant d’écrire'],
    ] as const) {
      const form = await bot.as(CAMILLE).says('s’engager')
      await bot.as(CAMILLE).presses(form, 'Je m’engage', { axis, text, horizon: '2027-05-31' })
    }
    const [team, user] = (await mine(CAMILLE)).toSorted((a, b) => (a.axis < b.axis ? -1 : 1))
    const list = await bot.as(CAMILLE).says('mes engagements')
    says(
      list,
      /Renforcer notre culture « usager »\nappeler avant d’écrire.*Faire équipe\nouvrir nos réunions/s,
    )
    says(list, 'Rien encore pour : Accompagner les transitions')
    const one = await bot.as(CAMILLE).presses(list, { data: { commitment: team?.id } })
    const kept = await bot.as(CAMILLE).presses(one, 'C’est tenu')
    says(kept, 'Votre engagement est tenu', /Vous pouvez annuler jusqu’au jeudi 22.avril, 10.h.10\./)
    const back = await bot.as(CAMILLE).presses(kept, 'Annuler', {}, { again: ['same id', 'new id'] })
    says(back, 'C’est annulé.', 'Pris')
    says(await bot.as(CAMILLE).presses(back, 'C’est tenu'), 'Votre engagement est tenu', 'Tenu')

    const again = await bot.as(CAMILLE).says('mes engagements')
    const other = await bot.as(CAMILLE).presses(again, { data: { commitment: user?.id } })
    assert.ok(!other.buttons.includes('J’abandonne'))
    const change = await bot.as(CAMILLE).presses(other, 'Modifier ou abandonner')
    says(
      await bot.as(CAMILLE).presses(change, 'J’abandonne'),
      'C’est noté. Vous pouvez écrire ce que cela vous a appris.',
    )
    assert.deepEqual(
      new Map((await mine(CAMILLE)).map(({ axis, state, endedOn }) => [axis, `${state} ${endedOn}`])),
      new Map([
        ['equipe', 'kept 2027-04-22'],
        ['usager', 'let-go 2027-04-22'],
      ]),
    )
  })

  it('is changed from its card, and shown to the Direction once kept, which is said before it is saved', async () => {
    const { bot } = at
    const filled = { axis: 'equipe', text: 'dire merci', horizon: '2027-05-31' }
    const form = await bot.as(CAMILLE).says('m’engager')
    const taken = await bot.as(CAMILLE).presses(form, 'Je m’engage', filled)
    const change = await bot.as(CAMILLE).presses(taken, 'Modifier ou abandonner')
    assert.deepEqual([change.inputs.text, change.inputs.horizon], ['dire merci', '2027-05-31'])
    says(change, 'ils verront mon nom et cet engagement')
    const refused = await bot.as(CAMILLE).presses(change, 'Enregistrer', { text: 'x'.repeat(300) })
    says(refused, '300 caractères pour 280 possibles')
    const again = { again: ['same id', 'new id'] } as const
    const typed = { text: 'dire merci chaque jour', axis: 'usager' }
    const changed = await bot.as(CAMILLE).presses(refused, 'Enregistrer', typed, again)
    says(changed, 'Votre engagement est modifié', 'dire merci chaque jour', 'Visible de vous seulement')
    saysNothingOf(changed, 'Modifié le')

    const kept = await bot.as(CAMILLE).presses(changed, 'C’est tenu')
    const share = await bot.as(CAMILLE).presses(kept, 'Le montrer à ma Direction')
    says(share, 'Les collègues de votre Direction et son encadrement verront votre nom et cet engagement.')
    assert.deepEqual(share.inputs, {})
    const shown = await bot.as(CAMILLE).presses(share, 'Le montrer à ma Direction', {}, again)
    says(shown, 'Votre Direction le voit maintenant', 'Visible, avec votre nom, de votre Direction')
    const hidden = await bot.as(CAMILLE).presses(shown, 'Annuler', {}, again)
    says(hidden, 'C’est annulé.', 'Visible de vous seulement')
    const offered = await bot.as(CAMILLE).presses(hidden, 'Le montrer à ma Direction')
    await bot.as(CAMILLE).presses(offered, 'Le montrer à ma Direction')
    const [one] = await mine(CAMILLE)
    assert.deepEqual([one?.state, one?.visibility, one?.axis], ['kept', 'direction', 'usager'])
  })

  it('lists nobody’s commitments aloud: typed in a channel, a button opens them for oneself', async () => {
    const { bot } = at
    const form = await bot.as(CAMILLE).says('m’engager')
    const filled = { axis: 'equipe', text: 'dire merci', horizon: '2027-05-31' }
    await bot.as(CAMILLE).presses(form, 'Je m’engage', filled)
    const said = await bot.as(CAMILLE).says('mes engagements', IDEAS)
    saysNothingOf(said, 'dire merci')
    says(await bot.as(CAMILLE).presses(said, 'Mes engagements'), 'dire merci')
    saysNothingOf(bot.as(KARIM).sees(said), 'dire merci')
    saysNothingOf(await bot.as(KARIM).presses(said, 'Mes engagements'), 'dire merci')
  })
  it('is noted as it goes, shared by name, and taken up by a colleague, once', async () => {
    const { bot } = at
    const form = await bot.as(CAMILLE).says('m’engager')
    const filled = {
      axis: 'usager',
      text: 'relire un courrier',
      horizon: '2027-06-30',
      visibility: 'everyone',
    }
    const taken = await bot.as(CAMILLE).presses(form, 'Je m’engage', filled)
    says(taken, 'Visible, avec votre nom, de tout le monde')
    const point = await bot.as(CAMILLE).presses(taken, 'Faire le point')
    const again = { again: ['same id', 'new id'] } as const
    const noted = await bot.as(CAMILLE).presses(point, 'Enregistrer', { text: 'un sur dix' }, again)
    says(noted, 'En cours', 'Dernière note, jeudi 22 avril : un sur dix')
    const [mineNow] = await mine(CAMILLE)
    assert.deepEqual([mineNow?.stage, mineNow?.notes, mineNow?.lastNote?.text], ['underway', 1, 'un sur dix'])

    const own = await bot.as(KARIM).says('mes engagements')
    const near = await bot.as(KARIM).presses(own, 'Ceux des collègues')
    says(near, 'relire un courrier', 'Camille Martin · En cours · fin juin 2027')
    saysNothingOf(near, 'un sur dix')
    const meToo = await bot.as(KARIM).presses(near, 'Moi aussi')
    assert.deepEqual([meToo.inputs.text, meToo.inputs.axis], ['relire un courrier', 'usager'])
    const joined = await bot.as(KARIM).presses(meToo, 'Je m’engage', { horizon: '2027-09-30' }, again)
    says(joined, 'Votre engagement est pris', 'Visible de vous seulement')
    const [his, ...others] = await mine(KARIM)
    assert.deepEqual([his?.inspiredBy, his?.horizon, others.length], [mineNow?.id, '2027-09-30', 0])
    says(await bot.as(KARIM).presses(joined, 'Mes engagements'), 'relire un courrier')

    const { items } = await bot.api(KARIM).get<Page<SharedCommitmentView>>('/commitments/near?axis=usager')
    assert.deepEqual(
      items.map(({ author, joined }) => [author, joined]),
      [['Camille Martin', true]],
    )
    const leaving = await bot.as(CAMILLE).presses(noted, 'Modifier ou abandonner')
    const letGo = await bot.as(CAMILLE).presses(leaving, 'J’abandonne')
    says(letGo, 'Vous pouvez écrire ce que cela vous a appris.')
    assert.equal(letGo.buttons[0], 'Écrire ce que j’en retiens')
    assert.deepEqual((await bot.api(KARIM).get<Page<SharedCommitmentView>>('/commitments/near')).items, [])
  })
})
