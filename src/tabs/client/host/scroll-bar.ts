/**
 * Tells the style sheets how much room the page's scroll bar takes (`--scroll-bar`). Under a dialog there is none to
 * measure: what it was still holds.
 */
export function measureScrollBar(): void {
  const { documentElement: html } = document
  const measure = () => {
    if (getComputedStyle(html).overflowY !== 'visible') return
    html.style.setProperty('--scroll-bar', `${innerWidth - html.clientWidth}px`)
  }
  new ResizeObserver(measure).observe(html)
}
