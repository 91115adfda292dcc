import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components'

/** How our own style sheet names the three looks. */
export type Look = 'light' | 'dark' | 'contrast'

/** Teams' themes: `default`, `dark`, `contrast` or `glass` (headsets: dark over the surroundings). */
export function previewBlocks(theme: string): Look {
  if (theme === 'contrast') return 'contrast'
  return theme === 'dark' || theme === 'glass' ? 'dark' : 'light'
}

export const THEMES: Record<Look, Theme> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
}
