import { thingAddress } from '../../../src/kernel/requests/thing-link.ts'
import { found } from '../../support/product/card-assertions.ts'
import { pressesOn } from '../../support/product/inputs.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { type Activity, COLLEAGUES, GENERAL, IDEAS, WORKSHOPS } from '../../support/teams/index.ts'
import { type Ground, marked, TEXT_MARK } from './ground.ts'

const TYPED = [
  'aide',
  'idée',
  `idée Du calme ${TEXT_MARK}`,
  'ateliers',
  'voter',
  'm’engager',
  'annoncer',
  'langue',
  TEXT_MARK,
]
const CHANNEL_EVENTS = ['channelCreated', 'channelRenamed', 'channelDeleted', 'channelRestored']
const TEAM_EVENTS = ['teamRenamed', 'teamArchived', 'teamUnarchived', 'teamDeleted', 'teamRestored']
const SEARCHES = ['ideas.search', 'workshops.search', 'ballots.search']
/** Calls that Teams knows and this bot answers with words or nothing. */
const OTHER_INVOKES = [
  'task/fetch',
  'task/submit',
  'config/fetch',
  'signin/verifyState',
  'fileConsent/invoke',
  'application/search',
  'message/submitAction',
  'composeExtension/queryLink',
  'composeExtension/selectItem',
  'composeExtension/onCardButtonClicked',
  'adaptiveCard/Action',
  '',
]
const OTHER_KINDS = [
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'typing',
  'event',
  'trace',
  'endOfConversation',
  'handoff',
  'command',
]

type Base = { readonly name: string; readonly activity: Activity }

const chatOf = ({ bot }: Ground, person: Person) => ({ conversation: bot.teams.activities.chatOf(person) })
const inIdeas = { conversation: IDEAS.id, channel: IDEAS.id }

function presses(ground: Ground, who: Person): Base[] {
  const { activities } = ground.bot.teams
  const chat = chatOf(ground, who)
  return Object.entries(pressesOn(ground.things)).flatMap(([verb, given]) => {
    const data = marked(given)
    const dialog = { commandId: 'ideas.quote', commandContext: 'message', data: { ...data, verb } }
    return [
      { name: verb, activity: activities.executed(who, chat, 'card', { verb, data }) },
      { name: verb, activity: activities.executed(who, inIdeas, 'card', { verb, data }) },
      { name: `${verb} as a message`, activity: activities.submitted(who, chat, 'card', { verb, ...data }) },
      {
        name: `${verb} in a dialog`,
        activity: activities.extension(who, { conversation: COLLEAGUES }, 'submitAction', dialog),
      },
    ]
  })
}

function words(ground: Ground, who: Person): Base[] {
  const { activities } = ground.bot.teams
  return TYPED.flatMap(text => [
    { name: 'typed', activity: activities.typed(who, chatOf(ground, who), text) },
    { name: 'typed in a channel', activity: activities.typed(who, inIdeas, text) },
  ])
}

function extension(ground: Ground, who: Person): Base[] {
  const { activities } = ground.bot.teams
  const where = { conversation: COLLEAGUES }
  const body = { contentType: 'html', content: `<p>Du calme &amp; <b>${TEXT_MARK}</b></p>` }
  const quoted = { commandId: 'ideas.quote', messagePayload: { id: '1', body } }
  const queries = SEARCHES.map(commandId => {
    const value = {
      commandId,
      parameters: [{ name: 'text', value: TEXT_MARK }],
      queryOptions: { skip: 0, count: 25 },
    }
    return { name: commandId, activity: activities.extension(who, where, 'query', value) }
  })
  const url = thingAddress('https://faire.example', { kind: 'idea', id: ground.things.idea ?? '' })
  return [
    ...queries,
    { name: 'link', activity: activities.extension(who, where, 'queryLink', { url }) },
    { name: 'anonymous link', activity: activities.anonymousLink(url) },
    { name: 'ideas.quote', activity: activities.extension(who, where, 'fetchTask', quoted) },
  ]
}

function events(ground: Ground, who: Person): Base[] {
  const { activities } = ground.bot.teams
  const places = [chatOf(ground, who), { conversation: GENERAL.id, channel: GENERAL.id }]
  const moves = places.flatMap(place =>
    (['add', 'add', 'remove'] as const).flatMap(move => activities.installation(who, place, move)),
  )
  const channels = CHANNEL_EVENTS.map(event => activities.channelEvent(who, WORKSHOPS, event))
  const teams = TEAM_EVENTS.map(event => activities.teamEvent(who, event))
  return [...moves, ...channels, ...teams].map(activity => ({ name: 'event', activity }))
}

function others(ground: Ground, who: Person): Base[] {
  const { activities } = ground.bot.teams
  const said = activities.typed(who, chatOf(ground, who), TEXT_MARK)
  const pressed = activities.executed(who, chatOf(ground, who), 'card', { verb: 'ideas.list', data: {} })
  return [
    ...OTHER_INVOKES.map(name => ({ name: `invoke ${name}`, activity: { ...pressed, name } })),
    ...OTHER_KINDS.map(type => ({ name: type, activity: { ...said, type } })),
    {
      name: 'automatic',
      activity: { ...pressed, value: { ...(pressed.value as object), trigger: 'automatic' } },
    },
  ]
}

const KINDS = [presses, presses, presses, words, extension, events, others]

/** The `which`th activity that Teams might send for `who`. */
export function activityOf(ground: Ground, who: Person, which: number): Base {
  const all = (KINDS[which % KINDS.length] ?? presses)(ground, who)
  return found(all[Math.floor(which / KINDS.length) % all.length], 'an activity')
}
