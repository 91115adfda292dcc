import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import { type Engine, sqlite } from '../../support/database/engines.ts'
import { type Bot, freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { methodWith } from '../../support/programme/nudge-rules.ts'
import { AHMED, CAMILLE, INES, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import type { Button } from '../../support/teams/card-press.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { openBallot, TYPED } from '../ballots/steps.ts'
import { forge } from '../security/forge.ts'

const ROWS = ['Les vélos', 'Le calme', 'Le café'].map(title => voteFor(title).title)
const WHY = 'Pourquoi ce message\u202F?'
const DAILY = 'at: "0 7 * * *"'
const WORKSHOP = { title: 'Le lycée de demain', axis: 'usager', place: 'Toulouse', channel: WORKSHOPS.id }
const COMMITMENT = {
  axis: 'usager',
  text: 'répondre sous deux jours',
  horizon: '2027-04-30',
  visibility: 'me',
}

/** In the tab, where any day can be chosen: a card offers none so near. */
const commit = (bot: Bot, person: Person, visibility = COMMITMENT.visibility) =>
  bot.api(person).post('/commitments', { ...COMMITMENT, visibility, nonce: randomIds.nonce() })

const workshopOf = ({ card }: Shown): string => /"workshop":"(\w+)"/.exec(JSON.stringify(card))?.[1] ?? ''

/** A bot with these rules alone, and what its people do. */
function stageWith(engine: Engine, ...rules: readonly string[]) {
  const at = freshBot(engine, { programmeFile: methodWith(rules.map(rule => `{ ${rule} }`)) })

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([MAELLE, INES, NADIA, CAMILLE, AHMED])
    await bot.as(MAELLE).installs(GENERAL)
    for (const person of [INES, CAMILLE, NADIA]) await bot.as(person).installs()
    await bot.settle()
  })

  /** Messages whose text says so. */
  const told = (person: Person, words: string): Shown[] =>
    at.bot
      .as(person)
      .reads()
      .filter(({ text }) => text.includes(words))

  return {
    at,
    told,
    one: (person: Person, words: string): Shown => found(told(person, words)[0], `«${words}»`),
    press: (person: Person, card: Shown, button: Button, filled: Record<string, string> = {}) =>
      at.bot.as(person).presses(card, button, filled, { again: ['new id'] }),
    /** What the button leads to, and back on the message. */
    /** How many messages were ever meant for somebody, sent or not. */
    async noted({ tenant, objectId, name }: Person): Promise<number> {
      const { id } = await at.bot.app.people.greet({ tenant, objectId, name, language: 'fr' })
      const rows = await at.bot.app.database.read(tx =>
        open(tx).selectFrom('message').select('id').where('person_id', '=', id).execute(),
      )
      return rows.length
    },
    count: (person: Person): number => at.bot.as(person).reads().length,
    peeks: async (person: Person, card: Shown, button: Button, ...words: string[]): Promise<void> => {
      const { bot } = at
      const seen = await bot.as(person).presses(card, button)
      says(seen, ...words)
      await bot.as(person).presses(seen, 'Revenir au message')
    },
    until: (moment: string) => at.bot.until(moment),
    async announced(date: string, more: Record<string, string> = {}): Promise<Shown> {
      const { bot } = at
      const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
      const filled = { ...WORKSHOP, date, seats: '12', ...more }
      const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', filled)
      await bot.as(MAELLE).presses(preview, 'Publier')
      await bot.settle()
      return found(bot.as(MAELLE).reads(WORKSHOPS).at(-1), 'the announcement')
    },
    /** Gives the pilot's Direction a channel of its own. */
    async bound(): Promise<void> {
      const { tenant, objectId, name } = MAELLE
      const lab = await at.bot.app.people.greet({ tenant, objectId, name, language: 'fr' })
      await at.bot.app.channels.bind(lab, WORKSHOPS.id, 'channel', 'mobilites')
    },
    /** What is known of messages that led to something. */
    acted: () =>
      at.bot.app.database.read(tx =>
        open(tx).selectFrom('message').select('topic').where('acted_at', 'is not', null).execute(),
      ),
    /** Of whom it is known that they pressed something on a message. */
    answered: () =>
      at.bot.app.database.read(tx =>
        open(tx).selectFrom('message').select('topic').where('answered_at', 'is not', null).execute(),
      ),
  }
}

