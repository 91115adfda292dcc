// Properties draw the same data in every run: a change that was green here is green where it lands, and a fall can be looked at
// again. `npm run prove -- properties` draws others.
const fc = require('fast-check')

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_130) })
