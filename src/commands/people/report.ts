import type {
  Added,
  Changed,
  Field,
  FileDifference,
  FileLeaver,
  Kept,
  Replaced,
} from '../../features/people/people-file/difference.ts'
import type { FileFault } from '../../features/people/people-file/domain.ts'
import type { ListedRole } from '../../features/people/person/domain.ts'
import type { Programme } from '../../features/programme/index.ts'
import type { Key, Words } from '../../i18n/words.ts'

/** People of one kind that are listed by name; the others are counted. */
const NAMED = 20
/** Errors that are listed. */
const FAULTS = 100

type Voice = { readonly words: Words; readonly programme: Pick<Programme, 'direction'> }

function directionText({ words, programme }: Voice, ids: readonly string[]): string {
  const names = ids.map(id => programme.direction(id)?.name ?? id)
  return names.length > 0 ? names.join(', ') : words.say('roster.no-direction')
}

function roleText(voice: Voice, { role, deputy, leads }: ListedRole): string {
  const name = voice.words.say(deputy ? 'role.deputy' : (`role.${role}` as Key))
  return leads.length > 0 ? `${name} (${directionText(voice, leads)})` : name
}

function changeText(voice: Voice, { entry, before }: Changed, field: Field): string {
  const { say } = voice.words
  if (field === 'name') return say('roster.change.name', { from: before.name, to: entry.name })
  const text = ({ direction }: ListedRole) => directionText(voice, direction === undefined ? [] : [direction])
  return field === 'direction'
    ? say('roster.change.direction', { from: text(before), to: text(entry) })
    : say('roster.change.role', { from: roleText(voice, before), to: roleText(voice, entry) })
}

function addedText(voice: Voice, { entry, person }: Added): string {
  const { line, name, direction } = entry
  const what = [
    roleText(voice, entry),
    ...(entry.leads.length === 0 && direction !== undefined ? [directionText(voice, [direction])] : []),
    ...(person ? [voice.words.say('roster.known')] : []),
  ]
  return voice.words.say('roster.line', { line, text: `${name} · ${what.join(' · ')}` })
}

function changedText(voice: Voice, changed: Changed): string {
  const { line, name } = changed.entry
  const what = changed.what.map(field => changeText(voice, changed, field)).join(' · ')
  return voice.words.say('roster.line', { line, text: `${name} · ${what}` })
}

function leavingText(voice: Voice, { name, person, loses }: FileLeaver): string {
  const { say } = voice.words
  if (!person) return `${name} · ${say('roster.never-came')}`
  if (loses) return `${name} · ${say('roster.loses', { role: roleText(voice, person) })}`
  return `${name} · ${say('roster.stays', { role: roleText(voice, person) })}`
}

function replacedText(voice: Voice, { person, by }: Replaced): string {
  const parts = { role: roleText(voice, person), name: by.name }
  return `${person.name} · ${voice.words.say('roster.replaced', parts)}`
}

function keptText(voice: Voice, { person, entry }: Kept): string {
  const parts = { role: roleText(voice, person), name: entry.name }
  return `${person.name} · ${voice.words.say('roster.kept', parts)}`
}

function section<T>({ words }: Voice, title: Key, all: readonly T[], text: (one: T) => string): string[] {
  if (all.length === 0) return []
  const more = all.length - NAMED
  return [
    words.say(title, { count: all.length }),
    ...all.slice(0, NAMED).map(one => `  ${text(one)}`),
    ...(more > 0 ? [`  ${words.say('roster.more', { count: more })}`] : []),
  ]
}

/** Report of the changes, in lines: counts, and the first of each kind by name. E-mails are not repeated. */
export function differenceLines(
  voice: Voice,
  { added, changed, leaving, replaced, kept, same }: FileDifference,
): string[] {
  return [
    ...section(voice, 'roster.added', added, each => addedText(voice, each)),
    ...section(voice, 'roster.changed', changed, each => changedText(voice, each)),
    ...section(voice, 'roster.replacing', replaced, each => replacedText(voice, each)),
    ...section(voice, 'roster.keeping', kept, each => keptText(voice, each)),
    ...section(voice, 'roster.leaving', leaving, each => leavingText(voice, each)),
    voice.words.say('roster.same', { count: same }),
  ]
}

/** Validation errors of the file, in lines. */
export function faultLines({ words, programme }: Voice, faults: readonly FileFault[]): string[] {
  const { say } = words
  const more = faults.length - FAULTS
  return [
    say('roster.refused', { count: faults.length }),
    ...faults.slice(0, FAULTS).map(({ line, code, details }) => {
      const direction = String(details.direction ?? '')
      const named = { ...details, direction: programme.direction(direction)?.name ?? direction }
      const near = details.near === undefined ? '' : ` · ${say('roster.near', { direction: details.near })}`
      const text = say(`roster.${code}` as Key, named) + near
      return `  ${say('roster.line', { line, text })}`
    }),
    ...(more > 0 ? [`  ${say('roster.more-faults', { count: more })}`] : []),
  ]
}
