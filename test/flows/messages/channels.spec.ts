import assert from 'node:assert/strict'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { CAMILLE, CAST, HELENE, INES, KARIM, MAELLE, PASCAL, person } from '../../support/sign-in/cast.ts'
import { type Channel, GENERAL, IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const ROSE = person('Rose Delmas', { role: 'manager', direction: 'numerique' })
const NUMERIQUE = 'Direction du numérique et des systèmes d’information'
const OTHERS =
  'Pour changer le rattachement à une Direction que vous ne suivez pas, adressez-vous à la personne qui la suit, ou au Lab’.'
const BIND = 'Rattacher à une Direction'

onEachEngine('a channel bound to a Direction', engine => {
  const at = freshBot(engine, { people: [...CAST, ROSE] })
  let welcome: Shown

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, CAMILLE, PASCAL, INES, HELENE, ROSE])
    await bot.as(MAELLE).installs(WORKSHOPS)
    await bot.settle()
    welcome = found(bot.as(CAMILLE).reads(WORKSHOPS)[0], 'the welcome')
  })

  const journal = async () =>
    (await at.bot.api(HELENE).get<Page<AuditView>>('/audit')).items
      .filter(({ act }) => act.startsWith('channels.'))
      .map(({ role, act, refused }) => [role, act, refused])
      .toSorted()

  /** Maëlle's list, from « annoncer ». */
  async function list(): Promise<Shown> {
    const { bot } = at
    return bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Canaux et Directions')
  }

  async function bind(channel: Channel, direction: string, part = 'channel'): Promise<Shown> {
    const { bot } = at
    const form = await bot.as(MAELLE).presses(await list(), 'Modifier', { channel: channel.id })
    return bot.as(MAELLE).presses(form, 'Rattacher', { direction, part })
  }

  it('is bound on the bot’s own card, by a manager of the Direction, who alone sees how', async () => {
    const { bot } = at
    const form = await bot.as(PASCAL).presses(welcome, BIND)
    says(form, 'Faire Administration · Ateliers', 'Ni ce canal ni son équipe ne sont rattachés.')
    assert.deepEqual(form.choices, {
      direction: ['Direction des lycées'],
      part: ['Ce canal', 'Toute l’équipe'],
    })
    const done = await bot.as(PASCAL).presses(form, 'Rattacher', {}, { again: ['same id', 'new id'] })
    says(done, 'Le rattachement est enregistré.', 'Ce canal est rattaché à : Direction des lycées.')
    saysNothingOf(bot.as(CAMILLE).sees(welcome), 'Direction des lycées')
    assert.deepEqual(await journal(), [['manager', 'channels.bind', undefined]])

    const undone = await bot.as(PASCAL).presses(done, 'Détacher ce canal', {}, { again: ['new id'] })
    says(undone, 'Le rattachement est retiré.', 'Ni ce canal ni son équipe ne sont rattachés.')
    assert.equal((await journal()).length, 2)
  })

  it('is refused in words to an agent, a pilot and an observer, and the journal says so', async () => {
    const { bot } = at
    for (const who of [CAMILLE, INES, HELENE])
      says(await bot.as(who).presses(welcome, BIND), 'encadrement, le Lab’.')
    assert.deepEqual(await journal(), [
      ['agent', 'channels.bind-form', 'role-needed'],
      ['observer', 'channels.bind-form', 'role-needed'],
      ['pilot', 'channels.bind-form', 'role-needed'],
    ])
  })

  it('is neither given to a Direction nor taken from one by the manager of another', async () => {
    const { bot } = at
    const form = await bot.as(ROSE).presses(welcome, BIND)
    assert.deepEqual(form.choices.direction, [NUMERIQUE])
    const where = { conversation: welcome.conversation, channel: WORKSHOPS.id }
    const data = { channel: WORKSHOPS.id, part: 'channel', direction: 'lycees' }
    const forged = { verb: 'channels.bind', data }
    const { body } = await bot.teams.deliver(bot.teams.activities.executed(ROSE, where, welcome.id, forged))
    assert.match(JSON.stringify(body), /Direction des lycées n’est pas de celles que vous suivez/)

    await bind(WORKSHOPS, 'lycees')
    const taking = await bot.as(ROSE).presses(form, 'Rattacher', { direction: 'numerique', part: 'channel' })
    says(
      taking,
      'Direction des lycées n’est pas de celles que vous suivez. Adressez-vous à la personne qui la suit, ou au Lab’.',
    )
    says(taking, 'Ce canal est rattaché à : Direction des lycées.', OTHERS)
    assert.ok(!taking.buttons.includes('Détacher ce canal'))
    assert.deepEqual(await journal(), [
      ['manager', 'channels.bind', 'direction-not-led'],
      ['organiser', 'channels.bind', undefined],
    ])
  })

  it('offers the manager of another Direction only what stands for none', async () => {
    const { bot } = at
    await bind(WORKSHOPS, 'lycees')
    const half = await bot.as(ROSE).presses(welcome, BIND)
    says(half, 'Ce canal est rattaché à : Direction des lycées.', OTHERS)
    assert.deepEqual(half.choices.part, ['Toute l’équipe'])
    const done = await bot.as(ROSE).presses(half, 'Rattacher')
    says(done, 'Le rattachement est enregistré.')

    await bind(WORKSHOPS, 'lycees', 'team')
    const closed = await bot.as(ROSE).presses(done, 'Détacher l’équipe')
    says(closed, 'Direction des lycées n’est pas de celles que vous suivez.', OTHERS)
    assert.deepEqual([closed.buttons, closed.choices], [[], {}])
    saysNothingOf(await bot.as(PASCAL).presses(welcome, BIND), OTHERS)
  })

  it('is not taken out of the team of a Direction by the manager of another, but by an organiser', async () => {
    const { bot } = at
    const form = await bot.as(ROSE).presses(welcome, BIND)
    await bind(WORKSHOPS, 'lycees', 'team')
    const taking = await bot.as(ROSE).presses(form, 'Rattacher', { direction: 'numerique', part: 'channel' })
    says(taking, 'Direction des lycées n’est pas de celles que vous suivez.', OTHERS)
    assert.deepEqual([taking.buttons, taking.choices], [[], {}])
    says(await bind(WORKSHOPS, 'numerique'), `Ce canal est rattaché à : ${NUMERIQUE}.`)
  })

  it('counts before what its team is bound to', async () => {
    const { bot } = at
    const team = await bind(WORKSHOPS, 'numerique', 'team')
    says(team, `Toute l’équipe est rattachée à : ${NUMERIQUE}.`)
    says(await bind(WORKSHOPS, 'lycees'), 'Ce canal est rattaché à : Direction des lycées.')
    const all = await list()
    const lines = all.text.split('\n')
    const stateOf = (name: string) => lines[lines.indexOf(`Faire Administration · ${name}`) + 1]
    assert.deepEqual(['Ateliers', 'Micro-idées'].map(stateOf), ['Direction des lycées', NUMERIQUE])
    const back = await bot.as(MAELLE).presses(all, 'Revenir aux annonces')
    says(back, '3 canaux peuvent recevoir votre annonce.')
  })

  it('stays bound through another name, an archive and a deletion, told late or more than once', async () => {
    const { bot } = at
    const { teams, app } = bot
    await bind(WORKSHOPS, 'lycees')
    const offered = async () =>
      (await app.channels.list()).map(({ name, teamName }) => `${teamName} · ${name}`)
    const target = () => app.channels.targets({ channel: '', directions: ['lycees'] })
    const isThere = async (name: string) => {
      assert.ok((await offered()).includes(name), name)
      assert.equal((await target()).channels[0]?.id, WORKSHOPS.id)
    }
    const isGone = async () => {
      assert.ok(!(await offered()).some(each => each.endsWith('Rendez-vous')))
      await assert.rejects(target(), { code: 'no-bound-channel' })
    }

    await bot.as(MAELLE).renamesChannel(WORKSHOPS, 'Rendez-vous')
    await isThere('Faire Administration · Rendez-vous')
    const now = { ...WORKSHOPS, name: 'Rendez-vous' }
    await bot.as(MAELLE).renamesTeam('Transformer')
    await isThere('Transformer · Rendez-vous')

    const early = teams.activities.teamEvent(MAELLE, 'teamUnarchived')
    await bot.as(MAELLE).archivesTeam()
    await isGone()
    says(await list(), 'Transformer · Rendez-vous', 'Direction des lycées · équipe archivée')
    await teams.deliver({ ...early, timestamp: '2026-01-01T00:00:00Z' })
    await isGone()
    await bot.as(MAELLE).unarchivesTeam()
    await bot.as(MAELLE).unarchivesTeam()
    await isThere('Transformer · Rendez-vous')

    await bot.as(MAELLE).deletesChannel(now)
    await isGone()
    const late = teams.activities.channelEvent(MAELLE, WORKSHOPS, 'channelRenamed')
    await teams.deliver({ ...late, timestamp: '2026-01-01T00:00:00Z' })
    await isGone()
    await bot.as(MAELLE).restoresChannel(now)
    await isThere('Transformer · Rendez-vous')

    await bot.as(MAELLE).deletesTeam()
    await isGone()
    await bot.as(MAELLE).restoresTeam()
    await isThere('Transformer · Rendez-vous')
    await bot.as(MAELLE).erasesTeam()
    await isGone()
  })
})

