import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import {
  axisTitle,
  button,
  type CommitmentAxes,
  type CommitmentListCard,
  horizonText,
  ICON,
} from '../commitment/cards.ts'
import type { SharedCommitment } from './domain.ts'

type Page = { readonly items: readonly SharedCommitment[]; readonly next?: string }

function sectionOf(
  words: Words,
  axes: CommitmentAxes,
  shared: SharedCommitment,
): CommitmentListCard['data']['sections'][number] {
  const { id, axis, text, author, stage, horizon, reworded, joined } = shared
  const title = words.say('commit.me.too')
  const tooltip = words.say('act.on', { act: title, text: plain(text) })
  const about = [safe(author), words.say(`commit.state.${stage}`), horizonText(words, horizon)]
  if (reworded) about.push(words.say('commit.reworded'))
  if (joined) about.push(words.say('commit.joined'))
  const listed = {
    text: safe(text),
    detail: about.filter(part => part !== '').join(' · '),
    buttons: joined ? [] : [{ ...button(title, 'commitments.me-too', { commitment: id }), tooltip }],
  }
  return { axis: axisTitle(words, axes, axis), commitments: [listed] }
}

/** Colleagues' shared commitments, newest first, each to be taken up. Four rows leave two of six buttons. */
export function nearCard(words: Words, axes: CommitmentAxes, { items, next }: Page): CommitmentListCard {
  const more = words.say('commit.list.more')
  return {
    template: 'commitments/commitment/list',
    data: {
      icon: ICON,
      kind: words.say('commit.kind.plain'),
      title: words.say('commit.near.title'),
      sections: items.map(shared => sectionOf(words, axes, shared)),
      silent: items.length === 0 ? words.say('commit.near.empty') : '',
      buttons: [
        ...(next === undefined ? [] : [button(more, 'commitments.near', { after: next })]),
        button(words.say('command.mes-engagements'), 'commitments.list'),
      ],
    },
  }
}
