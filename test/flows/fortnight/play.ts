import assert from 'node:assert/strict'
import type { WholeLanguage } from '../../../src/kernel/text/language.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { dateIn, momentOf } from '../../../src/kernel/time/time-zone.ts'
import { openWorld } from '../../support/product/world.ts'
import { methodWith, TWO_RULES } from '../../support/programme/nudge-rules.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { buttonOn } from '../../support/teams/card-press.ts'
import type { Button, Channel, Filled, Shown } from '../../support/teams/index.ts'
import { gistOf, headingOn, spaced, topicOn } from './cards.ts'
import { type Deed, emptyLedger, type Topic } from './ledger.ts'
import { voices } from './voice.ts'
import { createWatch } from './watch.ts'

export const ZONE = 'Europe/Paris'

/** The moment of a wall clock in the programme's zone. */
export function at(day: string, time: string): number {
  const moment = momentOf(day, time, ZONE)
  assert.ok(moment !== undefined, `${day} ${time} is no moment`)
  return moment
}

type Options = {
  readonly language: WholeLanguage
  readonly people: readonly Person[]
  readonly start: number
  readonly url?: string
  readonly programmeFile?: string
}

export type Play = Awaited<ReturnType<typeof openPlay>>

/** Teams repeats everything: what was heard, and the same again under an id of its own. */
const AGAIN = { again: ['same id', 'new id'] } as const
const DELIVERIES = 3

/** The whole product before a strict Teams, on a clock that goes from one thing that is due to the next. */
export async function openPlay({ language, people, programmeFile: from, ...options }: Options) {
  // The play is about people and days. What each of the other rules tells is played in nudge-*.spec.ts.
  const programmeFile = methodWith(TWO_RULES, from)
  const world = await openWorld({ ...options, programmeFile, people, rates: true })
  const { clock } = world
  const ledger = emptyLedger()
  const voice = voices[language]
  const watch = createWatch({ world, people, ledger, voice })

  async function settle(answer?: string): Promise<void> {
    await world.settle()
    watch.see(answer)
  }

  async function waitUntil(moment: number): Promise<void> {
    while (clock.now() < moment) {
      const due = (await world.app.database.queue.nextDue()) ?? moment
      await world.pass(Math.max(0, Math.min(due, moment) - clock.now()))
      watch.see()
    }
  }

  const say = (who: Person | undefined, words: string) =>
    void ledger.lines.push({ at: clock.now(), words, ...(who && { who }) })

  /** One person at their client. A gesture takes a minute. */
  function as(who: Person) {
    const gestures = () => world.as(who)

    async function press(place: Shown | string, wanted: Button, filled: Filled): Promise<Shown> {
      await waitUntil(clock.now() + MINUTE)
      // A card that is edited while its press is answered takes the answer from the one who pressed.
      await world.app.delivery.stop()
      const shown = await gestures().presses(place, wanted, filled, AGAIN)
      world.app.delivery.start()
      ledger.acts.push({ what: JSON.stringify(wanted), deliveries: 1, answers: shown.card ? 1 : 0 })
      return shown
    }

    return {
      who,
      get api() {
        return world.api(who)
      },
      gestures,
      sees: (place: Shown | string) => gestures().sees(place),
      /** A step on the way, of which the story says nothing. */
      async opens(place: Shown | string, wanted: Button, filled: Filled = {}): Promise<Shown> {
        const shown = await press(place, wanted, filled)
        await settle()
        return shown
      },
      /** Types what leads to a form. */
      async asks(text: string): Promise<Shown> {
        await waitUntil(clock.now() + MINUTE)
        return gestures().says(text)
      },
      async presses(place: Shown | string, wanted: Button, filled: Filled = {}): Promise<Shown> {
        const before = gestures().sees(place)
        const shown = await press(place, wanted, filled)
        const on = spaced(headingOn(before.card) ?? gistOf(before.card))
        say(who, voice.presses(who, on, titleOf(before, wanted), spaced(gistOf(shown.card))))
        await settle()
        return shown
      },
      async types(text: string, channel?: Channel): Promise<Shown> {
        await waitUntil(clock.now() + MINUTE)
        const before = gestures().reads(channel).length
        const shown = await gestures().says(text, channel, AGAIN)
        const answers = gestures().reads(channel).length - before
        ledger.acts.push({ what: text, deliveries: channel ? 1 : DELIVERIES, answers })
        const words = channel
          ? voice.typesAloud(who, text, channel)
          : voice.types(who, text, spaced(gistOf(shown.card)))
        say(who, words)
        await settle(shown.id)
        return shown
      },
      /** What no card shows: in a tab, in the list of apps, in a calendar. */
      async does<T>(what: string, act: () => Promise<T>): Promise<T> {
        await waitUntil(clock.now() + MINUTE)
        const done = await act()
        say(who, voice.does(who, what))
        await settle()
        return done
      },
      /** What bears on what may still be told. */
      noted: (deed: DistributiveOmit<Deed, 'at' | 'who'>) =>
        void ledger.deeds.push({ ...deed, at: clock.now(), who }),
    }
  }

  return {
    world,
    ledger,
    voice,
    language,
    as,
    say: (words: string) => say(undefined, words),
    /** What the story says of a day on which nothing came, to anybody or to `who`. */
    saysNothingCame(words: string, who?: Person): void {
      const today = dateIn(clock.now(), ZONE)
      const came = ledger.told.filter(({ at, to }) => dateIn(at, ZONE) === today && to === (who ?? to))
      for (const { to, topic } of came) ledger.broken.push(`${words} But ${to.name} got ${topic}.`)
      say(undefined, words)
    },
    /** Lets time pass, with all that falls due meanwhile. The story of a day ends with it. */
    async until(day: string, time: string): Promise<void> {
      const moment = at(day, time)
      const midnight = at(dateIn(moment, ZONE), '00:00')
      if (clock.now() < midnight) {
        await waitUntil(midnight)
        watch.endDay()
      }
      await waitUntil(moment)
    },
    /** The process ends, and another begins after `ms`. */
    async restart(ms: number): Promise<void> {
      await world.restart(ms)
      watch.see()
    },
    /** The last message of this kind that the person got, as it came. */
    lastTo(who: Person, topic: Topic): Shown {
      const shown = world
        .as(who)
        .reads()
        .findLast(({ card }) => card && topicOn(card) === topic)
      assert.ok(shown, `${who.name} got nothing of «${topic}»`)
      return shown
    },
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

function titleOf({ card }: Shown, wanted: Button): string {
  if (typeof wanted === 'string') return wanted
  return spaced(String(buttonOn(card, wanted).title))
}
