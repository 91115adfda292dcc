import type { ButtonsPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { kept, plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText } from '../../kernel/card.ts'
import type { Piloted, Relay, Task } from './relay.ts'

type Choice = { readonly title: PlainText; readonly value: string }

type RelayData = HeaderPart &
  TitlePart &
  ButtonsPart & {
    readonly sentences: readonly { readonly text: string }[]
    readonly choices: readonly Choice[]
    /** Chosen from the start, unless a name is looked for: who stands in already. */
    readonly chosen: string
    readonly act: string
    readonly verb: string
    readonly direction: string
    readonly task: Task
    readonly nonce: string
    /** Whether a name can be looked for. */
    readonly finds: boolean
    readonly typed: PlainText
  }
export type RelayCard = CardOf<'people/relay', RelayData>
export type PilotsCard = CardOf<
  'people/pilots',
  TitlePart & {
    readonly lines: readonly { readonly text: string }[]
    readonly choices: readonly Choice[]
    /** Cursor of the next page; '' on the last. */
    readonly next: string
  }
>

/** What was asked for, and how. */
export type Asked = { readonly task: Task; readonly typed: string; readonly nonce: string }
type Named = { readonly name: string }

const ICON = 'PeopleSwap'

function nowText({ say }: Words, { pilot, deputies }: Relay, task: Task): string {
  const names = deputies.map(({ name }) => safe(name)).join(', ')
  if (task === 'deputy') return names === '' ? say('relay.deputy.none') : say('relay.deputy.now', { names })
  return pilot ? say('relay.now', { name: safe(pilot.name) }) : say('relay.now.none')
}

function ruleText({ say }: Words, { mine }: Relay, task: Task): string {
  if (task === 'deputy') return say('relay.rule.deputy')
  return say(mine ? 'relay.rule.mine' : 'relay.rule')
}

/** Why there is nobody to choose, or not everybody. */
function lackText({ say }: Words, { found, more }: Relay, typed: string): string | undefined {
  if (more) return say(typed === '' ? 'relay.many' : 'relay.more')
  if (found.length > 0) return undefined
  return say(typed === '' ? 'relay.none' : 'relay.nobody')
}

function choicesOf({ say }: Words, { deputies, found }: Relay, task: Task): Choice[] {
  const standing = deputies.map(({ id, name }) => ({
    title: plain(say('relay.to.deputy', { name })),
    value: id,
  }))
  const free = found.map(({ id, name }) => ({ title: plain(name), value: id }))
  return task === 'pilot' ? [...standing, ...free] : free
}

function buttonsOf({ say }: Words, { direction, deputies }: Relay, task: Task) {
  const data = { direction }
  const other = { ...data, task: task === 'pilot' ? 'deputy' : 'pilot' }
  const change = {
    title: say(task === 'pilot' ? 'relay.deputy.open' : 'relay.pilot.open'),
    verb: 'people.relay',
    data: other,
  }
  if (task === 'pilot' || deputies.length === 0) return [change]
  return [{ title: say('relay.deputy.remove'), verb: 'people.remove-deputy', data }, change]
}

/** Whom to hand over to, or who shall stand in. `direction`: its name. */
export function relayCard(words: Words, direction: string, relay: Relay, asked: Asked): RelayCard {
  const { task, typed, nonce } = asked
  const choices = choicesOf(words, relay, task)
  const lack = lackText(words, relay, typed)
  return {
    template: 'people/relay',
    data: {
      icon: ICON,
      kind: safe(direction),
      title: words.say(`relay.who.${task}`),
      sentences: [nowText(words, relay, task), ruleText(words, relay, task), ...(lack ? [lack] : [])].map(
        text => ({ text }),
      ),
      choices,
      chosen: task === 'pilot' && typed === '' ? (relay.deputies[0]?.id ?? '') : '',
      act: words.say(task === 'deputy' ? 'relay.deputy.act' : relay.mine ? 'relay.act' : 'relay.act.name'),
      verb: task === 'pilot' ? 'people.hand-over' : 'people.name-deputy',
      direction: relay.direction,
      task,
      nonce,
      finds: relay.more || typed !== '',
      typed: kept(typed),
      buttons: buttonsOf(words, relay, task),
    },
  }
}

/** Who is pilot now: the answer in the question's place. `direction`: its name. */
export function relayedCard(words: Words, direction: string, pilot: Named | undefined): RelayCard {
  const name = safe(pilot?.name ?? '')
  return {
    template: 'people/relay',
    data: {
      icon: ICON,
      kind: safe(direction),
      title: pilot ? words.say('relay.now', { name }) : words.say('relay.now.none'),
      sentences: [],
      choices: [],
      chosen: '',
      act: '',
      verb: 'people.hand-over',
      direction: '',
      task: 'pilot',
      nonce: '',
      finds: false,
      typed: kept(''),
      buttons: [],
    },
  }
}

function lineOf({ say }: Words, { direction, deputies }: Piloted): string {
  const names = deputies.map(({ name }) => safe(name)).join(', ')
  if (names === '') return safe(direction.name)
  return say('pilots.line', { direction: safe(direction.name), names })
}

/** Directions without a pilot, a page of them, and a way to name one. */
export function pilotsCard(words: Words, items: readonly Piloted[], next = ''): PilotsCard {
  return {
    template: 'people/pilots',
    data: {
      title: words.say('pilots.title'),
      lines:
        items.length === 0
          ? [{ text: words.say('pilots.none') }]
          : items.map(each => ({ text: lineOf(words, each) })),
      choices: items.map(({ direction: { id, name } }) => ({ title: plain(name), value: id })),
      next,
    },
  }
}
