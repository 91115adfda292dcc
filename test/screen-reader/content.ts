import type { WholeLanguage } from '../../src/kernel/text/language.ts'

export type Content = {
  readonly question: string
  readonly options: readonly [string, string, string]
  readonly idea: string
  readonly commitment: string
  readonly answer: string
}

/** What people wrote and write, in the language that is read. */
export const CONTENT: Readonly<Record<WholeLanguage, Content>> = {
  fr: {
    question: 'Quel nom pour le carnet de passation ?',
    options: ['Le relais', 'Le témoin', 'La passerelle'],
    idea: 'Un carnet de passation d’une page quand on change de poste',
    commitment: 'Tenir mon carnet de passation chaque vendredi',
    answer: 'Le planning ouvre en septembre sur trois sites',
  },
  en: {
    question: 'Which name for the handover notebook?',
    options: ['The relay', 'The baton', 'The bridge'],
    idea: 'A handover notebook of one page for whoever changes posts',
    commitment: 'Keep my handover notebook every Friday',
    answer: 'The schedule opens in September on three sites',
  },
}
