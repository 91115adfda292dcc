/** Hands a file to the browser, as a link that was pressed would. */
export function save(file: File): void {
  const address = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: address, download: file.name }).click()
  // Not at once: a browser may still be about to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
