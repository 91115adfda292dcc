/**
 * All validation errors of a method file, in English: for commands and logs. Pages have them in the reader's
 * language, at i18n `method.wrong.<code>`. Placeholders in braces are filled by `wrong`.
 */
const ENGLISH = {
  boolean: 'true or false is needed',
  'boolean-void': 'nothing stands here: true or false is needed',
  colour: 'a colour is # and six hexadecimal digits, in quotes',
  contrast: 'contrast is {ratio} to 1, {least} is needed',
  country: 'a country is two capital letters',
  'country-unknown': 'the public holidays of {country} are not known',
  cron: 'a time is "minute hour day month weekday", one minute and one hour, such as "30 9 * * 1-5" for 9:30 on working days',
  'contact-empty': 'a contact has a phone or an address',
  'cron-days': 'a day of the month and a day of the week do not stand together',
  'cron-span': 'a span begins with the smaller number',
  day: 'a day is YYYY-MM-DD, and exists',
  'digest-days': 'a digest tells of a week: it looks on one day of the week',
  'digest-second': 'is a second digest: one tells of the week',
  empty: 'is empty',
  'ends-first': 'ends before it begins',
  'file-format': 'this version reads formats 1 and 2',
  'file-large': 'is larger than {bound} bytes',
  'file-late': 'is read in format {format} only',
  'file-shape': 'is no map of keys',
  'file-unread': 'cannot be read ({reason})',
  icon: 'a Fluent icon is named like PeopleTeam',
  id: 'an id is 2 to 40 lower-case letters, digits and hyphens, a letter first',
  key: 'is not a key that is known here',
  'lesson-about': 'is about {id}, which this file does not have',
  late: '{kind} would never speak in time: after it looks, the bot writes to nobody until it is too late',
  'late-day': '{kind} would never speak in time: what it finds a day ahead is over before the bot may write',
  'late-days':
    '{kind} would never speak in time: what it finds {days} days ahead is over before the bot may write',
  least: '{bound} at least',
  'least-characters': '{bound} characters at least',
  'least-entries': '{bound} entries at least',
  link: 'an address begins with https:// and holds neither a space nor @',
  list: 'a list is needed',
  'list-void': 'nothing stands here: a list is needed',
  map: 'a map of keys is needed',
  'map-void': 'nothing stands here: a map of keys is needed',
  'measure-none': '{measure} means nothing to {kind}, which knows no measure',
  'measure-one': '{measure} means nothing to {kind}, which knows {one}',
  'measure-two': '{measure} means nothing to {kind}, which knows {one} and {other}',
  missing: 'is missing',
  most: '{bound} at most',
  'most-characters': '{bound} characters at most',
  'most-entries': '{bound} entries at most',
  number: 'a number is needed',
  'number-void': 'nothing stands here: a number is needed',
  one: 'can only be {last}',
  'one-void': 'nothing stands here: can only be {last}',
  'one-of': 'can be {others} or {last}',
  'one-of-void': 'nothing stands here: can be {others} or {last}',
  other: '{said}',
  'phase-early': 'begins before the phase above it has ended',
  phone: 'a phone number is digits and spaces, in quotes',
  region: 'a region is the code that date-holidays gives it, in quotes',
  'region-none': 'no region with holidays of its own: {country} has none',
  'region-unknown': 'no region with holidays of its own: those of {country} are {regions}',
  slot: 'a slot is 1 to 5',
  text: 'a text is needed, in quotes if it looks like something else',
  'text-void': 'nothing stands here: a text is needed, in quotes if it looks like something else',
  'theme-axis': 'is under {id}, an axis which this file does not have',
  'theme-word-mute': '«{word}» tells no idea from another: it is a word of any text',
  'theme-word-twice':
    '«{word}» is a word of theme {theme} already, in one form or another, and an idea goes under one theme',
  'threshold-behind':
    'has no effect: whatever reaches it has reached threshold {number} before, and a clock is never moved',
  'threshold-directions': 'would never be reached: the file has {count} Directions',
  'threshold-few': 'would never be reached: {supports} supports come from {supports} Directions at most',
  time: 'a time is HH:MM, from 00:00 to 23:59, in quotes',
  twice: '{field} {value} is used twice',
  version: 'a version is 1 to 20 letters, digits, points and hyphens, in quotes',
  'version-text': 'a version is a text, in quotes',
  week: 'a week has one working day at least',
  whole: 'a whole number is needed',
  'whole-void': 'nothing stands here: a whole number is needed',
  'word-brace': 'has a brace that closes nothing',
  'word-branch': 'has a plural with a branch «{branch}»',
  'word-branch-twice': 'has a plural with two branches «{branch}»',
  'word-dollar': 'has a $ before a brace',
  'word-key': 'a text is named by its key in the catalogue',
  'word-kind': 'knows no «{kind}»: a value is plain or a plural',
  'word-lacks': 'must hold {wanted}, and holds no value',
  'word-number': '{value} is no number to choose a plural by',
  'word-open': 'has a brace that is not closed',
  'word-other': 'has a plural without a branch «other»',
  'word-plain': 'must hold no value, and holds {given}',
  'word-unknown': 'is no key of the catalogue',
  'word-unnamed': 'has a value without a name in {value}',
  'word-values': 'must hold {wanted}, and holds {given}',
  yaml: '{said}',
  'yaml-deep': 'lists and maps stand within one another, more than {bound} deep',
  'yaml-keys': 'holds more keys side by side than a method file has',
  'yaml-references': 'holds more than {bound} references that begin with *',
  'yaml-repeats': 'repeats itself through references that begin with *',
  'yaml-star': 'a text that begins with * stands in quotes',
  'yaml-twice': '{key} stands here twice',
  zone: 'an IANA time zone is needed',
} as const

export type WrongCode = keyof typeof ENGLISH
export type WrongValues = Readonly<Record<string, string>>
export type WrongSaid = {
  readonly code: WrongCode
  readonly values: WrongValues
  /** The error in English, as the end of a sentence. */
  readonly what: string
}

export const WRONG_CODES = Object.keys(ENGLISH) as readonly WrongCode[]

export function isWrongCode(word: string): word is WrongCode {
  return Object.hasOwn(ENGLISH, word)
}

/** A validation error: its code for pages, and its English text for commands. */
export function wrong(code: WrongCode, values: WrongValues = {}): WrongSaid {
  const what = ENGLISH[code].replace(/\{(\w+)\}/g, (braced, name: string) => values[name] ?? braced)
  return { code, values, what }
}
