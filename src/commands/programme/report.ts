import type { MethodDifference } from '../../features/programme/import/domain.ts'
import type { Comparison, MethodChange } from '../../features/programme/import/usecases.ts'
import type { MethodFault, Wrong } from '../../features/programme/method/fault.ts'
import type { ProgrammeContent } from '../../features/programme/programme/domain.ts'
import type { examplesLeft } from './starter-file.ts'

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

function wrongLines({ line, path, what, example }: Wrong): string[] {
  const place = [line > 0 ? `line ${line}` : '', path].filter(part => part !== '').join(', ')
  return [
    `  ${place === '' ? what : `${place}: ${what}`}`,
    ...(example === '' ? [] : [`    right: ${example}`]),
  ]
}

/** Validation errors of a file, in lines. */
export function faultLines({ file, wrongs }: MethodFault): string[] {
  const count = counted(wrongs.length, 'thing is', 'things are')
  return [`${file}: ${count} wrong.`, ...wrongs.flatMap(wrongLines)]
}

function iconLines({ axes, phases }: ProgrammeContent, carried: readonly string[]): string[] {
  const named = [...new Set([...axes, ...phases].map(({ icon }) => icon))]
  const unknown = named.filter(icon => !carried.includes(icon))
  if (unknown.length === 0) return []
  return [
    `  The pages draw a circle for ${unknown.join(', ')}: they carry ${[...carried].sort().join(', ')}.`,
  ]
}

/** Summary of a valid file. `carried`: the icons that the pages have. */
export function contentLines(file: string, content: ProgrammeContent, carried: readonly string[]): string[] {
  const { axes, phases, directions, nudges, words } = content
  const agents = directions.reduce((sum, { headcount }) => sum + headcount, 0)
  const texts = Object.values(words).reduce((sum, own) => sum + Object.keys(own).length, 0)
  const running = nudges.filter(({ off }) => !off).length
  const parts = [
    counted(axes.length, 'axis', 'axes'),
    counted(phases.length, 'phase'),
    `${counted(directions.length, 'Direction')} of ${counted(agents, 'agent')}`,
    counted(running, 'rule of nudges', 'rules of nudges'),
    counted(texts, 'text of its own', 'texts of its own'),
  ]
  const still =
    '  No rule of nudges runs: nobody is reminded of anything. Without "nudges:", the usual rules run.'
  return [
    `${file} can be used: ${parts.join(', ')}.`,
    ...(running === 0 ? [still] : []),
    ...iconLines(content, carried),
  ]
}

/** Warning about texts left from the starter file. */
export function exampleLines(left: ReturnType<typeof examplesLeft>): string[] {
  if (left.length === 0) return []
  return [
    '  Still as in programmes/depart.yaml, whose values are examples. Change them before people come:',
    ...left.map(([path, value]) => `    ${path}: ${value}`),
  ]
}

export function differenceLines(differences: readonly MethodDifference[]): string[] {
  return differences.length === 0 ? ['Both say the same.'] : differences.map(({ sentence }) => sentence)
}

function changeLines({ sentence, standing, about }: MethodChange): string[] {
  if (!about) return [`  ${sentence}`]
  return [`  ${sentence}`, ...(standing === '' ? [] : [`    Under it: ${standing}.`])]
}

function hinderedLine({ about, standing }: MethodChange): string {
  const kind = about?.under === 'axis' ? 'Axis' : 'Direction'
  return `${kind} "${about?.id}" cannot be removed: ${standing} would be left without it. Keep its id; all else may change.`
}

/** Report of what an import changes. */
export function comparisonLines({ first, changes, hindered }: Comparison): string[] {
  if (first) return ['The database holds no programme yet: all of it is new.']
  if (changes.length === 0) return ['The database says the same already.']
  return [
    `${counted(changes.length, 'change')} to what the database holds:`,
    ...changes.flatMap(changeLines),
    ...(hindered.length > 0 ? hindered.map(hinderedLine) : []),
  ]
}
