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

/** What is held about whoever reads it, by part, the way to have it erased, and whom to ask for anything else. */
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

/** The second step: what goes, what stays and why. `choice`: what becomes of some of their ideas is to be chosen. */
export function eraseCard({ say }: Words, choice: boolean): EraseCard {
  return { template: 'rights/erase', data: { title: say('data.erase.title'), choice } }
}
