import { isNode, type Node } from './card-tree.ts'
import { buttonsOn, choicesOf, inputsOn } from './card-view.ts'

/** The client does not send: the card has no such button, or what was filled in does not do. */
export class NotPressable extends Error {
  override readonly name = 'NotPressable'
}

/** A button by its title or verb; `data` tells those of a list apart. */
export type Button =
  | string
  | { readonly verb?: string; readonly title?: string; readonly data?: Readonly<Record<string, unknown>> }

/** What is filled in, by the input's id; a choice by its words. Several values are joined by commas, as clients do. */
export type Filled = Readonly<Record<string, string>>

function fits(node: Node, wanted: Exclude<Button, string>): boolean {
  const data = isNode(node.data) ? node.data : {}
  return (
    (wanted.verb ?? node.verb) === node.verb &&
    (wanted.title ?? node.title) === node.title &&
    Object.entries(wanted.data ?? {}).every(([name, value]) => data[name] === value)
  )
}

function doesAs(one: Node, other: Node): boolean {
  return one.verb === other.verb && JSON.stringify(one.data) === JSON.stringify(other.data)
}

/** @throws NotPressable when the card has no such button, or several that do different things. */
export function buttonOn(card: unknown, wanted: Button): Node {
  const buttons = buttonsOn(card)
  const found =
    typeof wanted === 'string'
      ? buttons.filter(node => node.title === wanted || node.verb === wanted)
      : buttons.filter(node => fits(node, wanted))
  const [button, ...others] = found
  // A row that can be tapped does what the button on it does: either is pressed.
  const another = others.find(each => button && !doesAs(each, button))
  const standing = buttons.map(
    ({ title, verb, data }) => `«${title}» ${verb ?? ''} ${JSON.stringify(data ?? {})}`,
  )
  const told = `${JSON.stringify(wanted)}; the card has\n  ${standing.join('\n  ')}`
  if (!button) throw new NotPressable(`no button ${told}`)
  if (another) throw new NotPressable(`several buttons are ${told}`)
  if (button.isEnabled === false) throw new NotPressable(`disabled: ${told}`)
  return button
}

function standingValue(input: Node): string {
  if (input.type !== 'Input.Toggle') return input.value === undefined ? '' : String(input.value)
  const off = String(input.valueOff ?? 'false')
  return input.value === undefined ? off : String(input.value)
}

function isWithin(value: number | string, { min, max }: Node): boolean {
  return (
    (min === undefined || value >= (min as typeof value)) &&
    (max === undefined || value <= (max as typeof value))
  )
}

function areChoices(input: Node, value: string): boolean {
  const known = choicesOf(input).map(choice => choice.value)
  return (input.isMultiSelect ? value.split(',') : [value]).every(each => known.includes(each))
}

/** Whether a client takes what was filled in (Input.* of version 1.5). */
function accepts(input: Node, value: string): boolean {
  if (value === '') return input.isRequired !== true
  switch (input.type) {
    case 'Input.Text':
      return input.regex === undefined || new RegExp(String(input.regex)).test(value)
    case 'Input.Number':
      return Number.isFinite(Number(value)) && isWithin(Number(value), input)
    case 'Input.Date':
      return /^\d{4}-\d\d-\d\d$/.test(value) && isWithin(value, input)
    case 'Input.Time':
      return /^\d\d:\d\d$/.test(value) && isWithin(value, input)
    case 'Input.ChoiceSet':
      return areChoices(input, value)
    default:
      return [String(input.valueOn ?? 'true'), String(input.valueOff ?? 'false')].includes(value)
  }
}

/** A person picks what is written, by all of it or what stands before « · »; a test may name the value as well. */
function chosen(input: Node, filled: string | undefined): string | undefined {
  const choices = choicesOf(input)
  const found =
    choices.find(({ title }) => title === filled) ??
    choices.find(({ title }) => title.startsWith(`${filled} · `))
  return found?.value ?? filled
}

function valueIn(input: Node, filled: Filled): string {
  const id = String(input.id)
  const value = chosen(input, filled[id]) ?? standingValue(input)
  // One cannot type beyond the limit: the field takes no more.
  if (input.maxLength !== undefined && value.length > Number(input.maxLength)) {
    throw new NotPressable(`«${id}» takes ${input.maxLength} characters, not ${value.length}`)
  }
  if (!accepts(input, value)) {
    throw new NotPressable(
      `«${id}» refuses ${JSON.stringify(value)}: ${input.errorMessage ?? 'no sentence says why'}`,
    )
  }
  return value
}

/**
 * What the button sends: its own data, and what stands in the inputs, as text. Empty inputs are left out, as the
 * official client does.
 * @throws NotPressable with the card's own sentence when an input is missing or wrong.
 */
export function dataOf(card: unknown, button: Node, filled: Filled): Record<string, unknown> {
  const inputs = button.associatedInputs === 'none' ? [] : inputsOn(card)
  const ids = inputs.map(({ id }) => String(id))
  const strange = Object.keys(filled).filter(id => !ids.includes(id))
  if (strange.length) throw new NotPressable(`nothing to fill in is called ${strange}; there is ${ids}`)
  const values = inputs.map(input => [String(input.id), valueIn(input, filled)] as const)
  return {
    ...(isNode(button.data) ? button.data : {}),
    ...Object.fromEntries(values.filter(([, value]) => value !== '')),
  }
}
