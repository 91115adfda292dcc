import assert from 'node:assert/strict'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { PreferencesView } from '../../../src/tabs/contract/messages.ts'
import type { NewPilotView, PilotView, RelayView } from '../../../src/tabs/contract/people/handover.ts'
import type { MeView } from '../../../src/tabs/contract/people/people.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { methodWith, TWO_RULES } from '../../support/programme/nudge-rules.ts'
import { AHMED, CAMILLE, INES, MAELLE, NADIA, PASCAL, type Person } from '../../support/sign-in/cast.ts'
import { IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { forge } from '../security/forge.ts'

const NOBODY = 'Aucune autre personne sans rôle n’est connue'

onEachEngine('a pilot who hands over', engine => {
  const at = freshBot(engine, { programmeFile: methodWith(TWO_RULES) })

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, INES, NADIA, AHMED, CAMILLE, PASCAL])
    await bot.as(MAELLE).installs(WORKSHOPS)
    for (const person of [MAELLE, INES, NADIA]) await bot.as(person).installs()
    await bot.settle()
  })

  const until = (moment: string) => at.bot.until(moment)

  /** What came to somebody unasked since they were welcomed. */
  const told = (person: Person): Shown[] =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => /^(Coup de pouce ·|Relais entre pilotes)/.test(text))
  const me = (person: Person) => at.bot.api(person).get<MeView>('/me')
  const idOf = async ({ tenant, objectId, name }: Person) =>
    (await at.bot.app.people.greet({ tenant, objectId, name, language: 'fr' })).id

  async function handsOver(person: Person, to: string): Promise<Shown> {
    const menu = await at.bot.as(person).says('passer le relais')
    return at.bot.as(person).presses(menu, 'Passer le relais', { to })
  }

  it('does it in two taps, however often Teams repeats the second, and the new pilot is told once', async () => {
    const { bot } = at
    const help = await bot.as(INES).says('aide')
    says(help, 'passer le relais')
    const menu = await bot.as(INES).says('Passer le relais')
    says(menu, 'Direction des mobilités', 'Pilote : Inès Roques.', 'devient pilote à votre place')
    assert.deepEqual(menu.choices.to, ['Nadia Ferrer'])
    const repeats = { again: ['same id', 'new id'] } as const
    const done = await bot.as(INES).presses(menu, 'Passer le relais', { to: 'Nadia Ferrer' }, repeats)
    says(done, 'Le relais est passé.', 'Pilote : Nadia Ferrer.')
    await bot.settle()
    const [news, ...others] = told(NADIA)
    says(
      found(news, 'the news'),
      'Vous êtes pilote : Direction des mobilités',
      'Vous succédez à Inès Roques.',
    )
    assert.deepEqual(news?.buttons, ['Pourquoi ce message\u202F?'])
    assert.deepEqual([others, told(INES)], [[], []])
    assert.deepEqual(
      [(await me(NADIA)).role, (await me(NADIA)).leads.map(({ id }) => id), (await me(INES)).role],
      ['pilot', ['mobilites'], 'agent'],
    )
    const { items } = await bot.api(MAELLE).get<Page<AuditView>>('/audit')
    const acts = items.filter(({ act }) => act === 'people.hand-over')
    assert.deepEqual(
      acts.map(({ role, thing, door }) => [role, thing, door]),
      [['pilot', 'mobilites', 'chat']],
    )
  })

  it('says why the message came, and what it says stays true or is not sent', async () => {
    const { bot } = at
    await handsOver(INES, 'Nadia Ferrer')
    await handsOver(NADIA, 'Inès Roques')
    await bot.settle()
    assert.deepEqual(told(NADIA), [])
    const news = found(told(INES)[0], 'the news')
    says(news, 'Vous êtes pilote', 'Vous succédez à Nadia Ferrer.')
    const why = await bot.as(INES).presses(news, 'Pourquoi ce message\u202F?')
    says(why, 'Une autre personne a changé votre rôle pour une Direction (Direction des mobilités)')
    says(await bot.as(INES).presses(why, 'Revenir au message'), 'Vous êtes pilote')
  })

  it('tells no more of it who stopped that, until they take it up again', async () => {
    const { bot } = at
    const topics = async () => {
      const { topics } = await bot.api(NADIA).get<PreferencesView>('/me/messages')
      return topics.filter(({ topic }) => topic === 'relay')
    }
    await handsOver(INES, 'Nadia Ferrer')
    await bot.settle()
    assert.deepEqual(await topics(), [])
    const why = await bot.as(NADIA).presses(found(told(NADIA)[0], 'the news'), 'Pourquoi ce message\u202F?')
    const stopped = await bot.as(NADIA).presses(why, 'Arrêter ce sujet')
    says(stopped, 'Pour le reprendre, écrivez « coups de pouce ».')
    assert.deepEqual(await topics(), [{ topic: 'relay', on: false }])
    const choices = await bot.as(NADIA).says('coups de pouce')
    says(choices, 'Relais entre pilotes')
    assert.doesNotMatch(String(choices.inputs.topics), /relay/)
    const received = { topics: `${choices.inputs.topics},relay` }
    says(await bot.as(NADIA).presses(choices, 'Enregistrer', received), 'C’est enregistré')
    assert.deepEqual(await topics(), [])
  })

  it('leaves what waits for them to the new pilot', async () => {
    const { bot } = at
    await bot.as(CAMILLE).says('idée Un vélo par site', IDEAS)
    await bot.as(NADIA).says('idée Un bus à midi', IDEAS)
    // The day's look was at seven; messages go out from nine on.
    await until('2027-05-03T06:00:00Z')
    await handsOver(INES, 'Nadia Ferrer')
    await until('2027-05-03T07:05:00Z')
    assert.deepEqual(told(INES), [])
    const [news] = told(NADIA)
    says(found(news, 'the news'), 'Vous êtes pilote')
    assert.deepEqual(news?.buttons, ['Pourquoi ce message\u202F?'])
    const nudges = told(NADIA).filter(({ text }) => text.startsWith('Coup de pouce'))
    assert.equal(nudges.length, 1)
    says(found(nudges[0], 'the nudge'), 'Un bus à midi')
  })

  it('leaves what they put off to the new pilot, and takes it up again when it comes back', async () => {
    const { bot } = at
    await bot.as(NADIA).says('idée Un bus à midi', IDEAS)
    await until('2027-05-03T07:05:00Z')
    const nudges = (person: Person) => told(person).filter(({ text }) => text.includes('Un bus à midi'))
    const putOff = async (person: Person) => {
      const when = await bot
        .as(person)
        .presses(found(nudges(person)[0], 'the nudge'), 'Pourquoi ce message\u202F?')
      await bot.as(person).presses(when, 'Le revoir demain')
    }
    await putOff(INES)
    await handsOver(INES, 'Nadia Ferrer')
    await bot.settle()
    assert.deepEqual([nudges(INES).length, nudges(NADIA).length], [0, 1])
    await putOff(NADIA)
    await handsOver(NADIA, 'Inès Roques')
    await until('2027-05-05T15:00:00Z')
    assert.deepEqual([nudges(INES).length, nudges(NADIA).length], [1, 0])
  })

  it('no longer can with a card from before, and hears so in words', async () => {
    const { bot } = at
    const stale = await bot.as(INES).says('relais')
    const path = '/directions/mobilites/pilot'
    const nonce = 'n'.repeat(20)
    const pilot = { id: await idOf(NADIA), name: NADIA.name }
    assert.deepEqual(await bot.api(MAELLE).put<NewPilotView>(path, { to: pilot.id, nonce }), {
      pilot,
    })
    const refused = await bot.as(INES).presses(stale, 'Passer le relais', { to: 'Nadia Ferrer' })
    says(refused, 'Cela revient à : pilote, le Lab’.')
    await bot.settle()
    says(found(told(INES)[0], 'the news'), 'Le relais est passé', 'Nadia Ferrer est désormais pilote.')
    assert.equal(told(NADIA).length, 1)
  })

  it('cannot choose who works elsewhere, has a role, or is not known', async () => {
    const { bot } = at
    const asked = async (to: string) => {
      const answer = await bot
        .api(INES)
        .ask('PUT', '/directions/mobilites/pilot', { to, nonce: 'n'.repeat(20) })
      return [answer.status, (answer.body as { code?: string }).code]
    }
    assert.deepEqual(await asked(await idOf(CAMILLE)), [422, 'relay-elsewhere'])
    assert.deepEqual(await asked(await idOf(PASCAL)), [422, 'relay-role'])
    assert.deepEqual(await asked('nobody'), [422, 'person-unknown'])
    const menu = await bot.as(INES).says('relais')
    says(await bot.as(INES).presses(menu, 'Passer le relais'), 'Il manque la personne.')
    assert.equal((await me(INES)).role, 'pilot')
  })

  it('hears in the tab too when the bot cannot write to whom they chose', async () => {
    const { bot } = at
    const zoe = await bot.app.people.greet({ ...NADIA, objectId: 'zoe', name: 'Zoé Laurent', language: 'fr' })
    await bot.app.people.chooseDirection(zoe, 'mobilites')
    const given = { to: zoe.id, nonce: 'n'.repeat(20) }
    assert.deepEqual(await bot.api(INES).put<NewPilotView>('/directions/mobilites/pilot', given), {
      pilot: { id: zoe.id, name: 'Zoé Laurent' },
      unreachable: true,
    })
  })

  it('names a deputy, who then stands first in line and decides nothing', async () => {
    const { bot } = at
    const menu = await bot.as(INES).says('relais')
    const deputies = await bot.as(INES).presses(menu, 'Choisir une suppléance')
    says(deputies, 'Qui assure la suppléance', 'Personne n’assure la suppléance.')
    const to = { to: 'Nadia Ferrer' }
    const named = await bot
      .as(INES)
      .presses(deputies, 'Confier la suppléance', to, { again: ['same id', 'new id'] })
    says(named, 'La suppléance est confiée.', 'Suppléance : Nadia Ferrer.', NOBODY)
    await bot.settle()
    says(found(told(NADIA)[0], 'the news'), 'Vous assurez la suppléance', 'Inès Roques vous l’a confiée.')
    const help = await bot.as(NADIA).says('aide')
    says(help, 'langue')
    saysNothingOf(help, 'relais')
    says(await bot.as(NADIA).says('relais'), 'La suppléance ne décide pas du relais.')
    const again = await bot.as(INES).says('relais')
    assert.deepEqual(again.choices.to, ['Nadia Ferrer · suppléance'])
    saysNothingOf(again, NOBODY)
    says(await bot.as(INES).presses(again, 'Passer le relais'), 'Le relais est passé.')
    assert.deepEqual([(await me(NADIA)).deputy, (await me(NADIA)).role], [undefined, 'pilot'])
  })

  it('takes the deputy’s part back', async () => {
    const { bot } = at
    const path = '/directions/mobilites/deputy'
    const { deputies } = await bot.api(INES).put<RelayView>(path, { to: await idOf(NADIA) })
    assert.deepEqual(
      deputies.map(({ name }) => name),
      ['Nadia Ferrer'],
    )
    const menu = await bot.as(INES).presses(await bot.as(INES).says('relais'), 'Choisir une suppléance')
    const gone = await bot.as(INES).presses(menu, 'Retirer la suppléance', {}, { again: ['new id'] })
    says(gone, 'Il n’y a plus de suppléance.')
    assert.equal((await me(NADIA)).role, 'agent')
    await bot.settle()
    // Both happened before anything could be sent: what was true for a moment is not told.
    assert.deepEqual(
      told(NADIA).map(({ text }) => /Le relais est passé|suppléance :/.exec(text)?.[0]),
      ['Le relais est passé'],
    )
  })

  it('is missed by organisers where there is none, who name one', async () => {
    const { bot } = at
    const announce = await bot.as(MAELLE).says('annoncer')
    says(announce, '29 Directions sans pilote.')
    const reach = await bot.as(MAELLE).presses(announce, 'Qui peut-on joindre\u202F?')
    const first = await bot.as(MAELLE).presses(reach, 'Directions sans pilote')
    saysNothingOf(first, 'Direction des mobilités')
    const second = await bot.as(MAELLE).presses(first, 'Voir plus')
    const where = { direction: 'Direction des lycées' }
    const menu = await bot.as(MAELLE).presses(second, 'Choisir la personne', where)
    says(menu, 'Cette Direction n’a pas de pilote.', 'devient pilote et l’apprend par un message.')
    saysNothingOf(menu, 'à la place de')
    assert.deepEqual(menu.choices.to, ['Ahmed Saïdi', 'Camille Martin'])
    const done = await bot.as(MAELLE).presses(menu, 'Nommer pilote', { to: 'Ahmed Saïdi' })
    // Ahmed has not added the app.
    says(done, 'Le pilote est nommé. Le bot ne peut pas encore écrire', 'Pilote : Ahmed Saïdi.')
    saysNothingOf(done, 'relais')
    const list = await bot.as(MAELLE).presses(done, 'Directions sans pilote')
    saysNothingOf(list, 'Direction des mobilités')
    says(await bot.as(MAELLE).says('annoncer'), '28 Directions sans pilote.')
    await bot.as(AHMED).installs()
    await bot.settle()
    says(found(told(AHMED)[0], 'the news'), 'Vous êtes pilote : Direction des lycées')

    const { items } = await bot.api(MAELLE).get<Page<PilotView>>('/pilots')
    const named = items.filter(({ pilot }) => pilot).map(each => [each.direction.id, each.pilot?.name])
    assert.deepEqual(named, [
      ['mobilites', 'Inès Roques'],
      ['lycees', 'Ahmed Saïdi'],
    ])
    assert.equal((await bot.api(INES).ask('GET', '/pilots')).status, 403)
  })

  it('is asked of organisers with the Direction, and says so when it is not chosen', async () => {
    const { bot } = at
    const missing = /Il manque la Direction. Choisissez-la dans la liste./
    const list = await bot.as(MAELLE).says('relais')
    await assert.rejects(bot.as(MAELLE).presses(list, 'Choisir la personne'), missing)
    // The other buttons of the card ask for none.
    says(await bot.as(MAELLE).presses(list, 'Toutes les Directions'), 'Direction des mobilités')
    const answer = await forge(bot, MAELLE, 'people.relay', {})
    assert.match(answer, missing)
    assert.match(answer, /Directions sans pilote/)
  })

  it('is found by organisers among all Directions, and can be another', async () => {
    const { bot } = at
    const lacking = await bot.as(MAELLE).says('relais')
    const all = await bot.as(MAELLE).presses(lacking, 'Toutes les Directions')
    const where = 'Direction des mobilités'
    says(all, 'Direction des mobilités · pilote : Inès Roques', ' · sans pilote')
    const rest = await bot.as(MAELLE).presses(all, 'Voir plus')
    says(rest, ' · sans pilote')
    const back = await bot.as(MAELLE).presses(rest, 'Directions sans pilote')
    saysNothingOf(back, where)
    const page = await bot.as(MAELLE).presses(back, 'Toutes les Directions')
    const menu = await bot.as(MAELLE).presses(page, 'Choisir la personne', { direction: where })
    const done = await bot.as(MAELLE).presses(menu, 'Nommer pilote', { to: 'Nadia Ferrer' })
    says(done, 'Le pilote est nommé.')
    const again = await bot.as(MAELLE).presses(done, 'Changer de pilote')
    says(again, 'à la place du pilote actuel')
    says(again, 'Pilote : Nadia Ferrer.')
    assert.deepEqual(again.choices.to, ['Inès Roques'])
  })

  it('looks for a name when the Direction has many', async () => {
    const { bot } = at
    for (let n = 0; n < 12; n++) {
      const who = { ...NADIA, objectId: `colleague-${n}`, name: `Zoé Laurent ${n}` }
      const { id: _, ...actor } = await bot.app.people.greet({ ...who, language: 'fr' })
      await bot.app.people.chooseDirection({ id: _, ...actor }, 'mobilites')
    }
    const menu = await bot.as(INES).says('relais')
    says(menu, 'Plus de dix personnes sont possibles.')
    assert.equal(menu.choices.to, undefined)
    const zoes = await bot.as(INES).presses(menu, 'Chercher', { name: 'laur' })
    says(zoes, 'D’autres personnes ont un nom semblable.')
    assert.equal(zoes.choices.to?.length, 10)
    const none = await bot.as(INES).presses(zoes, 'Chercher', { name: 'Camille' })
    says(none, 'Aucune personne sans rôle ne porte ce nom')
    const nadia = await bot.as(INES).presses(none, 'Chercher', { name: 'FERR' })
    assert.deepEqual(nadia.choices.to, ['Nadia Ferrer'])
    const found = await bot.api(INES).get<RelayView>('/directions/mobilites/relay?name=nad')
    assert.deepEqual(
      found.found.map(({ name }) => name),
      ['Nadia Ferrer'],
    )
  })
})
