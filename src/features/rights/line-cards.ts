import type { Key, Words } from '../../i18n/words.ts'
import { isoIn } from '../../kernel/zone.ts'
import { DATA_FORMAT, KINDS, recordOf } from './document.ts'
import type { Held, Line, Told } from './domain.ts'

/** Columns in which a person’s own words stand, likeliest first. */
const TEXTS = ['text', 'title', 'question', 'answer', 'next', 'hidden_reason', 'reason', 'detail'] as const
/** Those of a moment, likeliest first. */
const MOMENTS = [
  'at',
  'created_at',
  'sent_at',
  'answered_at',
  'said_at',
  'voted_at',
  'joined_at',
  'stopped_at',
  'since',
  'decided_at',
  'hidden_at',
  'written_at',
  'drawn_at',
  'posted_at',
] as const
/** What a person’s own row says on the page; the file has all of it. */
const LABELS = [
  'name',
  'object_id',
  'tenant',
  'role',
  'direction',
  'language',
  'created_at',
  'took_part_at',
] as const

type LineInWords = {
  readonly what: string
  readonly text?: string
  readonly at?: number
  readonly facts?: readonly { readonly label: string; readonly value: string }[]
}

/** Several columns of an idea designate people. */
const APART: readonly string[] = ['idea.answered_by', 'idea.decided_by', 'idea.hidden_by']

/** What a row is, by the column that designates the person where a table has several. */
function whatOf({ say }: Words, name: string): string {
  const [table = ''] = name.split('.')
  return say(`data.row.${APART.includes(name) ? name : table}` as Key)
}

/** `nameOf`: what people call a Direction. */
type Voice = { readonly words: Words; readonly nameOf: (direction: string) => string }

function saidOf(
  { words: { say, day }, nameOf }: Voice,
  label: (typeof LABELS)[number],
  value: string | number,
): string {
  if (label === 'direction') return nameOf(String(value))
  if (label === 'role') return say(`role.${value}` as Key)
  if (label === 'language') return say(`language.${value}` as Key)
  return label.endsWith('_at') ? day(Number(value)) : String(value)
}

function factsOf(voice: Voice, row: Held) {
  return LABELS.flatMap(label => {
    const value = row[label]
    if (value === null || value === undefined || value === '') return []
    return [{ label: voice.words.say(`data.label.${label}`), value: saidOf(voice, label, value) }]
  })
}

/** One row for its person to read. */
export function lineInWords(voice: Voice, { name, row, title }: Line): LineInWords {
  const { words } = voice
  const text = TEXTS.map(column => row[column]).find(value => typeof value === 'string' && value !== '')
  const at = MOMENTS.map(column => row[column]).find(value => typeof value === 'number' && value > 0)
  const shown = name.startsWith('message.') ? undefined : (text ?? title)
  if (name === 'person.id') return { what: whatOf(words, name), facts: factsOf(voice, row) }
  return {
    what: whatOf(words, name),
    ...(shown !== undefined && { text: String(shown) }),
    ...(typeof at === 'number' && { at }),
  }
}

const UNTIL: Readonly<Partial<Record<string, Key>>> = {
  commitments: 'data.until.erased',
  messages: 'data.until.erased',
}

/** When the file was made (ms), and the zone in which it says moments. */
type Making = { readonly at: number; readonly zone: string }

/** All that is held about somebody as one document, each part with what it is for and until when: docs/mes-donnees.md. */
export function fileInWords(words: Words, told: readonly Told[], { at, zone }: Making): object {
  const { say } = words
  return {
    format: DATA_FORMAT,
    title: say('data.title'),
    language: words.language,
    madeAt: isoIn(at, zone),
    parts: [...Map.groupBy(told, ({ part }) => part)].map(([part, tables]) => ({
      part,
      title: say(`data.${part}`),
      what: say(`data.${part}.what`),
      purpose: say(`data.${part}.why`),
      until: say(UNTIL[part] ?? (`data.${part}.until` as Key)),
      seenBy: say(`data.${part}.seen`),
      records: tables.map(({ name, rows }) => ({
        kind: KINDS[name] ?? '',
        what: whatOf(words, name),
        rows: rows.map(row => recordOf(row, zone)),
      })),
    })),
    notHere: [say('data.sealed'), say('data.others'), say('data.others.acts')],
  }
}
