import table from 'virtual:themes'
import type { Theme } from '@fluentui/react-components'

/** How our own style sheet names the three looks. */
export type Look = 'light' | 'dark' | 'contrast'

/** Teams' themes: `default`, `dark`, `contrast` or `glass` (headsets: dark over the surroundings). */
export function previewBlocks(theme: string): Look {
  if (theme === 'contrast') return 'contrast'
  return theme === 'dark' || theme === 'glass' ? 'dark' : 'light'
}

const themeAt = (look: number) =>
  Object.fromEntries(
    Object.entries(table).map(([name, value]) => [name, Array.isArray(value) ? value[look] : value]),
  ) as Theme

export const THEMES: Record<Look, Theme> = {
  light: themeAt(0),
  dark: themeAt(1),
  contrast: themeAt(2),
}
