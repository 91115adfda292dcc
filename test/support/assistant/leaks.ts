import { mailOf, type Person } from '../sign-in/cast.ts'

const GUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i
const MAIL = /[^\s"@]{1,64}@[^\s"@]+\.[a-z]/i
const LINK = /https?:|www\./i
const PHONE = /\d{9}|(?:\d{2}[ .]){4}\d{2}/

/** What of a request must never have left, each by its kind; none of it is repeated. */
export function leaksIn(text: string, people: readonly Person[]): readonly string[] {
  const found: [kind: string, is: boolean][] = [
    ['a GUID', GUID.test(text)],
    ['an e-mail address', MAIL.test(text) || people.some(person => text.includes(mailOf(person)))],
    ['a link', LINK.test(text)],
    ['a phone number', PHONE.test(text)],
    ['the name of a person', people.some(({ name }) => text.includes(name))],
  ]
  return found.filter(([, is]) => is).map(([kind]) => `leak: ${kind}`)
}
