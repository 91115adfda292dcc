import type { WholeLanguage } from '../../../src/kernel/text/language.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import * as cast from '../../support/sign-in/cast.ts'

/** Six people of three Directions. Owen's Teams speaks English, whatever the others' does. */
export type Six = {
  readonly maelle: Person
  readonly ines: Person
  readonly pascal: Person
  readonly camille: Person
  readonly nadia: Person
  readonly owen: Person
}

export function sixPeople(language: WholeLanguage): Six {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  return {
    maelle: { ...cast.MAELLE, locale },
    ines: { ...cast.INES, locale },
    pascal: { ...cast.PASCAL, locale },
    camille: { ...cast.CAMILLE, locale },
    nadia: { ...cast.NADIA, locale },
    owen: { ...cast.OWEN, direction: 'lycees' },
  }
}

export function firstName({ name }: Person): string {
  return name.split(' ')[0] ?? name
}
