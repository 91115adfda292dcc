/** A browser with one window, as far as the proof uses it. */
export type Engine = {
  /** Its name and version, as it says them. */
  readonly name: string
  readonly open: (url: string) => Promise<void>
  /** The value of an expression in the window's own page, once its promise is kept. */
  readonly value: <T>(expression: string) => Promise<T>
  readonly click: (x: number, y: number) => Promise<void>
  /** Types each character; `KEYS` has those that write nothing. */
  readonly type: (keys: string) => Promise<void>
  /** The window's page as PDF, in base 64. */
  readonly print?: () => Promise<string>
  readonly close: () => Promise<void>
}

/** As WebDriver writes keys that have no letter. */
export const KEYS = { Tab: '\uE004', Enter: '\uE006', Escape: '\uE00C', Space: ' ' } as const

/** `input.performActions` and `POST /actions` take the same. */
export function clickAt(x: number, y: number): readonly object[] {
  const actions = [
    { type: 'pointerMove', x, y },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]
}

export function typing(keys: string): readonly object[] {
  const actions = [...keys].flatMap(value => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ])
  return [{ type: 'key', id: 'keys', actions }]
}
