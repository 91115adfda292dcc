import { isDeepStrictEqual } from 'node:util'
import type { ProgrammeContent, WordRules } from '../../features/programme/programme/domain.ts'
import { LANGUAGES } from '../../kernel/text/language.ts'

/** The template of method files: nearly all of it is example text. */
export const STARTER = new URL('../../../programmes/depart.yaml', import.meta.url)

type Left = readonly [path: string, value: string | undefined]

/** Single values, under the same path in every file. */
function singles({ id, name, organisation, privacy }: ProgrammeContent): readonly Left[] {
  return [
    ['id', id],
    ['name', name],
    ['organisation', organisation],
    ['privacy.controller', privacy.controller],
    ['privacy.contact', privacy.contact],
    ['privacy.url', privacy.url],
  ]
}

/** Ids of entries that are the same in both files. `facet`: the part of an entry that is example text. */
function entriesLeft<T extends { readonly id: string }>(
  own: readonly T[],
  starter: readonly T[],
  facet: (entry: T) => unknown,
): string {
  return own
    .filter(entry => starter.some(each => isDeepStrictEqual(facet(each), facet(entry))))
    .map(({ id }) => id)
    .join(', ')
}

function textsLeft(own: WordRules, starter: WordRules): readonly Left[] {
  return LANGUAGES.map(language => [
    `words.${language}`,
    Object.entries(own[language])
      .filter(([key, text]) => starter[language][key] === text)
      .map(([key]) => key)
      .join(', '),
  ])
}

function closuresLeft(own: ProgrammeContent, starter: ProgrammeContent): string {
  return own.calendar.closures
    .filter(closure => starter.calendar.closures.some(each => isDeepStrictEqual(each, closure)))
    .map(({ from, until }) => `${from} to ${until}`)
    .join(', ')
}

/**
 * Example texts of the starter that a file still has, each with its path. Hours, colours, rules of nudges and
 * retention are left out: they are proposals that one may keep.
 */
export function examplesLeft(own: ProgrammeContent, starter: ProgrammeContent): readonly Left[] {
  const given = new Map(singles(starter))
  const left: readonly Left[] = [
    ...singles(own).filter(([path, value]) => given.get(path) === value),
    ['calendar.closures', closuresLeft(own, starter)],
    ['axes', entriesLeft(own.axes, starter.axes, ({ id, title, promise }) => [id, title, promise])],
    ['phases', entriesLeft(own.phases, starter.phases, ({ id, from, until }) => [id, from, until])],
    ['directions', entriesLeft(own.directions, starter.directions, direction => direction)],
    ...textsLeft(own.words, starter.words),
  ]
  return left.filter(([, value]) => value !== undefined && value !== '')
}