// On one engine: what they read and write runs on both in test/stores, and the way from a rule to silence in thread-nudge.
describe('the rules of nudges', () => {
  const engine = sqlite
  describe('the rule my-workshop-tomorrow', () => {
    const { at, told, one, press, peeks, count, until, announced, acted } = stageWith(
      engine,
      `id: demain, kind: my-workshop-tomorrow, ${DAILY}`,
    )

    it('reminds whoever has a seat on the day before, and nobody else; the seat can be given back there', async () => {
      const post = await announced('2027-04-28')
      await press(CAMILLE, post, 'Je participe')
      await press(NADIA, post, 'Je ne peux pas')
      await until('2027-04-27T06:59:00Z')
      assert.equal(told(CAMILLE, 'C’est demain').length, 0)
      await until('2027-04-27T07:05:00Z')
      const nudge = one(CAMILLE, 'C’est demain, et votre place est réservée.')
      says(nudge, 'Le lycée de demain', 'Toulouse', 'Mercredi 28 avril 2027, de')
      assert.deepEqual(nudge.buttons, ['Ajouter à mon agenda', 'Me désister', WHY])
      assert.equal(told(NADIA, 'C’est demain').length, 0)

      await peeks(CAMILLE, nudge, WHY, 'Vous avez pris une place à cet atelier, le mercredi 28 avril.')
      says(await press(CAMILLE, nudge, 'Me désister'), 'Vous n’y participez pas')
      await until('2027-04-28T05:00:00Z')
      // It asked for nothing: to come is as good as to withdraw.
      assert.deepEqual(await acted(), [])
    })

    it('reminds of each of two seats of one day, and again week after week to whoever simply comes', async function () {
      this.timeout(60_000)
      for (const date of ['2027-04-28', '2027-05-12', '2027-05-19', '2027-05-26', '2027-06-02', '2027-06-09'])
        await press(CAMILLE, await announced(date), 'Je participe')
      await press(CAMILLE, await announced('2027-04-28', { title: 'La carte scolaire' }), 'Je participe')
      await until('2027-04-27T07:05:00Z')
      assert.equal(told(CAMILLE, 'C’est demain').length, 2)
      await until('2027-06-08T07:05:00Z')
      assert.equal(told(CAMILLE, 'et votre place est réservée').length, 7)
    })

    it('reminds on the last working day before a Monday, a weekend or a holiday, and names the day', async function () {
      this.timeout(60_000)
      // Ascension Day is on the 6th: the 7th is its eve's as well. In the morning, the 10th would be too late.
      const days = { '2027-05-07': '2027-05-05', '2027-05-08': '2027-05-07', '2027-05-10': '2027-05-07' }
      for (const date of Object.keys(days))
        await press(CAMILLE, await announced(date, { title: `Le ${date}`, start: '09:00' }), 'Je participe')
      const reminded = () => told(CAMILLE, 'et votre place est réservée').length
      await until('2027-05-05T06:59:00Z')
      assert.equal(reminded(), 0)
      await until('2027-05-05T07:05:00Z')
      says(one(CAMILLE, 'C’est le vendredi 7 mai, et votre place est réservée.'), 'Le 2027-05-07')
      assert.equal(reminded(), 1)
      await until('2027-05-07T07:05:00Z')
      says(one(CAMILLE, 'C’est demain, et votre place est réservée.'), 'Le 2027-05-08')
      says(one(CAMILLE, 'C’est le lundi 10 mai, et votre place est réservée.'), 'Le 2027-05-10')
      await until('2027-05-11T07:05:00Z')
      assert.equal(reminded(), 3)
    })

    it('says nothing to whoever gave the seat back between the look and the hour', async () => {
      const post = await announced('2027-04-28')
      await press(CAMILLE, post, 'Je participe')
      await until('2027-04-27T06:00:00Z')
      await press(CAMILLE, post, 'Me désister')
      const before = count(CAMILLE)
      await until('2027-04-27T09:00:00Z')
      assert.equal(count(CAMILLE), before)
    })

    it('tells hundreds once each, a page at a time, whatever is run again', async () => {
      const post = await announced('2027-04-28', { seats: '200' })
      const workshop = workshopOf(post)
      const { people, database } = at.bot.app
      const ids: string[] = []
      for (let n = 0; n < 120; n++) {
        const who = { tenant: CAMILLE.tenant, objectId: `agent-${n}`, name: `Agent ${n}` }
        ids.push((await people.greet({ ...who, language: 'fr', chat: `a:chat-${n}` })).id)
      }
      await database.transact(async tx => {
        const answers = ids.map(id => ({
          workshop_id: workshop,
          person_id: id,
          direction: null,
          answer: 'yes' as const,
          answered_at: 1,
        }))
        await open(tx).insertInto('registration').values(answers).execute()
      })
      await until('2027-04-27T06:00:00Z')
      await database.transact(tx => at.bot.app.database.note(tx, { kind: 'nudges.rule.demain', payload: {} }))
      await at.bot.settle()
      const rows = await database.read(tx => open(tx).selectFrom('message').select('person_id').execute())
      assert.equal(rows.length, 120)
      assert.equal(new Set(rows.map(row => row.person_id)).size, 120)
    })
  })

  describe('the rule my-ballot-closing', () => {
    const { at, told, one, press, peeks, count, noted, until, acted, answered } = stageWith(
      engine,
      `id: vote, kind: my-ballot-closing, ${DAILY}, days: 2`,
    )

    it('asks whoever has not voted, and takes the vote where it stands', async () => {
      const { post } = await openBallot(at.bot)
      await press(NADIA, post, voteFor('Le calme'))
      await until('2027-05-05T07:05:00Z')
      assert.equal(await noted(NADIA), 0)
      const nudge = one(CAMILLE, 'Votre vote est possible jusqu’au jeudi 6 mai, 18 h')
      assert.deepEqual(nudge.buttons, [...ROWS, WHY])
      await peeks(CAMILLE, nudge, WHY, 'Ce vote s’adresse à vous, il ferme le jeudi 6 mai')
      says(await press(MAELLE, one(MAELLE, 'Votre vote est possible'), WHY), 'Ce vote s’adresse à vous')
      const voted = await press(CAMILLE, nudge, voteFor('Le café'))
      says(voted, 'Votre vote est enregistré')
      const before = count(CAMILLE)
      await until('2027-05-06T08:00:00Z')
      assert.deepEqual(await acted(), [{ topic: 'my-ballot-closing' }])
      assert.equal(count(CAMILLE), before)
    })

    it('is answered by whatever is pressed on it, an act of votes too', async () => {
      await openBallot(at.bot)
      await until('2027-05-05T07:05:00Z')
      await press(CAMILLE, one(CAMILLE, 'Votre vote est possible'), 'Voter\u00A0: Le calme')
      assert.deepEqual(await answered(), [{ topic: 'my-ballot-closing' }])
    })

    it('asks on the Friday where it closes on a Sunday evening or a Monday', async function () {
      this.timeout(60_000)
      await openBallot(at.bot, { ...TYPED, date: '2027-05-09' })
      await until('2027-05-07T06:59:00Z')
      assert.equal(told(CAMILLE, 'Votre vote est possible').length, 0)
      await until('2027-05-07T07:05:00Z')
      one(CAMILLE, 'Votre vote est possible jusqu’au dimanche 9 mai, 18 h')
    })

    it('asks nobody who voted between the look and the hour', async () => {
      const { post } = await openBallot(at.bot)
      await until('2027-05-05T06:00:00Z')
      await press(CAMILLE, post, voteFor('Le calme'))
      await until('2027-05-05T09:00:00Z')
      assert.equal(told(CAMILLE, 'Votre vote est possible').length, 0)
    })
  })

  describe('the rules ballot-closing and my-ballot-closing', () => {
    const { at, told, noted, until } = stageWith(
      engine,
      `id: vote, kind: my-ballot-closing, ${DAILY}, days: 2`,
      `id: ferme, kind: ballot-closing, ${DAILY}, days: 2`,
    )

    it('tell a pilot once of a ballot, and everybody else', async () => {
      await openBallot(at.bot)
      await until('2027-05-05T07:05:00Z')
      assert.equal(await noted(INES), 1)
      assert.equal(told(CAMILLE, 'Votre vote est possible').length, 1)
    })
  })

  describe('the rule my-horizon', () => {
    const { at, told, one, press, peeks, count, until, acted } = stageWith(
      engine,
      `id: echeance, kind: my-horizon, ${DAILY}, days: 3`,
    )
    const ASKED = 'Votre engagement arrive à échéance le vendredi 30 avril. Où en est-il'

    async function asked(): Promise<Shown> {
      await commit(at.bot, CAMILLE)
      await until('2027-04-27T07:05:00Z')
      return one(CAMILLE, ASKED)
    }
    const mine = async () => {
      const { items } = await at.bot.api(CAMILLE).get<{ items: readonly CommitmentView[] }>('/commitments')
      return items[0]
    }

    it('asks where it stands, which is said in one tap', async () => {
      const nudge = await asked()
      says(nudge, 'répondre sous deux jours', 'Renforcer notre culture « usager »')
      assert.deepEqual(nudge.buttons, ['C’est tenu', 'Faire le point', 'Changer l’échéance', WHY])
      await peeks(CAMILLE, nudge, WHY, 'Vous avez choisi cette échéance')
      says(await press(CAMILLE, nudge, 'C’est tenu'), 'Tenu')
      assert.equal((await mine())?.state, 'kept')
      const before = count(CAMILLE)
      await until('2027-04-30T15:00:00Z')
      assert.equal(count(CAMILLE), before)
      assert.deepEqual(await acted(), [{ topic: 'my-horizon' }])
    })

    it('takes a note', async () => {
      const form = await press(CAMILLE, await asked(), 'Faire le point')
      const noted = await press(CAMILLE, form, 'Enregistrer', { text: 'Trois réponses sur quatre' })
      says(noted, 'Trois réponses')
      await until('2027-04-28T06:00:00Z')
      assert.deepEqual(await acted(), [{ topic: 'my-horizon' }])
    })

    it('takes another day, for which it asks again', async () => {
      const moved = await press(CAMILLE, await asked(), 'Changer l’échéance', { horizon: '2027-05-31' })
      says(moved, 'La nouvelle échéance est enregistrée.', 'fin mai 2027')
      assert.equal((await mine())?.horizon, '2027-05-31')
      await at.bot.later(30 * DAY)
      await until('2027-05-28T08:00:00Z')
      assert.equal(told(CAMILLE, 'arrive à échéance le lundi 31 mai').length, 1)
    })

    it('is one’s own, has a day, and none that has passed or after its end', async () => {
      const nudge = await asked()
      const commitment = (await mine())?.id ?? ''
      const move = (person: Person, horizon: string) =>
        forge(at.bot, person, 'commitments.move', { commitment, horizon })
      assert.match(await move(NADIA, '2027-05-31'), /Seule la personne concernée/)
      assert.match(await move(CAMILLE, ''), /Il manque l’échéance/)
      assert.match(await move(CAMILLE, '2027-04-01'), /Cette date est passée/)
      await press(CAMILLE, nudge, 'C’est tenu')
      assert.match(await move(CAMILLE, '2027-05-31'), /déjà terminé/)
      assert.equal((await mine())?.horizon, '2027-04-30')
    })
  })

  describe('the rule ballot-closing', () => {
    const { at, one, press, peeks, until, bound, acted } = stageWith(
      engine,
      `id: cloture, kind: ballot-closing, ${DAILY}, days: 2`,
    )

    it('tells a pilot of the end, and of no turn-out that only begins, takes her vote, and puts her own words in her channel', async () => {
      const { post } = await openBallot(at.bot)
      await press(NADIA, post, voteFor('Le calme'))
      await until('2027-05-05T07:05:00Z')
      const nudge = one(INES, 'Le vote ferme le jeudi 6 mai à 18 h')
      saysNothingOf(nudge, 'Participation', 'en moyenne')
      assert.deepEqual(nudge.buttons, [...ROWS, 'Publier dans mon canal', WHY])
      await peeks(INES, nudge, WHY, 'Vous êtes pilote (Direction des mobilités) et un vote ferme')
      const refused = await press(INES, nudge, 'Publier dans mon canal')
      says(refused, 'L’encadrement de cette Direction et le Lab’ peuvent en rattacher un', 'Le vote ferme')

      await bound()
      const before = at.bot.as(NADIA).reads(WORKSHOPS).length
      const form = await press(INES, nudge, 'Publier dans mon canal')
      assert.match(form.inputs.text ?? '', /^Le vote ferme.*Une minute suffit/)
      says(form, 'Par quoi commencer ?')
      const message = /"message":"(\w+)"/.exec(JSON.stringify(form.card))?.[1]
      const long = { message, round: 1, item: '', text: 'x'.repeat(501) }
      assert.match(await forge(at.bot, INES, 'nudges.post', long), /501 caractères pour 500/)
      assert.match(await forge(at.bot, NADIA, 'nudges.post', { ...long, text: 'Moi' }), /Seule la personne/)
      const text = 'Deux minutes, et *votre* avis compte.'
      says(await press(INES, form, 'Publier', { text }), 'C’est parti', 'Ateliers')
      await at.bot.settle()
      const posts = at.bot.as(NADIA).reads(WORKSHOPS)
      assert.equal(posts.length, before + 1)
      const relayed = found(posts.at(-1), 'the post')
      says(relayed, 'Relayé par Inès Roques (Direction des mobilités)', 'votre')
      assert.deepEqual(relayed.buttons, [...ROWS, 'Mon vote'])
      says(await press(CAMILLE, relayed, 'Mon vote'), 'Vous n’avez pas encore voté')
      says(await press(CAMILLE, relayed, voteFor('Le café')), 'Votre vote est enregistré : Le café')
      assert.deepEqual(await acted(), [{ topic: 'ballot-closing' }])
      const audit = await at.bot.app.database.read(tx =>
        open(tx)
          .selectFrom('audit')
          .select('act')
          .where('act', '=', 'nudges.post')
          .where('refused', 'is', null)
          .execute(),
      )
      assert.equal(audit.length, 1)
      await until('2027-05-06T17:00:00Z')
      const late = { ...long, text: 'Votez' }
      assert.match(await forge(at.bot, INES, 'nudges.post', late), /Le vote est clos/)
    })

    it('takes her vote, and shows the totals', async () => {
      await openBallot(at.bot)
      await until('2027-05-05T07:05:00Z')
      const nudge = one(INES, 'Le vote ferme le jeudi 6 mai à 18 h')
      const voted = await press(INES, nudge, voteFor('Le café'))
      says(voted, 'Votre vote est enregistré')
    })
  })

  describe('the rule axis-silent', () => {
    const { at, one, press, peeks, count, until, bound } = stageWith(
      engine,
      `id: silence, kind: axis-silent, ${DAILY}, patience: 21, every: 14`,
    )

    it('names the first axis of which nobody of the Direction spoke, with a question to post', async () => {
      await bound()
      await until('2027-04-23T07:05:00Z')
      const nudge = one(INES, 'Aucune idée encore sur « Accompagner les transitions »')
      assert.deepEqual(nudge.buttons, ['Publier dans mon canal', 'Proposer une idée', WHY])
      await peeks(INES, nudge, WHY, 'un axe n’y avait reçu aucune idée')
      const form = await press(INES, nudge, 'Publier dans mon canal')
      assert.match(form.inputs.text ?? '', /Accompagner les transitions.*que changeriez-vous/)
      await press(INES, form, 'Publier')
      await at.bot.settle()
      const relayed = found(at.bot.as(NADIA).reads(WORKSHOPS).at(-1), 'the post')
      says(relayed, 'Relayé par Inès Roques', 'que changeriez-vous chez nous')
      says(await press(NADIA, relayed, 'Proposer une idée'), 'Quelle est votre idée')
    })

    it('goes on to the next axis once somebody spoke, two weeks later', async () => {
      await at.bot
        .api(NADIA)
        .post('/ideas', { nonce: randomIds.nonce(), text: 'Un banc', axis: 'transitions' })
      await until('2027-04-23T07:05:00Z')
      const nudge = one(INES, 'Aucune idée encore sur « Aller vers les territoires »')
      says(await press(INES, nudge, 'Proposer une idée'), 'Quelle est votre idée')
      const before = count(INES)
      await until('2027-05-05T20:00:00Z')
      assert.equal(count(INES), before)
    })
  })

  describe('the rule horizons', () => {
    const { at, one, press, peeks, until } = stageWith(
      engine,
      `id: partage, kind: horizons, ${DAILY}, days: 7, every: 28`,
    )

    it('counts what the Direction shares, and names nobody', async () => {
      await commit(at.bot, NADIA, 'everyone')
      await until('2027-04-23T07:05:00Z')
      const nudge = one(INES, 'Un engagement partagé arrive à échéance')
      says(nudge, 'D’ici au vendredi 30 avril.')
      saysNothingOf(nudge, 'Nadia', 'répondre')
      assert.deepEqual(nudge.buttons, ['Ceux des collègues', 'M’engager', WHY])
      await peeks(INES, nudge, WHY, 'Seuls les engagements partagés sont comptés.')
      says(await press(INES, nudge, 'Ceux des collègues'), 'répondre sous deux jours')
    })

    it('is silent about what people keep to themselves', async () => {
      await commit(at.bot, NADIA)
      await until('2027-04-23T07:05:00Z')
      assert.throws(() => one(INES, 'à échéance'))
    })
  })

  describe('the rule workshop-tomorrow', () => {
    const { one, press, peeks, until, announced, bound, at } = stageWith(
      engine,
      `id: veille, kind: workshop-tomorrow, ${DAILY}`,
    )

    it('tells a pilot of seats that are left on the last day, to take one or pass it on', async () => {
      await bound()
      await announced('2027-04-28')
      await until('2027-04-27T07:05:00Z')
      const nudge = one(INES, 'Atelier demain : 12 places libres.')
      assert.deepEqual(nudge.buttons, ['Je participe', 'Je ne peux pas', 'Publier dans mon canal', WHY])
      await peeks(
        INES,
        nudge,
        WHY,
        'Un atelier a lieu le mercredi 28 avril : il y restait des places, et vous n’y aviez pas répondu',
      )
      await peeks(INES, nudge, 'Publier dans mon canal', 'Votre message paraîtra ici')
      const form = await press(INES, nudge, 'Publier dans mon canal')
      await press(INES, form, 'Publier', { text: 'Il reste douze places.' })
      await at.bot.settle()
      const relayed = found(at.bot.as(NADIA).reads(WORKSHOPS).at(-1), 'the post')
      says(relayed, 'Relayé par Inès Roques', 'Il reste douze places', 'Toulouse')
      says(await press(NADIA, relayed, 'Je participe'), 'Votre place est réservée')
    })

    it('tells on a Friday of those up to the Monday', async () => {
      await announced('2027-05-03')
      await until('2027-04-30T07:05:00Z')
      one(INES, 'Atelier dans 3 jours : 12 places libres.')
    })

    it('passes on no workshop that is full or has begun', async () => {
      await bound()
      const post = await announced('2027-04-28', { seats: '1' })
      await until('2027-04-27T07:05:00Z')
      const nudge = one(INES, 'Atelier demain')
      const form = await press(INES, nudge, 'Publier dans mon canal')
      const before = at.bot.as(NADIA).reads(WORKSHOPS).length
      await press(NADIA, post, 'Je participe')
      says(await press(INES, form, 'Publier', { text: 'Venez' }), 'L’atelier est complet')
      await at.bot.api(NADIA).put(`/workshops/${workshopOf(post)}/answer`, { answer: 'no' })
      await until('2027-04-28T20:00:00Z')
      const message = /"message":"(\w+)"/.exec(JSON.stringify(form.card))?.[1]
      const late = { message, round: 1, item: '', text: 'Venez' }
      for (const verb of ['nudges.post-form', 'nudges.post'])
        assert.match(await forge(at.bot, INES, verb, late), /L’atelier a commencé/)
      await at.bot.settle()
      assert.equal(at.bot.as(NADIA).reads(WORKSHOPS).length, before)
    })
  })

  describe('the rules workshop-week and workshop-tomorrow', () => {
    const { at, told, until, announced } = stageWith(
      engine,
      `id: semaine, kind: workshop-week, ${DAILY}, days: 7, every: 1`,
      `id: veille, kind: workshop-tomorrow, ${DAILY}`,
    )

    it('do not tell of one workshop on the same morning', async function () {
      this.timeout(60_000)
      await at.bot.api(INES).put('/me/messages', { pausedUntil: '2027-04-26' })
      await announced('2027-04-28', { start: '15:00', end: '17:00' })
      await announced('2027-05-03', { title: 'La carte scolaire', start: '15:00', end: '17:00' })
      await until('2027-04-27T07:05:00Z')
      assert.equal(told(INES, 'Le lycée de demain').length, 1)
      await until('2027-04-29T20:00:00Z')
      assert.equal(told(INES, 'La carte scolaire').length, 1)
      await until('2027-04-30T20:00:00Z')
      assert.equal(told(INES, 'La carte scolaire').length, 2)
      await until('2027-05-03T20:00:00Z')
      assert.equal(told(INES, 'La carte scolaire').length, 2)
    })
  })

  describe('the rule digest', () => {
    const { at, told, one, press, peeks, count, until, announced } = stageWith(
      engine,
      'id: lundi, kind: digest, at: "30 6 * * 1"',
      `id: atelier, kind: workshop-week, ${DAILY}, days: 7, every: 2`,
      `id: idees, kind: ideas-waiting, ${DAILY}, patience: 3, every: 3`,
    )

    async function monday(): Promise<Shown> {
      await at.bot.as(NADIA).says('idée Un vélo par site')
      await at.bot.settle()
      await announced('2027-04-30')
      await at.bot.api(INES).put('/me/messages', { pausedUntil: '2027-04-25' })
      await until('2027-04-26T07:05:00Z')
      return one(INES, 'Votre semaine de pilote')
    }

    it('puts the week’s things in one message, and does not repeat them', async () => {
      await announced('2027-05-01', { title: 'Un autre atelier' })
      const digest = await monday()
      says(digest, 'Un vélo par site', 'Et aussi · Atelier dans 4 jours', 'Voir ma semaine')
      assert.deepEqual(digest.buttons, ['Répondre', WHY])
      await peeks(INES, digest, WHY, 'Ce message du lundi remplace les autres coups de pouce du jour.')
      const before = count(INES)
      await until('2027-04-26T20:00:00Z')
      assert.equal(count(INES), before)
      await until('2027-04-29T20:00:00Z')
      one(INES, 'Un autre atelier')
      assert.equal(count(INES), before + 1)
    })

    it('leaves out what is done by then', async () => {
      await monday()
      const [digest] = told(INES, 'Votre semaine de pilote')
      const { items } = await at.bot.api(INES).get<{ items: readonly { id: string }[] }>('/workshops')
      await at.bot.api(INES).put(`/workshops/${items[0]?.id}/answer`, { answer: 'yes' })
      const open = await press(INES, found(digest, 'the digest'), WHY)
      const again = await press(INES, open, 'Revenir au message')
      saysNothingOf(again, 'Atelier dans')
      const answered = await press(INES, again, 'Répondre', { text: 'Oui, dès juin.' })
      says(answered, 'Répondu', 'Oui, dès juin', 'Tout a une réponse.')
    })

    it('gives way to single messages for whoever stopped it', async () => {
      await at.bot.api(INES).put('/me/messages', { topic: { topic: 'digest', on: false } })
      await at.bot.as(NADIA).says('idée Un vélo par site')
      await at.bot.settle()
      await at.bot.api(INES).put('/me/messages', { pausedUntil: '2027-04-25' })
      await announced('2027-04-30')
      await until('2027-04-26T07:05:00Z')
      assert.equal(told(INES, 'Votre semaine de pilote').length, 0)
      one(INES, 'Une idée attend une réponse')
    })
  })

  describe('the rule digest, week after week', function () {
    this.timeout(60_000)
    const { at, told, one, press, count, until, bound, announced, acted } = stageWith(
      engine,
      'id: lundi, kind: digest, at: "30 6 * * 1"',
      `id: sept, kind: workshop-week, ${DAILY}, days: 7, every: 2`,
      `id: six, kind: workshop-week, ${DAILY}, days: 6, every: 2`,
    )
    // Whit Monday is a holiday: that week's comes on the Tuesday.
    const MORNINGS = ['2027-04-26', '2027-05-03', '2027-05-10', '2027-05-18', '2027-05-24']
    const FRIDAYS = ['2027-04-30', '2027-05-07', '2027-05-14', '2027-05-21', '2027-05-28']
    const digests = () => told(INES, 'Votre semaine de pilote').length

    beforeEach(async () => {
      for (const [week, date] of FRIDAYS.entries()) await announced(date, { title: `Atelier ${week + 1}` })
      await at.bot.api(INES).put('/me/messages', { pausedUntil: '2027-04-25' })
    })

    it('goes on for whoever publishes what is ready on it', async () => {
      await bound()
      for (const [week, morning] of MORNINGS.entries()) {
        await until(`${morning}T07:05:00Z`)
        assert.equal(digests(), week + 1)
        const digest = found(told(INES, 'Votre semaine de pilote').at(-1), 'the digest')
        says(digest, `Atelier ${week + 1}`)
        says(await press(INES, digest, 'Publier'), 'C’est parti')
        await until(`${morning}T20:00:00Z`)
      }
    })

    it('goes on for whoever does one of its things elsewhere, and that is its effect', async () => {
      const { items } = await at.bot.api(INES).get<{ items: readonly { id: string }[] }>('/workshops')
      for (const [week, morning] of MORNINGS.entries()) {
        await until(`${morning}T07:05:00Z`)
        assert.equal(digests(), week + 1)
        await at.bot.api(INES).put(`/workshops/${items[week]?.id}/answer`, { answer: 'no' })
        await until(`${morning}T20:00:00Z`)
        assert.equal((await acted()).length, week + 1)
      }
    })

    it('falls silent after four for nothing, which is seen, and its things are told one by one', async () => {
      for (const morning of MORNINGS.slice(0, 4)) await until(`${morning}T20:00:00Z`)
      const before = count(INES)
      await until('2027-05-24T20:00:00Z')
      assert.equal(digests(), 4)
      assert.equal(count(INES), before + 1)
      one(INES, 'Atelier 5')
      const { topics } = await at.bot
        .api(INES)
        .get<{ topics: readonly { topic: string; quiet?: true }[] }>('/me/messages')
      assert.deepEqual(
        topics.filter(({ quiet }) => quiet).map(({ topic }) => topic),
        ['digest'],
      )
    })
  })
})
