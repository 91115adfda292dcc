/** A title or a sentence to stand within « »: its own « » become “ ”, and the sentence around it has the full stop. */
export function withinQuotes(title: string): string {
  return title.replace(/«\s*(.*?)\s*»/gu, '“$1”').replace(/(?<!\.)\.$/u, '')
}
