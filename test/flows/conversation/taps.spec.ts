import assert from 'node:assert/strict'
import { sqlite } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { methodWith } from '../../support/programme/nudge-rules.ts'
import { AHMED, CAMILLE, INES, KARIM, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import type { Button } from '../../support/teams/card-press.ts'
import { GENERAL, IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { ballotOn, openBallot } from '../ballots/steps.ts'

/** What somebody did: buttons pressed and choices made; messages typed. Words typed into a field are not counted. */
type Effort = { readonly taps: number; readonly messages: number }
type Line = Effort & { readonly act: string; readonly before: string }

/** Before: as a stranger counted them on the version of late November 2026. */
const BEFORE = {
  'vote, channel': '2',
  'vote, what a pilot relays': '3',
  'vote, reminder': '2',
  'vote, broadcast': '2',
  'vote, chat': '1 message + 3',
  'idea, chat, « idée … »': '1 message + 0',
  'idea, chat, an ordinary sentence': 'typed twice',
  'commit, chat': '1 message + 6',
  register: '1',
  support: '1',
} as const
type Act = keyof typeof BEFORE

describe('how many taps an act takes', () => {
  const rule = '{ id: vote, kind: my-ballot-closing, at: "0 7 * * *", days: 2 }'
  const relayed = '{ id: relais, kind: ballot-closing, at: "0 7 * * *", days: 2 }'
  const at = freshBot(sqlite, { programmeFile: methodWith([rule, relayed]) })
  const lines: Line[] = []

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, INES, NADIA, CAMILLE, AHMED, KARIM])
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of [INES, CAMILLE]) await bot.as(person).installs()
    await bot.settle()
  })

  /** Counts what one person does. */
  function counting(person: Person) {
    let [taps, messages] = [0, 0]
    return {
      says(text: string): Promise<Shown> {
        messages++
        return at.bot.as(person).says(text)
      },
      presses(card: Shown, button: Button, chosen: Record<string, string> = {}): Promise<Shown> {
        taps += 1 + Object.keys(chosen).filter(field => card.choices[field]).length
        return at.bot.as(person).presses(card, button, chosen)
      },
      done: (): Effort => ({ taps, messages }),
    }
  }

  function holds(act: Act, did: Effort, expected: Effort): void {
    lines.push({ act, before: BEFORE[act], ...did })
    assert.deepEqual(did, expected)
  }

  const VOTED = 'Votre vote est enregistré : Le calme'
  const last = (person: Person, words: string): Shown =>
    found(
      at.bot
        .as(person)
        .reads()
        .filter(({ text }) => text.includes(words))
        .at(-1),
      `«${words}»`,
    )

  it('votes by one on a channel’s card', async () => {
    const { post } = await openBallot(at.bot)
    const nadia = counting(NADIA)
    says(await nadia.presses(post, voteFor('Le calme')), VOTED)
    holds('vote, channel', nadia.done(), { taps: 1, messages: 0 })
  })

  it('votes by one on a reminder, and on what a pilot made of theirs for a channel', async () => {
    const { bot } = at
    await openBallot(bot)
    const lab = await bot.app.people.greet({ ...MAELLE, language: 'fr' })
    await bot.app.channels.bind(lab, WORKSHOPS.id, 'channel', 'mobilites')
    await bot.until('2027-05-05T07:05:00Z')
    const camille = counting(CAMILLE)
    says(await camille.presses(last(CAMILLE, 'Votre vote est possible'), voteFor('Le calme')), VOTED)
    holds('vote, reminder', camille.done(), { taps: 1, messages: 0 })
    const form = await bot.as(INES).presses(last(INES, 'Le vote ferme'), 'Publier dans mon canal')
    await bot.as(INES).presses(form, 'Publier')
    await bot.settle()
    const ahmed = counting(AHMED)
    const post = found(bot.as(AHMED).reads(WORKSHOPS).at(-1), 'the post')
    says(await ahmed.presses(post, voteFor('Le calme')), VOTED)
    holds('vote, what a pilot relays', ahmed.done(), { taps: 1, messages: 0 })
  })

  it('votes by one on a broadcast', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('envois'), 'Écrire aux agents')
    const filled = {
      text: 'Votez, une minute suffit.',
      audience: 'everybody',
      thing: `ballot:${ballotOn(post)}`,
    }
    const draft = await bot.as(MAELLE).presses(form, 'Enregistrer le brouillon', filled)
    const checked = await bot.as(MAELLE).presses(draft, 'Vérifier avant d’envoyer')
    await bot.as(MAELLE).presses(
      checked,
      found(
        checked.buttons.find(title => title.startsWith('Envoyer')),
        'send',
      ),
    )
    await bot.settle()
    const camille = counting(CAMILLE)
    says(await camille.presses(last(CAMILLE, 'Votez, une minute suffit.'), voteFor('Le calme')), VOTED)
    holds('vote, broadcast', camille.done(), { taps: 1, messages: 0 })
  })

  it('votes by a word and one in a chat', async () => {
    await openBallot(at.bot)
    const camille = counting(CAMILLE)
    says(await camille.presses(await camille.says('voter'), voteFor('Le calme')), VOTED)
    holds('vote, chat', camille.done(), { taps: 1, messages: 1 })
  })

  it('proposes an idea by one message; a sentence that names nothing is published by one tap', async () => {
    const camille = counting(CAMILLE)
    says(await camille.says('idée un composteur derrière la cuisine'), 'Votre idée est publiée')
    holds('idea, chat, « idée … »', camille.done(), { taps: 0, messages: 1 })
    const again = counting(CAMILLE)
    const offered = await again.says('il faudrait un abri pour les vélos')
    says(await again.presses(offered, 'En faire une idée'), 'Votre idée est publiée')
    holds('idea, chat, an ordinary sentence', again.done(), { taps: 1, messages: 1 })
  })

  it('commits by one message and one tap, its axis guessed', async () => {
    const camille = counting(CAMILLE)
    const offered = await camille.says('Je m’engage à éteindre les écrans le soir pour économiser l’énergie')
    says(await camille.presses(offered, 'M’y engager'), 'Votre engagement est pris')
    holds('commit, chat', camille.done(), { taps: 1, messages: 1 })
  })

  it('registers by one', async () => {
    const { bot } = at
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
    const filled = {
      title: 'Le lycée de demain',
      axis: 'usager',
      place: 'Toulouse',
      date: '2027-05-04',
      seats: '12',
      channel: WORKSHOPS.id,
    }
    await bot.as(MAELLE).presses(await bot.as(MAELLE).presses(form, 'Voir l’aperçu', filled), 'Publier')
    await bot.settle()
    const nadia = counting(NADIA)
    const post = found(bot.as(NADIA).reads(WORKSHOPS).at(-1), 'the announcement')
    says(await nadia.presses(post, 'Je participe'), 'Votre place est réservée')
    holds('register', nadia.done(), { taps: 1, messages: 0 })
  })

  it('supports by one', async () => {
    const post = await at.bot.as(CAMILLE).says('idée un abri à vélos', IDEAS)
    const karim = counting(KARIM)
    says(await karim.presses(post, 'Soutenir'), 'Vous soutenez cette idée')
    holds('support', karim.done(), { taps: 1, messages: 0 })
  })

  it('is this table', () => {
    const table = lines.map(({ act, before, taps, messages }) => ({
      act,
      before,
      now: messages > 0 ? `${messages} message + ${taps}` : `${taps}`,
    }))
    assert.equal(table.length, Object.keys(BEFORE).length)
    for (const { act, before, now } of table)
      process.stdout.write(`      ${act.padEnd(36)}${before.padEnd(16)}${now}\n`)
  })
})
