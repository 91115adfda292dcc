// A worker. The first date or number that a browser writes takes a slow phone 50 ms, for all that it loads; loaded
// here, on another core, it is cached for the page too.
// Without a locale a process reports an unusable one, such as « C ».
const known = /^[a-z]{2,3}(-|$)/i.test(navigator.language)
const language = known ? navigator.language : 'fr'
new Intl.DateTimeFormat(language, {
  weekday: 'long',
  hour: 'numeric',
  timeZone: 'Europe/Paris',
}).format()
new Intl.NumberFormat(language).format(1)
close()
