import type { Key, Words } from '../../i18n/words.ts'
import { type Months, monthsOf } from '../../kernel/personal-data/data-part.ts'
import { isoIn } from '../../kernel/time/time-zone.ts'
import { DATA_FORMAT, KINDS, recordOf } from './data-file.ts'
import type { DataLine, TableRows } from './domain.ts'
import { factsOf, type LabelledValue, type RightsContext } from './fact-cards.ts'

/** Its `answer` is a code, not the person's text. */
const REGISTRATION = 'registration.person_id'

/** Columns with a person’s own text, likeliest first. */
const TEXTS = [
  'text',
  'title',
  'question',
  'answer',
  'next',
  'if_text',
  'learnt',
  'hidden_reason',
  'reason',
] as const
/** Columns with a time, likeliest first. */
const MOMENTS = [
  'at',
  'created_at',
  'sent_at',
  'answered_at',
  'said_at',
  'asked_at',
  'voted_at',
  'joined_at',
  'stopped_at',
  'since',
  'decided_at',
  'hidden_at',
  'written_at',
  'drawn_at',
  'changed_at',
  'posted_at',
  'published_at',
] as const
type LineInWords = {
  readonly what: string
  readonly text?: string
  /** Since when it is no longer shown. */
  readonly mark?: string
  readonly at?: number
  readonly facts?: readonly LabelledValue[]
}

/** Several columns of an idea, a next step and a trial designate people. */
const APART: readonly string[] = [
  'idea.answered_by',
  'idea.decided_by',
  'idea.hidden_by',
  'next_step.asked',
  'next_step.asker',
  'trial.planned_by',
]

/** Kind of a row; by column where a table has several. */
function whatOf({ say }: Words, name: string): string {
  const [table = ''] = name.split('.')
  return say(`data.row.${APART.includes(name) ? name : table}` as Key)
}

/** The choice, with points. */
function choiceIn({ words: { say } }: RightsContext, { chosen }: DataLine): readonly LabelledValue[] {
  if (!chosen) return []
  const { title, points } = chosen
  const value = points === undefined ? title : say('tab.ballot.option.points', { title, count: points })
  return [{ label: say('ballot.mine'), value }]
}

/** Answers to a workshop, labelled like their buttons; an offer has a line of its own. */
const ANSWERS = { yes: 'workshop.join', no: 'workshop.decline', waiting: 'workshop.wait' } as const

function answerIn({ words: { say } }: RightsContext, { name, row }: DataLine): readonly LabelledValue[] {
  const key = Object.entries(ANSWERS).find(([answer]) => answer === row.answer)?.[1]
  if (name !== REGISTRATION || !key) return []
  return [{ label: say('workshop.seeMine'), value: say(key) }]
}

/** The event of an idea's thread, without its detail. */
function stepIn({ words: { say } }: RightsContext, { name, row }: DataLine): readonly LabelledValue[] {
  if (name !== 'event.person_id') return []
  return [{ label: say('data.label.step'), value: say(`thread.${row.kind}` as Key) }]
}

/** « Retirée le lundi 17 mai 2027, plus montrée » */
function markOf({ words: { say, day } }: RightsContext, { name, row }: DataLine): string | undefined {
  const at = Number(row.withdrawn_at ?? 0)
  if (name === 'idea_comment.author') return at > 0 ? say('data.mark.comment', { date: day(at) }) : undefined
  if (name !== 'idea.author' || row.state !== 'withdrawn') return undefined
  return at > 0 ? say('data.mark.idea', { date: day(at) }) : say('idea.state.withdrawn')
}

/** Columns that refer to an idea, which may be hidden. */
const IDEAS = ['idea_id', 'thing_id', 'from_id'] as const

function unshown({ words: { say } }: RightsContext, { row }: DataLine): string | undefined {
  return IDEAS.some(column => row[column]) ? say('data.row.unshown') : undefined
}

/** The person's own text, else the title of what the row refers to. */
function textOf({ name, row, title }: DataLine): string | undefined {
  if (name.startsWith('message.')) return undefined
  if (name === REGISTRATION) return title
  const text = TEXTS.map(column => row[column]).find(value => typeof value === 'string' && value !== '')
  return text === undefined ? title || undefined : String(text)
}

/** A row in words. */
export function lineInWords(context: RightsContext, line: DataLine): LineInWords {
  const { name, row } = line
  const what = whatOf(context.words, name)
  if (name === 'person.id') return { what, facts: factsOf(context, line) }
  const text = textOf(line) ?? unshown(context, line)
  const mark = markOf(context, line)
  const moment = MOMENTS.find(column => Number(row[column] ?? 0) > 0)
  const own = [...choiceIn(context, line), ...answerIn(context, line), ...stepIn(context, line)]
  const facts = [...own, ...factsOf(context, line, moment)]
  return {
    what,
    ...(text !== undefined && { text }),
    ...(mark !== undefined && { mark }),
    ...(moment !== undefined && { at: Number(row[moment]) }),
    ...(facts.length > 0 && { facts }),
  }
}

/** Time of the file (ms), its time zone, and retention by kind in months. */
export type Making = { readonly at: number; readonly zone: string; readonly months: Months }

/** What no file can contain, and why. */
export function notHere({ say }: Words): readonly string[] {
  return [say('data.sealed'), say('data.others'), say('data.others.acts')]
}

/** All data about somebody as one document, each part with purpose and retention: docs/mes-donnees.md. */
export function fileInWords(words: Words, held: readonly TableRows[], { at, zone, months }: Making): object {
  const { say } = words
  return {
    format: DATA_FORMAT,
    title: say('data.title'),
    language: words.language,
    madeAt: isoIn(at, zone),
    parts: [...Map.groupBy(held, ({ part }) => part)].map(([part, tables]) => ({
      part,
      title: say(`data.${part}`),
      what: say(`data.${part}.what`),
      purpose: say(`data.${part}.why`),
      until: say(`data.${part}.until` as Key, monthsOf(part, months)),
      seenBy: say(`data.${part}.seen`),
      records: tables.map(({ name, rows }) => ({
        kind: KINDS[name] ?? '',
        what: whatOf(words, name),
        rows: rows.map(row => recordOf(row, zone)),
      })),
    })),
    notHere: notHere(words),
  }
}
