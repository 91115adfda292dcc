/** What several ideas of an axis are about, by words they hold. In the programme's language; shown to those in charge. */
export type DeclaredTheme = {
  readonly id: string
  readonly axis: string
  readonly title: string
  readonly words: readonly string[]
}

export const MOST_THEMES = 100
export const THEME_TITLE = 60
/** Words of one theme, and characters of one of them. */
export const MOST_THEME_WORDS = 30
export const THEME_WORD = 40
