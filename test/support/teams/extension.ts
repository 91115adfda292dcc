import type { Person } from '../sign-in/cast.ts'
import type { Activities, Activity, Where } from './activities.ts'
import { type Button, buttonOn, dataOf, type Filled, NotPressable } from './card-press.ts'
import type { Node } from './card-tree.ts'
import { buttonsOn, inputsOn, linksOn, textOnCard } from './card-view.ts'
import type { Channel, Chats, Message } from './chats.ts'
import { commandNamed, type ExtensionCommand } from './commands.ts'
import {
  type Answered,
  checkAnswer,
  type Given,
  readDialog,
  readResults,
  readUnfolded,
} from './extension-answers.ts'

/** A chat of two colleagues. The bot is not in it, and it calls itself personal. */
export const COLLEAGUES = '19:two-colleagues@unq.gbl.spaces'

export type Results = { readonly found: readonly Given[]; readonly words?: string }

/** From which message a dialog came: its client sends that along with each press. */
type Origin = { readonly command: ExtensionCommand; readonly payload: object; readonly where: Where }

/** What stands in a dialog; nothing does once it is closed. */
export type Dialog = {
  readonly origin: Origin
  readonly card?: Node
  readonly text: string
  readonly buttons: readonly string[]
  readonly inputs: Readonly<Record<string, string>>
  readonly links: readonly string[]
}

export type ExtensionParts = {
  readonly chats: Chats
  readonly activities: Activities
  readonly deliver: (activity: Activity) => Promise<Answered>
  readonly typed: (text: string) => void
  readonly isTyped: (text: string) => boolean
}

type Place = Channel | typeof COLLEAGUES
/** `again`: the client sends the same submit once more, as it does when it hears nothing. */
export type DialogOptions = { readonly again?: number }

function whereOf(place: Place): Where {
  return typeof place === 'string' ? { conversation: place } : { conversation: place.id, channel: place.id }
}

function dialogOf({ card, words }: { card?: Node; words?: string }): Omit<Dialog, 'origin'> {
  return {
    ...(card && { card }),
    text: words ?? textOnCard(card),
    buttons: buttonsOn(card).map(({ title }) => String(title)),
    inputs: Object.fromEntries(inputsOn(card).map(({ id, value }) => [String(id), String(value ?? '')])),
    links: linksOn(card),
  }
}

/** The message extension at one person's client. It works wherever one writes, whether or not the bot is there. */
export function createExtension(parts: ExtensionParts, person: Person) {
  const { chats, activities, deliver, typed, isTyped } = parts
  async function ask(activity: Activity): Promise<Answered> {
    const start = performance.now()
    const answer = await deliver(activity)
    checkAnswer(answer, performance.now() - start)
    return answer
  }

  const shown = (answer: Answered, origin: Origin): Dialog => ({
    ...dialogOf(readDialog(answer, isTyped)),
    origin,
  })

  return {
    /** Opens the search and types; '' is what stands there before anything is typed. */
    async searches(title: string, text = '', page = { skip: 0, count: 25 }, place: Place = COLLEAGUES) {
      typed(text)
      const { id, initialRun, parameters } = commandNamed(title, 'compose')
      if (text === '' && !initialRun) throw new NotPressable(`«${title}» shows nothing before one types`)
      const parameter =
        text === '' ? { name: 'initialRun', value: 'true' } : { name: parameters?.[0].name, value: text }
      const value = { commandId: id, parameters: [parameter], queryOptions: page }
      const answer = await ask(activities.extension(person, whereOf(place), 'query', value))
      return readResults(answer, isTyped) as Results
    },
    /** Pastes a link into the message that one is writing; undefined where it stays a link. */
    async pastes(url: string, place: Place = COLLEAGUES): Promise<Given | undefined> {
      typed(url)
      const answer = await ask(activities.extension(person, whereOf(place), 'queryLink', { url }))
      return readUnfolded(answer, isTyped)
    },
    /** The same where the app is not installed: Teams tells neither who it is nor where. */
    async pastesWithoutApp(url: string): Promise<Given | undefined> {
      typed(url)
      return readUnfolded(await ask(activities.anonymousLink(url, person.locale)), isTyped)
    },
    /** Puts a result into a message and sends it: it is the person's, the bot cannot edit it. Answers its id. */
    inserts({ card }: Given, place: Channel): string {
      const activity = {
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      }
      const message: Message = chats.add({ conversation: place.id, by: person.objectId, activity })
      return message.id
    },
    /** Chooses an act in the menu of a message; `html` is what it says, as Teams keeps it. */
    async chooses(title: string, html: string, place: Place = COLLEAGUES): Promise<Dialog> {
      typed(html)
      const command = commandNamed(title, 'message')
      const user = { id: 'somebody', displayName: 'Quelqu’un d’autre', userIdentityType: 'aadUser' }
      const body = { contentType: 'html', content: html }
      const payload = { id: chats.nextId(), messageType: 'message', from: { user }, body, attachments: [] }
      const value = { commandId: command.id, commandContext: 'message', messagePayload: payload }
      const answer = await ask(activities.extension(person, whereOf(place), 'fetchTask', value))
      return shown(answer, { command, payload, where: whereOf(place) })
    },
    /** Presses a button in a dialog. @throws NotPressable as a client would not send. */
    async submits(dialog: Dialog, wanted: Button, filled: Filled = {}, { again = 0 }: DialogOptions = {}) {
      const button = buttonOn(dialog.card, wanted)
      if (button.type !== 'Action.Submit') throw new NotPressable(`${button.type} sends nothing`)
      const data = dataOf(dialog.card, button, filled)
      for (const value of Object.values(filled)) typed(value)
      const { command, payload, where } = dialog.origin
      const value = { commandId: command.id, commandContext: 'message', data, messagePayload: payload }
      const activity = activities.extension(person, where, 'submitAction', value)
      for (let n = 0; n < again; n++) await ask({ ...activity, id: chats.nextId() })
      return shown(await ask(activity), dialog.origin)
    },
  }
}
