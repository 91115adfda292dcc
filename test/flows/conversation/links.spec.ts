import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { type LinkedKind, thingAddress } from '../../../src/kernel/requests/thing-link.ts'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine, sqlite } from '../../support/database/engines.ts'
import { type Bot, freshBot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import {
  AHMED,
  CAMILLE,
  CAST,
  HELENE,
  KARIM,
  MAELLE,
  NADIA,
  PASCAL,
  type Person,
  person,
  STRANGER,
} from '../../support/sign-in/cast.ts'
import { GENERAL, WORKSHOPS } from '../../support/teams/index.ts'
import { ballotOn, openBallot } from '../ballots/steps.ts'

const IDEA = 'Un carnet de passation d’une page'
const GUEST = person('Ingrid Invitée', { guest: true })
const ORIGIN = 'https://faire.example'

const linkTo = (kind: LinkedKind, id: string) => thingAddress(ORIGIN, { kind, id })

async function propose(bot: Bot, who: Person, text: string): Promise<string> {
  const { api } = bot
  return (await api(who).post<IdeaView>('/ideas', { nonce: randomIds.nonce(), text, axis: 'equipe' })).id
}

async function publishWorkshop({ api }: Bot): Promise<string> {
  const workshop = {
    ...{
      title: 'Le lycée, demain',
      description: '',
      axis: 'equipe',
      place: 'Narbonne',
      link: '',
      seats: '8',
    },
    ...{ date: '2027-05-20', start: '09:30', end: '12:30' },
  }
  const where = { channel: WORKSHOPS.id, directions: [] }
  return (await api(MAELLE).post<{ id: string }>('/workshops', { workshop, where, nonce: randomIds.nonce() }))
    .id
}

/** A retained idea that Karim carries. */
async function carried(bot: Bot): Promise<string> {
  const id = await propose(bot, CAMILLE, IDEA)
  await bot.api(MAELLE).put(`/ideas/${id}/state`, { state: 'retained', reason: 'Nous essayons' })
  await bot.later(15 * MINUTE)
  await bot.api(KARIM).post('/initiatives', { nonce: randomIds.nonce(), idea: id })
  await bot.later(15 * MINUTE)
  return id
}

const staysALink = async (bot: Bot, who: Person, url: string, why: string) =>
  assert.equal(await bot.as(who).pastes(url), undefined, why)

onEachEngine('a link that is pasted', engine => {
  const at = freshBot(engine)
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('becomes the card of an idea, as its channel shows it, whose buttons work for whoever reads it', async () => {
    const { bot } = at
    const id = await propose(bot, CAMILLE, IDEA)
    const one = found(await bot.as(KARIM).pastes(linkTo('idea', id)), 'the card')
    assert.deepEqual([one.title, one.text], [IDEA, 'Faire équipe'])
    const card = bot.as(KARIM).inserts(one, GENERAL)
    const seen = bot.as(AHMED).sees(card)
    assert.match(seen.text, /Un carnet de passation.*Proposée par Camille Martin/s)
    assert.doesNotMatch(seen.text, /soutien|Chiffres/, 'it is kept for half an hour: no figure')
    assert.match((await bot.as(AHMED).presses(card, 'Soutenir')).text, /Vous soutenez cette idée/)
    assert.match((await bot.as(NADIA).presses(card, 'Voir l’idée')).text, /2 soutiens/)
  })

  it('becomes the card of an initiative, by its own link and by that of its idea', async () => {
    const { bot } = at
    const id = await carried(bot)
    for (const kind of ['initiative', 'idea'] as const) {
      const one = found(await bot.as(NADIA).pastes(linkTo(kind, id)), kind)
      assert.equal(one.title, IDEA)
      assert.match(bot.as(NADIA).sees(bot.as(NADIA).inserts(one, GENERAL)).text, /Initiative/)
    }
  })

  it('becomes the card of a workshop that is to come, and one can register on it', async () => {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const id = await publishWorkshop(bot)
    const one = found(await bot.as(KARIM).pastes(linkTo('workshop', id)), 'the card')
    assert.deepEqual([one.title, one.text], ['Le lycée, demain', 'Jeudi 20 mai 2027, de 9 h 30 à 12 h 30'])
    const card = bot.as(KARIM).inserts(one, GENERAL)
    assert.match((await bot.as(NADIA).presses(card, 'Je participe')).text, /Votre place est réservée/)
    const later = found(await bot.as(KARIM).pastes(linkTo('workshop', id)), 'the card')
    assert.deepEqual(later, one, 'it says nothing that an answer changes')
    await bot.later(60 * DAY)
    await staysALink(bot, KARIM, linkTo('workshop', id), 'it is over')
  })

  it('becomes the card of a ballot, with nobody’s choice on it, and takes a vote there', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const url = linkTo('ballot', ballotOn(post))
    const before = found(await bot.as(CAMILLE).pastes(url), 'the card')
    await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    const one = found(await bot.as(CAMILLE).pastes(url), 'the card')
    assert.deepEqual(one, before, 'it says nothing that a vote changes')
    const card = bot.as(CAMILLE).inserts(one, GENERAL)
    assert.match((await bot.as(KARIM).presses(card, voteFor('Le calme'))).text, /Votre vote est enregistré/)
    assert.doesNotMatch(bot.as(AHMED).sees(card).text, /Votre choix · /)
    await bot.later(30 * DAY)
    assert.match(
      found(await bot.as(CAMILLE).pastes(url), 'its result').card && one.title,
      /Par quoi commencer/,
    )
    await bot.later(90 * DAY)
    await staysALink(bot, CAMILLE, url, 'no search finds it any more')
  })
})

