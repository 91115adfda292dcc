import type { ButtonsPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import type { HandoverOptions, HandoverTask } from './domain.ts'

type Choice = { readonly title: PlainText; readonly value: string }

type HandoverData = HeaderPart &
  TitlePart &
  ButtonsPart & {
    readonly sentences: readonly { readonly text: string }[]
    readonly choices: readonly Choice[]
    /** Preselected unless a name is searched: the current deputy. */
    readonly chosen: string
    readonly act: string
    readonly verb: string
    readonly direction: string
    readonly task: HandoverTask
    readonly nonce: string
    /** Whether the card has a search field. */
    readonly finds: boolean
    readonly typed: PlainText
  }
export type HandoverCard = CardOf<'people/pilots/handover', HandoverData>

/** The task and the search. */
type Asked = { readonly task: HandoverTask; readonly typed: string; readonly nonce: string }
type Named = { readonly name: string }

const ICON = 'PeopleSwap'

function nowText({ say }: Words, { pilot, deputies }: HandoverOptions, task: HandoverTask): string {
  const names = deputies.map(({ name }) => safe(name)).join(', ')
  if (task === 'deputy') return names === '' ? say('relay.deputy.none') : say('relay.deputy.now', { names })
  return pilot ? say('relay.now', { name: safe(pilot.name) }) : say('relay.now.none')
}

function ruleText({ say }: Words, { pilot, mine }: HandoverOptions, task: HandoverTask): string {
  if (task === 'deputy') return say('relay.rule.deputy')
  if (!pilot) return say('relay.rule.first')
  return say(mine ? 'relay.rule.mine' : 'relay.rule')
}

/** Why there is no candidate, or not everybody. `choices`: number of candidates shown. */
function lackText(
  { say }: Words,
  { found, more }: HandoverOptions,
  typed: string,
  choices: number,
): string | undefined {
  if (more) return say(typed === '' ? 'relay.many' : 'relay.more')
  if (typed === '') return choices === 0 ? say('relay.none') : undefined
  return found.length === 0 ? say('relay.nobody') : undefined
}

function choicesOf({ say }: Words, { deputies, found }: HandoverOptions, task: HandoverTask): Choice[] {
  const standIns = deputies.map(({ id, name }) => ({
    title: plain(say('relay.to.deputy', { name })),
    value: id,
  }))
  const free = found.map(({ id, name }) => ({ title: plain(name), value: id }))
  return task === 'pilot' ? [...standIns, ...free] : free
}

function changeButton({ say }: Words, direction: string, task: HandoverTask) {
  const title = say(task === 'deputy' ? 'relay.deputy.open' : 'relay.pilot.open')
  return { title, verb: 'people.relay', data: { direction, task } }
}

function buttonsOf(words: Words, { direction, deputies }: HandoverOptions, task: HandoverTask) {
  const change = changeButton(words, direction, task === 'pilot' ? 'deputy' : 'pilot')
  if (task === 'pilot' || deputies.length === 0) return [change]
  return [
    { title: words.say('relay.deputy.remove'), verb: 'people.remove-deputy', data: { direction } },
    change,
  ]
}

/** Form to choose the new pilot or deputy. `direction`: its name. */
export function handoverCard(
  words: Words,
  direction: string,
  handover: HandoverOptions,
  asked: Asked,
): HandoverCard {
  const { task, typed, nonce } = asked
  const choices = choicesOf(words, handover, task)
  const lack = lackText(words, handover, typed, choices.length)
  return {
    template: 'people/pilots/handover',
    data: {
      icon: ICON,
      kind: safe(direction),
      title: words.say(`relay.who.${task}`),
      sentences: [
        nowText(words, handover, task),
        ruleText(words, handover, task),
        ...(lack ? [lack] : []),
      ].map(text => ({ text })),
      choices,
      chosen: task === 'pilot' && typed === '' ? (handover.deputies[0]?.id ?? '') : '',
      act: words.say(task === 'deputy' ? 'relay.deputy.act' : handover.mine ? 'relay.act' : 'relay.act.name'),
      verb: task === 'pilot' ? 'people.hand-over' : 'people.name-deputy',
      direction: handover.direction,
      task,
      nonce,
      finds: handover.more || typed !== '',
      typed: prefilled(typed),
      buttons: buttonsOf(words, handover, task),
    },
  }
}

/** Back to the organisers' list. */
function listButton({ say }: Words) {
  return { title: say('pilots.title'), verb: 'people.pilots', data: {} }
}

/**
 * Confirms the new pilot, in place of the form. `direction`: its name. `change`: the Direction's id, for who may choose
 * again.
 */
export function handedOverCard(
  words: Words,
  direction: string,
  pilot: Named | undefined,
  change?: string,
): HandoverCard {
  const name = safe(pilot?.name ?? '')
  return {
    template: 'people/pilots/handover',
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
      typed: prefilled(''),
      buttons: change === undefined ? [] : [changeButton(words, change, 'pilot'), listButton(words)],
    },
  }
}
