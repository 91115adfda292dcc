import type { TableCell } from '../../files/csv-writer.ts'
import { momentCell } from '../../files/date-cell.ts'
import type { Key, Words } from '../../i18n/words.ts'
import { clockIn } from '../../kernel/time/time-zone.ts'
import { type AuditEntry, type AuditedThing, partsOf } from './domain.ts'

type Parts = { readonly words: Words; readonly zone: string }

/** Names of exported or imported files, by the first word of an entry's thing. */
const FILES: Readonly<Record<string, Key>> = {
  ideas: 'exports.ideas',
  ballots: 'exports.ballots',
  initiatives: 'exports.initiatives',
  commitments: 'exports.commitments',
  workshops: 'exports.workshops',
  journal: 'section.journal',
  people: 'journal.about.people',
}

/** The text of a computed key; undefined where there is none. */
function saidAt({ say }: Words, key: string): string | undefined {
  const text = say(key as Key)
  return text === key ? undefined : text
}

/** The act in words; the raw act where it is unknown. */
function actOf(words: Words, { act, thing }: AuditEntry): string {
  const detail = partsOf(thing).at(-1) ?? ''
  return saidAt(words, `journal.${act}.${detail}`) ?? saidAt(words, `journal.${act}`) ?? act
}

/** A file and its number of rows: « Micro-idées, 26 lignes »; '' for anything else. */
function fileOf(words: Words, thing: string): string {
  const [, name = '', rows = ''] = /^(\w+):(\d+)$/.exec(thing) ?? []
  const table = Object.hasOwn(FILES, name) ? FILES[name] : undefined
  return table ? words.say('journal.rows', { table: words.say(table), count: Number(rows) }) : ''
}

function roleOf(words: Words, { role }: AuditEntry): string {
  return saidAt(words, `role.${role}`) ?? saidAt(words, `journal.role.${role}`) ?? role
}

/** Reason of a refusal; '' where the act was done. */
function reasonOf(words: Words, { refused }: AuditEntry): string {
  if (refused === undefined) return ''
  return saidAt(words, `journal.reason.${refused}`) ?? words.say('journal.reason.other')
}

export function journalHeads({ say }: Words): readonly string[] {
  return [
    say('journal.col.date'),
    say('journal.col.time'),
    say('journal.col.act'),
    say('journal.col.thing'),
    say('journal.col.id'),
    say('journal.col.role'),
    say('journal.col.who'),
    say('journal.col.door'),
    say('journal.refused'),
  ]
}

/** A row of the journal as a file. `things`: what entries are about, by id. */
export function journalRow(
  { words, zone }: Parts,
  entry: AuditEntry,
  things: ReadonlyMap<string, AuditedThing>,
): readonly TableCell[] {
  const { at, who, thing, door } = entry
  const about = partsOf(thing).flatMap(part => things.get(part) ?? [])
  return [
    momentCell(at, zone, words.language),
    clockIn(at, zone),
    actOf(words, entry),
    about[0]?.title ?? fileOf(words, thing),
    thing,
    roleOf(words, entry),
    who,
    saidAt(words, `journal.door.${door}`) ?? door,
    reasonOf(words, entry),
  ]
}
