import assert from 'node:assert/strict'
import { DAY, SECOND } from '../../../src/kernel/time/clock.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { CAMILLE, INES, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'

const WHY = 'Pourquoi ce message\u202F?'
const ZONE = 'Europe/Paris'
const WORKSHOP = { title: 'Le lycée de demain', axis: 'usager', place: 'Toulouse', channel: WORKSHOPS.id }

onEachEngine('the thread, from a rule to a nudge to silence', engine => {
  const at = freshBot(engine)

  const until = (moment: string) => at.bot.until(moment)

  async function announced(date: string, more: Record<string, string> = {}): Promise<void> {
    const { bot } = at
    const menu = await bot.as(MAELLE).says('annoncer')
    const form = await bot.as(MAELLE).presses(menu, 'Un atelier')
    const filled = { ...WORKSHOP, date, seats: '12', ...more }
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', filled)
    await bot.as(MAELLE).presses(preview, 'Publier')
    await bot.settle()
  }

  /** What came to the pilot unasked since she was welcomed. */
  const nudges = (person: Person = INES): Shown[] =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => !/^(Faire Administration|Coups de pouce)/.test(text))

  async function begin(): Promise<void> {
    const { bot } = at
    await bot.seat([MAELLE, INES, NADIA, CAMILLE])
    await bot.as(MAELLE).installs(WORKSHOPS)
    await bot.as(INES).installs()
    await noSilence()
    await bot.settle()
  }

  /** Nobody says anything under any axis here, which is another story. */
  const noSilence = () => at.bot.api(INES).put('/me/messages', { topic: { topic: 'axis-silent', on: false } })

  it('asks a pilot once, in hours, a week before a workshop; and is silent once she answered', async () => {
    const { bot } = at
    await begin()
    await announced('2027-05-04')
    await until('2027-04-28T06:59:00Z')
    assert.equal(nudges().length, 0)
    await until('2027-04-28T07:05:00Z')
    const [nudge] = nudges()
    says(
      found(nudge, 'the nudge'),
      'Coup de pouce · Direction des mobilités',
      'Atelier dans 6 jours : 12 places',
    )
    await until('2027-04-29T15:00:00Z')
    assert.equal(nudges().length, 1)

    const mine = await bot.as(INES).presses(found(nudge, 'the nudge'), 'Je participe')
    says(mine, 'Votre place est réservée')
    await until('2027-05-04T06:00:00Z')
    assert.equal(nudges().length, 2)
    says(found(nudges()[1], 'her own reminder'), 'C’est demain, et votre place est réservée.')
  })

  it('says why, and comes back on the day she said, with a number of its own', async () => {
    const { bot } = at
    await begin()
    await announced('2027-05-04')
    await until('2027-04-28T07:05:00Z')
    const nudge = found(nudges()[0], 'the nudge')
    const why = await bot.as(INES).presses(nudge, WHY)
    says(why, 'Vous êtes pilote (Direction des mobilités). Un atelier a lieu le mardi 4 mai')
    says(why, 'Message 1 sur 3 au plus cette semaine.')
    const back = await bot.as(INES).presses(why, 'Revenir au message')
    says(back, 'Atelier dans 6 jours')
    const when = await bot.as(INES).presses(back, WHY)
    // On the Monday, the eve of the workshop, another rule speaks of it.
    assert.deepEqual(when.buttons.slice(0, 2), ['Le revoir demain', 'Moins souvent'])
    const noted = await bot.as(INES).presses(when, 'Le revoir demain', {}, { again: ['same id', 'new id'] })
    says(noted, 'Ce message reviendra le jeudi 29 avril, à partir de 9 h.')
    await until('2027-04-29T07:05:00Z')
    const [, second, ...others] = nudges()
    says(found(second, 'the second'), 'Atelier dans 5 jours')
    assert.equal(others.length, 0)
    says(await bot.as(INES).presses(found(second, 'the second'), WHY), 'Message 2 sur 3')
  })

  it('does not say again what was put off, once it is done elsewhere', async () => {
    const { bot } = at
    await begin()
    await announced('2027-05-04')
    await until('2027-04-28T07:05:00Z')
    const nudge = found(nudges()[0], 'the nudge')
    const when = await bot.as(INES).presses(nudge, WHY)
    await bot.as(INES).presses(when, 'Le revoir demain')
    const post = found(bot.as(INES).reads(WORKSHOPS).at(-1), 'the announcement')
    await bot.as(INES).presses(post, 'Je participe')
    await until('2027-05-04T06:00:00Z')
    assert.deepEqual(nudges().filter(({ text }) => text.includes('Atelier dans')).length, 1)
  })

  it('keeps to the week’s number, and goes on the next week with what still matters', async () => {
    await begin()
    for (const day of ['11', '12', '13', '14', '15', '16', '18'])
      await announced(`2027-05-${day}`, { title: `Atelier du ${day} mai` })
    const told = () => nudges().map(({ text }) => /Atelier du (\d+) mai/.exec(text)?.[1])
    await until('2027-05-09T20:00:00Z')
    assert.deepEqual(told(), ['11', '12'])
    await until('2027-05-16T20:00:00Z')
    // Monday's message is of one more a week ahead and of the one on the next day.
    assert.deepEqual(told(), ['11', '12', '13', '14', '12'])
    // Whit Monday: by the first moment of that week, the last one is on the same day.
    await until('2027-05-18T20:00:00Z')
    assert.deepEqual(told(), ['11', '12', '13', '14', '12', '18'])
  })

  it('stops a topic and takes it up again, from the message and from « coups de pouce »', async () => {
    const { bot } = at
    await begin()
    await announced('2027-05-04')
    await until('2027-04-28T07:05:00Z')
    const why = await bot.as(INES).presses(found(nudges()[0], 'the nudge'), WHY)
    const two = await bot.as(INES).presses(why, 'Moins souvent', {}, { again: ['new id'] })
    says(two, '2 messages par semaine au plus')
    const three = await bot.as(INES).presses(two, 'Annuler', {}, { again: ['new id'] })
    says(three, '3 messages par semaine au plus')
    const lower = await bot.as(INES).presses(three, 'Moins souvent')
    const back = await bot.as(INES).presses(lower, 'Revenir au message')
    const once = await bot.as(INES).presses(back, WHY)
    const fewer = await bot.as(INES).presses(once, 'Moins souvent', {}, { again: ['new id'] })
    says(fewer, 'Un message par semaine au plus', 'Un message par semaine est le minimum.')
    const stopped = await bot.as(INES).presses(fewer, 'Arrêter ce sujet')
    says(stopped, 'Sujet arrêté : Atelier dans les sept jours.')
    await announced('2027-05-12')
    await until('2027-05-10T15:00:00Z')
    assert.equal(nudges().filter(({ text }) => text.includes('Atelier dans')).length, 1)

    const choices = await bot.as(INES).says('Coups de pouce')
    says(choices, 'Atelier dans les sept jours', 'Entre 9 h et 17 h 30 les jours travaillés')
    const received = String(choices.inputs.topics)
    assert.doesNotMatch(received, /workshop-soon/)
    assert.equal(choices.inputs.perWeek, '1')
    const topics = `${received},workshop-soon`
    const taken = await bot.as(INES).presses(choices, 'Enregistrer', { topics, daysOff: 'wednesday' })
    says(taken, 'C’est enregistré.')
    assert.equal(taken.inputs.daysOff, 'wednesday')
    assert.deepEqual(String(taken.inputs.topics).split(',').toSorted(), topics.split(',').toSorted())
    const paused = await bot.as(INES).presses(taken, 'Mettre en pause')
    says(paused, 'En pause jusqu’au lundi 17 mai inclus.')
    says(await bot.as(INES).presses(paused, 'Reprendre maintenant'), 'C’est enregistré.')
  })

  it('waits for a pilot who has no chat with the bot, and counts her', async () => {
    const { bot } = at
    await bot.seat([MAELLE, INES])
    await bot.as(MAELLE).installs(WORKSHOPS)
    await announced('2027-05-04')
    await until('2027-04-28T08:00:00Z')
    assert.equal(nudges().length, 0)
    await bot.as(INES).installs()
    await noSilence()
    await bot.settle()
    assert.equal(nudges().length, 1)
  })

  it('brings the oldest idea that waits, answered where it stands', async () => {
    const { bot } = at
    await begin()
    for (const text of ['Un vélo par site', 'Un bus à midi']) {
      await bot.as(NADIA).says(`idée ${text}`, IDEAS)
      bot.clock.advance(SECOND)
    }
    await bot.settle()
    await until('2027-05-03T07:05:00Z')
    const nudge = found(nudges()[0], 'the nudge')
    says(nudge, 'Des idées attendent une réponse depuis plus de 10 jours', 'Un vélo par site')
    saysNothingOf(nudge, 'Un bus à midi', 'Nadia')

    const answered = await bot
      .as(INES)
      .presses(nudge, 'Répondre', { text: 'Oui, dès le 17 mai.' }, { again: ['new id'] })
    says(answered, 'Votre réponse est enregistrée.', 'Un vélo par site', 'Oui, dès le 17 mai.')
    const next = await bot.as(INES).presses(answered, 'Idée suivante')
    says(next, 'Une idée attend une réponse depuis plus de 10 jours', 'Un bus à midi')
    assert.equal(dateIn(bot.clock.now(), ZONE), '2027-05-03')
    await bot.as(INES).presses(next, 'Répondre', { text: 'Le lundi, à l’essai.' })
    await bot.later(20 * DAY)
    assert.equal(nudges().filter(({ text }) => text.includes('attend')).length, 0)
    assert.equal(nudges().length, 1)
  })
})
