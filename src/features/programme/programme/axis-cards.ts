import type { AxesPart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { PlainText } from '../../../kernel/text/card.ts'
import type { Axis } from './domain.ts'

type AxisChoice = { readonly title: PlainText; readonly value: string }

/** Choices of an axis by its id: its name, and the promise that says what it is. */
export function axisChoices({ language }: Words, axes: readonly Axis[]): AxisChoice[] {
  return axes.map(({ id, title, promise }) => ({
    title: plain(`${title[language]} · ${promise[language]}`),
    value: id,
  }))
}

/** Template part `axes`: each with its promise, folded. */
export function axesPart({ language }: Words, axes: readonly Axis[]): AxesPart {
  return {
    axes: axes.map(({ icon, title, promise }) => ({
      icon,
      title: safe(title[language]),
      promise: safe(promise[language]),
    })),
  }
}
