/** The words of the screens that the tests press and read: a contract (6-ux § 8, NAME-4), so written here by hand. */

export const procedures = {
  'ameli.create': 'Ouvrir un compte ameli',
  'email.create': 'Créer une adresse e-mail',
  'caf.access': 'Retrouver l’accès au compte CAF',
  'c2s.apply': 'Complémentaire santé solidaire (C2S) : demande',
  'tax.return': 'Impôts : déclaration de revenus',
  'residence.permit': 'Titre de séjour (ANEF)',
  'retirement.apply': 'Retraite : demande',
  'doctor.find': 'Trouver ou déclarer un médecin traitant',
} as const

export const arrivals = {
  walkIn: 'Sans rendez-vous',
  appointment: 'Avec rendez-vous',
  outreach: 'Rencontre sur place (aller vers)',
} as const

export const outcomes = {
  informed: 'Information donnée',
  doneTogether: 'Fait sur place',
  accompanied: 'Accompagnement engagé',
  toResume: 'À reprendre',
  referred: 'Orienté vers un autre service',
  blocked: 'Bloqué, sans solution aujourd’hui',
} as const

export const postures = {
  alone: 'La personne fait seule',
  nearby: 'Elle fait, aide si besoin',
  together: 'Faire avec : elle tient le clavier',
} as const

export const ageBands = {
  '18-25': '18 à 25 ans',
  '26-39': '26 à 39 ans',
  '40-59': '40 à 59 ans',
  '60-69': '60 à 69 ans',
  '70plus': '70 ans et plus',
  undisclosed: 'Non communiqué',
} as const

export const travelModes = {
  walk: 'À pied',
  bike: 'Vélo ou trottinette',
  publicTransport: 'Bus, tram ou train',
} as const

/**
 * The name as a pattern: case, the two apostrophes and the kinds of space do not count (NAME-1).
 * @param end `$` for the whole name, nothing for « starts with »
 */
export function named(text: string, end: '' | '$' = '$'): RegExp {
  const escaped = text
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/[’']/g, '[’\\u0027]')
    .replaceAll(/[\s\u00a0\u202f]+/g, '[\\s\\u00a0\\u202f]+')
  return new RegExp(`^[\\s\\u00a0\\u202f]*${escaped}[\\s\\u00a0\\u202f]*${end}`, 'iu')
}

/** Today where the permanences are, whatever the zone of the machine. */
export function todayInParis(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(now)
}

/** A day earlier than another one, both YYYY-MM-DD. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10)
}

/** A whole number of minutes as a line tells it: « 5 min », and not « 15 min ». */
export function inMinutes(minutes: number): RegExp {
  return new RegExp(`(?<!\\d)${minutes}[\\s\\u00a0\\u202f]min`)
}

/** « mardi 24 novembre », « dimanche 1er novembre », « mercredi 31 décembre 2025 » when that is not this year */
export function longDay(day: string, today = todayInParis()): string {
  const format = new Intl.DateTimeFormat('fr', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return format.format(Date.parse(day)).replace(/\b1(?=\s)/, '1er')
}
