import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { rounded } from '../../../kernel/personal-data/counts.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { arranged, button, type IdeaButton, queueButton } from '../card/button-cards.ts'
import { factsOf } from '../card/fact-cards.ts'
import type { WritingCard } from '../card/form-cards.ts'
import { headerOf, ICON, type IdeaAxes, type IdeaCard } from '../card/frame-cards.ts'
import { hiddenBecause } from '../card/hidden-cards.ts'
import type { IdeaListCard } from '../card/list-cards.ts'
import type { Idea } from '../idea/domain.ts'
import type { ModerationQueue } from '../idea/hiding.ts'
import type { ReportedIdeaSeen } from './domain.ts'

export type ReportCard = CardOf<
  'ideas/moderation/report',
  HeaderPart & TitlePart & FooterPart & { readonly idea: string; readonly text: string }
>

/** Asks for the reason, which may be left out. */
export function reportCard(words: Words, axes: IdeaAxes, idea: Idea, text = ''): ReportCard {
  return {
    template: 'ideas/moderation/report',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      text: prefilled(text),
      idea: idea.id,
      footer: words.say('idea.report.rules'),
    },
  }
}

/** Asks for the reason of a hiding, which is required. */
export function hidingForm(words: Words, axes: IdeaAxes, idea: Idea, text = ''): WritingCard {
  return {
    template: 'ideas/card/writing',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      label: words.say('idea.hide.label'),
      placeholder: words.say('idea.hide.placeholder'),
      text: prefilled(text),
      axis: '',
      axes: [],
      send: words.say('idea.hide.send'),
      verb: 'ideas.hide',
      idea: idea.id,
      nonce: '',
      footer: words.say('idea.hide.rules'),
    },
  }
}

function countText(words: Words, reports: number): string {
  return words.say('idea.queue.count', { count: rounded(reports) })
}

/** An idea with organisers' acts on it; `others`: further buttons. */
export function moderationCard(
  words: Words,
  axes: IdeaAxes,
  { idea, reports, reasons }: ReportedIdeaSeen,
  others: readonly IdeaButton[],
): IdeaCard {
  const { id, hidden } = idea
  const decide = hidden
    ? button(words.say('idea.restore'), 'ideas.restore', { idea: id })
    : button(words.say('idea.hide'), 'ideas.hide-form', { idea: id })
  const waits = reports > 0
  return {
    template: 'ideas/card/idea',
    data: {
      ...headerOf(words, axes, idea),
      inTab: { tab: 'organiser', wanted: `ideas:${id}` },
      title: safe(idea.text),
      told: '',
      said: hidden ? hiddenBecause(words, hidden) : [],
      facts: [
        ...factsOf(words, idea),
        ...(waits ? [{ icon: 'Flag', text: countText(words, reports) }] : []),
        ...reasons.map(reason => ({ icon: 'Chat', text: safe(reason) })),
      ],
      axes: [],
      buttons: arranged([
        ...(waits ? [button(words.say('idea.dismiss'), 'ideas.dismiss', { idea: id })] : []),
        decide,
        ...others,
        button(words.say('idea.see'), 'ideas.show', { idea: id }),
        queueButton(words, 'reported'),
      ]),
      foot: [],
      footer: '',
    },
  }
}

type Page = { readonly items: readonly ReportedIdeaSeen[]; readonly next?: string }

/** A page of the moderation queue: reported ideas, or hidden ones. */
export function queueCard(words: Words, queue: ModerationQueue, { items, next }: Page): IdeaListCard {
  const other = queue === 'reported' ? 'hidden' : 'reported'
  const more = button(words.say('idea.list.more'), `ideas.${queue}`, { after: next ?? '' })
  return {
    template: 'ideas/card/list',
    data: {
      icon: ICON,
      kind: words.say('idea.kind.plain'),
      title: words.say(`idea.queue.${queue}`),
      empty: words.say(`idea.queue.${queue}.empty`),
      ideas: items.map(({ idea, at, reports }) => {
        const act = button(words.say('idea.queue.open'), 'ideas.moderate', { idea: idea.id })
        const open = { ...act, tooltip: words.say('act.on', { act: act.title, text: plain(idea.text) }) }
        const since = words.say('idea.queue.since', { date: words.shortDay(at) })
        return {
          text: safe(idea.text),
          detail: [...(reports > 0 ? [countText(words, reports)] : []), since].join(' · '),
          open,
          buttons: [open],
        }
      }),
      buttons: [...(next === undefined ? [] : [more]), queueButton(words, other)],
    },
  }
}
