import type { World } from '../../support/product/world.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { HELENE } from '../../support/sign-in/cast.ts'
import { chatId } from '../../support/teams/chats.ts'
import { type Channel, GENERAL, IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { headingOn, newLines, readMessage } from './cards.ts'
import type { Ledger } from './ledger.ts'
import type { Voice } from './voice.ts'

type Parts = {
  readonly world: World
  readonly people: readonly Person[]
  readonly ledger: Ledger
  readonly voice: Voice
}

const CHANNELS: readonly Channel[] = [GENERAL, WORKSHOPS, IDEAS]

/** A post goes to the conversation itself; an answer, to the activity that it answers. */
function isUnasked({ path, method }: { path: string; method: string }): boolean {
  return method === 'POST' && path.endsWith('/activities')
}

function titleOf({ card, text }: Shown): string {
  return headingOn(card) ?? text.split('\n')[1] ?? text
}

/** Takes down what the bot wrote: to one person at once, what a channel's cards became at the end of the day. */
export function createWatch({ world, people, ledger, voice }: Parts) {
  const { teams, clock } = world
  /** Somebody who never presses anything: she sees what all see. */
  const onlooker = teams.as(HELENE)
  const known = new Map<string, Pick<Shown, 'text' | 'edits'>>()
  /** When each card of a channel was last edited today. */
  const edited = new Map<string, number>()
  let heard = 0

  /** Goes with what brought it about: the person has just added the app. */
  function welcomed(who: Person, summary: string): void {
    const index = ledger.lines.findLastIndex(line => line.who === who)
    const { words = voice.receives(who, summary), ...line } = ledger.lines[index] ?? { at: clock.now() }
    ledger.lines.splice(index, 1, { ...line, who, words: `${words} ${voice.andReads(summary)}` })
  }

  function hear(): void {
    for (const call of teams.calls.slice(heard)) {
      const to = people.find(person => chatId(person) === call.conversation)
      if (!to || !isUnasked(call)) continue
      const { summary, topic, thing } = readMessage(call.body)
      ledger.told.push({ at: clock.now(), to, topic, thing })
      if (topic === 'welcome') welcomed(to, summary)
      else ledger.lines.push({ at: clock.now(), who: to, words: voice.receives(to, summary) })
    }
    heard = teams.calls.length
  }

  /** `answer`: the card that stands there as the answer to what was typed, told of already. */
  function look(channel: Channel, post: Shown, answer: string | undefined): void {
    const before = known.get(post.id)
    if (before && post.edits > before.edits) edited.set(post.id, clock.now())
    if (!before && post.id !== answer)
      ledger.lines.push({ at: clock.now(), words: voice.posted(channel, titleOf(post)) })
    known.set(post.id, { text: before?.text ?? post.text, edits: post.edits })
  }

  return {
    see(answer?: string): void {
      hear()
      for (const channel of CHANNELS) {
        for (const post of onlooker.reads(channel)) look(channel, post, answer)
      }
    },
    /** The day is over: what became of each card in a channel, in one line each. */
    endDay(): void {
      for (const channel of CHANNELS) {
        for (const post of onlooker.reads(channel).filter(({ id }) => edited.has(id))) {
          const news = newLines(known.get(post.id)?.text ?? '', post.text)
          known.set(post.id, post)
          const at = edited.get(post.id) ?? clock.now()
          if (news.length > 0) ledger.lines.push({ at, words: voice.became(channel, titleOf(post), news) })
        }
      }
      edited.clear()
    },
  }
}
