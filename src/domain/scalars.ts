import * as v from 'valibot'

/** Whole minutes of one visit: 0 to 8 hours (3-domain, Visit). */
export const Minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(480))
/** A whole number from 0 to 10,000: capacities, tallies, ranks (EVT-3 bounds counts at 10,000). */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))
/** Opening hours such as `09:00-12:00`: about places, never about people helped (GEN-3). */
export const Hours = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'hours'))
/** A BCP 47 tag of a language the network offers. */
export const LanguageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'language'))
