import { element, type Html } from '../../files/html.ts'
import type { Words } from '../../i18n/words.ts'
import { exact } from '../../kernel/personal-data/counts.ts'
import { axisName, bar } from './document-table-cards.ts'
import type { ReviewAxis } from './domain.ts'
import type { PublishedAxis, PublishedInitiative } from './publication.ts'

type Stage = 'asked' | 'proposed' | 'answered' | 'begun' | 'learnt'
type CountName =
  | 'workshops'
  | 'boxes'
  | 'ballots'
  | 'ideas'
  | 'supports'
  | 'replied'
  | 'retained'
  | 'waiting'
  | 'initiatives'
  | 'trials'
  | 'promised'
  | 'commitments'
  | 'summaries'
  | 'generalised'
  | 'adjusted'
  | 'stopped'
  | 'kept'
  | 'keptCommitments'

/** From what was asked to what was learnt, each with what is counted of it. */
function stagesOf(
  figures: ReviewAxis,
): readonly (readonly [Stage, readonly (readonly [CountName, number])[]])[] {
  const { asked, proposed, answered, begun, learnt } = figures
  const { workshops, boxes, ballots } = asked
  const { initiatives, trials, promised, commitments } = begun
  return [
    ['asked', Object.entries({ workshops, boxes, ballots }) as [CountName, number][]],
    [
      'proposed',
      [
        ['ideas', proposed.ideas],
        ['supports', proposed.supports],
      ],
    ],
    [
      'answered',
      [
        ['replied', answered.answered],
        ['retained', answered.retained],
        ['waiting', answered.waiting],
      ],
    ],
    [
      'begun',
      [
        ['initiatives', initiatives],
        ['trials', trials],
        ['promised', promised],
        ['commitments', commitments],
      ],
    ],
    [
      'learnt',
      [
        ['summaries', learnt.summaries],
        ['generalised', learnt.generalised],
        ['adjusted', learnt.adjusted],
        ['stopped', learnt.stopped],
        ['kept', learnt.stepsKept],
        ['keptCommitments', learnt.commitmentsKept],
      ],
    ],
  ]
}

/** What is nought is left out, where something is not. */
function listed({ say }: Words, counts: readonly (readonly [CountName, number])[]): string {
  const some = counts.filter(([, count]) => count > 0)
  if (some.length === 0) return say('publication.nothing')
  return some
    .map(([name, count]) => say(`publication.count.${name}`, { count: exact('shared', count) }))
    .join(', ')
}

function stageTable(words: Words, { axis, figures, learnt }: PublishedAxis): Html {
  const { say } = words
  const columns = [say('publication.stage'), say('publication.what')]
  // What was learnt may stand in words where nothing of it is counted.
  const isSaid = (stage: Stage, counts: readonly (readonly [CountName, number])[]) =>
    stage !== 'learnt' || learnt === '' || counts.some(([, count]) => count > 0)
  const stages = stagesOf(figures).filter(([stage, counts]) => isSaid(stage, counts))
  const rows = stages.map(([stage, counts]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, say(`review.${stage}`)),
      element('td', {}, listed(words, counts)),
    ),
  )
  return element(
    'table',
    { class: 'steps' },
    element('caption', {}, say('publication.axis.caption', { axis: axisName(words, axis) })),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map(column => element('th', { scope: 'col' }, column)),
      ),
    ),
    element('tbody', {}, rows),
  )
}

/** Of the ideas sent in: those selected, those answered, those that wait; each in words as well. */
function answeredBar(words: Words, { figures: { answered } }: PublishedAxis): Html | undefined {
  const parts = [
    { name: 'publication.retained', value: answered.retained, fill: 'full' },
    { name: 'publication.replied', value: answered.answered, fill: 'half' },
    { name: 'publication.waiting', value: answered.waiting, fill: 'rest' },
  ] as const
  const whole = parts.reduce((sum, { value }) => sum + value, 0)
  if (whole === 0) return undefined
  const legend = parts.map(({ name, value, fill }) =>
    element(
      'li',
      {},
      bar([{ value: 1, fill }], 1),
      words.say('publication.legend', { name: words.say(name), count: value }),
    ),
  )
  return element('div', { class: 'bar' }, bar(parts, whole), element('ul', { class: 'legend' }, legend))
}

function initiativePart({ say }: Words, initiative: PublishedInitiative): Html {
  const { title, phase, supports: count, directions } = initiative
  const supports =
    directions > 0 && count > 0
      ? say('publication.initiative.supports.from', { count, directions })
      : say('publication.initiative.supports', { count })
  const state = `${say(`initiative.phase.${phase}`)}\u00A0· ${supports}`
  return element('li', {}, element('strong', {}, title), element('span', {}, state))
}

/** Those whose title was re-read; of the others how many there are. */
function initiativesPart(
  words: Words,
  { figures, initiatives }: PublishedAxis,
): readonly (Html | undefined)[] {
  const { say } = words
  const count = Math.max(0, figures.begun.initiatives - initiatives.length)
  if (count === 0 && initiatives.length === 0) return []
  const rest = say(
    initiatives.length > 0 ? 'publication.initiatives.more' : 'publication.initiatives.unnamed',
    { count },
  )
  const list = initiatives.map(initiative => initiativePart(words, initiative))
  return [
    element('h4', {}, say('publication.initiatives')),
    list.length > 0 ? element('ul', { class: 'initiatives' }, list) : undefined,
    count > 0 ? element('p', { class: 'more' }, rest) : undefined,
  ]
}

/** What trials taught, as it was re-read: stopped ones like the others. */
function triedPart({ say }: Words, { tried }: PublishedAxis): readonly (Html | undefined)[] {
  if (tried.length === 0) return []
  const list = tried.map(({ text, decision }) =>
    element('li', {}, element('strong', {}, say(`publication.trial.${decision}`)), element('span', {}, text)),
  )
  return [element('h4', {}, say('publication.tried.head')), element('ul', { class: 'initiatives' }, list)]
}

function written(title: string, text: string): readonly Html[] {
  if (text === '') return []
  return [element('h4', {}, title), element('p', { class: 'written' }, text)]
}

/** One axis: what the Lab' says was proposed, its figures, its initiatives, and what was learnt. */
export function axisPart(words: Words, axis: PublishedAxis, id: string): Html {
  const { say, language } = words
  const promise = axis.axis?.promise[language]
  const head = element(
    'header',
    {},
    element('h3', { id }, axisName(words, axis.axis)),
    promise ? element('p', {}, promise) : undefined,
  )
  return element(
    'section',
    { class: axis.axis ? `axis slot-${axis.axis.slot}` : 'axis', 'aria-labelledby': id },
    head,
    written(say('publication.proposed.head'), axis.proposed),
    stageTable(words, axis),
    answeredBar(words, axis),
    initiativesPart(words, axis),
    triedPart(words, axis),
    written(say('publication.learnt.head'), axis.learnt),
  )
}
