import type { TableCell } from '../../files/csv-writer.ts'
import { momentCell } from '../../files/date-cell.ts'
import type { Key, Words } from '../../i18n/words.ts'
import { amountsOf, withoutAmounts } from '../../kernel/access/amounts.ts'
import { clockIn } from '../../kernel/time/time-zone.ts'
import { type AuditEntry, type AuditedThing, DIRECTION_ACTS, partsOf } from './domain.ts'

type Parts = {
  readonly words: Words
  readonly zone: string
  /** Name of a Direction by its id; undefined for any other id. */
  readonly directionName: (id: string) => string | undefined
}

/** Names of exported or imported files, by the first word of an entry's thing. */
const FILE_ACTS = ['exports.take', 'audit.export', 'people.import']
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
  const detail = partsOf(withoutAmounts(thing)).at(-1) ?? ''
  return saidAt(words, `journal.${act}.${detail}`) ?? saidAt(words, `journal.${act}`) ?? act
}

/** What it was done to: its title, a Direction, or which file; '' without a name. */
function aboutOf(
  { words, directionName }: Parts,
  entry: AuditEntry,
  about: AuditedThing | undefined,
): string {
  if (about) return about.title || words.say('journal.see.hidden')
  const parts = partsOf(entry.thing)
  if (DIRECTION_ACTS.includes(entry.act)) return parts.flatMap(part => directionName(part) ?? [])[0] ?? ''
  const [file = ''] = parts
  return FILE_ACTS.includes(entry.act) && Object.hasOwn(FILES, file)
    ? words.say(FILES[file] ?? 'section.journal')
    : ''
}

/** How much of it: « 312 personnes ajoutées, 4 rôles changés ». */
function amountOf({ say }: Words, entry: AuditEntry): string {
  return amountsOf(entry)
    .map(({ name, count }) => say(`journal.amount.${name}` as Key, { count }))
    .join(', ')
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
    say('journal.col.amount'),
    say('journal.col.id'),
    say('journal.col.role'),
    say('journal.col.who'),
    say('journal.col.door'),
    say('journal.refused'),
  ]
}

/** A row of the journal as a file. `things`: what entries are about, by id. */
export function journalRow(
  parts: Parts,
  entry: AuditEntry,
  things: ReadonlyMap<string, AuditedThing>,
): readonly TableCell[] {
  const { words, zone } = parts
  const { at, who, thing, door } = entry
  const [about] = partsOf(thing).flatMap(part => things.get(part) ?? [])
  return [
    momentCell(at, zone, words.language),
    clockIn(at, zone),
    actOf(words, entry),
    aboutOf(parts, entry, about),
    amountOf(words, entry),
    thing,
    roleOf(words, entry),
    who,
    saidAt(words, `journal.door.${door}`) ?? door,
    reasonOf(words, entry),
  ]
}

/** The line that ends a file of which the oldest entries are left out. */
export function journalCut({ say }: Words, rows: number, all: number): readonly TableCell[] {
  return [say('journal.cut', { rows, all })]
}
