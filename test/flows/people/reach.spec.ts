import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { wirePeopleFile } from '../../../src/features/people/wire.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { ReachCountsView, ReachView } from '../../../src/tabs/contract/people/reach.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { roleChangesIn } from '../../support/features/audit.ts'
import { peopleFile } from '../../support/features/people-file.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says } from '../../support/product/card-assertions.ts'
import {
  AHMED,
  CAMILLE,
  INES,
  MAELLE,
  mailOf,
  NADIA,
  PASCAL,
  type Person,
} from '../../support/sign-in/cast.ts'
import { chatId } from '../../support/teams/chats.ts'
import { GENERAL, type Obstacle, WORKSHOPS } from '../../support/teams/index.ts'

const LYCEES = [CAMILLE, AHMED, PASCAL]
const MOBILITES = [INES, NADIA]

onEachEngine('whom the bot can reach', engine => {
  const at = freshBot(engine)
  let serial = 0

  beforeEach(async () => {
    const { bot } = at
    const { app } = bot
    const parts = { directions: app.programme.directions, secret: app.config.linkSecret }
    const line = (person: Person) => `${mailOf(person)};${person.name};${person.direction};`
    const file = peopleFile(...[...LYCEES, ...MOBILITES].map(line), 'jo@x.fr;Jo;lycees;')
    const roster = wirePeopleFile({ ...app.database, roleChanged: roleChangesIn(app.database) }, parts)
    assert.ok('difference' in (await roster.apply(file)))
    await stands('0/4: 0 0 0 0 4', '0/2: 0 0 0 0 2')
    await bot.as(MAELLE).installs(GENERAL)
    await bot.as(MAELLE).installs()
    await bot.settle()
  })

  const view = () => at.bot.api(MAELLE).get<ReachView>('/reach')
  /** Reachable of people: by install and by message, then blocked, not installed, no account. */
  const text = (counts: ReachCountsView) => {
    const { reachable, people, installed, conversation, blocked, notInstalled, noAccount } = counts
    return `${reachable}/${people}: ${[installed, conversation, blocked, notInstalled, noAccount].join(' ')}`
  }
  async function stands(lycees: string, mobilites: string): Promise<void> {
    const { directions } = await view()
    const of = (wanted: string) =>
      text(
        found(
          directions.find(({ direction: { id } }) => id === wanted),
          wanted,
        ),
      )
    assert.deepEqual([of('lycees'), of('mobilites')], [lycees, mobilites])
  }

  /** What each person was to be told, and what became of it. */
  const messages = async (person: Person) => {
    const { id } = await at.bot.app.people.greet({ ...person, language: 'fr' })
    const rows = await at.bot.app.database.read(tx =>
      open(tx).selectFrom('message').selectAll().where('person_id', '=', id).orderBy('created_at').execute(),
    )
    // Moves that are told in another message are not sent themselves.
    const own = rows.filter(({ state }) => state !== 'absorbed')
    return own.map(({ state, why }) => (why === null ? state : `${state}: ${why}`))
  }
  const posts = (person: Person) =>
    at.bot.teams.calls.filter(({ kind, conversation }) => kind === 'post' && conversation === chatId(person))
      .length

  /** The Lab' answers an idea of theirs: their chat is the one place where they hear of it. */
  async function isTold(person: Person): Promise<void> {
    const { bot } = at
    serial += 1
    bot.clock.advance(SECOND)
    const input = { nonce: `the-nonce-of-idea-${serial}`, text: `Essayer le n° ${serial}`, axis: 'usager' }
    const { id } = await bot.api(person).post<IdeaView>('/ideas', input)
    await bot.api(MAELLE).post(`/ideas/${id}/answer`, { text: 'Dès lundi' })
    await bot.settle()
    bot.clock.advance(TELL_AFTER)
  }

  it('is right by Direction at each step of a script of installs, blocks, removals and refusals', async () => {
    const { bot } = at
    // All but Jo are in the team where the bot now is.
    await stands('0/4: 0 0 0 3 1', '0/2: 0 0 0 2 0')

    // Camille adds the app, Ahmed is met in a channel, Inès writes without an install that was heard of.
    await bot.as(CAMILLE).installs()
    await bot.as(AHMED).says('aide', WORKSHOPS)
    await bot.as(INES).says('aide')
    await bot.settle()
    await bot.as(CAMILLE).says('aide')
    await bot.settle()
    await stands('1/4: 1 0 0 2 1', '1/2: 0 1 0 1 0')

    // Everybody else: Pascal by his tab, then by the app; Nadia and Ahmed add it.
    await bot.api(PASCAL).get('/me')
    await stands('1/4: 1 0 0 2 1', '1/2: 0 1 0 1 0')
    for (const person of [PASCAL, NADIA, AHMED]) {
      await bot.as(person).installs()
      await bot.settle()
      await bot.as(person).says('aide')
      await bot.settle()
    }
    await stands('3/4: 3 0 0 0 1', '2/2: 1 1 0 0 0')

    // Camille blocks the bot: nobody tells, until it writes to her.
    bot.as(CAMILLE).blocks()
    await isTold(CAMILLE)
    await stands('3/4: 3 0 0 0 1', '2/2: 1 1 0 0 0')
    await bot.settle()
    await stands('2/4: 2 0 1 0 1', '2/2: 1 1 0 0 0')
    assert.deepEqual(await messages(CAMILLE), ['unreachable: blocked'])

    // From then on nothing is sent to her unasked.
    const tried = posts(CAMILLE)
    await isTold(CAMILLE)
    await bot.later(HOUR)
    assert.equal(posts(CAMILLE), tried)
    assert.deepEqual(await messages(CAMILLE), ['unreachable: blocked'])

    // She writes again: she is back, and so is what waited.
    await bot.as(CAMILLE).says('aide')
    await bot.settle()
    await stands('3/4: 2 1 0 0 1', '2/2: 1 1 0 0 0')
    assert.deepEqual(await messages(CAMILLE), ['sent'])

    // Nadia takes the app away; an event of her first install comes once more, late.
    const late = bot.teams.activities.installation(NADIA, { conversation: chatId(NADIA) }, 'add')
    await bot.as(NADIA).removes()
    await stands('3/4: 2 1 0 0 1', '1/2: 0 1 0 1 0')
    for (const activity of late) await bot.teams.deliver(activity)
    await bot.settle()
    await stands('3/4: 2 1 0 0 1', '1/2: 0 1 0 1 0')
    await isTold(NADIA)
    await bot.later(HOUR)
    assert.deepEqual(await messages(NADIA), ['unreachable: not-installed'])

    // She adds it again; now the event of the removal comes late.
    const removal = bot.teams.activities.installation(NADIA, { conversation: chatId(NADIA) }, 'remove')
    const again = bot.as(NADIA)
    await again.installs()
    for (const activity of removal) await bot.teams.deliver(activity)
    await bot.settle()
    await stands('3/4: 2 1 0 0 1', '2/2: 1 1 0 0 0')
    assert.deepEqual(await messages(NADIA), ['sent'])
  })

  it('reads a refusal by its status, and by its code how', async () => {
    const { bot } = at
    await bot.as(NADIA).installs()
    await bot.as(NADIA).says('aide')
    await bot.settle()
    const none = '0/4: 0 0 0 3 1'
    const cases: readonly [Obstacle, string, string][] = [
      ['MessageWritesBlocked', '0/2: 0 0 1 1 0', 'unreachable: blocked'],
      ['ForbiddenOperationException', '0/2: 0 0 0 2 0', 'unreachable: not-installed'],
      ['BotNotInConversationRoster', '0/2: 0 0 0 2 0', 'unreachable: not-installed'],
      ['ConversationNotFound', '0/2: 0 0 0 2 0', 'unreachable: not-installed'],
      // It says nothing of Nadia: she is where she was, by her last message.
      ['BotDisabledByAdmin', '1/2: 0 1 0 1 0', 'waiting'],
    ]
    for (const [obstacle, counts, became] of cases) {
      bot.as(NADIA).blocks(obstacle)
      await isTold(NADIA)
      await bot.later(MINUTE)
      assert.equal((await messages(NADIA)).at(-1), became, obstacle)
      await stands(none, counts)
      bot.as(NADIA).unblocks()
      await bot.as(NADIA).says('aide')
      await stands(none, '1/2: 0 1 0 1 0')
    }
    // What nobody could be told today is told tomorrow, all in one message.
    const told = posts(NADIA)
    await bot.later(HOUR)
    assert.equal(posts(NADIA), told)
    await bot.later(DAY)
    assert.equal(posts(NADIA), told + 1)
  })

  it('believes a press that came while a post was on its way to be refused, and sends it again', async () => {
    const { bot } = at
    await bot.as(CAMILLE).installs()
    await bot.settle()
    const help = await bot.as(CAMILLE).says('aide')
    await isTold(CAMILLE)
    const chat = chatId(CAMILLE)
    const hold = bot.teams.holds({ on: 'post', in: chat })
    const settled = bot.settle()
    await hold.arrived
    await bot.as(CAMILLE).presses(help, 'Voir les ateliers')
    bot.teams.fails({ on: 'post', in: chat, status: 403, code: 'MessageWritesBlocked' })
    hold.release()
    await settled
    await bot.settle()
    assert.deepEqual(await messages(CAMILLE), ['sent'])
    assert.equal((await view()).total.blocked, 0)
    says(found(bot.as(CAMILLE).reads().at(-1), 'the message'), 'Dès lundi')
  })

  it('welcomes once, whoever comes back, and nobody who has gone again when the install is told', async () => {
    const { bot } = at
    await bot.as(NADIA).says('aide', WORKSHOPS)
    const late = bot.teams.activities.installation(NADIA, { conversation: chatId(NADIA) }, 'add')
    await bot.as(NADIA).removes()
    for (const activity of late) await bot.teams.deliver(activity)
    await bot.settle()
    assert.equal(posts(NADIA), 0)
    await bot.as(NADIA).installs()
    await bot.settle()
    for (let n = 0; n < 2; n++) {
      await bot.as(NADIA).removes()
      await bot.as(NADIA).installs()
      await bot.later(MINUTE)
    }
    assert.equal(bot.as(NADIA).reads().length, 1)
  })

  it('is shown to organisers from « annoncer », by Direction', async () => {
    const { bot } = at
    await bot.as(CAMILLE).installs()
    await bot.settle()
    await bot.as(CAMILLE).says('aide')
    await bot.settle()
    const menu = await bot.as(MAELLE).says('annoncer')
    const card = await bot.as(MAELLE).presses(menu, 'Qui peut-on joindre\u202F?')
    says(
      card,
      '2 joignables sur 7',
      '1 joignable sur 4',
      '2 sans l’application · 1 n’a pas encore ouvert l’application',
      'Personne de joignable sur 2',
    )
    says(card, 'Sans Direction connue\n1 joignable sur 1', /effectif au programme : /)
    assert.deepEqual(card.buttons.at(-1), 'Revenir aux annonces')
    says(await bot.as(MAELLE).presses(card, 'Revenir aux annonces'), 'Que voulez-vous annoncer')
    const { status } = await bot.api(CAMILLE).ask('GET', '/reach')
    assert.equal(status, 403)
  })
})
