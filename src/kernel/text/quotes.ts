/** A title or a sentence to stand within « »: its own « » become “ ”, and the sentence around it has the full stop. */
export function withinQuotes(title: string): string {
  return title.replace(/«([^«»]*)»/gu, (_, within: string) => `“${within.trim()}”`).replace(/(?<!\.)\.$/u, '')
}
