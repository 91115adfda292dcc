// Tells the style sheets how much room the page's scroll bar takes (`--scroll-bar`), from before the first dialog opens:
// under one there is none to measure, and what it was still holds.
const { documentElement: html } = document

function measure(): void {
  if (getComputedStyle(html).overflowY !== 'visible') return
  html.style.setProperty('--scroll-bar', `${innerWidth - html.clientWidth}px`)
}

measure()
new ResizeObserver(measure).observe(html)
