// A worker. The first date or number that a browser writes takes a slow phone 50 ms, for all that it reads to do so; read
// here, on another core, it is there for the page too.
new Intl.DateTimeFormat(navigator.language, {
  weekday: 'long',
  hour: 'numeric',
  timeZone: 'Europe/Paris',
}).format()
new Intl.NumberFormat(navigator.language).format(1)
close()
