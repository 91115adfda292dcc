/**
 * Leads the focus to what is no stop of the keyboard, such as a title or an item of a list, for as long as it stays there:
 * what can always be focused would be said to be pressable.
 */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return
  const given = !element.hasAttribute('tabindex')
  if (given) element.tabIndex = -1
  element.focus()
  if (given) element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
}
