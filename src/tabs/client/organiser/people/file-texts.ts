import type {
  FileChangeView,
  FileFaultView,
  FileLeavingView,
  FileNewView,
} from '../../../contract/people/file.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { directionName, seatText } from './texts.ts'

/** Why a line is refused: the sentences of `npm run people`. */
export function faultText(
  { say }: Translator,
  programme: ProgrammeView,
  { code, details }: FileFaultView,
): string {
  const { direction = '', other = '', count = '0', wanted = '0', max = '', column = '', role = '' } = details
  const named = directionName(programme, direction)
  switch (code) {
    case 'cells':
      return say('roster.cells', { count: Number(count), wanted: Number(wanted) })
    case 'column-missing':
      return say('roster.column-missing', { column })
    case 'column-twice':
      return say('roster.column-twice', { column })
    case 'deputies':
      return say('roster.deputies', { direction: named, other })
    case 'direction-ambiguous':
      return say('roster.direction-ambiguous', { direction })
    case 'direction-needed':
      return say('roster.direction-needed')
    case 'direction-several':
      return say('roster.direction-several')
    case 'direction-unknown':
      return say('roster.direction-unknown', { direction })
    case 'mail':
      return say('roster.mail')
    case 'name-long':
      return say('roster.name-long', { max })
    case 'name-missing':
      return say('roster.name-missing')
    case 'nobody':
      return say('roster.nobody')
    case 'person-twice':
      return say('roster.person-twice', { other })
    case 'pilots':
      return say('roster.pilots', { direction: named, other })
    case 'role-unknown':
      return say('roster.role-unknown', { role })
    case 'too-large':
      return say('roster.too-large')
    case 'too-many':
      return say('roster.too-many')
    case 'twice':
      return say('roster.twice', { other })
    default:
      return say('roster.quotes')
  }
}

/** « 2, 5 à 9 et 14 autres » */
export function linesText({ say }: Translator, { runs, count }: FileFaultView): string {
  const texts = runs.map(([from, to]) =>
    from === to ? String(from) : say(to === from + 1 ? 'staff.file.two' : 'staff.file.run', { from, to }),
  )
  const more = count - runs.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  const shown = texts.join(', ')
  return more > 0 ? say('staff.file.lines.more', { lines: shown, count: more }) : shown
}

/** What to do about it, where the sentence does not say so itself. */
export function remedyText({ say }: Translator, { code, details }: FileFaultView): string {
  if (details.near !== undefined) return say('roster.near', { direction: details.near })
  switch (code) {
    case 'direction-unknown':
    case 'direction-needed':
      return say('staff.fix.direction')
    case 'role-unknown':
      return say('staff.fix.role')
    case 'mail':
    case 'name-missing':
    case 'name-long':
      return say('staff.fix.cell')
    case 'twice':
    case 'person-twice':
    case 'pilots':
    case 'deputies':
      return say('staff.fix.twice')
    case 'column-missing':
    case 'column-twice':
    case 'cells':
    case 'quotes':
      return say('staff.fix.columns')
    default:
      return say('staff.fix.file')
  }
}

export function newText(translator: Translator, programme: ProgrammeView, entry: FileNewView): string {
  const { say } = translator
  const works = entry.leads.length === 0 && entry.direction !== undefined
  return [
    seatText(translator, programme, entry),
    ...(works ? [directionName(programme, entry.direction ?? '')] : []),
    ...(entry.known ? [say('roster.known')] : []),
  ].join(' · ')
}

export function changeText(translator: Translator, programme: ProgrammeView, entry: FileChangeView): string {
  const { say } = translator
  const { before, what } = entry
  const where = (id: string | undefined) => (id ? directionName(programme, id) : say('roster.no-direction'))
  return what
    .map(field => {
      if (field === 'name') return say('roster.change.name', { from: before.name, to: entry.name })
      if (field === 'direction')
        return say('roster.change.direction', { from: where(before.direction), to: where(entry.direction) })
      const [from, to] = [seatText(translator, programme, before), seatText(translator, programme, entry)]
      return say('roster.change.role', { from, to })
    })
    .join(' · ')
}

export function leavingText(
  translator: Translator,
  programme: ProgrammeView,
  { seat, loses }: FileLeavingView,
): string {
  const { say } = translator
  if (!seat) return say('roster.never-came')
  const role = seatText(translator, programme, seat)
  return loses ? say('roster.loses', { role }) : say('roster.stays', { role })
}