onEachEngine('an announcement to Directions', engine => {
  const at = freshBot(engine, { people: [...CAST, ROSE] })

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, CAMILLE, PASCAL, ROSE])
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const lab = await bot.app.people.greet({ ...MAELLE, language: 'fr' })
    await bot.app.channels.bind(lab, WORKSHOPS.id, 'channel', 'lycees')
    await bot.app.channels.bind(lab, IDEAS.id, 'channel', 'numerique')
  })

  const DIRECTIONS = 'lycees,numerique,mobilites'
  const UNBOUND = 'Aucun canal n’est rattaché à : Direction des mobilités.'
  const OPEN = 'Ce choix dit où la carte paraît, non qui peut voter ou participer.'
  const form = async (what: string) =>
    at.bot.as(MAELLE).presses(await at.bot.as(MAELLE).says('annoncer'), what)
  const newest = (channel: Channel) => found(at.bot.as(CAMILLE).reads(channel).at(-1), 'the card')

  it('posts a workshop in the channel of each, names those without one, and keeps all cards true', async () => {
    const { bot } = at
    const filled = {
      title: 'Le lycée de demain',
      axis: 'usager',
      date: '2027-05-20',
      place: 'Toulouse',
      seats: '5',
      directions: DIRECTIONS,
    }
    const preview = await bot.as(MAELLE).presses(await form('Un atelier'), 'Voir l’aperçu', filled)
    says(preview, UNBOUND, 'L’annonce paraîtra dans 2 canaux : Faire Administration · Ateliers, ')
    const again = await bot.as(MAELLE).presses(preview, 'Corriger')
    assert.equal(again.inputs.directions, DIRECTIONS)
    const corrected = await bot.as(MAELLE).presses(again, 'Voir l’aperçu', { place: 'Narbonne' })
    const sent = await bot.as(MAELLE).presses(corrected, 'Publier', {}, { again: ['same id', 'new id'] })
    says(sent, 'L’annonce part vers 2 canaux')
    await bot.settle()
    assert.deepEqual(
      [GENERAL, WORKSHOPS, IDEAS].map(channel => bot.as(CAMILLE).reads(channel).length),
      [1, 1, 1],
    )

    const change = await bot.as(MAELLE).presses(sent, 'Modifier')
    await bot.as(MAELLE).presses(change, 'Enregistrer', { seats: '1' })
    await bot.settle()
    await bot.as(CAMILLE).presses(newest(IDEAS), 'Je participe')
    await bot.later(2 * MINUTE)
    for (const channel of [WORKSHOPS, IDEAS]) says(newest(channel), 'Complet', '1 place')
    assert.deepEqual([newest(WORKSHOPS).edits, newest(IDEAS).edits], [2, 2])
  })

  it('opens a ballot in each, and leaves its cards to the end, which it shows in all', async () => {
    const { bot } = at
    const filled = {
      question: 'Laquelle tester ?',
      options: 'Une\nDeux',
      date: '2027-04-30',
      directions: DIRECTIONS,
    }
    const asked = await form('Un scrutin')
    says(asked, OPEN)
    const preview = await bot.as(MAELLE).presses(asked, 'Voir l’aperçu', filled)
    says(preview, UNBOUND, 'Ce scrutin paraîtra dans 2 canaux : ')
    says(await bot.as(MAELLE).presses(preview, 'Ouvrir le scrutin'), '2 canaux : ')
    await bot.settle()
    await bot.as(CAMILLE).presses(newest(WORKSHOPS), voteFor('Une'))
    await bot.settle()
    const edited = bot.teams.calls.filter(({ kind }) => kind === 'edit')
    assert.deepEqual(edited, [])
    await bot.later(60 * 24 * 3_600_000)
    for (const channel of [WORKSHOPS, IDEAS]) says(newest(channel), 'Résultats', '1 vote')
  })

  it('opens a box in each; an idea stands where it was typed', async () => {
    const { bot } = at
    const filled = { question: 'Que changer ce mois-ci ?', directions: DIRECTIONS }
    const opened = await bot
      .as(MAELLE)
      .presses(await form('Une boîte à micro-idées'), 'Ouvrir la boîte', filled)
    says(opened, 'La boîte à micro-idées est ouverte', UNBOUND, '2 canaux : ')
    await bot.settle()
    const idea = { text: 'Des vélos partagés', axis: 'transitions' }
    await bot.as(CAMILLE).presses(newest(IDEAS), 'Envoyer', idea)
    await bot.settle()
    assert.deepEqual(
      [WORKSHOPS, IDEAS].map(channel => bot.as(CAMILLE).reads(channel).length),
      [1, 2],
    )
    says(newest(IDEAS), 'Des vélos partagés')
  })

  it('goes once to a team that is bound, in its first channel', async () => {
    const { bot } = at
    const lab = await bot.app.people.greet({ ...MAELLE, language: 'fr' })
    await bot.app.channels.bind(lab, GENERAL.id, 'team', 'mobilites')
    const { channels, unbound } = await bot.app.channels.targets({
      channel: '',
      directions: ['mobilites', 'lycees'],
    })
    assert.deepEqual([channels.map(({ id }) => id), unbound], [[WORKSHOPS.id, GENERAL.id], []])
  })

  it('says that it cannot go anywhere when none of them has a channel', async () => {
    const { bot } = at
    const filled = { question: 'Et si ?', directions: 'mobilites' }
    const refused = await bot
      .as(MAELLE)
      .presses(await form('Une boîte à micro-idées'), 'Ouvrir la boîte', filled)
    says(refused, 'Aucun canal n’est rattaché aux Directions choisies.')
    assert.equal(refused.inputs.directions, 'mobilites')
  })

  it('is left as it is while the team is archived, and put right once it no longer is', async () => {
    const { bot } = at
    const { calls } = bot.teams
    const channels = [WORKSHOPS, IDEAS]
    const filled = {
      question: 'Laquelle tester ?',
      options: 'Une\nDeux',
      date: '2027-04-30',
      directions: DIRECTIONS,
    }
    const preview = await bot.as(MAELLE).presses(await form('Un scrutin'), 'Voir l’aperçu', filled)
    await bot.as(MAELLE).presses(preview, 'Ouvrir le scrutin')
    await bot.as(CAMILLE).says('idée Des vélos partagés', GENERAL)
    const idea = newest(GENERAL)
    await bot.settle()
    await bot.as(MAELLE).archivesTeam()
    says(await bot.as(MAELLE).says('annoncer'), 'Aucun canal n’est connu.')

    await bot.as(CAMILLE).presses(await bot.as(CAMILLE).says('voter'), voteFor('Une'))
    const list = await bot.as(PASCAL).presses(await bot.as(PASCAL).says('idée'), 'ideas.list')
    await bot.as(PASCAL).presses(list, 'ideas.support')
    const { items } = await bot.api(MAELLE).get<Page<IdeaView>>('/ideas')
    await bot.api(MAELLE).put(`/ideas/${found(items[0], 'the idea').id}/state`, { state: 'retained' })
    await bot.later(20 * 24 * 3_600_000)
    const asked = calls.filter(({ kind, conversation }) => kind === 'edit' && !conversation.startsWith('a:'))
    assert.deepEqual(asked, [])
    assert.deepEqual(bot.logged, [])
    for (const channel of channels) saysNothingOf(newest(channel), 'Résultats')

    await bot.as(MAELLE).unarchivesTeam()
    await bot.settle()
    for (const channel of channels) says(newest(channel), 'Résultats', '1 vote')
    says(bot.as(KARIM).sees(idea), 'Retenue par Maëlle Rivière')
    assert.deepEqual(
      channels.map(channel => bot.as(CAMILLE).reads(channel).length),
      [1, 1],
    )
  })
})
