import type { ButtonsPart, TitlePart } from '../../cards/parts.ts'
import type { CardOf } from '../../kernel/text/card.ts'
import type { Notice } from '../protocol/reply.ts'

/** What a person may press next: six at most. */
export type ReplyButton = ButtonsPart['buttons'][number]
type NoticeCard = CardOf<'common/notice', { readonly notice: Notice } & ButtonsPart>
type HelpCard = CardOf<
  'common/help',
  TitlePart & { readonly sentence: string; readonly lines: readonly string[] } & ButtonsPart
>
export type CommonCard = NoticeCard | HelpCard

/** Why it cannot be done, and what can be done instead. */
export function refusalCard(
  title: string,
  sentence: string,
  buttons: readonly ReplyButton[] = [],
): NoticeCard {
  return noticeCard({ tone: 'warning', title, text: sentence }, buttons)
}

/** Something broke: one sentence that holds the reference. */
export function faultCard(title: string, sentence: string, buttons: readonly ReplyButton[] = []): NoticeCard {
  return noticeCard({ tone: 'attention', title, text: sentence }, buttons)
}

/** A notice alone, when no other card is left to carry it. */
export function noticeCard(notice: Notice, buttons: readonly ReplyButton[] = []): NoticeCard {
  return { template: 'common/notice', data: { notice, buttons } }
}

/** What one can do here. `lines`: what else, below the buttons. */
export function helpCard(
  title: string,
  sentence: string,
  buttons: readonly ReplyButton[],
  lines: readonly string[] = [],
): HelpCard {
  return { template: 'common/help', data: { title, sentence, buttons, lines } }
}
