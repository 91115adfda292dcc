import type { ButtonsPart, FooterPart, TabPart, TitlePart } from '../../cards/parts.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf } from '../../kernel/card.ts'
import type { Part } from './domain.ts'

export type DataCard = CardOf<
  'rights/data',
  TitlePart & { readonly lines: readonly { readonly text: string }[] } & ButtonsPart & FooterPart & TabPart
>
export type EraseCard = CardOf<'rights/erase', TitlePart>
export type RightsCard = DataCard | EraseCard

type Count = { readonly part: Part; readonly count: number }

/** What is held about whoever reads it, by part, and the way to have it erased. */
export function dataCard({ say }: Words, counts: readonly Count[]): DataCard {
  const lines = counts.map(({ part, count }) => ({
    text: say('data.part.count', { part: say(`data.${part}`), count }),
  }))
  return {
    template: 'rights/data',
    data: {
      title: say('data.title'),
      lines: [...lines, { text: say('data.sealed') }],
      buttons: [{ title: say('data.erase'), verb: 'rights.erase-form', data: {} }],
      footer: say('data.chat.footer'),
      inTab: { tab: 'personal', wanted: 'data' },
    },
  }
}

/** The second step: what goes, what stays and why, and what becomes of ideas. */
export function eraseCard({ say }: Words): EraseCard {
  return { template: 'rights/erase', data: { title: say('data.erase.title') } }
}
