// How Teams draws a card, near enough to judge a layout by: colours of its two themes, sizes, buttons and inputs.

export type Theme = 'light' | 'dark'

const PALETTE = {
  light: {
    page: '#f0f0f0',
    card: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    line: '#d1d1d1',
    track: '#e6e6e6',
    good: '#237b4b',
    goodTint: '#e7f2da',
    warning: '#8a5a00',
    warningTint: '#fdf6e3',
    attention: '#c4314b',
    attentionTint: '#fcf4f6',
    brandTint: '#e8ebfa',
  },
  dark: {
    page: '#1b1b1b',
    card: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    line: '#525252',
    track: '#454545',
    good: '#92c353',
    goodTint: '#1c3217',
    warning: '#f2d088',
    warningTint: '#463100',
    attention: '#f9526b',
    attentionTint: '#3e1f25',
    brandTint: '#2b2b48',
  },
} as const

function foregrounds(theme: Theme) {
  const { text, subtle, accent, good, warning, attention } = PALETTE[theme]
  const both = (color: string, dim = color) => ({ default: color, subtle: dim })
  return {
    default: both(text, subtle),
    accent: both(accent),
    good: both(good),
    warning: both(warning),
    attention: both(attention),
    dark: both(text),
    light: both(subtle),
  }
}

/** The official parser's host configuration in Teams' sizes. */
export function hostConfig(theme: Theme): object {
  const { card, track, accent, goodTint, warningTint, attentionTint, line } = PALETTE[theme]
  const foregroundColors = foregrounds(theme)
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors })
  return {
    fontFamily: '"Segoe UI", system-ui, "DejaVu Sans", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    supportsInteractivity: true,
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    textBlock: { headingLevel: 2 },
    containerStyles: {
      default: style(card),
      emphasis: style(track),
      accent: style(accent),
      good: style(goodTint),
      warning: style(warningTint),
      attention: style(attentionTint),
    },
  }
}

/** Style sheet of one theme, under `.light` or `.dark`. */
export function styleSheet(theme: Theme): string {
  const p = PALETTE[theme]
  const badge = (name: string, tint: string, color: string) =>
    `.${theme} .badge.${name} { background: ${tint}; color: ${color}; border: 1px solid color-mix(in srgb, ${color} 40%, transparent) }`
  return `
    .${theme} { background: ${p.page}; color: ${p.text}; padding: 12px }
    .${theme} .card { background: ${p.card}; border: 1px solid ${p.line}; border-radius: 8px; margin: 0 0 14px; overflow: hidden }
    .${theme} .name { color: ${p.subtle}; font: 11px sans-serif; margin: 0 0 3px }
    .${theme} button.ac-pushButton { background: ${p.card}; color: ${p.text}; border: 1px solid ${p.line}; border-radius: 4px;
      padding: 5px 12px; font: 600 14px/20px "Segoe UI", system-ui, "DejaVu Sans", sans-serif; flex: 0 1 auto !important; margin-bottom: 8px }
    .${theme} input:not([type=radio]):not([type=checkbox]), .${theme} textarea, .${theme} select { width: 100%; box-sizing: border-box;
      background: ${p.card}; color: ${p.text}; border: 1px solid ${p.line}; border-radius: 4px; padding: 6px 8px; font: 14px/20px "Segoe UI", system-ui, "DejaVu Sans", sans-serif;
      color-scheme: ${theme} }
    .${theme} .icon { display: flex; font-size: 20px; line-height: 1 }
    .${theme} .icon.Accent { color: ${p.accent} } .${theme} .icon.Good { color: ${p.good} }
    .${theme} .icon.Warning { color: ${p.warning} } .${theme} .icon.Attention { color: ${p.attention} }
    .${theme} .badge { display: inline-block; border-radius: 4px; padding: 2px 8px; font: 600 12px/16px "Segoe UI", system-ui, "DejaVu Sans", sans-serif; white-space: nowrap }
    ${badge('Default', p.card, p.subtle)} ${badge('Accent', p.brandTint, p.accent)} ${badge('Good', p.goodTint, p.good)}
    ${badge('Warning', p.warningTint, p.warning)} ${badge('Attention', p.attentionTint, p.attention)}
    .${theme} .track { background: ${p.track}; border-radius: 2px; height: 4px; width: 100% }
    .${theme} .track > div { height: 4px; border-radius: 2px; background: ${p.accent} } .${theme} .track.Good > div { background: ${p.good} }
    .${theme} a { color: ${p.accent} }`
}

export const PAGE_STYLE = `
  body { margin: 0; display: flex; align-items: stretch; width: max-content }
  .column { box-sizing: border-box }
  .ac-actionSet { flex-wrap: wrap } .ac-actionSet > div[style*="width"] { flex: 0 0 8px }
  .ac-container[style*="background-color"] { border-radius: 6px }`
