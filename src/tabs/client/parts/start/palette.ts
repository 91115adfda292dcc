import type { AxisView } from '../../../contract/programme/programme.ts'

/** The programme's own colours over those the style sheet starts with. High contrast uses neither. */
export function paint(axes: readonly AxisView[]): void {
  const { style } = document.documentElement
  for (const { slot, colours } of axes) {
    for (const look of ['light', 'dark'] as const) {
      style.setProperty(`--${look}-ink-${slot}`, colours[look].ink)
      style.setProperty(`--${look}-tint-${slot}`, colours[look].tint)
    }
  }
}
