import type { FooterPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import type { Contact } from '../../programme/index.ts'

export type ContactLine = { readonly label: SafeText; readonly where: SafeText }
type ContactsData = TitlePart &
  FooterPart & { readonly sentence: string; readonly contacts: readonly ContactLine[]; readonly none: string }

export type ContactsCard = CardOf<'utterances/distress/contacts', ContactsData>

/** Contacts of the method file in the reader's language. */
export function contactLines({ language }: Words, contacts: readonly Contact[]): readonly ContactLine[] {
  return contacts.map(({ label, phone, address }) => ({
    label: safe(label[language]),
    where: safe([phone, address].filter(part => part !== undefined).join(' · ')),
  }))
}

/** Whom to turn to. What was typed is neither on it nor kept. */
export function contactsCard(words: Words, contacts: readonly Contact[]): ContactsCard {
  const { say } = words
  return {
    template: 'utterances/distress/contacts',
    data: {
      title: say('utterance.distress.title'),
      sentence: say(contacts.length > 0 ? 'utterance.distress.sentence' : 'utterance.distress.sentence.none'),
      contacts: contactLines(words, contacts),
      none: contacts.length > 0 ? '' : say('utterance.distress.none'),
      footer: say('utterance.distress.rules'),
    },
  }
}
