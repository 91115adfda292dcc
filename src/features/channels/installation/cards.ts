import type { AxesPart, ButtonsPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { axesPart, type Programme } from '../../programme/index.ts'

export type ChannelWelcomeCard = CardOf<
  'channels/installation/welcome',
  { readonly text: string } & TitlePart & ButtonsPart & AxesPart
>
export type AnnounceCard = CardOf<
  'channels/installation/announce',
  {
    readonly text: string
    /** Says that there are announcements to check; '' when there are none. */
    readonly check: string
    readonly reach: string
    readonly pilots: string
    /** How to write to people themselves. */
    readonly people: string
  } & TitlePart &
    ButtonsPart
>
/** Welcome in a team, naming who added the bot. `channel`: id of the one where it is posted. */
export function welcomeCard(
  words: Words,
  axes: Programme['axes'],
  installer: string,
  channel: string,
): ChannelWelcomeCard {
  const name: SafeText = safe(installer)
  const text =
    installer === ''
      ? words.say('welcome.channel.unnamed')
      : words.say('welcome.channel', { installer: name })
  const bind = { title: words.say('channel.bind'), verb: 'channels.bind-form', data: { channel } }
  return {
    template: 'channels/installation/welcome',
    data: { title: words.say('app.name'), text, buttons: [bind], ...axesPart(words, axes) },
  }
}

type Figures = { readonly unsettled: number; readonly unreachable: number; readonly unpiloted: number }

/**
 * Acts of an organiser on channels. Six buttons are the limit: the link to all channels gives way to announcements to
 * check, from where it is reached. The verbs belong to the features that answer them.
 */
export function announceCard(
  words: Words,
  channels: number,
  { unsettled, unreachable, unpiloted }: Figures,
): AnnounceCard {
  const reach = { title: words.say('announce.whom'), verb: 'people.reach', data: {} }
  const sends = [
    { title: words.say('announce.workshop'), verb: 'workshops.form', data: {} },
    { title: words.say('announce.series'), verb: 'workshops.series-form', data: {} },
    { title: words.say('announce.box'), verb: 'ideas.box-form', data: {} },
    { title: words.say('announce.ballot'), verb: 'ballots.form', data: {} },
  ]
  const check = { title: words.say('announce.check.title'), verb: 'channels.to-check', data: {} }
  const list = { title: words.say('channel.list'), verb: 'channels.list', data: {} }
  const title = words.say('announce.title')
  const text = words.say('announce.channels', { count: channels })
  return {
    template: 'channels/installation/announce',
    data: {
      title,
      text,
      check: unsettled > 0 ? words.say('announce.check.count', { count: unsettled }) : '',
      reach: words.say('announce.reach', { count: unreachable }),
      pilots: words.say('announce.pilots', { count: unpiloted }),
      people: words.say('announce.people'),
      buttons: [...(channels === 0 ? [] : sends), reach, unsettled > 0 ? check : list],
    },
  }
}
