import assert from 'node:assert/strict'
import type { Incoming } from '../../src/conversation/protocol/incoming.ts'
import { CAMILLE, KARIM, MAELLE } from '../support/sign-in/cast.ts'
import { startTeams, type Teams, WORKSHOPS } from '../support/teams/index.ts'
import { type Bot, startBot } from './local-teams.ts'

function cardSaying(text: string) {
  const vote = { type: 'Action.Execute', title: 'Voter', verb: 'ballots.cast', data: { option: 'a' } }
  const fallback = { type: 'Action.Submit', title: 'Voter', data: { ...vote.data, verb: vote.verb } }
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: text,
    body: [{ type: 'TextBlock', text, wrap: true }],
    actions: [{ ...vote, fallback }],
  }
}

async function route(incoming: Incoming) {
  if (incoming.kind !== 'typed' && incoming.kind !== 'pressed') return undefined
  const said = incoming.kind === 'typed' ? incoming.text : JSON.stringify(incoming.data)
  const answer = {
    card: cardSaying(`${incoming.from.name} · ${incoming.kind} · ${said}`),
    summary: 'En bref',
  }
  return said.includes('modèle') ? { ...answer, assisted: 'asking' as const } : answer
}

describe('the SDK before a strict Teams', () => {
  let bot: Bot
  let teams: Teams
  before(async () => {
    bot = await startBot({ route })
    teams = await startTeams({ bearer: bot.signIn.connectorToken })
    teams.connect(`${bot.url}/api/messages`, ({ serviceUrl }) => bot.token({ serviceurl: serviceUrl }))
  })
  // Closing fails when the bot sent anything that Teams does not take.
  after(async () => {
    await teams.close()
    await bot.close()
  })

  it('hears in a chat what was typed, to the letter', async () => {
    const said = `idée <b> &amp; \${secret} [x](http://evil) <at>nobody</at>`
    await teams.as(CAMILLE).says(said)
    const heard = bot.incoming.at(-1)
    assert.equal(heard?.kind === 'typed' && heard.text, said)
  })

  it('answers a mention in the thread it was written in', async () => {
    const shown = await teams.as(KARIM).says('idée', WORKSHOPS)
    assert.equal(shown.text, 'Karim Benali · typed · idée')
    assert.match(shown.conversation, /;messageid=/)
  })

  it('changes a card for the person who pressed, and for nobody else', async () => {
    const shown = await teams.as(MAELLE).says('voter', WORKSHOPS)
    const before = teams.calls.length
    await teams.as(CAMILLE).presses(shown, 'Voter')
    assert.equal(teams.as(CAMILLE).sees(shown).text, 'Camille Martin · pressed · {"option":"a"}')
    assert.equal(teams.as(KARIM).sees(shown).text, 'Maëlle Rivière · typed · voter')
    assert.equal(teams.calls.length, before)
  })

  it('answers an older client’s press by a new message', async () => {
    const shown = await teams.as(CAMILLE).says('voter')
    const answer = await teams.as(CAMILLE).presses(shown, 'Voter', {}, { by: 'submit' })
    assert.notEqual(answer.id, shown.id)
    assert.equal(answer.text, 'Camille Martin · pressed · {"option":"a"}')
  })

  it('posts to the channels of a team it was added to, and edits what it posted', async () => {
    await teams.as(MAELLE).installs(WORKSHOPS)
    const installed = bot.incoming.findLast(({ kind }) => kind === 'installed')
    const listed = await bot.teams.channelsOf(installed?.place.channelAddress ?? '')
    const ideas = listed.find(({ name }) => name === 'Micro-idées')
    assert.ok(ideas && listed.some(({ name }) => name === ''))
    const id = await bot.teams.post(ideas.address, { card: cardSaying('avant'), summary: 'En bref' })
    await bot.teams.update(ideas.address, id, { card: cardSaying('après'), summary: 'En bref' })
    assert.equal(teams.as(KARIM).sees(id).text, 'après')
    assert.equal(teams.as(KARIM).sees(id).edits, 1)
  })

  const last = () => (teams.calls.at(-1)?.body ?? {}) as Record<string, unknown>

  it('has a message that a model helped to write labelled, exactly as Teams takes it', async () => {
    await teams.as(CAMILLE).says('question d’un modèle')
    const { entities, channelData } = last()
    assert.deepEqual(entities, [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
      },
    ])
    assert.deepEqual(channelData, { feedbackLoop: { type: 'default' } })
    await teams.as(CAMILLE).says('autre chose')
    assert.equal(last().entities, undefined)
  })

  it('hears of a block as Teams words it', async () => {
    await teams.as(KARIM).says('aide')
    const chat = bot.incoming.at(-1)?.place.address ?? ''
    teams.as(KARIM).blocks('MessageWritesBlocked')
    const message = { card: cardSaying('x'), summary: 'x' }
    await assert.rejects(bot.teams.post(chat, message), { status: 403, code: 'MessageWritesBlocked' })
  })
})
