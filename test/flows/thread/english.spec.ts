import assert from 'node:assert/strict'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { ProgrammeView } from '../../../src/tabs/contract/programme/programme.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { CAMILLE, MAELLE, OWEN } from '../../support/sign-in/cast.ts'
import { IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { openBallot } from '../ballots/steps.ts'

/** Letters and words that English does without. */
const FRENCH = /[àâçéèêëîôùû]|\b(votre|vous|cette|voir|sur|du)\b/i
/** Stays as people wrote it. */
const OWN = /Le lycée de demain|Du calme|Camille Martin/g

function assertEnglish({ text, buttons }: Shown): void {
  assert.doesNotMatch([text, ...buttons].join('\n').replace(OWN, ''), FRENCH)
}

onEachEngine('the thread, for somebody whose Teams speaks English', engine => {
  const at = freshBot(engine)

  it('speaks English to him from the first word to the last, while the channel stays French', async () => {
    const { bot } = at
    await bot.seat([CAMILLE, OWEN])
    const { post } = await openBallot(bot, { question: 'Lequel ?', options: 'A\nB' })
    const greeting = await bot.as(OWEN).says('Hello')
    says(greeting, 'Hello Owen Price', 'This is waiting for you:')
    assertEnglish(greeting)

    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
    const filled = { title: 'Le lycée de demain', axis: 'usager', date: '2027-05-20', place: 'Toulouse' }
    const where = { ...filled, channel: WORKSHOPS.id }
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', where)
    await bot.as(MAELLE).presses(preview, 'Publier')
    await bot.settle()
    const workshop = found(bot.as(OWEN).reads(WORKSHOPS).at(-1), 'the announcement')
    says(workshop, 'Atelier · Renforcer notre culture « usager »')
    const coming = await bot.as(OWEN).presses(workshop, 'Je participe')
    says(coming, 'Your seat is reserved', 'Only you can see this view.', 'Thursday 20 May 2027')
    assertEnglish(coming)

    const vote = await bot.as(OWEN).presses(post, voteFor('B'))
    says(vote, 'Your vote is recorded', /B\n1\nYour choice/)
    assertEnglish(await bot.as(OWEN).presses(vote, 'Change my vote'))

    const idea = await bot.as(OWEN).says('Idea: Shared bikes')
    says(idea, 'Your idea is published', 'Which axis?')
    assertEnglish(idea)
    const aloud = await bot.as(CAMILLE).says('idée Du calme', IDEAS)
    assertEnglish(await bot.as(OWEN).presses(aloud, 'Soutenir'))
    says(bot.as(CAMILLE).sees(aloud), 'Proposée par Camille Martin')

    const commit = await bot.as(OWEN).says('commit')
    assertEnglish(commit)
    const taken = await bot.as(OWEN).presses(commit, 'Make a commitment', {
      axis: 'equipe',
      text: 'to answer within two days',
      horizon: '2027-06-30',
    })
    says(taken, 'to answer within two days')
    assertEnglish(taken)
    assertEnglish(await bot.as(OWEN).says('my commitments'))
    assertEnglish(await bot.as(OWEN).says('workshops'))

    const { items } = await bot.api(OWEN).get<Page<CommitmentView>>('/commitments')
    assert.equal(items[0]?.axis, 'equipe')
    const { axes } = await bot.api(OWEN).get<ProgrammeView>('/programme')
    assert.equal(axes.find(({ id }) => id === 'equipe')?.title, 'Working as one team')
  })

  it('lets anybody choose, and a choice beats the client', async () => {
    const { bot } = at
    const asked = await bot.as(OWEN).says('language')
    const french = await bot.as(OWEN).presses(asked, 'Français')
    says(french, 'Cette conversation est en français.')
    says(await bot.as(OWEN).says('help'), 'Que voulez-vous faire ?')
  })
})
