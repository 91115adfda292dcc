import type { FactsPart, FooterPart, FootPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, SafeText } from '../../kernel/card.ts'
import { exact } from '../../kernel/counts.ts'
import type { Programme } from '../programme/index.ts'
import { type Draft, seatsLeft, type WorkshopSeen } from './domain.ts'

/** What a card needs to speak of a workshop. */
export type Voice = { readonly words: Words; readonly programme: Pick<Programme, 'axis'> }

/** '' where there is none: the template then draws no button. */
type Link = { readonly link: string; readonly openTitle: string }

type Sheet = HeaderPart & TitlePart & FactsPart & FooterPart & Link & { readonly id: string }

type Announcement = Sheet & {
  readonly description: SafeText | ''
  readonly open: boolean
  readonly free: boolean
  /** Ideas are gathered from its beginning on. */
  readonly gathers: boolean
}

type Answer = Sheet &
  FootPart & {
    readonly canJoin: boolean
    readonly gathers: boolean
    readonly canLeave: boolean
    readonly leaveTitle: string
    /** Address of the calendar file; '' for who has no seat. */
    readonly calendar: string
    readonly canChange: boolean
    readonly canGoBack: boolean
    /** The cursor of the list's page to go back to, '' for its first. */
    readonly after: string
  }

export type ListItem = {
  readonly id: string
  readonly title: SafeText
  readonly when: string
  readonly where: string
  readonly state: string
  /** What the button is called. */
  readonly act: string
}

type List = TitlePart & {
  readonly items: readonly ListItem[]
  readonly empty: string
  /** Where the next page starts; '' on the last one. */
  readonly next: string
  readonly after: string
}

type AnnouncementCard = CardOf<'workshops/announcement', Announcement>
type AnswerCard = CardOf<'workshops/answer', Answer>
type ListCard = CardOf<'workshops/list', List>
export type WorkshopCard = AnnouncementCard | AnswerCard | ListCard

/** « jeudi 22 avril 2027, de 9 h 30 à 12 h 30 » */
export function whenWords(words: Words, { startsAt, endsAt }: Pick<Draft, 'startsAt' | 'endsAt'>): string {
  const params = { day: words.day(startsAt), start: words.time(startsAt), end: words.time(endsAt) }
  return words.say('workshop.when', params)
}

/** The same to begin a line with. */
export function whenText(words: Words, moments: Pick<Draft, 'startsAt' | 'endsAt'>): string {
  const text = whenWords(words, moments)
  return text.slice(0, 1).toLocaleUpperCase(words.language) + text.slice(1)
}

/** The link's host, as it reads once decoded by a browser: nothing in it can imitate another. */
function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : ''
}

type Place = { readonly icon: string; readonly text: SafeText }

/** Where it is: a place, a link, or both. */
export function placesOf(words: Words, { place, link }: Pick<Draft, 'place' | 'link'>): Place[] {
  const host = safe(words.say('workshop.online', { host: hostOf(link) }))
  return [
    ...(place === '' ? [] : [{ icon: 'Building', text: safe(place) }]),
    ...(link === '' ? [] : [{ icon: 'Link', text: host }]),
  ]
}

/** Header, title and facts, the same on every card of one workshop. */
export function sheetOf({ words, programme }: Voice, draft: Draft) {
  const axis = programme.axis(draft.axis)
  const name = axis ? safe(axis.title[words.language]) : ''
  const { link } = draft
  return {
    icon: axis?.icon ?? 'CalendarLtr',
    kind: name === '' ? words.say('workshop.kind.alone') : words.say('workshop.kind', { axis: name }),
    title: safe(draft.title),
    facts: [{ icon: 'CalendarLtr', text: whenText(words, draft) }, ...placesOf(words, draft)],
    link,
    openTitle: link === '' ? '' : words.say('workshop.open'),
  }
}

export function badgeOf({ say }: Words, workshop: WorkshopSeen): NonNullable<HeaderPart['badge']> {
  if (workshop.stage === 'over') return { text: say('workshop.over'), tone: 'neutral' }
  if (workshop.stage === 'underway') return { text: say('workshop.underway'), tone: 'brand' }
  const count = exact('seats', seatsLeft(workshop))
  return { text: say('workshop.seats', { count }), tone: count === 0 ? 'warning' : 'good' }
}

