/** Those of the page and its parts; what lists hold, level 3, is in no order where things are alike. */
export const isOfPage = (heading: string) => /^[12] /.test(heading)
