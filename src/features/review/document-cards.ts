import { element, type Html, type HtmlChild, htmlPage } from '../../files/html.ts'
import type { Key, Words } from '../../i18n/words.ts'
import { axisPart } from './document-axis-cards.ts'
import { documentStyle } from './document-style.ts'
import {
  axesTable,
  ballotPart,
  dayName,
  directionsTable,
  monthName,
  monthsTable,
} from './document-table-cards.ts'
import type { PublishedReview } from './publication.ts'

type Section = { readonly id: string; readonly title: string; readonly content: readonly HtmlChild[] }

const paragraph = (text: string, name?: string) => element('p', { class: name }, text)

/** The first and the last day of all phases, where there are any. */
function spanOf(words: Words, { programme }: PublishedReview): string | undefined {
  const { phases } = programme
  const from = phases.map(phase => phase.from).sort()[0]
  const until = phases
    .map(phase => phase.until)
    .sort()
    .at(-1)
  if (from === undefined || until === undefined) return undefined
  return words.say('publication.span', { from: monthName(words, from), until: monthName(words, until) })
}

function headOf(words: Words, review: PublishedReview): Html {
  const { say, day } = words
  const { programme, opening, at } = review
  const dates = [spanOf(words, review), say('publication.made', { date: day(at) })]
  return element(
    'header',
    {},
    paragraph(say('publication.title'), 'kicker'),
    element('h1', {}, programme.name),
    paragraph(programme.organisation, 'place'),
    paragraph(dates.flatMap(date => date ?? []).join('\u00A0· '), 'dates'),
    opening === '' ? undefined : paragraph(opening, 'opening'),
  )
}

function contentsOf({ say }: Words, sections: readonly Section[]): Html {
  const links = sections.map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, title)))
  const title = element('h2', { id: 'contents' }, say('publication.contents'))
  return element('nav', { 'aria-labelledby': 'contents' }, title, element('ul', {}, links))
}

function followedText({ say }: Words, { followed }: PublishedReview): string {
  const { ideas, withNext: count, medianDays: days } = followed
  const half = days === undefined ? [] : [say('publication.followed.days', { days })]
  return [say('publication.followed', { ideas, count }), ...half].join(' ')
}

/** How many took part: an estimate, and of which week. */
function tookText({ say, share, ...words }: Words, { participation }: PublishedReview) {
  if (!participation) return undefined
  const { count, share: part, week } = participation
  const whole = part === 0 ? '' : `, ${say('publication.took.share', { share: share(part, 100) })}`
  const date = dayName({ say, share, ...words }, week)
  return {
    short: say('count.held', { count }),
    long: `${say('publication.took', { people: say('count.held', { count }), share: whole })} ${say('publication.took.week', { date })}`,
  }
}

function briefOf(words: Words, review: PublishedReview): Section {
  const { say, number } = words
  const { followed, axes, programme } = review
  const took = tookText(words, review)
  const initiatives = axes.reduce((sum, { figures }) => sum + figures.begun.initiatives, 0)
  const figures: readonly (readonly [Key, string, string?])[] = [
    ['publication.brief.ideas', number(followed.ideas)],
    ['publication.brief.initiatives', number(initiatives)],
    ...(took ? [['publication.brief.took', took.short, 'long'] as const] : []),
    ['publication.brief.headcount', number(programme.headcount)],
  ]
  const list = figures.map(([key, value, name]) =>
    element('div', {}, element('dt', {}, say(key)), element('dd', { class: name }, value)),
  )
  return {
    id: 'brief',
    title: say('publication.brief'),
    content: [
      element('dl', { class: 'figures' }, list),
      followed.ideas > 0 ? paragraph(followedText(words, review), 'said') : undefined,
      took && paragraph(took.long, 'about'),
    ],
  }
}

function axesOf(words: Words, { axes }: PublishedReview): Section {
  const parts = axes.map((axis, at) => axisPart(words, axis, `axis-${at + 1}`))
  return { id: 'axes', title: words.say('publication.axes'), content: [axesTable(words, axes), parts] }
}

function ballotsOf(words: Words, { ballots, olderBallots: count }: PublishedReview): Section {
  const { say } = words
  const parts = ballots.map(ballot => ballotPart(words, ballot))
  const more = count > 0 ? paragraph(say('publication.ballots.more', { count }), 'more') : undefined
  const about = paragraph(say('publication.ballots.about'), 'about')
  return { id: 'ballots', title: say('publication.ballots'), content: [about, parts, more] }
}

function directionsOf(words: Words, { directions }: PublishedReview): Section {
  const { say } = words
  const small = directions.some(direction => direction.small)
  const about = small ? paragraph(say('publication.directions.small'), 'about') : undefined
  return {
    id: 'directions',
    title: say('publication.directions'),
    content: [directionsTable(words, directions), about],
  }
}

const HOW = ['ideas', 'counts', 'people', 'words', 'file'] as const

function footOf({ say }: Words): Html {
  const lines = HOW.map(line => element('li', {}, say(`publication.how.${line}`)))
  return element('footer', {}, element('h2', {}, say('publication.how')), element('ul', {}, lines))
}

function sectionsOf(words: Words, review: PublishedReview): readonly Section[] {
  const { months, ballots, directions } = review
  const { say } = words
  const byMonth = { id: 'months', title: say('publication.months'), content: [monthsTable(words, months)] }
  return [
    briefOf(words, review),
    axesOf(words, review),
    ...(months.length > 0 ? [byMonth] : []),
    ...(ballots.length > 0 ? [ballotsOf(words, review)] : []),
    ...(directions.length > 0 ? [directionsOf(words, review)] : []),
  ]
}

function sectionPart({ id, title, content }: Section): Html {
  const name = `${id}-title`
  return element('section', { id, 'aria-labelledby': name }, element('h2', { id: name }, title), content)
}

/** The review as one document that runs nothing, loads nothing and names nobody; for a screen, a phone and A4. */
export function reviewDocument(words: Words, review: PublishedReview): string {
  const { programme, axes } = review
  const sections = sectionsOf(words, review)
  return htmlPage({
    language: words.language,
    title: `${words.say('publication.title')}\u00A0· ${programme.name}`,
    description: words.say('publication.description', { programme: programme.name }),
    css: documentStyle({ axes: axes.flatMap(({ axis }) => axis ?? []) }),
    body: element(
      'div',
      { class: 'sheet' },
      headOf(words, review),
      contentsOf(words, sections),
      element('main', {}, sections.map(sectionPart)),
      footOf(words),
    ),
  })
}
