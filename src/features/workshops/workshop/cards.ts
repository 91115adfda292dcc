import type { FactsPart, FooterPart, HeaderPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import type { Programme } from '../../programme/index.ts'
import { capitalised } from './capitalisation.ts'
import { hasBegun, isToCome, type WorkshopDraft, type WorkshopSeen } from './domain.ts'
import { calledOffFacts, isOpen, postedBadge, registrationFacts } from './stage-cards.ts'

/** What cards about a workshop are drawn with. */
export type WorkshopCardContext = { readonly words: Words; readonly programme: Pick<Programme, 'axis'> }

/** '' without a link: the template then draws no button. */
type Link = { readonly link: string; readonly openTitle: string }

export type WorkshopCardSheet = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart &
  Link & { readonly id: string }

type Announcement = WorkshopCardSheet & {
  readonly description: SafeText | ''
  readonly open: boolean
  readonly free: boolean
  /** It is full, and has a waiting list. */
  readonly waits: boolean
  /** Registration is still to open: one can ask to be told when it does. */
  readonly reminds: boolean
  /** Ideas can be collected, from its start on. */
  readonly gathers: boolean
}

export type AnnouncementCard = CardOf<'workshops/workshop/announcement', Announcement>

/** « jeudi 22 avril 2027, de 9 h 30 à 12 h 30 » */
export function whenWords(
  words: Words,
  { startsAt, endsAt }: Pick<WorkshopDraft, 'startsAt' | 'endsAt'>,
): string {
  const params = { day: words.day(startsAt), start: words.time(startsAt), end: words.time(endsAt) }
  return words.say('workshop.when', params)
}

/** The same at the beginning of a line. */
export function whenText(words: Words, moments: Pick<WorkshopDraft, 'startsAt' | 'endsAt'>): string {
  return capitalised(words, whenWords(words, moments))
}

/** The link's host as a browser decodes it (punycode for look-alikes). */
export function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : ''
}

type Place = { readonly icon: string; readonly text: SafeText }

/** A place, a link, or both. */
export function placesOf(words: Words, { place, link }: Pick<WorkshopDraft, 'place' | 'link'>): Place[] {
  const host = safe(words.say('workshop.online', { host: hostOf(link) }))
  return [
    ...(place === '' ? [] : [{ icon: 'Building', text: safe(place) }]),
    ...(link === '' ? [] : [{ icon: 'Link', text: host }]),
  ]
}

/** Deep link to one's own registration. */
export function workshopInTab({ id }: { readonly id: string }): TabPart {
  return { inTab: { tab: 'personal', wanted: `workshop:${id}` } }
}

/** Header, title and facts, shared by all cards of a workshop. */
export function sheetOf({ words, programme }: WorkshopCardContext, draft: WorkshopDraft) {
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

/** « 31 personnes de 14 Directions participent déjà, sur 48 places » */
export function goingText({ say }: Words, workshop: WorkshopSeen): string {
  const { seatsTaken, directions, capacity, stage } = workshop
  if (isToCome(stage) && !isOpen(workshop)) return say('workshop.capacity', { capacity })
  const people = { count: exact('seats', seatsTaken), directions: exact('seats', directions) }
  return isToCome(stage) ? say('workshop.going', { ...people, capacity }) : say('workshop.came', people)
}

/** « Vous animez la table 4 », beside the workshop's own title. */
export function leadingText({ say }: Words, { table }: { readonly table?: number }): string {
  return table === undefined ? say('workshop.leads') : say('workshop.leads.table', { table })
}

function rulesOf({ say }: Words, { stage }: WorkshopSeen): string {
  if (hasBegun(stage)) return say('workshop.rules.over')
  if (!isToCome(stage)) return say('workshop.rules.unseen')
  if (stage === 'closed') return say('workshop.rules.closed')
  return say(stage === 'full' ? 'workshop.rules.full' : 'workshop.rules')
}

/** Size, while registration is open: who comes is shown by the answer and the tab. The attendance, once it is over. */
function sizeFacts(words: Words, workshop: WorkshopSeen): FactsPart['facts'] {
  const { stage, capacity } = workshop
  if (stage === 'over') return [{ icon: 'People', text: goingText(words, workshop) }]
  return isToCome(stage) ? [{ icon: 'People', text: words.say('workshop.capacity', { capacity }) }] : []
}

/**
 * The card in a channel: nobody's own answer, and nothing that changes with each answer, since an edit would erase the
 * answer just shown on it.
 */
export function announcementCard(context: WorkshopCardContext, workshop: WorkshopSeen): AnnouncementCard {
  const { words } = context
  const { stage } = workshop
  const sheet = sheetOf(context, workshop)
  const open = isToCome(stage)
  const asks = open && stage !== 'closed' && isOpen(workshop)
  const reminds = open && stage !== 'closed' && !isOpen(workshop)
  const data = {
    ...sheet,
    id: workshop.id,
    badge: postedBadge(words, workshop),
    description: workshop.description === '' ? ('' as const) : safe(workshop.description),
    facts: [
      ...sheet.facts,
      ...calledOffFacts(words, workshop),
      ...sizeFacts(words, workshop),
      ...registrationFacts(words, workshop),
    ],
    open,
    free: asks && stage === 'announced',
    waits: asks && stage === 'full',
    reminds,
    gathers: hasBegun(stage),
    footer: rulesOf(words, workshop),
  }
  return { template: 'workshops/workshop/announcement', data }
}

/** For notifications and where no card can be drawn. */
export function summaryOf({ words }: WorkshopCardContext, workshop: WorkshopDraft): string {
  return plain(words.say('workshop.summary', { title: workshop.title, when: whenText(words, workshop) }))
}
