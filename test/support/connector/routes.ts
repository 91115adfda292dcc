import { randomBytes } from 'node:crypto'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { mailOf, type Person } from '../sign-in/cast.ts'
import { isNode, type Node, nodesIn } from '../teams/card-tree.ts'
import { type Chats, chatId, teamsId } from '../teams/chats.ts'
import { checkMessage } from '../teams/outgoing.ts'
import { Refused, STALE_TOKEN } from '../teams/refused.ts'
import type { CallKind } from './faults.ts'

export type Request = {
  readonly method: string
  readonly parts: readonly string[]
  readonly query: URLSearchParams
  readonly body: Node
}
export type Answer = { readonly status: number; readonly body: object }
export type Route = { readonly kind: CallKind; readonly conversation: string; readonly run: () => Answer }

/** 200 unless asked otherwise; what is beyond the bounds is brought within them. */
const PAGE = { least: 50, usual: 200, most: 500 }
/** Teams does not say for how long a token is good: not for ever. */
const TOKEN_GOOD = HOUR

function memberOf(person: Person): object {
  const { objectId, name, tenant, guest } = person
  const email = mailOf(person)
  return {
    id: teamsId(person),
    objectId,
    aadObjectId: objectId,
    name,
    email,
    userPrincipalName: email.toUpperCase(),
    tenantId: tenant,
    userRole: guest ? 'guest' : 'user',
  }
}

/** The connector's calls that a bot of ours makes, and what they do to the chats. */
export function createRoutes(chats: Chats, typed: (text: string) => boolean, now: () => number) {
  const tokens = new Map<string, { from: number; until: number }>()

  /** Says nothing of where it leads. */
  function tokenFor(from: number): string {
    const token = randomBytes(48).toString('base64')
    tokens.set(token, { from, until: now() + TOKEN_GOOD })
    return token
  }

  function leadsTo(token: string): number {
    const known = tokens.get(token)
    if (!known || known.until <= now()) throw new Refused(400, STALE_TOKEN)
    return known.from
  }

  function message(conversation: string, body: Node, answers?: string): Answer {
    chats.requireWriting(conversation)
    if (body.type === 'typing') return { status: 201, body: { id: chats.nextId() } }
    checkMessage(body, typed)
    const { id } = chats.add({ conversation, activity: body, ...(answers !== undefined && { answers }) })
    return { status: 201, body: { id } }
  }

  function edit(conversation: string, id: string, body: Node): Answer {
    checkMessage(body, typed)
    chats.edit(conversation, id, body)
    return { status: 200, body: { id } }
  }

  function remove(conversation: string, id: string): Answer {
    chats.remove(conversation, id)
    return { status: 200, body: {} }
  }

  /** A chat with one person, or a new thread in a channel; a bot cannot make a group. */
  function create(body: Node): Answer {
    const channel =
      isNode(body.channelData) && isNode(body.channelData.channel) ? body.channelData.channel.id : undefined
    const first = isNode(body.activity) ? body.activity : undefined
    if (typeof channel === 'string') {
      if (!first) throw new Refused(400, 'BadSyntax', 'a thread begins with a message')
      const { id } = message(channel, first).body as { id: string }
      return { status: 201, body: { id: `${channel};messageid=${id}`, activityId: id } }
    }
    const [member, ...others] = nodesIn(body.members)
    if (body.isGroup === true || !member || others.length) throw new Refused(400, 'BadSyntax', 'one person')
    const person = chats.withTeamsId(String(member.id))
    if (!person) throw new Refused(403, 'ForbiddenOperationException')
    const obstacle = chats.obstacles.get(person.objectId)
    if (obstacle)
      throw new Refused(403, obstacle === 'MessageWritesBlocked' ? 'ForbiddenOperationException' : obstacle)
    chats.open(person)
    return { status: 201, body: { id: chatId(person) } }
  }

  function members(conversation: string, query: URLSearchParams): Answer {
    chats.requireReach(conversation)
    const one = chats.personIn(conversation)
    const all = one ? [one] : chats.members()
    const asked = Number(query.get('pageSize') ?? PAGE.usual)
    const size = Math.min(PAGE.most, Math.max(PAGE.least, asked))
    const token = query.get('continuationToken')
    const from = token === null ? 0 : leadsTo(token)
    const more = from + size < all.length && { continuationToken: tokenFor(from + size) }
    return { status: 200, body: { members: all.slice(from, from + size).map(memberOf), ...more } }
  }

  function member(conversation: string, id: string): Answer {
    chats.requireReach(conversation)
    const all = chats.personIn(conversation) ? chats.everybody() : chats.members()
    const found = all.find(person => teamsId(person) === id || person.objectId === id)
    if (!found) throw new Refused(404, 'MemberNotFoundInConversation')
    return { status: 200, body: memberOf(found) }
  }

  function team(id: string): Answer {
    if (id !== chats.team.id || chats.team.state === 'deleted') throw new Refused(404, 'TeamNotFound')
    if (!chats.inTeam.value) throw new Refused(403, 'BotNotInConversationRoster')
    const { state: _, ...told } = chats.team
    return {
      status: 200,
      body: { ...told, channelCount: chats.channels.size, memberCount: chats.members().length },
    }
  }

  /** A team's first channel has the team's own id, and no name. */
  function channels(id: string): Answer {
    team(id)
    const listed = [...chats.channels.values()].map(channel => ({
      id: channel.id,
      name: channel.id === id ? null : channel.name,
    }))
    return { status: 200, body: { conversations: listed } }
  }

  return function find({ method, parts, query, body }: Request): Route {
    const [version, collection, of = '', what, id] = parts
    const is = (wanted: string, kind: CallKind, run: () => Answer): Route | undefined =>
      wanted === `${method} ${collection}/${what ?? ''}${id === undefined ? '' : '/:id'}`
        ? { kind, conversation: of, run }
        : undefined
    const found =
      version === 'v3'
        ? (is('POST conversations/activities', 'post', () => message(of, body)) ??
          is('POST conversations/activities/:id', 'post', () => message(of, body, id)) ??
          is('PUT conversations/activities/:id', 'edit', () => edit(of, id ?? '', body)) ??
          is('DELETE conversations/activities/:id', 'delete', () => remove(of, id ?? '')) ??
          is('POST conversations/', 'create', () => create(body)) ??
          is('GET conversations/pagedmembers', 'roster', () => members(of, query)) ??
          is('GET conversations/members/:id', 'members', () => member(of, id ?? '')) ??
          is('GET teams/', 'team', () => team(of)) ??
          is('GET teams/conversations', 'channels', () => channels(of)))
        : undefined
    if (!found)
      throw new Refused(404, 'NoSuchCall', `${method} /${parts.join('/')} is no call of the connector`)
    return found
  }
}
