import assert from 'node:assert/strict'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import type { WatchedCommentView } from '../../../src/tabs/contract/ideas/comments.ts'
import type { CommentView, IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { assertNobodyOn, found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { CAMILLE, HELENE, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS } from '../../support/teams/index.ts'

const BIKES = 'Des vélos partagés entre deux lycées'
const RUDE = 'Celle du bureau 12 ne viendra pas'
const REPORTED = 'On reconnaît quelqu’un'
const WHY = 'Une personne s’y **reconnaît** [x](http://evil)'

onEachEngine('a comment that colleagues report', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, KARIM, NADIA, HELENE])
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of [CAMILLE, KARIM, NADIA]) await bot.as(person).installs()
    await bot.settle()
  })

  const lastTo = (person: typeof CAMILLE) => found(at.bot.as(person).reads().at(-1), 'a message')

  it('is reported from the card, decided about in the tab, and its author hears why in the chat', async () => {
    const { bot } = at
    const card = await bot.as(CAMILLE).says(`idée ${BIKES}`, IDEAS)
    const idea = found((await bot.api(CAMILLE).get<Page<IdeaView>>('/ideas')).items[0], 'the idea').id
    const { id } = await bot
      .api(KARIM)
      .post<CommentView>(`/ideas/${idea}/comments`, { nonce: 'nonce-of-the-comment-1', text: RUDE })
    await bot.settle()
    const texts = async () =>
      (await bot.api(NADIA).get<Page<CommentView>>(`/ideas/${idea}/comments`)).items.map(({ text }) => text)

    const shown = await bot.as(NADIA).presses(card, 'Commentaires')
    says(shown, RUDE)
    const form = await bot.as(NADIA).presses(shown, 'Signaler un commentaire')
    says(form, 'Le Lab’ lit la raison, jamais votre nom.')
    const reason = { comment: id, text: REPORTED }
    const thanked = await bot.as(NADIA).presses(form, 'Signaler', reason, { again: ['same id', 'new id'] })
    says(thanked, 'Merci, votre signalement est transmis au Lab’', RUDE)
    assert.ok(!thanked.buttons.includes('Signaler un commentaire'))

    assert.equal((await bot.api(HELENE).ask('GET', '/comments/reported')).status, 403)
    const { items } = await bot.api(MAELLE).get<Page<WatchedCommentView>>('/comments/reported')
    assert.deepEqual(
      items.map(({ text, author, reports, reasons }) => [text, author, reports, reasons]),
      [[RUDE, KARIM.name, 0, [REPORTED]]],
    )
    assert.ok(!JSON.stringify(items).includes(NADIA.name))

    // What one has a right to know comes whatever one stopped.
    const stopping = (topic: string) => ({ topic: { topic, on: false } })
    await bot.api(KARIM).put('/me/messages', stopping('idea-answered'))
    assert.equal((await bot.api(KARIM).ask('PUT', '/me/messages', stopping('moderated'))).status, 422)
    const before = bot.as(KARIM).reads().length
    await bot.api(MAELLE).post(`/comments/${id}/hide`, { reason: WHY })
    await bot.later(2 * SECOND)
    assert.deepEqual([await texts(), bot.as(KARIM).reads().length], [[], before])
    await bot.later(TELL_AFTER)
    const told = lastTo(KARIM)
    says(told, 'Votre commentaire n’est plus visible de vos collègues', RUDE, WHY, 'Vous et le Lab’ le voyez')
    await assertNobodyOn(bot, { ...told, inputs: {} }, [NADIA])
    const why = await bot.as(KARIM).presses(told, 'Pourquoi ce message\u202F?')
    says(why, 'Vous avez écrit ce commentaire', 'Vous avez le droit de le savoir')
    assert.ok(!why.buttons.includes('Arrêter ce sujet'))
    assert.deepEqual(await texts(), [])
    saysNothingOf(bot.as(NADIA).sees(card), 'commentaire')

    await bot.api(MAELLE).post(`/comments/${id}/restore`, {})
    await bot.later(2 * SECOND)
    says(lastTo(KARIM), 'Votre commentaire est de nouveau visible', RUDE)
    assert.deepEqual(await texts(), [RUDE])
  })
})
