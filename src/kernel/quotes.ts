/** A title to stand within « »: its own « » become “ ”. */
export function withinQuotes(title: string): string {
  return title.replace(/«\s*(.*?)\s*»/gu, '“$1”')
}
