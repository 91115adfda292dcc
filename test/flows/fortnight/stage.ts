import assert from 'node:assert/strict'
import { wordsIn } from '../../../src/i18n/words.ts'
import { languageOf } from '../../../src/kernel/text/language.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { type Channel, GENERAL, holding, IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { type Event, readCalendar } from './calendar.ts'
import { spaced, thingOn } from './cards.ts'
import type { Six } from './people.ts'
import { type Play, ZONE } from './play.ts'
import { type Texts, texts } from './texts.ts'

export type Workshop = { readonly post: Shown; readonly id: string }

type Announced = {
  readonly title: string
  readonly axis: string
  readonly date: string
  readonly start: string
  readonly end: string
}

/** What the acts of the story share: the people at their clients, and what stands in the channels by now. */
export function createStage(play: Play, six: Six) {
  const t: Texts = texts[play.language]
  const maelle = play.as(six.maelle)

  function lastIn(channel: Channel): Shown {
    const post = maelle.gestures().reads(channel).at(-1)
    assert.ok(post, `nothing stands in ${channel.name}`)
    return post
  }

  async function openMenu(verb: string): Promise<Shown> {
    return maelle.opens(await maelle.asks(t.announce), { verb })
  }

  return {
    play,
    six,
    t,
    maelle,
    ines: play.as(six.ines),
    pascal: play.as(six.pascal),
    camille: play.as(six.camille),
    nadia: play.as(six.nadia),
    owen: play.as(six.owen),
    lastIn,
    /** What the ledger calls these workshops and ideas. */
    name(ids: Readonly<Record<string, string>>): void {
      for (const [name, id] of Object.entries(ids)) play.ledger.names.set(id, name)
    },
    /** The card in the channel that holds these words. */
    lastWith(channel: Channel, text: string): Shown {
      const post = holding(maelle.gestures().reads(channel), text)
      assert.ok(post, `nothing in ${channel.name} says «${text}»`)
      return post
    },

    /** The product's own words for somebody. */
    wordsOf: ({ locale }: Person) => wordsIn(languageOf(locale), ZONE),

    async announce(workshop: Announced): Promise<Workshop> {
      const filled = { ...workshop, place: t.room, seats: '12', channel: WORKSHOPS.id }
      const preview = await maelle.opens(
        await openMenu('workshops.form'),
        { verb: 'workshops.preview' },
        filled,
      )
      await maelle.presses(preview, { verb: 'workshops.publish' })
      const post = lastIn(WORKSHOPS)
      return { post, id: thingOn(post.card) }
    },

    /** The workshop of one's own answer, put into one's own calendar. */
    async fetchCalendar(one: ReturnType<Play['as']>, answer: Shown): Promise<Event> {
      const event = await readCalendar(play.world.origin, answer)
      const w = wordsIn(languageOf(one.who.locale), ZONE)
      await one.does(
        t.fetches(spaced(`${w.shortDay(event.starts)}, ${w.time(event.starts)}`)),
        async () => {},
      )
      return event
    },

    async openBox(): Promise<Shown> {
      const filled = { question: t.boxQuestion, channel: IDEAS.id }
      await maelle.presses(await openMenu('ideas.box-form'), { verb: 'ideas.open-box' }, filled)
      return lastIn(IDEAS)
    },

    /** Until Monday 10 May at noon, on what was typed and on these ideas. */
    async openBallot(ideas: readonly string[]): Promise<Shown> {
      const form = await openMenu('ballots.form')
      const filled = { question: t.question, options: t.option, ideas: ideas.join() }
      const until = { date: '2027-05-10', time: '12:00', channel: GENERAL.id }
      const preview = await maelle.opens(form, { verb: 'ballots.preview' }, { ...filled, ...until })
      await maelle.presses(preview, { verb: 'ballots.open' })
      return lastIn(GENERAL)
    },

    /** The id of the one that runs. */
    async ballotOpen(): Promise<string> {
      const { items } = await maelle.api.get<Page<BallotView>>('/ballots')
      return items[0]?.id ?? ''
    },

    async ideaCalled(text: string): Promise<string> {
      const { items } = await maelle.api.get<Page<IdeaView>>('/ideas')
      const idea = items.find(each => each.text === text)
      assert.ok(idea, `no idea says «${text}»`)
      return idea.id
    },
  }
}

export type Stage = ReturnType<typeof createStage>