function goingText({ say }: Words, { seatsTaken, directions, capacity, stage }: WorkshopSeen): string {
  const people = { count: exact('seats', seatsTaken), directions: exact('seats', directions) }
  return stage === 'announced' ? say('workshop.going', { ...people, capacity }) : say('workshop.came', people)
}

/** What everybody in the channel sees: totals, nobody's answer. */
export function announcementCard(voice: Voice, workshop: WorkshopSeen): AnnouncementCard {
  const { words } = voice
  const sheet = sheetOf(voice, workshop)
  const open = workshop.stage === 'announced'
  const data = {
    ...sheet,
    id: workshop.id,
    badge: badgeOf(words, workshop),
    description: workshop.description === '' ? ('' as const) : safe(workshop.description),
    facts: [...sheet.facts, { icon: 'People', text: goingText(words, workshop) }],
    open,
    free: open && seatsLeft(workshop) > 0,
    gathers: !open,
    footer: words.say(open ? 'workshop.rules' : 'workshop.rules.over'),
  }
  return { template: 'workshops/announcement', data }
}

/** What one person may do with a workshop. */
export type Means = {
  readonly mayAnswer: boolean
  readonly mayChange: boolean
  /** Address of the workshop's calendar file. */
  readonly calendar: string
  /** The page of the list they came from. */
  readonly after?: string
}

/** One person's own answer and what they may do next: nothing, when they may not answer. */
export function answerCard(voice: Voice, workshop: WorkshopSeen, means: Means): AnswerCard {
  const { say } = voice.words
  const { id, mine, stage } = workshop
  const sheet = sheetOf(voice, workshop)
  const open = stage === 'announced'
  const asked = open && means.mayAnswer
  const unanswered = { icon: 'QuestionCircle', text: say('workshop.unanswered') }
  const data = {
    ...sheet,
    id,
    badge: badgeOf(voice.words, workshop),
    facts: mine === undefined && asked ? [...sheet.facts, unanswered] : sheet.facts,
    gathers: !open && means.mayAnswer,
    canJoin: asked && mine !== 'yes' && seatsLeft(workshop) > 0,
    canLeave: asked && mine !== 'no',
    leaveTitle: say(mine === 'yes' ? 'workshop.leave' : 'workshop.decline'),
    calendar: mine === 'yes' && stage !== 'over' ? means.calendar : '',
    canChange: open && means.mayChange,
    canGoBack: true,
    foot: [],
    after: means.after ?? '',
    footer: say(
      open ? (means.mayAnswer ? 'workshop.rules' : 'workshop.rules.totals') : 'workshop.rules.over',
    ),
  }
  return { template: 'workshops/answer', data }
}

function stateText(words: Words, workshop: WorkshopSeen): string {
  if (workshop.mine === 'yes') return words.say('workshop.joined')
  if (workshop.mine === 'no') return words.say('workshop.declined')
  return badgeOf(words, workshop).text
}

function itemOf(words: Words, workshop: WorkshopSeen, mayAnswer: boolean): ListItem {
  return {
    id: workshop.id,
    title: safe(workshop.title),
    when: whenText(words, workshop),
    where: placesOf(words, workshop)
      .map(place => place.text)
      .join(' · '),
    state: stateText(words, workshop),
    act: words.say(mayAnswer ? 'workshop.seeMine' : 'workshop.see'),
  }
}

type Page = { readonly items: readonly WorkshopSeen[]; readonly next?: string }

/** A page of the workshops to come. `after`: the cursor it was asked with. */
export function listCard(
  { words }: Voice,
  { items, next = '' }: Page,
  { after = '', mayAnswer }: Pick<Means, 'after' | 'mayAnswer'>,
): ListCard {
  const data = {
    title: words.say('workshop.list.title'),
    items: items.map(workshop => itemOf(words, workshop, mayAnswer)),
    empty: items.length === 0 ? words.say('empty.workshops') : '',
    next,
    after,
  }
  return { template: 'workshops/list', data }
}

/** For notifications and where no card can be drawn. */
export function summaryOf({ words }: Voice, workshop: Draft): string {
  return plain(words.say('workshop.summary', { title: workshop.title, when: whenText(words, workshop) }))
}
