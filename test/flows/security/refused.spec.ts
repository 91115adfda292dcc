import assert from 'node:assert/strict'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { sqlite } from '../../support/database/engines.ts'
import { type Bot, freshBot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import {
  CAMILLE,
  FOREIGN_TENANT,
  HELENE,
  INES,
  KARIM,
  MAELLE,
  PASCAL,
  type Person,
  STRANGER,
} from '../../support/sign-in/cast.ts'
import { IDEAS } from '../../support/teams/index.ts'
import { choiceOf, openBallot } from '../ballots/steps.ts'
import { forge } from './forge.ts'
import { forgeExtension } from './forge-extension.ts'

const LAB = /C’est le Lab’ qui s’en charge/
const OWN = /Seule la personne concernée peut faire cela/
const ROLE = /Votre rôle (est de lire|ne le permet pas)|C’est le Lab’ qui s’en charge/
const OURS = /réservé au personnel \(Région Occitanie\)/

describe('what somebody may not do', () => {
  const at = freshBot(sqlite)
  let ideaOfKarim: string
  let ideaOfCamille: string
  let commitment: string

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, PASCAL, INES, HELENE])
    const dropped = async (person: Person, text: string) => {
      const input = { nonce: `the-nonce-of-${person.objectId}`, text, axis: 'usager' }
      return (await bot.api(person).post<IdeaView>('/ideas', input)).id
    }
    ideaOfKarim = await dropped(KARIM, 'Un seul formulaire')
    ideaOfCamille = await dropped(CAMILLE, 'Des vélos au lycée')
    const taken = { nonce: 'the-nonce-of-a-commitment', axis: 'equipe', text: 'dire merci' }
    const when = { horizon: '2027-05-31', visibility: 'me' }
    commitment = (await bot.api(CAMILLE).post<CommitmentView>('/commitments', { ...taken, ...when })).id
  })

  async function assertRefused(
    person: Person,
    words: RegExp,
    chat: readonly [verb: string, data: object],
    tab?: readonly [method: string, path: string, body?: object],
  ) {
    const { bot } = at
    const [verb, data] = chat
    assert.match(await forge(bot, person, verb, data), words)
    const value = { commandId: 'ideas.quote', data: { ...data, verb } }
    assert.match(await forgeExtension(bot, person, 'submitAction', value), words)
    if (!tab) return
    const { status, body } = await bot.api(person).ask<{ title: string }>(...tab)
    assert.equal(status, 403, JSON.stringify(body))
    assert.match(body.title, words)
  }

  /** Who was refused what through which door, as an observer reads it. */
  async function journal(): Promise<string[]> {
    const { items } = await at.bot.api(HELENE).get<Page<AuditView>>('/audit')
    return items
      .filter(({ door }) => door !== 'command')
      .map(({ role, act, door, refused }) => [role, act, door, refused].join(' '))
      .toSorted()
  }

  it('is answered in words to a foreign tenant through both doors, and kept', async () => {
    const text = { text: 'Entrer', axis: 'usager', nonce: 'the-nonce-of-nobody' }
    await assertRefused(STRANGER, OURS, ['ideas.submit', text], ['POST', '/ideas', text])
    assert.match(await forgeExtension(at.bot, STRANGER, 'query', { commandId: 'ideas.search' }), OURS)
    assert.deepEqual(await journal(), [
      'stranger post /ideas tab foreign-tenant',
      'stranger pressed chat foreign-tenant',
      'stranger searched chat foreign-tenant',
    ])
  })

  it('is answered so to a guest in a channel that is shared, whichever tenant the chat is of', async () => {
    const { bot } = at
    const { activities, deliver } = bot.teams
    const where = { conversation: IDEAS.id, channel: IDEAS.id }
    const pressed = activities.executed(KARIM, where, 'card', { verb: 'ideas.list', data: {} })
    const guests = [
      { ...pressed, from: { ...(pressed.from as object), tenantId: FOREIGN_TENANT } },
      { ...pressed, channelData: { ...(pressed.channelData as object), tenant: { id: FOREIGN_TENANT } } },
      { ...pressed, conversation: { ...(pressed.conversation as object), tenantId: FOREIGN_TENANT } },
    ]
    for (const guest of guests) {
      const { status, body } = await deliver(guest)
      assert.equal(status, 200)
      assert.match(JSON.stringify(body), OURS)
    }
    assert.deepEqual(await journal(), ['stranger pressed chat foreign-tenant'])
  })

  it('is answered so to an agent on what organisers do', async () => {
    await assertRefused(CAMILLE, LAB, ['ideas.open-box', { question: 'Quoi ?', channel: IDEAS.id }])
    await assertRefused(CAMILLE, ROLE, ['channels.announce', {}], ['GET', '/audit'])
    assert.deepEqual(await journal(), [
      'agent channels.announce chat role-needed',
      'agent get /audit tab role-needed',
      'agent ideas.open-box chat role-needed',
    ])
  })

  it('is answered so to a manager and a pilot on another Direction', async () => {
    const text = { text: 'Dès lundi' }
    const path = `/ideas/${ideaOfKarim}/answer`
    for (const person of [PASCAL, INES])
      await assertRefused(person, OWN, ['ideas.answer', { ...text, idea: ideaOfKarim }], ['POST', path, text])
    await at.bot.api(PASCAL).post(`/ideas/${ideaOfCamille}/answer`, text)
    assert.deepEqual(await journal(), [
      'manager ideas.answer chat not-yours',
      'manager ideas.answer tab ',
      'manager post /ideas/:id/answer tab not-yours',
      'pilot ideas.answer chat not-yours',
      'pilot post /ideas/:id/answer tab not-yours',
    ])
  })

  it('is answered so to an observer who votes', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const choice = choiceOf(post, 'Le calme')
    const ballot = found(/"ballot":"(\w+)"/.exec(JSON.stringify(post.card))?.[1], 'the ballot')
    const vote = ['PUT', `/ballots/${ballot}/vote`, { option: choice }] as const
    await assertRefused(HELENE, ROLE, ['ballots.vote', { ballot, choice }], vote)
  })

  it('is answered so to whoever sends the form of somebody else again', async () => {
    const { bot } = at
    const text = { text: 'Tout autre chose' }
    await assertRefused(
      KARIM,
      OWN,
      ['ideas.correct', { ...text, idea: ideaOfCamille, axis: 'equipe' }],
      ['PUT', `/ideas/${ideaOfCamille}/text`, text],
    )
    await assertRefused(
      KARIM,
      OWN,
      ['commitments.note', { ...text, commitment, nonce: 'the-nonce-of-camille' }],
      ['POST', `/commitments/${commitment}/notes`, { ...text, nonce: 'the-nonce-of-camille' }],
    )
    await assertRefused(
      KARIM,
      OWN,
      ['ideas.undo', { idea: ideaOfCamille }],
      ['POST', `/ideas/${ideaOfCamille}/undo`],
    )
    const { items } = await bot.api(MAELLE).get<Page<IdeaView>>('/ideas')
    assert.ok(items.some(({ text }) => text === 'Des vélos au lycée'))
  })

  it('makes a thing of one’s own when the form made something, and touches nothing of the other’s', async () => {
    const { bot } = at
    const before = await ideasOf(bot)
    const again = { nonce: `the-nonce-of-${CAMILLE.objectId}`, text: 'Des vélos au lycée', axis: 'usager' }
    const { id, mine } = await bot.api(KARIM).post<IdeaView>('/ideas', again)
    assert.notEqual(id, ideaOfCamille)
    assert.equal(mine, true)
    const { length } = await ideasOf(bot)
    assert.equal(length, before.length + 1)
    assert.equal((await bot.api(CAMILLE).post<IdeaView>('/ideas', again)).id, ideaOfCamille)
  })

  const ideasOf = async (bot: Bot) => (await bot.api(MAELLE).get<Page<IdeaView>>('/ideas')).items
})
