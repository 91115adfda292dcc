/** A card is a template's name and the data that fills it. Each feature types its own slice. */
export type CardOf<Template extends string = string, Data = unknown> = {
  readonly template: Template
  readonly data: Data
}

declare const literal: unique symbol
declare const escaped: unique symbol

/** User text for a place that shows it letter by letter: an input's value, a TextRun, a choice, a button. */
export type PlainText = string & { readonly [literal]: true }
/** User text for a TextBlock or a fact, with Markdown disarmed. */
export type SafeText = string & { readonly [escaped]: true }
