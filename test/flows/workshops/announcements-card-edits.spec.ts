import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { onEachEngine, sqlite } from '../../support/database/engines.ts'
import { type Bot, freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { forge } from '../security/forge.ts'

const FILLED = {
  title: 'Le lycée de demain',
  axis: 'usager',
  date: '2027-05-20',
  place: 'Salle Garonne, Toulouse',
  seats: '2',
  channel: WORKSHOPS.id,
}
const PEOPLE = [CAMILLE, KARIM, NADIA, OWEN, AHMED]

async function arrive(bot: Bot): Promise<void> {
  await bot.as(MAELLE).installs(GENERAL)
  for (const person of [MAELLE, ...PEOPLE]) await bot.as(person).installs()
  await bot.seat([MAELLE, ...PEOPLE])
  await bot.settle()
}

async function announce(bot: Bot, change: object = {}): Promise<Shown> {
  const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
  const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', { ...FILLED, ...change })
  await bot.as(MAELLE).presses(preview, 'Publier')
  await bot.settle()
  return found(bot.as(MAELLE).reads(WORKSHOPS).at(-1), 'the announcement')
}

/** Gives a seat up: on the card on which one took it, or on one's answer where an edit took that away. */
async function leaves(bot: Bot, person: Person, post: Shown): Promise<Shown> {
  const seen = bot.as(person).sees(post)
  const kept = seen.buttons.includes('Me désister')
  return bot.as(person).presses(kept ? seen : await bot.as(person).presses(post, 'Ma réponse'), 'Me désister')
}

/** Both seats are taken: the card says so once the last answer stood for two minutes. */
async function fills(bot: Bot, post: Shown): Promise<void> {
  for (const person of [CAMILLE, KARIM]) await bot.as(person).presses(post, 'Je participe')
  await bot.later(2 * MINUTE - 1)
  assert.equal(bot.as(MAELLE).sees(post).edits, 0)
  await bot.later(1)
  assert.equal(bot.as(MAELLE).sees(post).edits, 1)
}

onEachEngine('the card of a workshop in its channel', engine => {
  const at = freshBot(engine)
  const sees = (post: Shown) => at.bot.as(MAELLE).sees(post)

  it('keeps the answer of who pressed while others answer: no edit leaves', async () => {
    const { bot } = at
    await arrive(bot)
    const post = await announce(bot, { seats: '4' })
    const mine = await bot.as(CAMILLE).presses(post, 'Je participe')
    says(mine, 'Votre place est réservée', '1 personne participe déjà, sur 4 places', '3 places libres')
    for (const person of [KARIM, NADIA]) {
      await bot.as(person).presses(post, 'Je participe')
      await bot.later(MINUTE)
    }
    await bot.as(AHMED).presses(post, 'Je ne peux pas')
    await bot.later(HOUR)
    await leaves(bot, NADIA, post)
    await bot.later(HOUR)
    assert.equal(bot.as(CAMILLE).sees(post).text, mine.text)
    assert.equal(sees(post).edits, 0)
    says(sees(post), 'Places libres', '4 places', 'Sur votre temps de travail.')
    saysNothingOf(sees(post), 'participe déjà', 'places libres')
    says(await bot.as(MAELLE).presses(post, 'Ma réponse'), '2 personnes de 2 Directions participent déjà')
  })

  it('says that it is full two minutes after its last seat, and then nothing more for ten', async () => {
    const { bot } = at
    await arrive(bot)
    const post = await announce(bot)
    await fills(bot, post)
    says(sees(post), 'Complet', '2 places')
    assert.deepEqual(sees(post).buttons.slice(0, 2), ['Ma réponse', 'Me mettre en liste d’attente'])
    await bot.later(MINUTE)
    await leaves(bot, KARIM, post)
    await bot.later(MINUTE)
    await bot.as(NADIA).presses(await bot.as(NADIA).says('ateliers'), 'Je participe')
    await bot.later(MINUTE)
    await leaves(bot, NADIA, post)
    await bot.later(5 * MINUTE)
    assert.equal(sees(post).edits, 1)
    await bot.later(3 * MINUTE)
    assert.equal(sees(post).edits, 2)
    says(sees(post), 'Places libres')
    await bot.later(DAY)
    assert.equal(sees(post).edits, 2)
  })

  it('keeps the answer of who took the last seat for two minutes, also where it was freed meanwhile', async () => {
    const { bot } = at
    await arrive(bot)
    const post = await announce(bot)
    await bot.as(CAMILLE).presses(post, 'Je participe')
    await bot.as(KARIM).presses(post, 'Je participe')
    await bot.later(MINUTE)
    await leaves(bot, KARIM, post)
    await bot.later(MINUTE / 2)
    const last = await bot.as(NADIA).presses(post, 'Je participe')
    says(last, 'Votre place est réservée')
    await bot.later(2 * MINUTE - 1)
    assert.equal(bot.as(NADIA).sees(post).text, last.text)
    assert.equal(sees(post).edits, 0)
    await bot.later(1)
    assert.equal(sees(post).edits, 1)
    says(sees(post), 'Complet')
  })

  it('is left alone where it is free again before those two minutes are over', async () => {
    const { bot } = at
    await arrive(bot)
    const post = await announce(bot)
    for (const person of [CAMILLE, KARIM]) await bot.as(person).presses(post, 'Je participe')
    await bot.later(MINUTE)
    await leaves(bot, KARIM, post)
    await bot.later(DAY)
    assert.equal(sees(post).edits, 0)
  })

  it('is left alone where it is freed and full again before the ten minutes are over', async () => {
    const { bot } = at
    await arrive(bot)
    const post = await announce(bot)
    await fills(bot, post)
    await leaves(bot, KARIM, post)
    await bot.later(2 * MINUTE)
    await bot.as(OWEN).presses(await bot.as(OWEN).says('workshops'), 'I’m coming')
    await bot.later(DAY)
    assert.equal(sees(post).edits, 1)
    says(sees(post), 'Complet')
  })

  it('is edited before working hours on its last day, at its start and once it is over, with its totals', async () => {
    const { bot } = at
    await arrive(bot)
    const post = await announce(bot, { seats: '4' })
    await bot.as(CAMILLE).presses(post, 'Je participe')
    await bot.settle()
    const to = (moment: string) => bot.later(Date.parse(moment) - bot.clock.now())
    await to('2027-05-20T02:59:00Z')
    assert.equal(sees(post).edits, 0)
    await to('2027-05-20T03:00:00Z')
    assert.equal(sees(post).edits, 1)
    says(sees(post), 'C’est aujourd’hui : réponses jusqu’à 9 h 30')
    await to('2027-05-20T07:30:00Z')
    says(sees(post), 'En cours')
    saysNothingOf(sees(post), '1 personne')
    await to('2027-05-20T10:30:00Z')
    says(sees(post), 'Terminé', '1 personne inscrite')
    assert.equal(sees(post).edits, 3)
  })
})

describe('the card of a workshop, whatever comes and goes', function () {
  this.timeout(120_000)
  const at = freshBot(sqlite)
  const act = fc.record({
    who: fc.constantFrom(CAMILLE, KARIM, NADIA, AHMED),
    comes: fc.boolean(),
    minutes: fc.integer({ min: 0, max: 7 }),
  })

  it('is edited for its seats at most every ten minutes, never in vain, and says what is true in the end', async () => {
    const { bot } = at
    await arrive(bot)
    const titles = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L']
    const runs = titles.values()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async acts => {
        const post = await announce(bot, { title: `Essai ${runs.next().value}` })
        const workshop = found(/"workshop":"(\w+)"/.exec(JSON.stringify(post.card))?.[1], 'its id')
        const seated = new Set<Person>()
        let filledAt = Number.NEGATIVE_INFINITY
        const edits: { readonly at: number; readonly full: boolean }[] = []
        const look = () => {
          const shown = bot.as(MAELLE).sees(post)
          if (shown.edits > edits.length)
            edits.push({ at: bot.clock.now(), full: shown.text.includes('Complet') })
          if (edits.at(-1)?.full && edits.at(-1)?.at === bot.clock.now())
            assert.ok(bot.clock.now() - filledAt >= 2 * MINUTE, 'the answer of the last seat was taken')
          assert.equal(shown.edits, edits.length)
        }
        for (const { who, comes, minutes } of acts) {
          await forge(bot, who, 'workshops.answer', { workshop, answer: comes ? 'yes' : 'no' })
          if (!comes) seated.delete(who)
          else if (seated.size < 2 && !seated.has(who)) {
            seated.add(who)
            filledAt = bot.clock.now()
          }
          for (let minute = 0; minute <= minutes; minute += 1) {
            await bot.later(minute === 0 ? 0 : MINUTE)
            look()
          }
        }
        for (let minute = 0; minute < 12; minute += 1) {
          await bot.later(MINUTE)
          look()
        }
        edits.reduce(
          (before, edit) => {
            assert.ok(edit.at - before.at >= 10 * MINUTE, 'edited twice within ten minutes')
            assert.notEqual(edit.full, before.full)
            return edit
          },
          { at: Number.NEGATIVE_INFINITY, full: false },
        )
        assert.equal(edits.at(-1)?.full ?? false, seated.size === 2)
      }),
      { numRuns: titles.length, endOnFailure: true },
    )
  })
})
