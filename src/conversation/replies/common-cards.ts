import type { ButtonsPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import type { CardOf } from '../../kernel/text/card.ts'
import type { Notice } from '../protocol/reply.ts'

/** Buttons that follow, six at most. */
export type ReplyButton = ButtonsPart['buttons'][number]
type NoticeCard = CardOf<'common/notice', { readonly notice: Notice } & ButtonsPart>
type HelpCard = CardOf<
  'common/help',
  TitlePart & { readonly sentence: string; readonly lines: readonly string[] } & ButtonsPart
>
type LinkData = HeaderPart & TitlePart & { readonly link: string; readonly open: string }
type LinkCard = CardOf<'common/link', LinkData>
export type CommonCard = NoticeCard | HelpCard | LinkCard

/** A refusal: why, and what to do instead. */
export function refusalCard(
  title: string,
  sentence: string,
  buttons: readonly ReplyButton[] = [],
): NoticeCard {
  return noticeCard({ tone: 'warning', title, text: sentence }, buttons)
}

/** A fault: one sentence that holds the reference. */
export function faultCard(title: string, sentence: string, buttons: readonly ReplyButton[] = []): NoticeCard {
  return noticeCard({ tone: 'attention', title, text: sentence }, buttons)
}

/** A notice without another card. */
export function noticeCard(notice: Notice, buttons: readonly ReplyButton[] = []): NoticeCard {
  return { template: 'common/notice', data: { notice, buttons } }
}

/** The help card. `lines`: further help below the buttons. */
export function helpCard(
  title: string,
  sentence: string,
  buttons: readonly ReplyButton[],
  lines: readonly string[] = [],
): HelpCard {
  return { template: 'common/help', data: { title, sentence, buttons, lines } }
}

type LinkFace = {
  readonly name: string
  readonly title: string
  readonly link: string
  readonly open: string
}

/** A link for whoever has not installed the app: the programme's name, the kind of thing, and the link. */
export function linkCard({ name, title, link, open }: LinkFace): LinkCard {
  return { template: 'common/link', data: { icon: 'Link', kind: name, title, link, open } }
}
