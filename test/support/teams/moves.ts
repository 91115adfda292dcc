import type { Person } from '../sign-in/cast.ts'
import type { Activities, Activity } from './activities.ts'
import { type Channel, type Chats, chatId, type Obstacle, type TeamState } from './chats.ts'

type MoveParts = {
  readonly chats: Chats
  readonly activities: Activities
  readonly event: (activity: Activity) => Promise<void>
}

/** What a person does to the app, the team and its channels: Teams' state changes first, then the bot is told. */
export function createMoves({ chats, activities, event }: MoveParts, person: Person) {
  async function install(action: 'add' | 'remove', channel?: Channel): Promise<void> {
    const where = channel
      ? { conversation: channel.id, channel: channel.id }
      : { conversation: chatId(person) }
    for (const activity of activities.installation(person, where, action)) await event(activity)
  }

  async function team(state: TeamState, eventType: string): Promise<void> {
    chats.team.state = state
    await event(activities.teamEvent(person, eventType))
  }

  return {
    /** Installs the app for oneself, or in the team with `channel` chosen. */
    async installs(channel?: Channel): Promise<void> {
      if (channel) chats.inTeam.value = true
      else {
        chats.obstacles.delete(person.objectId)
        chats.open(person)
      }
      await install('add', channel)
    },
    async removes(channel?: Channel): Promise<void> {
      if (channel) chats.inTeam.value = false
      else chats.obstacles.set(person.objectId, 'MessageWritesBlocked')
      await install('remove', channel)
    },
    /** From now on the bot gets 403 for their chat, or 404; Teams tells nobody. */
    blocks: (obstacle: Obstacle = 'ConversationBlockedByUser') =>
      void chats.obstacles.set(person.objectId, obstacle),
    /** Teams tells nobody of this either. */
    unblocks: () => void chats.obstacles.delete(person.objectId),
    /** Takes people into the team. */
    async addsMembers(...who: readonly Person[]): Promise<void> {
      for (const each of who) chats.join(each)
      await event(activities.memberEvent(person, who, 'add'))
    },
    async removesMembers(...who: readonly Person[]): Promise<void> {
      for (const each of who) chats.leave(each)
      await event(activities.memberEvent(person, who, 'remove'))
    },
    async createsChannel(channel: Channel): Promise<void> {
      chats.channels.set(channel.id, channel)
      await event(activities.channelEvent(person, channel, 'channelCreated'))
    },
    async renamesChannel(channel: Channel, name: string): Promise<void> {
      chats.channels.set(channel.id, { ...channel, name })
      await event(activities.channelEvent(person, { ...channel, name }, 'channelRenamed'))
    },
    async deletesChannel(channel: Channel): Promise<void> {
      chats.channels.delete(channel.id)
      await event(activities.channelEvent(person, channel, 'channelDeleted'))
    },
    async restoresChannel(channel: Channel): Promise<void> {
      chats.channels.set(channel.id, channel)
      await event(activities.channelEvent(person, channel, 'channelRestored'))
    },
    async renamesTeam(name: string): Promise<void> {
      chats.team.name = name
      await event(activities.teamEvent(person, 'teamRenamed'))
    },
    archivesTeam: () => team('archived', 'teamArchived'),
    unarchivesTeam: () => team('standing', 'teamUnarchived'),
    deletesTeam: () => team('deleted', 'teamDeleted'),
    /** For good: nothing brings it back. */
    erasesTeam: () => team('deleted', 'teamHardDeleted'),
    restoresTeam: () => team('standing', 'teamRestored'),
  }
}
