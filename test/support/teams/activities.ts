import type { Person } from '../sign-in/cast.ts'
import { type Channel, chatId, type Team, teamsId } from './chats.ts'

/** Where something happens: a chat with the bot, a channel, or a thread of it. */
export type Where = { readonly conversation: string; readonly channel?: string }

export type House = {
  readonly serviceUrl: string
  readonly bot: { readonly id: string; readonly name: string }
  readonly team: Team
  readonly nextId: () => string
  /** Teams' own clock, in milliseconds. */
  readonly now: () => number
}

export type Activity = Record<string, unknown> & { readonly id: string; readonly serviceUrl: string }

/** Teams hands text over as HTML. */
function html(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Activities as Teams sends them. In a channel, messages carry the ids of team and channel, not their names. */
export function createActivities({ serviceUrl, bot, team, nextId, now }: House) {
  /** As it is called by now. */
  const told = () => ({ id: team.id, name: team.name, aadGroupId: team.aadGroupId })
  const recipient = { id: `28:${bot.id}`, name: bot.name }

  function base(person: Person, { conversation, channel }: Where) {
    const { tenant, name, objectId, locale } = person
    const at = new Date(now()).toISOString()
    return {
      id: nextId(),
      timestamp: at,
      localTimestamp: at,
      localTimezone: 'Europe/Paris',
      channelId: 'msteams',
      serviceUrl,
      from: { id: teamsId(person), name, aadObjectId: objectId },
      recipient,
      conversation: {
        id: conversation,
        tenantId: tenant,
        conversationType: channel ? 'channel' : 'personal',
        ...(channel && { isGroup: true }),
      },
      channelData: {
        tenant: { id: tenant },
        ...(channel && {
          teamsChannelId: channel,
          teamsTeamId: team.id,
          channel: { id: channel },
          team: { id: team.id },
        }),
      } as Record<string, unknown>,
      locale,
      entities: [
        { type: 'clientInfo', locale, country: 'FR', platform: 'Web', timezone: 'Europe/Paris' },
      ] as object[],
    }
  }

  /** In a channel the bot hears only what mentions it. */
  function typed(person: Person, where: Where, text: string): Activity {
    const activity = base(person, where)
    const said = { ...activity, type: 'message', textFormat: 'plain', attachments: [] }
    if (!where.channel) return { ...said, text: html(text) }
    const mention = { type: 'mention', mentioned: recipient, text: `<at>${bot.name}</at>` }
    return { ...said, text: `${mention.text} ${html(text)}`, entities: [mention, ...activity.entities] }
  }

  function executed(person: Person, where: Where, card: string, action: object): Activity {
    const activity = base(person, where)
    return {
      ...activity,
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: card,
      value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
    }
  }

  /** What a client without Action.Execute sends for the button's fallback. */
  function submitted(person: Person, where: Where, card: string, value: object): Activity {
    return { ...base(person, where), type: 'message', replyToId: card, value }
  }

  /** A thumb under a message of the bot, with what was written beside it. */
  function rated(person: Person, where: Where, message: string, reaction: string, feedback = ''): Activity {
    return {
      ...base(person, where),
      type: 'invoke',
      name: 'message/submitAction',
      replyToId: message,
      value: { actionName: 'feedback', actionValue: { reaction, feedback } },
    }
  }

  /** A call of the message extension. A chat of two is called personal, whoever the two are. */
  function extension(person: Person, where: Where, name: string, value: object): Activity {
    const context = { theme: 'default' }
    return {
      ...base(person, where),
      type: 'invoke',
      name: `composeExtension/${name}`,
      value: { ...value, context },
    }
  }

  /** A link pasted by somebody without the app, as Microsoft documents it (« Zero install for link unfurling »). */
  function anonymousLink(url: string, locale = 'fr-FR'): Activity {
    const at = new Date(now()).toISOString()
    return {
      name: 'composeExtension/anonymousQueryLink',
      type: 'invoke',
      timestamp: at,
      localTimestamp: at,
      id: `f:${nextId()}`,
      channelId: 'msteams',
      serviceUrl,
      from: { id: 'redacted', name: 'redacted' },
      conversation: {
        isGroup: true,
        conversationType: 'groupChat',
        tenantId: 'redacted',
        id: ' redacted',
        name: ' redacted',
      },
      recipient,
      entities: [{ locale, country: 'FR', platform: 'Web', timezone: 'Europe/Paris', type: 'clientInfo' }],
      channelData: { tenant: { id: ' redacted' }, source: { name: 'compose' } },
      value: { url },
      locale,
      localTimezone: 'Europe/Paris',
    }
  }

  function installation(person: Person, where: Where, action: 'add' | 'remove'): [Activity, Activity] {
    const members = action === 'add' ? 'membersAdded' : 'membersRemoved'
    const eventType = action === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved'
    const about = (activity: ReturnType<typeof base>) => {
      if (!where.channel) return activity
      const selected = { settings: { selectedChannel: { id: where.channel } } }
      return { ...activity, channelData: { ...activity.channelData, team: told(), ...selected } }
    }
    const update = about(base(person, where))
    return [
      { ...about(base(person, where)), type: 'installationUpdate', action },
      {
        ...update,
        type: 'conversationUpdate',
        [members]: [{ id: recipient.id }],
        channelData: { ...update.channelData, ...(where.channel && { eventType }) },
      },
    ]
  }

  /** Who is added or removed is told by Teams' ids alone; the whole team is the conversation. */
  function memberEvent(by: Person, who: readonly Person[], action: 'add' | 'remove'): Activity {
    const activity = base(by, { conversation: team.id, channel: team.id })
    const [members, eventType] =
      action === 'add' ? ['membersAdded', 'teamMemberAdded'] : ['membersRemoved', 'teamMemberRemoved']
    return {
      ...activity,
      type: 'conversationUpdate',
      [members]: who.map(person => ({ id: teamsId(person) })),
      channelData: { tenant: { id: by.tenant }, team: told(), eventType },
    }
  }

  /** Events of a channel name the team as the conversation. */
  function channelEvent(person: Person, channel: Channel, eventType: string): Activity {
    const activity = base(person, { conversation: team.id, channel: channel.id })
    const { tenant } = person
    return {
      ...activity,
      type: 'conversationUpdate',
      channelData: { tenant: { id: tenant }, team: told(), channel, eventType },
    }
  }

  /** Events of a team name it twice, and no channel. */
  function teamEvent(person: Person, eventType: string): Activity {
    const { tenant } = person
    return {
      ...base(person, { conversation: team.id, channel: team.id }),
      type: 'conversationUpdate',
      channelData: { tenant: { id: tenant }, team: told(), eventType },
    }
  }

  return {
    typed,
    executed,
    submitted,
    rated,
    extension,
    anonymousLink,
    installation,
    memberEvent,
    channelEvent,
    teamEvent,
    chatOf: chatId,
  }
}

export type Activities = ReturnType<typeof createActivities>