describe('a link that is pasted', () => {
  const at = freshBot(sqlite, { people: [...CAST, GUEST] })
  afterEach(() => assert.deepEqual(at.bot.logged, []))

  it('stays a link, whatever the reason, for who may not see what it leads to', async () => {
    const { bot } = at
    const [idea, hidden, merged] = [
      await propose(bot, CAMILLE, IDEA),
      await propose(bot, CAMILLE, 'Nommer quelqu’un'),
      await propose(bot, CAMILLE, 'Un carnet, deux pages'),
    ]
    const withdrawn = await propose(bot, CAMILLE, 'Une idée de trop')
    await bot.api(CAMILLE).post(`/ideas/${withdrawn}/undo`, {})
    await bot.api(MAELLE).post(`/ideas/${hidden}/hide`, { reason: 'Nomme quelqu’un' })
    await bot.api(CAMILLE).post(`/ideas/${merged}/merge`, { into: idea })
    await bot.settle()
    for (const who of [KARIM, CAMILLE, MAELLE, PASCAL, HELENE]) {
      const pasted = (id: string, kind: LinkedKind = 'idea') => staysALink(bot, who, linkTo(kind, id), id)
      await pasted(withdrawn)
      await pasted(hidden)
      await pasted(merged)
      await pasted(randomIds.next())
      await pasted(idea, 'initiative')
      await pasted(idea, 'ballot')
      await pasted(idea, 'workshop')
      assert.ok(await bot.as(who).pastes(linkTo('idea', idea)), `${who.name} may see it`)
    }
  })

  it('stays a link for a prepared ballot and a prepared day, to organisers too: a whole chat reads what they paste', async () => {
    const { bot } = at
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const prepared = { question: 'Et après ?', options: 'Un\nDeux', channel: WORKSHOPS.id, opening: 'hand' }
    const body = { ...prepared, date: '2027-05-06', time: '18:00', nonce: randomIds.nonce() }
    const { id } = await bot.api(MAELLE).post<{ id: string }>('/ballots', body)
    await staysALink(bot, MAELLE, linkTo('ballot', id), 'a draft')
    const series = { title: 'Trois journées', description: '', axis: 'equipe', nonce: randomIds.nonce() }
    const made = await bot.api(MAELLE).post<{ id: string }>('/series', series)
    const typed = {
      ...{ title: 'Première journée', description: '', axis: 'equipe', place: 'Albi', link: '', seats: '8' },
      ...{ date: '2027-05-20', start: '09:30', end: '12:30' },
    }
    const { days } = await bot
      .api(MAELLE)
      .post<{ days: readonly { id: string }[] }>(`/series/${made.id}/days`, {
        workshop: typed,
        nonce: randomIds.nonce(),
      })
    await staysALink(bot, MAELLE, linkTo('workshop', found(days[0], 'the day').id), 'a draft')
  })

  it('does not show a decision before it is told to everybody, whoever pastes it', async () => {
    const { bot } = at
    const id = await propose(bot, CAMILLE, IDEA)
    await bot.api(CAMILLE).ask('GET', '/me')
    await bot.api(MAELLE).put(`/ideas/${id}/state`, { state: 'retained', reason: 'Nous essayons' })
    const one = found(await bot.as(MAELLE).pastes(linkTo('idea', id)), 'the card')
    assert.doesNotMatch(JSON.stringify(one), /Retenue|Nous essayons/)
    await bot.later(15 * MINUTE)
    assert.match(JSON.stringify(await bot.as(MAELLE).pastes(linkTo('idea', id))), /Retenue/)
  })

  it('does not show the name of who asked to be unnamed, to them either', async () => {
    const { bot } = at
    const idea = { nonce: randomIds.nonce(), text: IDEA, axis: 'equipe', unnamed: true }
    const { id } = await bot.api(CAMILLE).post<IdeaView>('/ideas', idea)
    for (const who of [CAMILLE, MAELLE, KARIM])
      assert.doesNotMatch(JSON.stringify(await bot.as(who).pastes(linkTo('idea', id))), /Camille/)
  })

  it('stays a link for somebody of another tenant and for a guest, which the journal tells', async () => {
    const { bot } = at
    const id = await propose(bot, CAMILLE, IDEA)
    await bot.seat([MAELLE])
    // What Teams says of an account is known from the first contact on.
    await bot.as(GUEST).says('aide')
    await bot.settle()
    await staysALink(bot, STRANGER, linkTo('idea', id), 'another tenant')
    await staysALink(bot, GUEST, linkTo('idea', id), 'a guest')
    type Line = { readonly refused?: string }
    const { items } = await bot.api(MAELLE).get<Page<Line>>('/audit')
    const codes = items.flatMap(({ refused }) => refused ?? [])
    assert.deepEqual(codes.toSorted(), ['foreign-tenant', 'guest-account'])
  })

  it('stays a link when it is of another server, or of nothing', async () => {
    const { bot } = at
    const id = await propose(bot, CAMILLE, IDEA)
    const path = `/l/i/${id}`
    for (const url of [
      `https://other.example${path}`,
      `https://faire.example@other.example${path}`,
      `http://faire.example${path}`,
      `https://faire.example${path}/..`,
      `https://faire.example/tabs/personal`,
      'https://faire.example',
      'not an address',
      'x'.repeat(5_000),
    ])
      await staysALink(bot, KARIM, url, url)
    assert.ok(await bot.as(KARIM).pastes(`${ORIGIN}${path}?from=mail#top`))
  })

  it('has no link out of Teams but into the tab', async () => {
    const { bot } = at
    const id = await propose(bot, CAMILLE, IDEA)
    const one = found(await bot.as(KARIM).pastes(linkTo('idea', id)), 'the card')
    const { $schema: _, ...card } = one.card
    const links = [...JSON.stringify(card).matchAll(/https?:[^")]*/g)].map(([link]) => link)
    assert.equal(links.length, 1)
    for (const link of links) assert.match(link, /^https:\/\/teams\.microsoft\.com\/l\/entity\//)
  })
})

describe('a link that is pasted where the app is not installed', () => {
  const at = freshBot(sqlite)

  it('becomes the kind of thing and « Ouvrir », which is the link', async () => {
    const { bot } = at
    const id = await propose(bot, CAMILLE, IDEA)
    const url = linkTo('idea', id)
    const one = found(await bot.as(STRANGER).pastesWithoutApp(url), 'the card')
    assert.deepEqual([one.title, one.text], ['Une micro-idée', 'Faire Administration'])
    assert.doesNotMatch(JSON.stringify(one), /carnet|Camille|Faire équipe/)
    assert.match(
      JSON.stringify(one.card),
      new RegExp(`"type":"Action.OpenUrl","title":"Ouvrir","url":"${url}"`),
    )
  })

  it('asks nothing of Teams and greets nobody', async () => {
    const { bot } = at
    const before = bot.teams.calls.length
    await bot.as(STRANGER).pastesWithoutApp(linkTo('ballot', randomIds.next()))
    await bot.settle()
    assert.equal(bot.teams.calls.length, before)
  })
})
