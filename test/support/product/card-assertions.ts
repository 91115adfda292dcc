import assert from 'node:assert/strict'
import type { Person } from '../sign-in/cast.ts'
import type { Shown } from '../teams/index.ts'
import type { Bot } from './bot.ts'

/** The one, with the words to say which when it is missing. */
export function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new assert.AssertionError({ message: `${what} is not there` })
  return thing
}

/** Holds what somebody sees to these words, all of them. */
export function says({ text }: Shown, ...words: readonly (string | RegExp)[]): void {
  for (const word of words) {
    if (typeof word === 'string') assert.ok(text.includes(word), `«${word}» is not in:\n${text}`)
    else assert.match(text, word)
  }
}

export function saysNothingOf({ text }: Shown, ...words: readonly string[]): void {
  for (const word of words) assert.ok(!text.includes(word), `«${word}» is in:\n${text}`)
}

/** A card that everybody sees holds nobody's name, id or answer; what can be filled in is empty. */
export async function assertNobodyOn(
  bot: Bot,
  { card, inputs }: Shown,
  people: readonly Person[],
): Promise<void> {
  const drawn = JSON.stringify(card)
  for (const { tenant, objectId, name } of people) {
    const { id } = await bot.app.people.greet({ tenant, objectId, name, language: 'fr' })
    for (const trace of [name, objectId, id]) assert.ok(!drawn.includes(trace), `${name} stands on the card`)
  }
  assert.doesNotMatch(drawn, /visible que de vous|Only you|Votre (place|vote|absence) est|Vous soutenez/)
  assert.deepEqual(Object.values(inputs).filter(Boolean), [])
}

/** They all see the same there. */
export function assertSameForAll(bot: Bot, post: Shown, people: readonly Person[]): void {
  const [first, ...others] = people.map(person => bot.as(person).sees(post).text)
  for (const other of others) assert.equal(other, first)
}
