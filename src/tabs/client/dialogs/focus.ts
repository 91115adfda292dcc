const WRONG = 'form [aria-invalid="true"]'
const CONTROLS = 'input, select, textarea'

/** A group of choices is marked as a whole; its choices take the focus, not the group. */
function firstInvalid(): HTMLElement | null {
  const wrong = document.querySelector<HTMLElement>(WRONG)
  return wrong?.matches(CONTROLS) ? wrong : (wrong?.querySelector<HTMLElement>(CONTROLS) ?? null)
}

/** Moves the focus to the first field that the form marks as wrong, once React has marked it. */
export function focusFirstInvalid(): void {
  requestAnimationFrame(() => firstInvalid()?.focus())
}
