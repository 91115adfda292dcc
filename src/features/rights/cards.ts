import type { ButtonsPart, FooterPart, TabPart, TitlePart } from '../../cards/parts.ts'
import { safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf } from '../../kernel/text/card.ts'
import type { PartCount } from './domain.ts'

type DataCard = CardOf<
  'rights/data',
  TitlePart & { readonly lines: readonly { readonly text: string }[] } & ButtonsPart & FooterPart & TabPart
>
type EraseCard = CardOf<'rights/erase', TitlePart & { readonly choice: boolean }>
export type RightsCard = DataCard | EraseCard

/** The person's data by part, the way to have it erased, and the contact. */
export function dataCard({ say }: Words, counts: readonly PartCount[], contact?: string): DataCard {
  const lines = counts.map(({ part, count, withdrawn = 0, around, rest }) => {
    const things = [
      ...(count > 0 ? [say(`data.held.${part}`, { count, withdrawn })] : []),
      ...around.map(({ kind, count, withdrawn = 0 }) => say(`data.around.${kind}`, { count, withdrawn })),
    ].join(', ')
    const held = say(things === '' ? 'data.held.technical' : 'data.held', { things, rest })
    return { text: say('data.part.count', { part: say(`data.${part}`), held }) }
  })
  const rights = say('data.rights', {
    contact: contact === undefined ? say('data.notice.contact') : safe(contact),
  })
  return {
    template: 'rights/data',
    data: {
      title: say('data.title'),
      lines: [...lines, { text: say('data.sealed') }, { text: rights }],
      buttons: [{ title: say('data.erase'), verb: 'rights.erase-form', data: {} }],
      footer: say('data.chat.footer'),
      inTab: { tab: 'personal', wanted: 'data' },
    },
  }
}

/**
 * Confirmation of the erasure: what is deleted, what is kept and why. `choice`: whether to choose what happens to some
 * of their ideas.
 */
export function eraseCard({ say }: Words, choice: boolean): EraseCard {
  return { template: 'rights/erase', data: { title: say('data.erase.title'), choice } }
}
